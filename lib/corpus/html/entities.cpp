#include "corpus/html/entities.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "support/utf8.hpp"

namespace kiosque::corpus::html {
namespace {

// The code point of "eacute", "#233" or "#xE9"; negative for what is none.
std::int32_t code_point_of(std::string_view name) {
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

bool is_of_xml(std::string_view name) {
  return name.starts_with('#') || name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
         name == "apos";
}

}  // namespace

std::string without_entities(std::string_view text, Entities which) {
  constexpr std::size_t kLongest = 10;
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    result += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::size_t end = text.find(';');
    std::int32_t code = -1;
    if (end != std::string_view::npos && end <= kLongest) {
      const std::string_view name = text.substr(1, end - 1);
      if (which == Entities::all || !is_of_xml(name)) code = code_point_of(name);
    }
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

}  // namespace kiosque::corpus::html
