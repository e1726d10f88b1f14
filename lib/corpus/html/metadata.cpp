#include "corpus/html/metadata.hpp"

#include <algorithm>

#include "corpus/html/entities.hpp"
#include "corpus/html/whitespace.hpp"
#include "support/text.hpp"

namespace kiosque::corpus::html {
namespace {

std::string collapsed(std::string_view text) {
  Collapsed result;
  result.add(text);
  return result.take();
}

}  // namespace

std::string Metadata::meta(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : metas) {
      if (key == name && !content.empty()) return content;
    }
  }
  return {};
}

std::vector<std::string> Metadata::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, content] : metas) {
    if (key == name && !content.empty()) values.push_back(content);
  }
  return values;
}

std::string value_of(const Tree& tree, NodeId id) {
  for (const Attribute name : {Attribute::content, Attribute::datetime}) {
    const auto value = tree.attribute(id, name);
    if (!value.empty()) return collapsed(value);
  }
  return tree.text_below(id);
}

Metadata metadata_of(const Tree& tree) {
  constexpr std::size_t kMostProperties = 2000;
  Metadata data;
  data.linked = linked_data_of(tree);
  for (NodeId at = 0; at < tree.size(); ++at) {
    const Node& node = tree[at];
    switch (node.tag) {
      case Tag::title:
        if (data.page_title.empty()) data.page_title = without_entities(tree.text_below(at));
        break;
      case Tag::link:
        if (data.canonical.empty() &&
            support::lower_ascii(tree.attribute(at, Attribute::rel)) == "canonical") {
          data.canonical = tree.attribute(at, Attribute::href);
        }
        break;
      case Tag::meta: {
        const auto content = tree.attribute(at, Attribute::content);
        if (content.empty()) break;
        for (const Attribute name : {Attribute::property, Attribute::name, Attribute::itemprop}) {
          const auto key = tree.attribute(at, name);
          if (!key.empty()) {
            data.metas.emplace_back(support::lower_ascii(key),
                                    without_entities(collapsed(content)));
          }
        }
        break;
      }
      default:
        break;
    }
    if (node.tag == Tag::text || data.properties.size() >= kMostProperties) continue;
    const auto property = tree.attribute(at, Attribute::itemprop);
    if (!property.empty()) data.properties.emplace_back(property, at);
  }
  return data;
}

}  // namespace kiosque::corpus::html
