#pragma once
// A scraped page as blocks that know what they are, judged by themselves and by their neighbours.

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/scraped_blocks.hpp"
#include "corpus/scraped_kinds.hpp"

namespace kiosque::corpus::scraped {

struct Entry {
  Block block = {};
  Kind kind = Kind::line;
};

using Page = std::vector<Entry>;

/// The blocks [begin, end) of a page.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double score = 0.0;  ///< how much text they hold
};

[[nodiscard]] Page page_of(std::string_view text);

/// Whether blocks of this kind can be text of the article.
[[nodiscard]] bool is_kept(Kind kind);

/// Whether the line is an article's own credits, not the date of an entry in a list.
[[nodiscard]] bool is_anchor(const Entry& entry);

}  // namespace kiosque::corpus::scraped
