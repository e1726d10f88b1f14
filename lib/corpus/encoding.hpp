#pragma once
// The characters of a page, whatever it is written in and says of itself.

#include <string>
#include <string_view>

namespace kiosque::corpus {

/// `bytes` as valid UTF-8 without NUL: as its byte-order mark says, else as UTF-8 where it is
/// that, else as its <meta> or XML declaration says (in the way of the WHATWG's table: ISO-8859-1
/// means windows-1252), else as ICU's detector guesses. Broken sequences become U+FFFD.
[[nodiscard]] std::string to_utf8(std::string bytes);

/// The same of a text too short to guess from: windows-1252 where it is not UTF-8.
[[nodiscard]] std::string short_to_utf8(std::string bytes);

}  // namespace kiosque::corpus
