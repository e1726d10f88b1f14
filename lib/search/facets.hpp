#pragma once
// Exact counts of the matching articles: by a field's values, by year, month or day, and over time.

#include <chrono>
#include <cstddef>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/own_fields.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// The field's own name, whichever way it was typed.
std::string facet_name(std::string_view field,
                       const indexing::FieldTable& fields = indexing::library_fields());

/// Throws Error(invalid_argument) for a field that is no facet.
void require_facet(std::string_view field, const indexing::FieldTable& fields);

/// The matching articles by day of publication.
struct DayCounts {
  std::vector<std::pair<std::chrono::sys_days, std::size_t>> days;  // rising, none of them empty
  std::size_t missing = 0;
};
DayCounts count_days(Walk& walk, const Matches& matches);

/// `days`: of the matches, where they are counted already.
Facet make_facet(Walk& walk, const Matches& matches, const FacetRequest& request,
                 const std::vector<Filter>& filters, std::optional<DayCounts>& days);

Histogram make_histogram(DateUnit unit, const DayCounts& counts);

}  // namespace kiosque::searching
