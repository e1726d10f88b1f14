#pragma once
// The cards of other articles on a page: a linked headline with its picture and opening.

#include <unordered_set>

#include "corpus/html/survey.hpp"

namespace kiosque::corpus::html {

/// The elements that are such cards.
[[nodiscard]] std::unordered_set<NodeId> cards_of(const Survey& survey);

}  // namespace kiosque::corpus::html
