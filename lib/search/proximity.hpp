#pragma once
// Among the best articles, those that hold all the words typed, close together and in their order,
// come first.

#include <cstddef>
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
double proximity(Walk& walk, const DocumentPlace& place, const std::vector<std::string>& words);

}  // namespace kiosque::searching
