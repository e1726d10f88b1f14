#pragma once
// Text in columns: widths of UTF-8, wrapping with highlights. Control characters and escape
// sequences in a text never reach the terminal.

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace command {

/// How many columns a terminal gives the text.
std::size_t display_width(std::string_view text);

/// The text on one line of at most `width` columns, cut with "…".
std::string fitted(std::string_view text, std::size_t width);

/// The same, filled up with spaces.
std::string padded(std::string_view text, std::size_t width);

/// What surrounds the text and the matches in it; empty for plain text.
struct Highlight {
  std::string_view base = {};
  std::string_view match = {};
  std::string_view reset = {};
};

/// The text in lines of at most `width` columns, broken at spaces (never at a no-break one);
/// `spans` are in bytes of `text`.
std::vector<std::string> wrapped(std::string_view text, const std::vector<kiosque::Span>& spans,
                                 std::size_t width, const Highlight& highlight);

}  // namespace command
