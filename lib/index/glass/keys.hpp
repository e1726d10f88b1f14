#pragma once
// How glass writes the keys of its entries.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::indexing::glass {

/// A zero byte in a term is followed by 0xFF, so that the one that ends it is told from it.
inline std::string term_key(std::string_view term) {
  std::string key;
  key.reserve(term.size() + 2);
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xff';
  }
  return key;
}

/// A number whose bytes sort as it does, big-endian in two bytes at the least: the bits that are
/// set on top of the first say how many bytes more there are.
inline void append_sorting(std::string& bytes, std::uint32_t number) {
  unsigned more = 0;
  while (number >> (15U + 7U * more) != 0 && more < 3) ++more;
  const unsigned marks = 0xFF00U >> more & 0xFFU;
  bytes += static_cast<char>(marks | (more < 3 ? number >> (8U * (more + 1)) : 0));
  for (unsigned left = more + 1; left-- > 0;) bytes += static_cast<char>(number >> (8U * left));
}

/// Nothing for bytes that are no such number, or more than it.
inline std::optional<std::uint32_t> sorting_number(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto head = static_cast<unsigned char>(bytes.front());
  unsigned more = 0;
  while (more < 3 && (head & 0x80U >> more) != 0) ++more;
  if (bytes.size() != more + 2) return {};
  std::uint32_t number = head & 0x7FU >> more;
  if (more == 3 && number != 0) return {};
  for (const char c : bytes.substr(1)) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

}  // namespace kiosque::indexing::glass
