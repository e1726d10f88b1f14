#pragma once
// The headline above an article's text.

#include <cstddef>
#include <optional>

#include "corpus/scraped_page.hpp"

namespace kiosque::corpus::scraped {

/// Which block is the headline of the text in `run`.
[[nodiscard]] std::optional<std::size_t> find_title(const Page& page, const Run& run);

}  // namespace kiosque::corpus::scraped
