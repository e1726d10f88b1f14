#pragma once
// One search, from the query to the results.

#include <kiosque/search.hpp>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// As Searcher::search, in the snapshot of the seat.
Results run(Seat& seat, const Query& query, const SearchOptions& options);

}  // namespace kiosque::searching
