#include "search/facet_list.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "analysis/characters.hpp"
#include "index/levels.hpp"

namespace kiosque::searching {
namespace {

bool is_of_word(char byte) {
  return byte < 0 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

}  // namespace

FacetSieve::FacetSieve(const FacetRequest& request)
    : prefix_(analysis::fold_value(request.prefix)),
      one_level_(request.parent.has_value()),
      parent_(analysis::fold_value(request.parent.value_or(""))) {}

bool FacetSieve::lets_through(std::string_view folded) const {
  if (one_level_ && indexing::parent_of(folded) != parent_) return false;
  if (prefix_.empty()) return true;
  for (std::size_t at = folded.find(prefix_); at != std::string_view::npos;
       at = folded.find(prefix_, at + 1)) {
    if (at == 0 || !is_of_word(folded[at - 1])) return true;
  }
  return false;
}

void list_values(const FacetRequest& request, Facet& facet) {
  const FacetSieve sieve(request);
  std::vector<std::size_t> ranks;  // of those let through
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    if (sieve.lets_through(facet.values[i].value)) ranks.push_back(i);
  }
  facet.distinct = ranks.size();
  if (request.order != FacetOrder::value) {
    std::stable_sort(ranks.begin(), ranks.end(), [&](std::size_t a, std::size_t b) {
      return facet.values[a].count > facet.values[b].count;
    });
  }
  std::vector<bool> listed(facet.values.size());
  const auto rest =
      ranks.begin() + static_cast<std::ptrdiff_t>(std::min(request.limit, ranks.size()));
  for (auto rank = ranks.begin(); rank != rest; ++rank) listed[*rank] = true;
  ranks.erase(rest, ranks.end());
  // Behind the others come the selected that are not among them.
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    if (facet.values[i].selected && !listed[i]) ranks.push_back(i);
  }
  if (request.order == FacetOrder::usual) std::sort(ranks.begin(), ranks.end());
  std::vector<FacetValue> values;
  for (const std::size_t rank : ranks) values.push_back(std::move(facet.values[rank]));
  facet.values = std::move(values);
}

}  // namespace kiosque::searching
