#pragma once
// What a page says of itself in its head and in marked elements: metas, links, microdata, <time>.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/html/linked_data.hpp"
#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

struct Metadata {
  LinkedData linked = {};
  std::vector<std::pair<std::string, std::string>> metas = {};  ///< name in small letters, content
  std::string page_title = {};                                  ///< of <title>
  std::string canonical = {};                                   ///< of rel=canonical
  std::vector<std::pair<std::string, NodeId>> properties = {};  ///< itemprop, its element

  /// The content of the first of these metas that says something.
  [[nodiscard]] std::string meta(std::initializer_list<std::string_view> names) const;
  /// All that such metas say.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
};

[[nodiscard]] Metadata metadata_of(const Tree& tree);

/// What an element with an itemprop says: its content or datetime, else its text.
[[nodiscard]] std::string value_of(const Tree& tree, NodeId id);

}  // namespace kiosque::corpus::html
