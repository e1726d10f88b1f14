#pragma once
// Facets as columns with bars, a histogram as a timeline, drawn with block characters.

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "terminal.hpp"

namespace command {

/// A horizontal bar of `part` (0 to 1) of `width` columns, to an eighth of a column; never empty
/// for a part above 0.
std::string bar(double part, std::size_t width);

/// The facets side by side, as many as fit into `width` columns, the rest below.
std::vector<std::string> facet_lines(const std::vector<kiosque::Facet>& facets, std::size_t width,
                                     const Styles& styles);

/// A heading, a line of blocks for the counts (neighbouring periods drawn together where there are
/// too many), one for their share of all articles, and the periods below.
std::vector<std::string> timeline_lines(const kiosque::Histogram& histogram, std::size_t width,
                                        const Styles& styles);

}  // namespace command
