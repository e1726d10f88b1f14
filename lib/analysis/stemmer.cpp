#include "analysis/stemmer.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>

namespace kiosque::analysis {
namespace {

constexpr unsigned kCacheBits = 16;
constexpr std::size_t kEntries = std::size_t{1} << kCacheBits;
constexpr std::size_t kEnds = 16;  // bytes that `Ends` holds

struct Ends {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
};

template <typename Number>
std::uint64_t load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// The first and the last eight bytes: with the size, all of a word of up to sixteen.
Ends ends_of(std::string_view word) {
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  if (word.size() >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(end - 8)};
  if (word.size() >= 4) {
    return {load<std::uint32_t>(begin) | load<std::uint32_t>(end - 4) << 32U, 0};
  }
  if (word.empty()) return {};
  return {load<std::uint8_t>(begin) | load<std::uint8_t>(begin + word.size() / 2) << 8U |
              load<std::uint8_t>(end - 1) << 16U,
          0};
}

std::size_t slot_of(const Ends& ends, std::size_t size) {
  std::uint64_t h =
      (ends.head ^ (ends.tail << 1U | ends.tail >> 63U) ^ size) * 0x9E3779B97F4A7C15ULL;
  h ^= h >> 32U;
  return static_cast<std::size_t>((h * 0xD6E8FEB86659FD93ULL) >> (64U - kCacheBits));
}

}  // namespace

void Stemmer::Free::operator()(void* memory) const {
  std::free(memory);
}

// One entry more than there are, to begin at a cache line.
Stemmer::Stemmer() : memory_(std::calloc(kEntries + 1, sizeof(Entry))) {
  static_assert(std::is_trivially_copyable_v<Entry>);
  void* begin = memory_.get();
  std::size_t space = (kEntries + 1) * sizeof(Entry);
  if (begin == nullptr || !std::align(alignof(Entry), kEntries * sizeof(Entry), begin, space))
    throw std::bad_alloc();
  cache_ = static_cast<Entry*>(begin);
}

LexiconEntry Stemmer::look(std::string_view word) {
  if (word.size() > Entry::kLongest) return compute(word);
  const Ends ends = ends_of(word);
  Entry& entry = cache_[slot_of(ends, word.size())];
  const std::size_t beyond = word.size() > kEnds ? word.size() - kEnds : 0;
  const bool known =
      entry.head == ends.head && entry.tail == ends.tail && entry.word_size == word.size() &&
      (beyond == 0 || std::memcmp(entry.middle.data(), word.data() + 8, beyond) == 0);
  if (!known) {
    const LexiconEntry made = compute(word);
    if (made.stem.size() > Entry::kLongest) return made;
    entry.head = ends.head;
    entry.tail = ends.tail;
    entry.word_size = static_cast<std::uint8_t>(word.size());
    std::memcpy(entry.middle.data(), word.data() + (beyond > 0 ? 8 : 0), beyond);
    entry.stem_size = static_cast<std::uint8_t>(made.stem.size());
    std::copy(made.stem.begin(), made.stem.end(), entry.stem.begin());
    entry.parts = made.parts;
  }
  return {{entry.stem.data(), entry.stem_size}, entry.parts};
}

void Stemmer::prefetch(std::string_view word) const {
  __builtin_prefetch(&cache_[slot_of(ends_of(word), word.size())]);
}

LexiconEntry Stemmer::compute(std::string_view word) {
  LexiconEntry known = lexicon_.look(word);
  if (known.stem.empty()) known.stem = snowball_.stem(word);
  return known;
}

}  // namespace kiosque::analysis
