#include "analysis/stemmer.hpp"

#include <algorithm>
#include <cstring>

namespace kiosque::analysis {
namespace {

constexpr std::size_t kCacheSize = 1U << 14U;

std::size_t slot_of(std::string_view word) {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  const std::size_t n = std::min<std::size_t>(word.size(), 8);
  std::memcpy(&head, word.data(), n);
  std::memcpy(&tail, word.data() + word.size() - n, n);
  std::uint64_t h = (head ^ (tail << 1U | tail >> 63U) ^ word.size()) * 0x9E3779B97F4A7C15ULL;
  h ^= h >> 32U;
  return static_cast<std::size_t>((h * 0xD6E8FEB86659FD93ULL) >> 50U);
}

}  // namespace

Stemmer::Stemmer() : cache_(kCacheSize) {
  static_assert(kCacheSize == 1U << (64U - 50U), "slot_of returns an index of the cache");
}

KnownWord Stemmer::look(std::string_view word) {
  if (word.size() > Entry::kLongest) return compute(word);
  Entry& entry = cache_[slot_of(word)];
  if (entry.word_size != word.size() ||
      std::memcmp(entry.word.data(), word.data(), word.size()) != 0) {
    const KnownWord known = compute(word);
    if (known.stem.size() > Entry::kLongest) return known;
    entry.word_size = static_cast<std::uint8_t>(word.size());
    std::memcpy(entry.word.data(), word.data(), word.size());
    entry.stem_size = static_cast<std::uint8_t>(known.stem.size());
    std::memcpy(entry.stem.data(), known.stem.data(), known.stem.size());
    entry.parts = known.parts;
  }
  return {{entry.stem.data(), entry.stem_size}, entry.parts};
}

KnownWord Stemmer::compute(std::string_view word) {
  const Parts parts = lexicon_.parts(word);
  const std::string_view known = lexicon_.stem(word);
  return {known.empty() ? snowball_.stem(word) : known, parts};
}

}  // namespace kiosque::analysis
