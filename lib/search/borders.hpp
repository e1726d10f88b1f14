#pragma once
// Where a text can be cut.

#include <cstddef>
#include <string_view>

namespace kiosque::searching {

inline bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/// Where the character after `count` characters from `at` on begins.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count);

/// Where the character that is `count` characters before `at` begins, but not before `start`.
std::size_t back(std::string_view text, std::size_t start, std::size_t at, std::size_t count);

/// Whether [begin, end) has at most `count` characters.
inline bool fits(std::string_view text, std::size_t begin, std::size_t end, std::size_t count) {
  return end - begin <= count || end <= forward(text, begin, count);
}

/// The end of [begin, end) without the blanks there.
inline std::size_t trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

/// The first beginning of a word from `at` on, up to `limit`, which is one: not a mark that belongs
/// to what is before, nor inside a number (15 000).
std::size_t word_after(std::string_view text, std::size_t at, std::size_t limit);

/// The last end of a word in [begin, limit], without a mark behind it that opens what follows, nor
/// inside a number. Where there is no blank (Chinese, an address) a border of words by Unicode's
/// rules (UAX 29), and in a single long word one of graphemes. More than `begin`.
std::size_t cut_before(std::string_view text, std::size_t begin, std::size_t limit);

}  // namespace kiosque::searching
