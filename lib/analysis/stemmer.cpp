#include "analysis/stemmer.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace kiosque::analysis {
namespace {

constexpr std::size_t kCacheSize = 1U << 14U;
constexpr std::size_t kLongestWord = 64;  // beyond it nothing is a French word

bool only_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

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

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer() : snowball_(sb_stemmer_new("french", "UTF_8")), cache_(kCacheSize) {
  static_assert(kCacheSize == 1U << (64U - 50U), "slot_of returns an index of the cache");
  if (!snowball_) throw std::bad_alloc();
}

std::string_view Stemmer::stem(std::string_view word) {
  if (word.size() > Entry::kLongest) return compute(word);
  Entry& entry = cache_[slot_of(word)];
  if (entry.word_size != word.size() ||
      std::memcmp(entry.word.data(), word.data(), word.size()) != 0) {
    const std::string_view stem = compute(word);
    if (stem.size() > Entry::kLongest) return stem;
    entry.word_size = static_cast<std::uint8_t>(word.size());
    std::memcpy(entry.word.data(), word.data(), word.size());
    entry.stem_size = static_cast<std::uint8_t>(stem.size());
    std::memcpy(entry.stem.data(), stem.data(), stem.size());
  }
  return {entry.stem.data(), entry.stem_size};
}

std::string_view Stemmer::compute(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongestWord || !only_letters(word)) return word;
  // Snowball knows the participles by their accents (-é -ée -és -ées), and accents are folded here.
  std::copy(word.begin(), word.end(), buffer_.begin());
  std::size_t size = word.size();
  if (size > 4 && word.ends_with("ees")) {
    size -= 2;
  } else if (size > 3 && word.ends_with("ee")) {
    size -= 1;
  }
  const sb_symbol* const stem = sb_stemmer_stem(
      snowball_.get(), reinterpret_cast<const sb_symbol*>(buffer_.data()), static_cast<int>(size));
  if (stem == nullptr) throw std::bad_alloc();
  const auto length = static_cast<std::size_t>(sb_stemmer_length(snowball_.get()));
  // Snowball marks vowels that act as consonants with capitals; it takes them back but in rare
  // cases.
  return {reinterpret_cast<const char*>(stem), length};
}

}  // namespace kiosque::analysis
