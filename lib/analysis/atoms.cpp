#include "analysis/atoms.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "analysis/characters.hpp"
#include "support/utf8.hpp"

namespace kiosque::analysis {
namespace {

constexpr std::uint32_t kLongestFold = 0xFFFF;
constexpr std::size_t kLongestRun = 32;  // letters taken at once

// Collects what lies between two atoms.
class GapReader {
 public:
  void read(CharKind kind) {
    if (kind == CharKind::space) {
      spaced_ = true;
      touches_quote_ = false;
      return;
    }
    if (marks_ == 0) first_ = kind;
    ++marks_;
    touches_quote_ = kind == CharKind::apostrophe;
  }
  [[nodiscard]] Gap gap() const {
    if (marks_ == 0) return spaced_ ? Gap::space : Gap::none;
    if (first_ == CharKind::apostrophe) return Gap::apostrophe;
    if (marks_ > 1 || spaced_) return Gap::other;
    switch (first_) {
      case CharKind::hyphen:
        return Gap::hyphen;
      case CharKind::dot:
        return Gap::dot;
      case CharKind::comma:
        return Gap::comma;
      case CharKind::colon:
        return Gap::colon;
      case CharKind::slash:
        return Gap::slash;
      case CharKind::open:
        return Gap::open;
      case CharKind::close:
        return Gap::close;
      case CharKind::middot:
        return Gap::middot;
      case CharKind::ampersand:
        return Gap::ampersand;
      default:
        return Gap::other;
    }
  }
  [[nodiscard]] bool touches_quote() const { return touches_quote_; }
  [[nodiscard]] bool only_quote() const { return touches_quote_ && marks_ == 1 && !spaced_; }

