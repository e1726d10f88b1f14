#include "search/typing_cost.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>

namespace kiosque::searching {
namespace {

// A letter for any other, or one out of nowhere, is one of some hundred slips that a word allows.
constexpr double kAnyLetter = 4.5;
constexpr double kMissing = 3;    // a letter left out: as many as the word has
constexpr double kDoubled = 1.5;  // twice for once, or once for twice
constexpr double kExchanged = 2;
constexpr double kNeighbourKey = 2.5;
constexpr double kSound = 1.5;
constexpr double kMute = 2;     // a final letter that is not heard
constexpr double kFirst = 1.5;  // beside the rest, where the word begins

// Letters that one hears alike, somewhere in French, without accents.
struct Sound {
  std::string_view one;
  std::string_view other;
};
constexpr std::array kSounds = {
    Sound{"ph", "f"},    Sound{"y", "i"},    Sound{"an", "en"},  Sound{"am", "em"},
    Sound{"am", "en"},   Sound{"an", "em"},  Sound{"in", "ain"}, Sound{"in", "ein"},
    Sound{"ain", "ein"}, Sound{"im", "in"},  Sound{"om", "on"},  Sound{"s", "ss"},
    Sound{"s", "c"},     Sound{"ss", "c"},   Sound{"sc", "s"},   Sound{"sc", "c"},
    Sound{"s", "z"},     Sound{"t", "ss"},   Sound{"t", "th"},   Sound{"r", "rh"},
    Sound{"c", "k"},     Sound{"c", "qu"},   Sound{"k", "qu"},   Sound{"c", "ch"},
    Sound{"k", "ch"},    Sound{"c", "cc"},   Sound{"g", "gu"},   Sound{"g", "j"},
    Sound{"j", "ge"},    Sound{"o", "au"},   Sound{"o", "eau"},  Sound{"au", "eau"},
    Sound{"e", "ai"},    Sound{"e", "ei"},   Sound{"ai", "ei"},  Sound{"e", "er"},
    Sound{"er", "ez"},   Sound{"eu", "oeu"}, Sound{"oi", "oy"},  Sound{"i", "ill"},
    Sound{"il", "ille"}, Sound{"gn", "ni"},  Sound{"x", "cs"},   Sound{"x", "cc"},
};

// From the left edge, in keys; each row of keys stands a bit to the right of the one above.
struct Key {
  double x = 0;
  int row = -1;
};
std::array<Key, 26> keys() {
  std::array<Key, 26> keys;
  constexpr std::array<std::string_view, 3> kRows = {"azertyuiop", "qsdfghjklm", "wxcvbn"};
  constexpr std::array<double, 3> kIndents = {0, 0.25, 0.75};
  for (std::size_t row = 0; row < kRows.size(); ++row) {
    for (std::size_t i = 0; i < kRows[row].size(); ++i) {
      keys[static_cast<std::size_t>(kRows[row][i] - 'a')] = {kIndents[row] + static_cast<double>(i),
                                                             static_cast<int>(row)};
    }
  }
  return keys;
}

bool is_mute_at_the_end(char c) {
  return std::string_view("destx").find(c) != std::string_view::npos;
}

// Of typing `typed[at]` beside what was meant.
double cost_of_extra(std::string_view typed, std::size_t at) {
  const char letter = typed[at];
  const bool behind = at + 1 < typed.size();
  if ((at > 0 && typed[at - 1] == letter) || (behind && typed[at + 1] == letter)) return kDoubled;
  const double first = at == 0 ? kFirst : 0;
  if ((at > 0 && neighbour_keys(typed[at - 1], letter)) ||
      (behind && neighbour_keys(typed[at + 1], letter))) {
    return kNeighbourKey + first;
  }
  if (!behind && is_mute_at_the_end(letter)) return kMute;
  return kAnyLetter + first;
}

// Of not typing `meant[at]`.
double cost_of_missing(std::string_view meant, std::size_t at) {
  const char letter = meant[at];
  if (at > 0 && meant[at - 1] == letter) return kDoubled;
  if (at + 1 == meant.size() && is_mute_at_the_end(letter)) return kMute;
  if (letter == 'h') return kSound;
  return kMissing + (at == 0 ? kFirst : 0);
}

double cost_of_other(char typed, char meant) {
  return neighbour_keys(typed, meant) ? kNeighbourKey : kAnyLetter;
}

}  // namespace

bool neighbour_keys(char a, char b) {
  static const std::array<Key, 26> kKeys = keys();
  const Key& one = kKeys[static_cast<std::size_t>(a - 'a')];
  const Key& other = kKeys[static_cast<std::size_t>(b - 'a')];
  return a != b && std::abs(one.row - other.row) <= 1 && std::abs(one.x - other.x) <= 1;
}

double typing_cost(std::string_view typed, std::string_view meant) {
  const std::size_t width = meant.size() + 1;
  std::vector<double> costs((typed.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> double& { return costs[i * width + j]; };
  for (std::size_t i = 0; i <= typed.size(); ++i) {
    for (std::size_t j = 0; j <= meant.size(); ++j) {
      if (i + j == 0) continue;
      double cost = HUGE_VAL;
      const auto consider = [&](double other) { cost = std::min(cost, other); };
      if (i > 0) consider(at(i - 1, j) + cost_of_extra(typed, i - 1));
      if (j > 0) consider(at(i, j - 1) + cost_of_missing(meant, j - 1));
      if (i > 0 && j > 0) {
        const double first = i == 1 && j == 1 ? kFirst : 0;
        consider(at(i - 1, j - 1) + (typed[i - 1] == meant[j - 1]
                                         ? 0
                                         : cost_of_other(typed[i - 1], meant[j - 1]) + first));
        if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
          consider(at(i - 2, j - 2) + kExchanged);
        const auto sound = [&](std::string_view one, std::string_view other) {
          if (one.back() == typed[i - 1] && other.back() == meant[j - 1] &&
              typed.substr(0, i).ends_with(one) && meant.substr(0, j).ends_with(other))
            consider(at(i - one.size(), j - other.size()) + kSound);
        };
        for (const auto& [one, other] : kSounds) {
          sound(one, other);
          sound(other, one);
        }
      }
      at(i, j) = cost;
    }
  }
  return costs.back();
}

std::vector<std::string> heard_alike(std::string_view word) {
  std::set<std::string> words;
  const auto write = [&](std::string_view one, std::string_view other) {
    for (std::size_t at = word.find(one); at != std::string_view::npos;
         at = word.find(one, at + 1)) {
      std::string written(word.substr(0, at));
      written += other;
      written += word.substr(at + one.size());
      words.insert(std::move(written));
    }
  };
  for (const auto& [one, other] : kSounds) {
    write(one, other);
    write(other, one);
  }
  words.erase(std::string(word));
  return {words.begin(), words.end()};
}

}  // namespace kiosque::searching
