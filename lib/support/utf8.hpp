#pragma once
// One code point at a time.

#include <unicode/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosque::support {

// ICU's macro narrows inside.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The code point at `i`, which moves behind it; negative for invalid UTF-8 (`i` moves on too).
inline std::int32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c;
  U8_NEXT(bytes, i, text.size(), c);
  return c;
}

/// Appends a code point; nothing for one that does not exist.
inline void append_code_point(std::int32_t c, std::string& out) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  UBool bad = false;
  U8_APPEND(bytes, size, sizeof bytes, c, bad);
  if (!bad) out.append(reinterpret_cast<const char*>(bytes), size);
}
#pragma GCC diagnostic pop

}  // namespace kiosque::support
