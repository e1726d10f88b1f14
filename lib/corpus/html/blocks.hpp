#pragma once
// A page as blocks: one paragraph, heading, list entry or cell each, in document order.

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

struct Block {
  std::string text = {};         ///< as shown; lines that <br> ends are separated by '\n'
  NodeId node = 0;               ///< the innermost block element around it
  std::size_t letters = 0;       ///< characters of the text, an ideograph counted as three
  std::size_t link_letters = 0;  ///< of them within links
};

/// Whatever is silent or hidden is left out.
[[nodiscard]] std::vector<Block> blocks_of(const Tree& tree);

}  // namespace kiosque::corpus::html
