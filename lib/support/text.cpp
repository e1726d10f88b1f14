#include "support/text.hpp"

#include <fmt/format.h>

#include "support/utf8.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kiosque::support {

std::string hash_hex(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::size_t invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    if (next_code_point(text, i) < 0) return begin;
  }
  return std::string_view::npos;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

std::string_view trim(std::string_view text) {
  const auto space_at_front = [&]() -> std::size_t {
    if (text.empty()) return 0;
    if (std::string_view(" \t\r\n\v\f").find(text.front()) != std::string_view::npos) return 1;
    if (text.starts_with("\u00A0")) return 2;
    if (text.starts_with("\u202F") || text.starts_with("\uFEFF")) return 3;
    return 0;
  };
  const auto space_at_back = [&]() -> std::size_t {
    if (text.empty()) return 0;
    if (std::string_view(" \t\r\n\v\f").find(text.back()) != std::string_view::npos) return 1;
    if (text.ends_with("\u00A0")) return 2;
    if (text.ends_with("\u202F") || text.ends_with("\uFEFF")) return 3;
    return 0;
  };
  while (const std::size_t n = space_at_front()) text.remove_prefix(n);
  while (const std::size_t n = space_at_back()) text.remove_suffix(n);
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace kiosque::support
