#include "corpus/html/metadata.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "corpus/html/whitespace.hpp"
#include "support/utf8.hpp"

namespace kiosque::corpus::html {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string collapsed(std::string_view text) {
  Collapsed result;
  result.add(text);
  return result.take();
}

// The code point of "eacute", "#233" or "#xE9"; negative for what is none.
std::int32_t entity(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::int32_t value = -1;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    return error == std::errc() && end == name.data() + name.size() ? value : -1;
  }
  const std::string word(name);
  const auto* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(word.c_str()));
  if (found != nullptr) return static_cast<std::int32_t>(found->value);
  return word == "apos" ? '\'' : -1;
}

}  // namespace

std::string without_entities(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    result += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::size_t end = text.find(';');
    const std::int32_t code =
        end != std::string_view::npos && end <= kLongest ? entity(text.substr(1, end - 1)) : -1;
    if (code > 0) {
      support::append_code_point(code, result);
      text.remove_prefix(end + 1);
    } else {
      result += '&';
      text.remove_prefix(1);
    }
  }
  return result;
}

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
      case Tag::html:
        if (data.language.empty()) data.language = tree.attribute(at, Attribute::lang);
        break;
      case Tag::title:
        if (data.page_title.empty()) data.page_title = without_entities(tree.text_below(at));
        break;
      case Tag::link:
        if (data.canonical.empty() && lower(tree.attribute(at, Attribute::rel)) == "canonical") {
          data.canonical = tree.attribute(at, Attribute::href);
        }
        break;
      case Tag::meta: {
        const auto content = tree.attribute(at, Attribute::content);
        if (content.empty()) break;
        for (const Attribute name : {Attribute::property, Attribute::name, Attribute::itemprop}) {
          const auto key = tree.attribute(at, name);
          if (!key.empty()) {
            data.metas.emplace_back(lower(key), without_entities(collapsed(content)));
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
