#pragma once
// Facets of own numbers and dates, by value and by range.

#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/fields.hpp"
#include "search/counted.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// A filter's value as a facet lists it: 512, 300..800; 2022-04, 2021..2022 in days. Throws
/// Error(invalid_argument) for what is no number or date.
std::string own_value(const indexing::Field& field, std::string_view value);

/// Fills the facet of an own number or date. `filtered` are the values of its filters, in the form
/// of own_value: counted and listed in any case. Throws Error(invalid_argument) for a range that is
/// none, and for a unit that is no year, month or day.
void count_own(Walk& walk, const Counted& counted, const indexing::Field& field,
               const FacetRequest& request, const std::vector<std::string>& filtered, Facet& facet);

}  // namespace kiosque::searching
