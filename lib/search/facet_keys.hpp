#pragma once
// Facets of values that are texts: sections, tags, own keywords.

#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "search/counted.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Fills the facet of the field in `slot`. `filtered` are the folded values that its filters ask
/// for: listed whatever their count, where the archive has them among the matches.
void count_keys(Walk& walk, const Counted& counted, unsigned slot, const FacetRequest& request,
                const std::vector<std::string>& filtered, Facet& facet);

}  // namespace kiosque::searching
