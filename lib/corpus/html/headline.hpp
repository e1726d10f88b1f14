#pragma once
// The headline of a page: its h1, where what the page says of itself agrees.

#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/blocks.hpp"
#include "corpus/html/metadata.hpp"

namespace kiosque::corpus::html {

[[nodiscard]] std::string headline_of(const Tree& tree, const std::vector<Block>& blocks,
                                      const Metadata& metadata);

/// The share of the words of the shorter text that the longer one has too, 0 to 1.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace kiosque::corpus::html
