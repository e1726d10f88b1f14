#include <algorithm>
#include <array>
#include <cstring>

#include "analysis/rules.hpp"

namespace kiosque::analysis {
namespace {

// Words that lose their vowel before another word (Grevisse, Le bon usage, § 45).
constexpr std::array<std::string_view, 16> kElided = {
    "l",  "d",     "j",      "m",      "t",      "s",      "n",       "c",
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "parcequ", "tandisqu"};

// First parts of words that hold an apostrophe, whatever follows.
constexpr std::array<std::string_view, 8> kJoined = {"aujourd", "prud",  "presqu", "entr",
                                                     "o",       "grand", "ch",     "p"};

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

enum class Apostrophe { none, drop, join };

// What the apostrophe after `word`, before `next`, makes of the two.
Apostrophe role(std::string_view word, std::string_view next, bool touching) {
  if (holds(kJoined, word)) {
    if (word == "presqu") return next.starts_with("ile") ? Apostrophe::join : Apostrophe::drop;
    if (word == "ch" || word == "p") {  // les Ch'tis, p'tit
      return touching && next.starts_with("ti") ? Apostrophe::join : Apostrophe::none;
    }
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

// "aujourd hui": an apostrophe was lost.
bool was_joined(std::string_view word, std::string_view next) {
  return (word == "aujourd" && next == "hui") || (word == "prud" && next.starts_with("homm")) ||
         (word == "presqu" && next.starts_with("ile"));
}

}  // namespace

bool lost_apostrophe(std::string_view word, std::string_view next) {
  return holds(kElided, word) && begins_with_vowel(next) && next.front() > '9' && next.size() > 1;
}

void apostrophes(Atoms& atoms) {
  if (!atoms.has(Gap::apostrophe) && (atoms.suspicions & kMayBeJoined) == 0) return;
  auto& list = atoms.list;
  std::size_t kept = 0;
  bool after_elision = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (atoms.gap_after(i) != Gap::apostrophe && list[i].gap != Gap::apostrophe &&
        (list[i].suspicion & kMayBeJoined) == 0) {
      keep(list, kept, i);
      after_elision = false;
      continue;
    }
    Atom atom = list[i];
    if (atoms.gap_after(i) != Gap::apostrophe) {
      // The English possessive: McDonald's, Levi's.
      if (kept > 0 && atom.gap == Gap::apostrophe && atom.quoted && !after_elision &&
          atom.fold_size == 1 && atoms.fold(atom) == "s" && list[kept - 1].end + 4 > atom.begin) {
        list[kept - 1].end = atom.end;
        continue;
      }
      if (atoms.gap_after(i) == Gap::space && (atom.suspicion & kMayBeJoined) != 0 &&
          i + 1 < list.size() && was_joined(atoms.fold(atom), atoms.fold(list[i + 1])) &&
          join(atoms, atom, list[i + 1])) {
        ++i;
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

}  // namespace kiosque::analysis
