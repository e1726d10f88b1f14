#include "index/signature.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace kiosque::indexing {
namespace {

// Fewer words are a caption or an announcement that many articles may have.
constexpr std::size_t kFewestWords = 12;
// With fewer than that the headline tells too.
constexpr std::size_t kShortText = 80;

constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();

using Minima = std::array<std::uint64_t, Signature::kSize>;

// The finalizer of MurmurHash3 (Appleby): every bit of the result depends on every bit.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDU;
  hash ^= hash >> 33U;
  hash *= 0xC4CEB9FE1A85EC53U;
  return hash ^ hash >> 33U;
}

void add_shingles(std::span<const std::uint64_t> words, Minima& minima) {
  constexpr unsigned kBins = std::countr_zero(Signature::kSize);
  for (std::size_t at = 0; at + kShingle <= words.size(); ++at) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kShingle; ++i)
      hash = (std::rotl(hash, 23) ^ words[at + i]) * 0x9E3779B97F4A7C15U;
    hash = mixed(hash);
    std::uint64_t& least = minima[hash >> (64 - kBins)];
    least = std::min(least, hash << kBins);
  }
}

}  // namespace

Signature signature_of(std::span<const std::uint64_t> title, std::span<const std::uint64_t> text) {
  Signature signature;
  if (text.size() < kFewestWords) return signature;
  Minima minima;
  minima.fill(kEmpty);
  add_shingles(text, minima);
  if (text.size() < kShortText) add_shingles(title, minima);
  for (std::size_t i = 0; i < minima.size(); ++i) {
    std::uint64_t least = minima[i];
    // An empty bin borrows from one that is not; which ones it asks is the same for every text.
    for (std::uint64_t attempt = 1; least == kEmpty; ++attempt)
      least = minima[mixed(i << 32U | attempt) % minima.size()];
    signature.bytes[i] = static_cast<std::uint8_t>(mixed(least));
  }
  // Nobody's signature is the empty one.
  if (signature.empty()) signature.bytes[0] = 1;
  return signature;
}

}  // namespace kiosque::indexing
