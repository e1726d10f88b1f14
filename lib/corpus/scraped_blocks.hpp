#pragma once
// A scraped page as blocks: what its tool drew (wrapped lines, bullets, heading and button marks)
// is undone, so that one block is one paragraph, heading, menu entry or line of the page.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus::scraped {

struct Block {
  std::string text = {};      ///< as printed, trimmed; wrapped lines joined with a space
  std::string plain = {};     ///< `text` folded, with single spaces
  std::size_t columns = 0;    ///< characters of `text`
  bool bullet = false;        ///< an entry of a list
  bool button = false;        ///< held a button of a form
  bool heading = false;       ///< drawn as a heading
  bool main_heading = false;  ///< drawn as the page's first level of headings
};

/// The blocks of a page in their order, empty ones left out. Pages are read up to a bounded number
/// of blocks, far beyond any article.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view page);

}  // namespace kiosque::corpus::scraped
