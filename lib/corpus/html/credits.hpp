#pragma once
// When a page's article was published and changed, and who wrote it.

#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/blocks.hpp"
#include "corpus/html/content.hpp"
#include "corpus/html/metadata.hpp"

namespace kiosque::corpus::html {

struct Credits {
  std::string published = {};
  std::string modified = {};
  std::vector<std::string> authors = {};
};

/// What is known of a page where its credits are looked for.
struct CreditSources {
  const Tree& tree;
  const std::vector<Block>& blocks;
  const Content& content;
  const Metadata& metadata;
  const std::string& url;
  std::string_view text;     ///< the page whole: its scripts may say a date
  const std::string& today;  ///< an ISO day that "hier" is told from, or empty
};

/// From the linked data, the metas, microdata and <time>, the lines around the text, the address,
/// the page's scripts; the first of them that says it.
[[nodiscard]] Credits credits_of(const CreditSources& sources);

}  // namespace kiosque::corpus::html
