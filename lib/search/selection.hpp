#pragma once
// What a query and the filters and dates of its options find, where no facet is counted.

#include <kiosque/search.hpp>

#include "query/compile.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Throws Error(invalid_argument) as Searcher::search does.
Matches select(Walk& walk, const querying::Node& query, const SearchOptions& options);

Limits limits_of(const SearchOptions& options);

}  // namespace kiosque::searching
