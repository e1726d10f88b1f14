#pragma once
// A set of documents of one segment.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiosque::searching {

/// Numbers 0 to `size`, the latter included: document numbers begin at 1.
class Bitmap {
 public:
  explicit Bitmap(std::size_t size = 0) : words_(size / 64 + 1) {}

  void set(std::size_t at) {
    words_[at / 64] |= std::uint64_t{1} << (at % 64);
    listed_ = false;
  }
  void reset(std::size_t at) {
    words_[at / 64] &= ~(std::uint64_t{1} << (at % 64));
    listed_ = false;
  }
  [[nodiscard]] bool test(std::size_t at) const {
    return ((words_[at / 64] >> (at % 64)) & 1U) != 0;
  }
  void clear() {
    words_.assign(words_.size(), 0);
    listed_ = false;
  }
  /// All numbers from 1 to `size`.
  void fill(std::size_t size) {
    words_.assign(words_.size(), ~std::uint64_t{0});
    listed_ = false;
    reset(0);
    for (std::size_t at = size + 1; at < words_.size() * 64; ++at) reset(at);
  }

  /// Where it is nearly empty, notes where its numbers lie, so that counting and going through
  /// them does not read the whole of it. Any change forgets that.
  void list() {
    places_.clear();
    listed_ = false;
    const auto look = [&](std::size_t i) {
      if (words_[i] == 0) return true;
      if (places_.size() == kMostPlaces) return false;
      places_.push_back(static_cast<std::uint32_t>(i));
      return true;
    };
    std::size_t i = 0;
    for (; i + 4 <= words_.size(); i += 4) {
      if ((words_[i] | words_[i + 1] | words_[i + 2] | words_[i + 3]) == 0) continue;
      for (std::size_t at = i; at < i + 4; ++at) {
        if (!look(at)) return;
      }
    }
    for (; i < words_.size(); ++i) {
      if (!look(i)) return;
    }
    listed_ = true;
  }

  Bitmap& operator|=(const Bitmap& other) {
    listed_ = false;
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  Bitmap& operator&=(const Bitmap& other) {
    listed_ = false;
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Bitmap& operator-=(const Bitmap& other) {
    listed_ = false;
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  [[nodiscard]] std::size_t count() const {
    std::size_t count = 0;
    if (listed_) {
      for (const std::uint32_t place : places_) count += ones(words_[place]);
      return count;
    }
    for (const std::uint64_t word : words_) count += ones(word);
    return count;
  }
  [[nodiscard]] std::size_t count_with(const Bitmap& other) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) count += ones(words_[i] & other.words_[i]);
    return count;
  }
  /// How many of the 64 numbers that `at` is among are in the set and below it.
  [[nodiscard]] std::size_t rank(std::size_t at) const {
    return ones(words_[at / 64] & ((std::uint64_t{1} << (at % 64)) - 1));
  }
  [[nodiscard]] bool empty() const {
    if (listed_) return places_.empty();
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  /// Calls `visit` with each number, rising.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    if (listed_) {
      for (const std::uint32_t place : places_) visit_word(place, words_[place], visit);
      return;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) visit_word(i, words_[i], visit);
  }
  /// The same with each number that the other has too.
  template <typename Visit>
  void for_each_with(const Bitmap& other, Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      visit_word(i, words_[i] & other.words_[i], visit);
  }

  [[nodiscard]] std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  static constexpr std::size_t kMostPlaces = 512;

  template <typename Visit>
  static void visit_word(std::size_t place, std::uint64_t word, Visit&& visit) {
    for (; word != 0; word &= word - 1)
      visit(static_cast<std::uint32_t>(place * 64) +
            static_cast<std::uint32_t>(std::countr_zero(word)));
  }

  // Sideways addition (Knuth, The Art of Computer Programming 4A, 7.1.3), without a multiplication:
  // the compiler does several at a time, where std::popcount would call a function for each.
  static constexpr std::size_t ones(std::uint64_t word) {
    word -= word >> 1U & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + (word >> 2U & 0x3333333333333333U);
    word = (word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    word += word >> 8U;
    word += word >> 16U;
    word += word >> 32U;
    return word & 0x7FU;
  }

  std::vector<std::uint64_t> words_;
  bool listed_ = false;
  std::vector<std::uint32_t> places_;  // listed: of the words that are not zero
};

}  // namespace kiosque::searching
