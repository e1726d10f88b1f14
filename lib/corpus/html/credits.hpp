#pragma once
// When a page's article was published and changed, and who wrote it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/html/blocks.hpp"
#include "corpus/html/content.hpp"
#include "corpus/html/metadata.hpp"

namespace kiosque::corpus::html {

/// What is known of a page where its credits are looked for.
struct CreditSources {
  const Tree& tree;
  const std::vector<Block>& blocks;
  const Content& content;
  const Metadata& metadata;
  const std::string& url;
  std::string_view text;     ///< the page whole: its scripts may say a date
  const std::string& today;  ///< an ISO day that "hier" is told from, or empty

  /// An element some levels around the container of the text.
  [[nodiscard]] NodeId around_text(int levels) const;
  /// The blocks of the text: the first, and one behind the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> text_range() const;
};

struct PageDates {
  std::string published = {};  ///< ISO 8601, or empty
  std::string modified = {};
};

/// From the linked data, the metas, microdata and <time>, the address, the lines around the text,
/// the page's scripts; the first of them that says it.
[[nodiscard]] PageDates dates_of(const CreditSources& sources);

/// From the linked data, microdata, the metas, links and classes of bylines, the lines around the
/// text; the first of them that names someone. Addresses and the site's own name are no authors.
[[nodiscard]] std::vector<std::string> authors_of(const CreditSources& sources);

}  // namespace kiosque::corpus::html
