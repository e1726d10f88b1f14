#pragma once
// Where the words of a text begin, roughly as the tokenizer has them: found for eight bytes at a
// time, since nearly all of them are only passed over.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosque::searching {

/// The first two characters of a word, folded.
struct Beginning {
  unsigned char first = 0;
  unsigned char second = 0;  // 0: there is but one
  bool known = true;         // false: one of them is a letter that is not looked up here
};

/// Of a text, which has to outlive it. Words are parted by what is neither a letter nor a digit in
/// ASCII, and by signs of Latin-1 and of general punctuation, but for what may be inside a word:
/// soft hyphens and the invisible.
class WordStarts {
 public:
  explicit WordStarts(std::string_view text);

  /// Calls `visit(begin)` with each word's first byte, rising.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    std::uint64_t before = 0;  // the last byte, inside a word or not
    for (std::size_t i = 0; i < inside_.size(); ++i) {
      const std::uint64_t inside = inside_[i];
      for (std::uint64_t starts = inside & ~(inside << 1U | before); starts != 0;
           starts &= starts - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(starts)));
      before = inside >> 63U;
    }
  }
  [[nodiscard]] std::size_t end_of(std::size_t begin) const;
  [[nodiscard]] Beginning beginning_of(std::size_t begin) const;
  [[nodiscard]] std::size_t bytes() const { return inside_.capacity() * sizeof inside_[0]; }

 private:
  [[nodiscard]] bool is_inside(std::size_t at) const {
    return (inside_[at / 64] >> (at % 64) & 1U) != 0;
  }
  void part(std::size_t at, std::size_t size);

  std::string_view text_;
  std::vector<std::uint64_t> inside_;  // by byte, whether it is part of a word
};

}  // namespace kiosque::searching
