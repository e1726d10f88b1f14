#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "analysis/rules.hpp"

namespace kiosque::analysis {
namespace {

struct Named {
  std::string_view word;
  int value;
};

// Ordinals that end a number, and the tens before them, folded.
constexpr std::array<Named, 22> kOrdinals = {{
    {"unieme", 1},       {"deuxieme", 2},     {"troisieme", 3},    {"quatrieme", 4},
    {"cinquieme", 5},    {"sixieme", 6},      {"septieme", 7},     {"huitieme", 8},
    {"neuvieme", 9},     {"dixieme", 10},     {"onzieme", 11},     {"douzieme", 12},
    {"treizieme", 13},   {"quatorzieme", 14}, {"quinzieme", 15},   {"seizieme", 16},
    {"vingtieme", 20},   {"trentieme", 30},   {"quarantieme", 40}, {"cinquantieme", 50},
    {"soixantieme", 60}, {"centieme", 100},
}};
constexpr std::array<Named, 5> kTens = {
    {{"vingt", 20}, {"trente", 30}, {"quarante", 40}, {"cinquante", 50}, {"soixante", 60}}};

template <std::size_t N>
int value_of(const std::array<Named, N>& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Named& entry) { return entry.word == word; });
  return found == table.end() ? 0 : found->value;
}

// A numeral of i, v and x; 0 for anything else. Larger letters begin too many words (dix, mi, CD).
int roman(std::string_view word) {
  std::size_t i = 0;
  int value = 0;
  for (; i < word.size() && word[i] == 'x' && i < 3; ++i) value += 10;
  const std::string_view units = word.substr(i);
  constexpr std::array<std::string_view, 10> kUnits = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
  const auto* const found = std::find(kUnits.begin(), kUnits.end(), units);
  if (found == kUnits.end()) return 0;
  return value + static_cast<int>(found - kUnits.begin());
}

bool is_ending(std::string_view ending) {
  return ending == "e" || ending == "es" || ending == "eme" || ending == "emes" ||
         ending == "ieme" || ending == "iemes";
}

// "premier" and its forms for 1er, 1re, 1ères; "second" for 2nd; "21e" otherwise; empty where
// `ending` makes no ordinal.
std::string ordinal(int value, std::string_view ending) {
  const std::string_view plural = ending.ends_with('s') ? "s" : "";
  const std::string_view one = ending.substr(0, ending.size() - plural.size());
  if (value == 1) {
    if (one == "er") return "premier" + std::string(plural);
    if (one == "re" || one == "ere" || one == "iere") return "premiere" + std::string(plural);
  }
  if (value == 2 && one == "nd") return "second" + std::string(plural);
  if (value == 2 && one == "nde") return "seconde" + std::string(plural);
  return is_ending(ending) ? std::to_string(value) + 'e' : std::string();
}

