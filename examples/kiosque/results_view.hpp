#pragma once
// An answer for human eyes.

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>

#include "terminal.hpp"

namespace command {

/// The hits, then the facets, then the timeline, in at most `width` columns.
std::string results_text(const kiosque::Results& results, std::size_t width, const Styles& styles);

}  // namespace command
