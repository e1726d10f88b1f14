#pragma once
// What a page says of its article as JSON-LD (schema.org).

#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

/// As printed; empty where the page does not say it.
struct LinkedData {
  std::string headline = {};
  std::string description = {};
  std::string body = {};
  std::string published = {};
  std::string modified = {};
  std::string section = {};
  std::string publisher = {};
  std::string url = {};
  std::vector<std::string> authors = {};
  std::vector<std::string> tags = {};
  bool is_article = false;
};

/// Of the object that is most like an article, in whatever nesting, array or @graph. Blocks that
/// are not JSON, also once mended (comments, raw line ends, trailing commas), are passed over, as
/// are those of more than 4 MiB.
[[nodiscard]] LinkedData linked_data_of(const Tree& tree);

/// One block, for tests.
void read_linked_data(std::string_view json, LinkedData& data);

}  // namespace kiosque::corpus::html
