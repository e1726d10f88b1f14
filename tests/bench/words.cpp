#include "words.hpp"

#include <algorithm>

namespace bench {
namespace {

constexpr bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Length of the letter at the start of `rest`; 0: no letter. U+00C0 to U+017F, without × and ÷.
std::size_t letter_at(std::string_view rest) {
  if (is_ascii_letter(rest[0])) return 1;
  const auto lead = static_cast<unsigned char>(rest[0]);
  if (lead < 0xc3 || lead > 0xc5 || rest.size() < 2) return 0;
  const auto next = static_cast<unsigned char>(rest[1]);
  return lead == 0xc3 && (next == 0x97 || next == 0xb7) ? 0 : 2;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const std::size_t length = letter_at(text.substr(at));
      if (length == 0) break;
      at += length;
    }
    if (at > begin) words.push_back(text.substr(begin, at - begin));
    if (at < text.size()) ++at;
  }
  return words;
}

std::string lowered(std::string_view word) {
  std::string small(word);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto byte = static_cast<unsigned char>(small[i]);
    const auto before = i == 0 ? 0 : static_cast<unsigned char>(small[i - 1]);
    const bool latin = before == 0xc3 && byte >= 0x80 && byte <= 0x9e && byte != 0x97;
    if ((byte >= 'A' && byte <= 'Z') || latin) small[i] = static_cast<char>(byte + 0x20);
    if (before == 0xc5 && byte == 0x92) small[i] = static_cast<char>(0x93);
  }
  return small;
}

void capitalise(std::string& text, std::size_t at) {
  if (at >= text.size()) return;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 'a' && byte <= 'z') text[at] = static_cast<char>(byte - 0x20);
  if (byte != 0xc3 || at + 1 >= text.size()) return;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if (next >= 0xa0 && next != 0xb7 && next != 0xbf) text[at + 1] = static_cast<char>(next - 0x20);
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80;
  }));
}

}  // namespace bench
