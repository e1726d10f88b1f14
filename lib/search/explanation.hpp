#pragma once
// Why an article has its rank, or is not found.

#include <kiosque/search.hpp>
#include <string_view>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// As Searcher::explain, in the snapshot of the seat.
Explanation explain(Seat& seat, const Query& query, std::string_view id,
                    const SearchOptions& asked);

}  // namespace kiosque::searching
