#pragma once
// Who wrote an article and when, from the lines around its text.

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/scraped_page.hpp"

namespace kiosque::corpus::scraped {

struct Credits {
  std::string published = {};
  std::string modified = {};
  std::vector<std::string> authors = {};
};

/// The credits of the text in `run`, whose headline (or, without one, first block) is at `top`.
[[nodiscard]] Credits credits_of(const Page& page, std::size_t top, const Run& run);

}  // namespace kiosque::corpus::scraped
