#include "analysis/snowball.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <new>

namespace kiosque::analysis {
namespace {

constexpr std::size_t kLongestWord = 64;  // beyond it nothing is a French word

bool only_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void Snowball::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Snowball::Snowball() : stemmer_(sb_stemmer_new("french", "UTF_8")) {
  if (!stemmer_) throw std::bad_alloc();
}

std::string_view Snowball::stem(std::string_view word) {
  if (word.size() < 4 || word.size() > kLongestWord || !only_letters(word)) return word;
  // Snowball knows the participles by their accents (-é -ée -és -ées), and accents are folded here.
  std::copy(word.begin(), word.end(), buffer_.begin());
  std::size_t size = word.size();
  if (size > 4 && word.ends_with("ees")) {
    size -= 2;
  } else if (size > 3 && word.ends_with("ee")) {
    size -= 1;
  }
  const sb_symbol* const stem = sb_stemmer_stem(
      stemmer_.get(), reinterpret_cast<const sb_symbol*>(buffer_.data()), static_cast<int>(size));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace kiosque::analysis
