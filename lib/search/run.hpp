#pragma once
// One search, from the query to the results.

#include <functional>
#include <kiosque/search.hpp>

#include "search/snapshot.hpp"

namespace kiosque::searching {

using Visit = std::function<bool(const Article&)>;

/// As Searcher::search, in the snapshot of the seat; with a visitor, as Searcher::for_each.
Results run(Seat& seat, const Query& query, const SearchOptions& options, const Visit& visit = {});

}  // namespace kiosque::searching
