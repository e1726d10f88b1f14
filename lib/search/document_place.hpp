#pragma once

#include <compare>
#include <cstdint>

namespace kiosque::searching {

/// A document of a snapshot.
struct DocumentPlace {
  std::uint32_t part = 0;      // which segment, oldest first
  std::uint32_t document = 0;  // its number there

  auto operator<=>(const DocumentPlace&) const = default;
};

}  // namespace kiosque::searching
