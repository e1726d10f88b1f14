#pragma once
// What a person says of the pages of a site that resists: which elements to keep, which to drop.

#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

/// One element: `tag`, `.class`, `#id` or `[itemprop=value]`, or several of them joined, which all
/// have to hold: "div.article-body".
struct Selector {
  Tag tag = Tag::text;  // Tag::text: any
  std::vector<std::string> classes = {};
  std::string id = {};
  std::string itemprop = {};

  [[nodiscard]] bool matches(const Tree& tree, NodeId node) const;
};

struct SiteRules {
  std::string host = {};
  std::vector<Selector> keep = {};
  std::vector<Selector> drop = {};
};

class Rules {
 public:
  Rules() = default;
  /// Lines of a host, followed by lines of "keep SELECTOR, …" and "drop SELECTOR, …"; "#" opens a
  /// comment. Throws Error(invalid_argument), naming the line.
  explicit Rules(std::string_view text);

  /// Those of a host or of the domain it is in; null where there are none.
  [[nodiscard]] const SiteRules* of_host(std::string_view host) const;

 private:
  std::vector<SiteRules> sites_;
};

}  // namespace kiosque::corpus::html
