#pragma once
// Small things about UTF-8 text and hashes.

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosque::support {

/// 128 bits of XXH3, in 32 hexadecimal digits: the same on every machine.
std::string hash_hex(std::string_view bytes);

/// Where the first byte stands that is not part of valid UTF-8; npos if all is.
std::size_t invalid_utf8(std::string_view text);

/// The longest prefix of at most `bytes` bytes that ends between two code points.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

/// Without white space (of ASCII and the no-break spaces) at both ends.
std::string_view trim(std::string_view text);

/// Capitals of ASCII as small letters, everything else as it is.
std::string lower_ascii(std::string_view text);

}  // namespace kiosque::support
