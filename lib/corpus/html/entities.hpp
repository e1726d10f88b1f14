#pragma once
// The names that HTML gives to characters: "&eacute;", "&#233;", "&#xE9;".

#include <string>
#include <string_view>

namespace kiosque::corpus::html {

enum class Entities {
  all,
  beyond_xml,  ///< named ones that XML does not know: "&eacute;", but neither "&amp;" nor "&#233;"
};

/// The text with its entities as characters; what is none stays as it is.
[[nodiscard]] std::string without_entities(std::string_view text, Entities which = Entities::all);

}  // namespace kiosque::corpus::html
