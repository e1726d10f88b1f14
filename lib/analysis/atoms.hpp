#pragma once
// The analyzer's working form: runs of letters and digits, and what stood between them. Each rule
// of French is a pass over this list that joins, drops or adds atoms.

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
  hyphen,      // one hyphen, touching both sides
  dot,         // one dot, touching both sides
  comma,       // one comma, touching both sides
  other,
};

struct Atom {
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  std::uint32_t fold_begin = 0;  // the folded form, in Atoms::folded
  std::uint16_t fold_size = 0;
  Gap gap = Gap::none;    // before this atom
  bool quoted = false;    // an apostrophe touches it on the left
  bool attached = false;  // and nothing else stands between it and the atom before
  bool upper = false;     // the first letter is a capital
  bool digits = false;    // digits only
  std::uint8_t step = 1;  // 0: stands at the position of the atom before it
};

struct Atoms {
  std::vector<Atom> list;
  std::string folded;
  Gap tail = Gap::none;  // after the last atom

  [[nodiscard]] std::string_view fold(const Atom& atom) const {
    return std::string_view(folded).substr(atom.fold_begin, atom.fold_size);
  }
  /// The gap after atom `i`.
  [[nodiscard]] Gap gap_after(std::size_t i) const {
    return i + 1 < list.size() ? list[i + 1].gap : tail;
  }
};

/// Splits any bytes into atoms. A word longer than 64 KiB is cut there; a text is read up to 4 GiB.
void scan(std::string_view text, Atoms& atoms);

}  // namespace kiosque::analysis