 private:
  CharKind first_ = CharKind::separator;
  std::uint32_t marks_ = 0;
  bool spaced_ = false;
  bool touches_quote_ = false;
};

std::uint8_t suspicion_of(std::string_view word, const Atom& atom) {
  std::uint8_t suspicion = atom.with_digit ? kMayBeOrdinal : 0;
  if (atom.mixed) suspicion |= kMayBeInclusive;
  if (word.size() == 1) return suspicion | kMayBeAcronym;
  const char first = word[0];
  const char second = word[1];
  switch (first) {
    case 'i':
    case 'v':
    case 'x':
      if (second == 'i' || second == 'v' || second == 'x' || second == 'e' || second == 'r') {
        suspicion |= kMayBeOrdinal;
      }
      if (first == 'i' && second == 'e') suspicion |= kMayBeInclusive;
      break;
    case 'a':
      if (second == 'u' && word.size() == 7) suspicion |= kMayBeJoined;
      break;
    case 'p':
      if (second == 'r' && word.size() <= 6) suspicion |= kMayBeJoined;
      break;
    case 's':
      if (second == 't' && word.size() <= 4) suspicion |= kMayBeAcronym;
      break;
    case 'c':
    case 't':
      if (word.size() == 7) suspicion |= kMayBeInclusive;
      break;
    default:
      break;
  }
  if (word.size() < 6) return suspicion;
  const std::size_t last = word.size() - (word.back() == 's' ? 2 : 1);
  if (word[last] == 'e' && word[last - 1] == 'm' && word[last - 2] == 'e') {
    suspicion |= kMayBeOrdinal;
  }
  return suspicion;
}

// Words of a run in a script without spaces, by ICU's dictionaries.
void scan_dictionary(std::string_view text, std::size_t begin, std::size_t end, Gap gap,
                     Atoms& atoms) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (!words) return;
  UText run = UTEXT_INITIALIZER;
  utext_openUTF8(&run, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  words->setText(&run, status);
  std::int32_t from = words->first();
  for (std::int32_t to = words->next(); to != icu::BreakIterator::DONE;
       from = to, to = words->next()) {
    Atom atom;
    atom.begin = static_cast<std::uint32_t>(begin + static_cast<std::size_t>(from));
    atom.end = static_cast<std::uint32_t>(begin + static_cast<std::size_t>(to));
    atom.fold_begin = static_cast<std::uint32_t>(atoms.folded.size());
    for (std::size_t i = atom.begin; i < atom.end;) {
      const std::int32_t c = support::next_code_point(text, i);
      const Character info = character(c);
      if (info.fold_size == kLongFold) {
        atoms.folded += fold_slowly(c);
      } else {
        atoms.folded.append(info.fold, info.fold_size);
      }
    }
    const std::size_t size = atoms.folded.size() - atom.fold_begin;
    if (size == 0 || size > kLongestFold) continue;
    atom.fold_size = static_cast<std::uint16_t>(size);
    atom.gap = gap;
    atoms.gaps |= bit(gap);
    gap = Gap::none;
    atoms.list.push_back(atom);
  }
  utext_close(&run);
}

}  // namespace

void scan(std::string_view text, Atoms& atoms) {
  const Character* const table = character_table();
  atoms.list.clear();
  atoms.folded.clear();
  atoms.gaps = 0;
  atoms.suspicions = 0;
  atoms.any_digit = false;
  atoms.folded.reserve(text.size() + 16);
  text = text.substr(0, 0xFFFFFFF0);
  atoms.text = text;
  GapReader gap;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] == ' ') {  // what most words end with
      gap.read(CharKind::space);
      ++i;
      continue;
    }
    std::size_t next = i;
    std::int32_t c = support::next_code_point(text, next);
    const Character info = c >= 0 && c < kTableSize ? table[c] : character(c);
    if (info.kind == CharKind::dictionary) {
      std::size_t end = next;
      while (end < text.size()) {
        std::size_t ahead = end;
        const CharKind kind = character(support::next_code_point(text, ahead)).kind;
        if (kind != CharKind::dictionary && kind != CharKind::ignorable) break;
        end = ahead;
      }
      scan_dictionary(text, i, end, gap.gap(), atoms);
      gap = {};
      i = end;
      continue;
    }
    const bool currency = info.kind == CharKind::currency;
    if (info.kind != CharKind::letter && info.kind != CharKind::digit && !currency) {
      if (info.kind != CharKind::ignorable) gap.read(info.kind);
      i = next;
      continue;
    }
    Atom& atom = atoms.list.emplace_back();  // in its place: a copy would wait for its bytes
    atom.begin = static_cast<std::uint32_t>(i);
    atom.fold_begin = static_cast<std::uint32_t>(atoms.folded.size());
    atom.gap = gap.gap();
    atom.quoted = gap.touches_quote();
    atom.attached = gap.only_quote() && atoms.list.size() > 1;
    atom.upper = info.upper;
    bool letters = false;
    bool small = false;
    Character now = info;
    for (;;) {
      if (now.kind == CharKind::digit) {
        atom.with_digit = true;
      } else {
        letters = true;
        atom.mixed = atom.mixed || (small && now.upper);
        small = small || !now.upper;
      }
      atom.accented = atom.accented || now.accented;
      if (now.fold_size == 1) {
        atoms.folded.push_back(now.fold[0]);
      } else if (now.fold_size == kLongFold) {
        atoms.folded += fold_slowly(c);
      } else {
        atoms.folded.append(now.fold, now.fold_size);
      }
      i = next;
      // Most letters are small ones of ASCII.
      const std::size_t run = i;
      while (!currency && i < text.size() && text[i] >= 'a' && text[i] <= 'z' &&
             i - run < kLongestRun) {
        ++i;
      }
      if (i > run) {
        atoms.folded.append(text, run, i - run);
        letters = small = true;
      }
      next = i;
      if (i >= text.size() || text[i] == ' ' ||
          atoms.folded.size() - atom.fold_begin > kLongestFold - 64) {
        break;
      }
      c = support::next_code_point(text, next);
      now = c >= 0 && c < kTableSize ? table[c] : character(c);
      if (currency) break;
      if (now.kind != CharKind::letter && now.kind != CharKind::digit &&
          now.kind != CharKind::ignorable) {
        break;
      }
    }
    atom.digits = !letters;
    atom.made = currency;
    atoms.any_digit = atoms.any_digit || atom.with_digit;
    atom.end = static_cast<std::uint32_t>(i);
    atom.fold_size = static_cast<std::uint16_t>(atoms.folded.size() - atom.fold_begin);
    if (atom.fold_size == 0) {
      atoms.list.pop_back();
      continue;
    }
    atom.suspicion = suspicion_of(atoms.fold(atom), atom);
    atoms.suspicions |= atom.suspicion;
    atoms.gaps |= bit(atom.gap);
    gap = {};
  }
  atoms.tail = gap.gap();
  atoms.gaps |= bit(atoms.tail);
}

bool join(Atoms& atoms, Atom& a, const Atom& b, std::string_view between) {
  const std::size_t size = a.fold_size + between.size() + b.fold_size;
  if (size > kLongestFold) return false;
  const std::size_t a_end = std::size_t{a.fold_begin} + a.fold_size;
  if (!between.empty() || a_end != b.fold_begin) {
    if (a_end != atoms.folded.size()) {
      const std::string moved(atoms.fold(a));
      a.fold_begin = static_cast<std::uint32_t>(atoms.folded.size());
      atoms.folded += moved;
    }
    const std::string added(atoms.fold(b));
    atoms.folded += between;
    atoms.folded += added;
  }
  a.fold_size = static_cast<std::uint16_t>(size);
  a.end = b.end;
  a.digits = a.digits && b.digits && between.empty();
  a.with_digit = a.with_digit || b.with_digit;
  a.accented = a.accented || b.accented;
  return true;
}

void set_fold(Atoms& atoms, Atom& atom, std::string_view folded) {
  const std::string kept(folded);  // it may lie in atoms.folded
  atom.fold_begin = static_cast<std::uint32_t>(atoms.folded.size());
  atom.fold_size = static_cast<std::uint16_t>(std::min<std::size_t>(kept.size(), kLongestFold));
  atoms.folded.append(kept, 0, atom.fold_size);
  atom.made = true;
}

}  // namespace kiosque::analysis
