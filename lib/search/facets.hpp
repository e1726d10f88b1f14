#pragma once
// Exact counts of the matching articles by a field's values, or by year, month or day.

#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/own_fields.hpp"
#include "search/histogram.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// The field's own name, whichever way it was typed.
std::string facet_name(std::string_view field,
                       const indexing::FieldTable& fields = indexing::library_fields());

/// Throws Error(invalid_argument) for a field that is no facet.
void require_facet(std::string_view field, const indexing::FieldTable& fields);

/// `days`: of the matches, articles in any case; counted here where that was not done yet.
Facet make_facet(Walk& walk, const Counted& counted, const FacetRequest& request,
                 const std::vector<Filter>& filters, std::optional<DayCounts>& days);

}  // namespace kiosque::searching
