#include "search/word_starts.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace kiosque::searching {
namespace {

// À to ß, and à to ÿ: folded; 0 for the multiplication and division signs.
constexpr std::string_view kLatin1(
    "aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty", 64);

// Of ASCII letters and digits the folded one; 0 of all other bytes.
constexpr std::array<unsigned char, 256> kFolded = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = c;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<unsigned char>(c - 'A' + 'a');
  return table;
}();

constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHigh = 0x80 * kEach;

// The high bit of each byte that is, without its own high bit, from `first` to `last`.
std::uint64_t in_range(std::uint64_t low_bits, unsigned char first, unsigned char last) {
  return (low_bits + (0x80U - first) * kEach) & ~(low_bits + (0x7FU - last) * kEach) & kHigh;
}

// The high bit of each byte that is zero (Mycroft's, without what he gets wrong behind a zero).
std::uint64_t zero(std::uint64_t bytes) {
  return ~(((bytes & ~kHigh) + ~kHigh) | bytes) & kHigh;
}

// The eight high bits in the order of their bytes.
std::uint64_t gathered(std::uint64_t high_bits) {
  return (high_bits >> 7U) * 0x0102040810204080U >> 56U;
}

}  // namespace

WordStarts::WordStarts(std::string_view text) : text_(text), inside_(text.size() / 64 + 1) {
  static_assert(std::endian::native == std::endian::little);
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, std::min<std::size_t>(8, text.size() - at));
    const std::uint64_t high = bytes & kHigh;
    const std::uint64_t low_bits = bytes & ~kHigh;
    const std::uint64_t letters = in_range(low_bits | 0x20 * kEach, 'a', 'z');
    const std::uint64_t digits = in_range(low_bits, '0', '9');
    inside_[at / 64] |= gathered(((letters | digits) & ~high) | high) << (at % 64);
  }
  // Signs beyond ASCII begin with C2 or E2.
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, std::min<std::size_t>(8, text.size() - at));
    if ((bytes & kHigh) == 0) continue;
    std::uint64_t signs = gathered(zero(bytes ^ 0xC2 * kEach) | zero(bytes ^ 0xE2 * kEach));
    for (; signs != 0; signs &= signs - 1) {
      const std::size_t sign = at + static_cast<std::size_t>(std::countr_zero(signs));
      const auto following = [&](std::size_t i) {
        return static_cast<unsigned char>(sign + i < text.size() ? text[sign + i] : 0);
      };
      if (text[sign] == '\xC2') {
        if (following(1) != 0xAD) part(sign, 2);
      } else if (following(1) == 0x80 && (following(2) < 0x8B || following(2) > 0x8F)) {
        part(sign, 3);
      }
    }
  }
}

void WordStarts::part(std::size_t at, std::size_t size) {
  for (const std::size_t end = std::min(at + size, text_.size()); at < end; ++at)
    inside_[at / 64] &= ~(std::uint64_t{1} << (at % 64));
}

std::size_t WordStarts::end_of(std::size_t begin) const {
  std::size_t end = begin;
  while (end < text_.size() && is_inside(end)) ++end;
  return end;
}

Beginning WordStarts::beginning_of(std::size_t begin) const {
  // Nearly all words.
  if (begin + 1 < text_.size()) {
    const unsigned char first = kFolded[static_cast<unsigned char>(text_[begin])];
    const unsigned char second = kFolded[static_cast<unsigned char>(text_[begin + 1])];
    if (first != 0 && second != 0) return {first, second, true};
  }
  Beginning beginning;
  std::array<unsigned char, 2> letters{};
  std::size_t count = 0;
  for (std::size_t at = begin; count < 2 && at < text_.size() && is_inside(at);) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (kFolded[byte] != 0) {
      letters[count++] = kFolded[byte];
      ++at;
    } else if (byte == 0xC3 && at + 1 < text_.size()) {
      const auto second = static_cast<unsigned char>(text_[at + 1]);
      letters[count++] = static_cast<unsigned char>(kLatin1[second % 64U]);
      at += 2;
    } else {
      beginning.known = false;
      ++at;
    }
  }
  beginning.first = letters[0];
  beginning.second = letters[1];
  return beginning;
}

}  // namespace kiosque::searching
