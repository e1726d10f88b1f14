#pragma once
// Among the best articles, those that hold all the words typed, close together and in their order,
// come first.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/walk.hpp"

namespace kiosque::searching {

/// Only so many of the best are looked at: one that is far behind would not come first for it.
inline constexpr std::size_t kProximityWindow = 50;

/// What a score is multiplied by: 1 where a word (as typed, folded) is missing, a little more where
/// all are there, more still where they stand in order with at most two words between each. 1 for
/// fewer than two words, and for more than six: a longer text never stands in an article word for
/// word.
class Proximity {
 public:
  Proximity(Walk& walk, const std::vector<std::string>& words);

  double of(const DocumentPlace& place);
  /// That is never more than this.
  static constexpr double kMost = 1.1;

 private:
  struct Word {
    const std::string* surface = nullptr;
    const Walk::Term* term = nullptr;
    std::uint64_t hash = 0;
  };

  Walk& walk_;
  std::vector<Word> words_;  // none: nothing counts
  std::vector<std::vector<std::uint32_t>> positions_;
};

}  // namespace kiosque::searching
