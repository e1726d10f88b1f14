#pragma once
// What an article's text is recognised by: near-copies of a dispatch have nearly the same.
//
// MinHash (Broder, "On the resemblance and containment of documents", 1997) of the text's shingles,
// five words each, by one permutation (Li, Owen and Zhang, "One permutation hashing", 2012), empty
// bins filled as in Shrivastava, "Optimal densification for fast and accurate minwise hashing",
// 2017, of each minimum eight bits kept (Li and König, "b-bit minwise hashing", 2010).

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kiosque::indexing {

/// All zeros: too few words to be told by.
struct Signature {
  static constexpr std::size_t kSize = 64;
  std::array<std::uint8_t, kSize> bytes = {};

  [[nodiscard]] bool empty() const { return bytes == decltype(bytes){}; }
  bool operator==(const Signature&) const = default;
};

/// How many words of a text make a shingle.
inline constexpr std::size_t kShingle = 5;

/// Of an article's words, by their hashes (word_order.hpp) in their order. A short text is told by
/// its headline too: what stands for the text behind a barrier to payment stands for many.
Signature signature_of(std::span<const std::uint64_t> title, std::span<const std::uint64_t> text);

/// In how many of their 64 places two signatures agree: the resemblance of the texts (shingles that
/// both have, of those that either has) and chance, which is one place in 256.
inline unsigned agreement(const std::uint8_t* a, const std::uint8_t* b) {
  unsigned places = 0;
  for (std::size_t i = 0; i < Signature::kSize; ++i) places += a[i] == b[i] ? 1U : 0U;
  return places;
}

}  // namespace kiosque::indexing
