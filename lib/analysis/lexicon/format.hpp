#pragma once
// The lexicon's file: the bytes of its two tries, words and stems, as 64-bit numbers, low byte
// first; the tries; and for each word, in the order of its number, kEntryBytes that say what it is:
// the number of its stem; or, with kCompound set, a compound, with the number of its parts but one
// and where each of these begins.

#include <array>
#include <cstddef>
#include <cstdint>

namespace kiosque::analysis {

inline constexpr std::size_t kLexiconHeader = 16;
inline constexpr std::size_t kEntryBytes = 3;
inline constexpr std::uint32_t kCompound = 0x800000;
inline constexpr std::size_t kMostParts = 4;
inline constexpr std::size_t kLongestCompound = 31;  // a beginning takes five bits

/// Where the parts of a compound begin, but for the first; `count` is 0 for a word that is none.
struct Parts {
  std::uint8_t count = 0;
  std::array<std::uint8_t, kMostParts - 1> begins{};
};

constexpr std::uint32_t encode(const Parts& parts) {
  std::uint32_t entry = kCompound | std::uint32_t{parts.count} << 15U;
  for (unsigned i = 0; i < parts.begins.size(); ++i)
    entry |= std::uint32_t{parts.begins[i]} << (5 * i);
  return entry;
}

constexpr Parts decode(std::uint32_t entry) {
  Parts parts;
  parts.count = static_cast<std::uint8_t>(entry >> 15U & 3U);
  for (unsigned i = 0; i < parts.begins.size(); ++i) {
    parts.begins[i] = static_cast<std::uint8_t>(entry >> (5 * i) & 31U);
  }
  return parts;
}

}  // namespace kiosque::analysis
