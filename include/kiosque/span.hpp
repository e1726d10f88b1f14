#pragma once
// A part of a text.

#include <cstddef>

namespace kiosque {

/// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

}  // namespace kiosque
