#include "analysis/rules.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace kiosque::analysis {
namespace {

// Words that lose their vowel before another word (Grevisse, Le bon usage, § 45).
constexpr std::array<std::string_view, 16> kElided = {
    "l",  "d",     "j",      "m",      "t",      "s",      "n",       "c",
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "parcequ", "tandisqu"};

// First parts of words that hold an apostrophe, whatever follows.
constexpr std::array<std::string_view, 6> kJoined = {"aujourd", "prud", "presqu",
                                                     "entr",    "o",    "grand"};

// quelqu'un and its forms are words of their own.
constexpr std::array<std::string_view, 4> kSomeone = {"un", "une", "uns", "unes"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_vowel(std::string_view word) {
  return !word.empty() && std::strchr("aeiouyh0123456789", word.front()) != nullptr;
}

bool is_ascii_consonant(std::string_view word) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z' && !begins_with_vowel(word);
}

// Appends atom `b` to atom `a`, with `between` in the folded form; false, and nothing done, where
// the word would grow too long. Only what is added is copied: a long chain of joins takes linear
// room.
bool join(Atoms& atoms, Atom& a, const Atom& b, std::string_view between = {}) {
  const std::size_t size = a.fold_size + between.size() + b.fold_size;
  if (size > 0xFFFF) return false;
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
  return true;
}

enum class Apostrophe { none, drop, join };

// What the apostrophe after `word`, before `next`, makes of the two.
Apostrophe role(std::string_view word, std::string_view next, bool touching) {
  if (holds(kJoined, word)) {
    if (word == "presqu") return next.starts_with("ile") ? Apostrophe::join : Apostrophe::drop;
    if (word == "o" || word == "grand") return touching ? Apostrophe::join : Apostrophe::none;
    if (word == "entr") {
      return next.starts_with("eux") || next.starts_with("elles") ? Apostrophe::drop
                                                                  : Apostrophe::join;
    }
    return Apostrophe::join;
  }
  if (!holds(kElided, word)) return Apostrophe::none;
  if (word == "quelqu" && holds(kSomeone, next)) return Apostrophe::join;
  // N'Golo, M'Bappé, N'Djamena: a consonant follows, the apostrophe belongs to the name.
  if (touching && is_ascii_consonant(next) && (word == "n" || word == "m") && next.size() > 1) {
    return Apostrophe::join;
  }
  return Apostrophe::drop;
}

}  // namespace

void apostrophes(Atoms& atoms) {
  auto& list = atoms.list;
  std::size_t kept = 0;
  bool after_elision = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Atom atom = list[i];
    if (atoms.gap_after(i) != Gap::apostrophe) {
      // The English possessive: McDonald's, Levi's.
      if (kept > 0 && atom.gap == Gap::apostrophe && atom.quoted && !after_elision &&
          atom.fold_size == 1 && atoms.fold(atom) == "s" && list[kept - 1].end + 4 > atom.begin) {
        list[kept - 1].end = atom.end;
        continue;
      }
      list[kept++] = atom;
      after_elision = false;
      continue;
    }
    const std::string_view word = atoms.fold(atom);
    const bool last = i + 1 == list.size();
    const std::string_view next = last ? std::string_view() : atoms.fold(list[i + 1]);
    const bool touching = !last && list[i + 1].quoted && list[i + 1].begin - atom.end <= 3;
    // 'l' between quotation marks is a letter, and so is the n of rock'n'roll; 'l'affaire' opens a
    // quotation.
    const bool quoted = atom.quoted && !after_elision && (!touching || atom.attached);
    switch (quoted ? Apostrophe::none : role(word, next, touching)) {
      case Apostrophe::none:
        list[kept++] = atom;
        after_elision = false;
        break;
      case Apostrophe::drop:
        if (!last) list[i + 1].gap = atom.gap;
        after_elision = true;
        break;
      case Apostrophe::join:
        if (!last && join(atoms, atom, list[i + 1])) ++i;
        list[kept++] = atom;
        after_elision = false;
        break;
    }
  }
  list.resize(kept);
}

void acronyms(Atoms& atoms) {
  auto& list = atoms.list;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Atom atom = list[i];
    const auto is_letter = [&](std::size_t k) {
      return k < list.size() && list[k].fold_size == 1 && !list[k].digits;
    };
    if (is_letter(i)) {
      while (is_letter(i + 1) && list[i + 1].gap == Gap::dot && join(atoms, atom, list[i + 1])) ++i;
    }
    list[kept++] = atom;
  }
  list.resize(kept);
}

void numbers(Atoms& atoms) {
  auto& list = atoms.list;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].digits) {
      list[kept++] = list[i];
      continue;
    }
    const auto part = [&](std::size_t k, Gap gap) {
      return k < list.size() && list[k].digits && list[k].gap == gap;
    };
    std::size_t last = i;
    bool threes = list[i].fold_size <= 3 && atoms.fold(list[i]).front() != '0';
    for (; part(last + 1, Gap::dot); ++last) threes = threes && list[last + 1].fold_size == 3;
    // Groups of three are one number; otherwise one dot is a decimal sign, and several part a date
    // or an address.
    Atom atom = list[i];
    if (threes) {
      while (i < last && join(atoms, atom, list[i + 1])) ++i;
    } else if (last == i + 1) {
      if (join(atoms, atom, list[last], ",")) i = last;
    } else {
      for (; i < last; ++i) {
        list[kept++] = atom;
        atom = list[i + 1];
      }
    }
    if (atom.digits && part(i + 1, Gap::comma) && join(atoms, atom, list[i + 1], ",")) ++i;
    list[kept++] = atom;
  }
  list.resize(kept);
}

}  // namespace kiosque::analysis
