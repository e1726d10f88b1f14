#pragma once
// What stands around each block, as far as the page's own names for it are to be believed.

#include <unordered_set>

#include "corpus/html/survey.hpp"

namespace kiosque::corpus::html {

enum class Belief {
  full,    ///< what classes say, unless an element holds too much of the page's prose
  little,  ///< of comments, menus, captions and notices only: for pages whose classes lie
};

/// Sets the context and the weight of each block.
void find_contexts(Survey& survey, const std::unordered_set<NodeId>& cards, Belief belief);

/// Whether it is a reason to be no text.
[[nodiscard]] bool is_furniture(Hint hint);

}  // namespace kiosque::corpus::html
