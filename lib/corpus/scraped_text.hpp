#pragma once
// Folding: the plain form of a text (small letters, no accents, plain quotes and spaces) that rules
// about dates, bylines and menus are written in.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus::scraped {

/// Stands for whatever has no plain form: Arabic, emoji, broken bytes.
inline constexpr char kForeign = '\x01';

/// A folded text that knows where each of its characters came from.
struct Folded {
  std::string text = {};
  /// One more than `text` has characters; the last is the size of the source.
  std::vector<std::size_t> offsets = {};
};

/// Lower case, without accents, with ' for every apostrophe, " for every quote, - for every dash
/// and one space for each kind of space; soft hyphens and zero-width characters are dropped.
[[nodiscard]] std::string fold(std::string_view text);
[[nodiscard]] Folded fold_with_offsets(std::string_view text);

/// Without the white space at its ends, no-break spaces and zero-width characters included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// How many characters a terminal would show.
[[nodiscard]] std::size_t columns(std::string_view text);

}  // namespace kiosque::corpus::scraped