// "21e", "2nde", "1ers".
std::string from_digits(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0 || digits > 3 || digits == word.size()) return {};
  return ordinal(std::stoi(std::string(word.substr(0, digits))), word.substr(digits));
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_either(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "XXIe" and, in capitals, "XXIE"; but life is no sixth: VIe needs its capitals.
std::string from_roman(const Atoms& atoms, std::size_t at) {
  const Atom& atom = atoms.list[at];
  const std::string_view word = atoms.fold(atom);
  const auto in_capitals = [&](std::size_t i) {
    if (i >= atoms.list.size() || atoms.list[i].with_digit) return false;
    const Atom& other = atoms.list[i];
    const auto bytes = atoms.text.substr(other.begin, other.end - other.begin);
    return bytes.size() > 1 &&
           std::none_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  const std::size_t letters = std::min(word.find_first_not_of("ivx"), word.size());
  // "viieme" is VII + eme or VI + ieme: the longest numeral that leaves an ending.
  for (std::size_t size = letters; size > 0; --size) {
    const int value = roman(word.substr(0, size));
    const std::string_view ending = word.substr(size);
    if (value == 0 || ending.empty()) continue;
    const std::string made = ordinal(value, ending);
    if (made.empty()) continue;
    // Words that look like one: life is no sixth, and VE are electric cars. They need the capitals
    // of the numeral alone; "ve" and "xe" are words only in capitals among small letters.
    const std::string_view bytes = atoms.text.substr(atom.begin, atom.end - atom.begin);
    const bool capitals = is_capital(bytes[size - 1]);
    const bool small_ending = !is_capital(bytes.back());
    if (is_either(word, {"vie", "vies", "ire", "ires", "xie", "xies", "ive", "ives"}) &&
        !(capitals && small_ending)) {
      return {};
    }
    if (is_either(word, {"ve", "xe", "ves", "xes"}) && capitals && !small_ending &&
        !in_capitals(at + 1)) {
      return {};
    }
    if (value == 1 && is_either(ending, {"e", "es"})) return {};
    return made;
  }
  return {};
}

// Numerals that stand alone: those that are nothing else. Xi is a name, VI and IV often initials,
// but after a name (Louis XVI, Henri IV) there is no telling them apart without case.
int lone_roman(std::string_view word) {
  if (word.size() < 2 || word == "xi" || word == "xx" || word == "xxx") return 0;
  return roman(word);
}

// "deuxième" and its kin, by their ending; XXIième is none of them.
bool is_spelt(std::string_view word) {
  if (!word.ends_with("ieme") && !word.ends_with("iemes")) return false;
  return word.find_first_not_of("ivx") < word.rfind("ieme");
}

// How many atoms before the end of `list` are the tens of an ordinal, and their value.
std::pair<std::size_t, int> tens_before(const Atoms& atoms, const std::vector<Atom>& list,
                                        std::size_t kept, const Atom& unit, int value) {
  const auto near = [](const Atom& atom) {
    return atom.gap == Gap::space || atom.gap == Gap::hyphen;
  };
  std::size_t used = 0;
  const auto word = [&](std::size_t back) {
    return back <= kept ? atoms.fold(list[kept - back]) : std::string_view();
  };
  const auto linked = [&](std::size_t back) {
    return back == 1 ? near(unit) : back - 1 <= kept && near(list[kept - back + 1]);
  };
  int sum = 0;
  if (value >= 7 && value <= 9 && linked(1) && word(1) == "dix") {
    sum = 10;
    used = 1;
  }
  if ((value == 1 || value == 11) && linked(used + 1) && word(used + 1) == "et") ++used;
  if (value < 20 && linked(used + 1)) {
    if (const int tens = value_of(kTens, word(used + 1)); tens != 0) {
      const bool beyond_ten = sum + value >= 10;  // soixante-et-onzième, quatre-vingt-dixième
      const bool eighty = tens == 20 && linked(used + 2) && word(used + 2) == "quatre";
      if (!beyond_ten || tens == 60 || eighty) {
        return {used + (eighty ? 2 : 1), sum + (eighty ? 80 : tens)};
      }
    }
  }
  if (value == 20 && linked(1) && word(1) == "quatre") return {1, 60};
  return sum > 0 ? std::pair(std::size_t{1}, sum) : std::pair(std::size_t{0}, 0);
}

}  // namespace

void ordinals(Atoms& atoms) {
  if ((atoms.suspicions & kMayBeOrdinal) == 0) return;
  auto& list = atoms.list;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if ((list[i].suspicion & kMayBeOrdinal) == 0 || list[i].made || list[i].digits) {
      keep(list, kept, i);
      continue;
    }
    const std::string_view word = atoms.fold(list[i]);
    Atom atom = list[i];
    std::string made;
    bool digits = false;
    if (atom.with_digit) {
      made = from_digits(word);
    } else if (is_spelt(word)) {
      const std::string_view one = word.substr(0, word.size() - (word.back() == 's' ? 1 : 0));
      if (const int value = value_of(kOrdinals, one); value != 0) {
        const auto [used, tens] = tens_before(atoms, list, kept, atom, value);
        if (value > 1 || tens > 0) {
          if (used > 0) {
            kept -= used;
            atom.begin = list[kept].begin;
            atom.gap = list[kept].gap;
          }
          made = std::to_string(tens + value) + 'e';
        }
      }
    } else if (word[0] == 'i' || word[0] == 'v' || word[0] == 'x') {
      made = from_roman(atoms, i);
      if (const int value = made.empty() ? lone_roman(word) : 0; value != 0) {
        made = std::to_string(value);
        digits = true;
      }
    }
    if (!made.empty()) {
      set_fold(atoms, atom, made);
      atom.digits = digits;
      atom.with_digit = true;
    }
    list[kept++] = atom;
  }
  list.resize(kept);
}

}  // namespace kiosque::analysis
