#pragma once
// What a query and the filters and dates of its options find.

#include <kiosque/search.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/compile.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// By the field's own name; those of one field are alternatives.
using Filters = std::map<std::string, std::vector<querying::Node>>;

/// Throws Error(invalid_argument) for a filter that is none.
Filters compile_filters(const std::vector<Filter>& filters, const indexing::FieldTable& fields);

/// Under all filters and dates of the options. Throws Error(invalid_argument) as Searcher::search
/// does.
Matches select(Walk& walk, const querying::Node& query, const SearchOptions& options);

/// A query, its words ready to be told from others, and what it finds.
struct Selection {
  querying::Compiled compiled;
  Matches matches;
};
Selection select(Walk& walk, const Query& query, const SearchOptions& options);

/// Of the living article with this id.
std::optional<DocumentPlace> place_of(Walk& walk, std::string_view id);

/// From now on.
Limits limits_of(const SearchOptions& options);

}  // namespace kiosque::searching
