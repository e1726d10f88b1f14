#pragma once
// A number for each document, in as few bytes as the largest needs: what is counted by is read at
// random, and the less of it there is, the more of it is in the processor's caches.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "search/bitmap.hpp"

namespace kiosque::searching {

/// One, two or four bytes each. Never changes.
class Ordinals {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  Ordinals() = default;
  /// `numbers` by document; kNone where a document has none.
  explicit Ordinals(std::vector<std::uint32_t> numbers) {
    std::uint32_t largest = 0;
    for (const std::uint32_t number : numbers) {
      if (number != kNone) largest = std::max(largest, number);
    }
    if (largest < std::numeric_limits<std::uint8_t>::max()) {
      one_ = narrowed<std::uint8_t>(numbers);
    } else if (largest < std::numeric_limits<std::uint16_t>::max()) {
      two_ = narrowed<std::uint16_t>(numbers);
    } else {
      numbers.shrink_to_fit();
      four_ = std::move(numbers);
    }
  }

  [[nodiscard]] std::size_t size() const { return one_.size() + two_.size() + four_.size(); }
  std::uint32_t operator[](std::size_t document) const {
    if (!one_.empty()) return wide(one_[document]);
    return two_.empty() ? four_[document] : wide(two_[document]);
  }
  /// Calls `visit` with each of the documents and its number.
  template <typename Visit>
  void for_each(const Bitmap& documents, Visit&& visit) const {
    const auto all = [&](const auto& numbers) {
      documents.for_each([&](std::uint32_t document) { visit(document, wide(numbers[document])); });
    };
    if (!one_.empty()) {
      all(one_);
    } else if (!two_.empty()) {
      all(two_);
    } else {
      all(four_);
    }
  }
  [[nodiscard]] std::size_t bytes() const {
    return one_.capacity() + two_.capacity() * 2 + four_.capacity() * 4;
  }

 private:
  template <typename Number>
  static std::vector<Number> narrowed(const std::vector<std::uint32_t>& numbers) {
    std::vector<Number> narrow;
    narrow.reserve(numbers.size());
    for (const std::uint32_t number : numbers) narrow.push_back(static_cast<Number>(number));
    return narrow;
  }
  // Cut to its type, kNone is that type's largest.
  template <typename Number>
  static std::uint32_t wide(Number number) {
    return number == std::numeric_limits<Number>::max() ? kNone : number;
  }

  std::vector<std::uint8_t> one_;
  std::vector<std::uint16_t> two_;
  std::vector<std::uint32_t> four_;
};

}  // namespace kiosque::searching
