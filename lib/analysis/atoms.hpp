#pragma once
// The analyzer's working form: runs of letters and digits, and what stood between them. Each rule
// of French is a pass over this list that joins, drops, splits or adds atoms.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::analysis {

/// What stands between two atoms.
enum class Gap : std::uint8_t {
  none,  // nothing visible: the start of the text, or two scripts touching
  space,
  apostrophe,  // one apostrophe, perhaps with spaces, perhaps followed by opening punctuation
  hyphen,      // one hyphen, touching both sides; and so on
  dot,
  comma,
  colon,
  slash,
  open,
  close,
  middot,
  ampersand,
  other,
};

constexpr std::uint32_t bit(Gap gap) {
  return 1U << static_cast<unsigned>(gap);
}

/// What an atom might be, by a cheap look while it is hot: which rules have to look closely.
enum Suspicion : std::uint8_t {
  kMayBeJoined = 1,     // aujourd, prud, presqu
  kMayBeAcronym = 2,    // a letter alone; st
  kMayBeOrdinal = 4,    // a digit, a numeral's beginning, -ième
  kMayBeInclusive = 8,  // iel and its kin; a capital behind small letters
};

struct Atom {
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  std::uint32_t fold_begin = 0;  // the folded form, in Atoms::folded
  std::uint16_t fold_size = 0;
  Gap gap = Gap::none;         // before this atom
  bool quoted = false;         // an apostrophe touches it on the left
  bool attached = false;       // and nothing else stands between it and the atom before
  bool upper = false;          // the first letter is a capital
  bool digits = false;         // digits only
  bool with_digit = false;     // some
  bool accented = false;       // folding dropped a mark
  bool mixed = false;          // a capital stands behind a small letter: étudiantE
  bool made = false;           // the folded form is a rule's, no longer that of the bytes
  std::uint8_t suspicion = 0;  // of Suspicion, a bit each
  bool alternative = false;    // another form of the atom before it, at the same position
};

struct Atoms {
  std::string_view text;
  std::vector<Atom> list;
  std::vector<Atom> spare;  // room for passes that add atoms
  std::string folded;
  Gap tail = Gap::none;  // after the last atom
  // What there is at all, so that passes can be left out.
  std::uint8_t suspicions = 0;
  std::uint32_t gaps = 0;  // a bit each
  bool any_digit = false;

  [[nodiscard]] std::string_view fold(const Atom& atom) const {
    return std::string_view(folded).substr(atom.fold_begin, atom.fold_size);
  }
  /// The gap after atom `i`.
  [[nodiscard]] Gap gap_after(std::size_t i) const {
    return i + 1 < list.size() ? list[i + 1].gap : tail;
  }
  /// The bytes from `begin` on.
  [[nodiscard]] std::string_view rest(std::uint32_t begin) const { return text.substr(begin); }
  [[nodiscard]] bool has(Gap gap) const { return (gaps & bit(gap)) != 0; }
};

/// Splits any bytes into atoms. A word longer than 64 KiB is cut there; a text is read up to 4 GiB.
void scan(std::string_view text, Atoms& atoms);

/// Appends atom `b` to atom `a`, with `between` in the folded form; false, and nothing done, where
/// the word would grow too long. Only what is added is copied: a long chain of joins takes linear
/// room.
bool join(Atoms& atoms, Atom& a, const Atom& b, std::string_view between = {});

/// Puts an atom at `kept`, which moves on, for passes that only drop atoms: most of them move none.
inline void keep(std::vector<Atom>& list, std::size_t& kept, std::size_t i) {
  if (kept != i) list[kept] = list[i];
  ++kept;
}

/// Gives an atom another folded form.
void set_fold(Atoms& atoms, Atom& atom, std::string_view folded);

}  // namespace kiosque::analysis
