#include "corpus/html/credits.hpp"

#include <algorithm>

namespace kiosque::corpus::html {

NodeId CreditSources::around_text(int levels) const {
  NodeId node = content.container;
  for (; levels > 0 && node != 0; --levels) node = tree[node].parent;
  return node;
}

std::pair<std::size_t, std::size_t> CreditSources::text_range() const {
  std::size_t begin = blocks.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (!content.verdicts[at].kept) continue;
    begin = std::min(begin, at);
    end = at + 1;
  }
  return {std::min(begin, blocks.size()), std::max(begin, end)};
}

}  // namespace kiosque::corpus::html
