#include "query/match_words.hpp"

namespace kiosque::querying {

// Its first two bytes.
std::size_t MatchWords::beginning(std::string_view word) {
  const auto byte = [&](std::size_t i) {
    return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U;
  };
  return (byte(0) % 64 * 64 + byte(1) % 64) % 4096;
}

void MatchWords::prepare() {
  for (const auto* const words : {&surfaces, &stems, &forms}) {
    for (const auto& word : *words) beginnings_.set(beginning(word));
  }
}

bool MatchWords::match(std::string_view surface, std::string_view stem,
                       std::string_view exact) const {
  const auto is_in = [&](const auto& words, std::string_view word) {
    return beginnings_.test(beginning(word)) && words.contains(word);
  };
  return is_in(stems, stem) || is_in(surfaces, surface) ||
         is_in(forms, exact.empty() ? surface : exact) ||
         (!prefix.empty() && surface.starts_with(prefix));
}

}  // namespace kiosque::querying
