#pragma once
// Facets of values that are texts: sections, tags, own keywords.

#include <cstddef>
#include <cstdint>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "search/counted.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// A value's articles, or families, and the spelling that most of them use (numbers into
/// FieldValues).
struct ValueCount {
  std::size_t count = 0;
  std::uint32_t spelling = 0;
};

/// Of each value of the field in `slot`: under the spelling most used, on a tie the one first seen.
/// `missing`: those without any.
std::vector<ValueCount> count_values(Walk& walk, const Counted& counted, unsigned slot,
                                     std::size_t& missing);

/// Fills the facet of the field in `slot`. `filtered` are the folded values that its filters ask
/// for: listed whatever their count, where the archive has them among the matches.
void count_keys(Walk& walk, const Counted& counted, unsigned slot, const FacetRequest& request,
                const std::vector<std::string>& filtered, Facet& facet);

}  // namespace kiosque::searching
