#pragma once
// Which articles are the same dispatch.
//
// Two articles whose texts resemble each other enough (index/signature.hpp) are of one family, and
// so are all that hang together by such pairs. Found for a commit as a whole, from the signatures
// of its living articles alone: in which order they came, what was deleted or replaced on the way
// and how segments were merged make no difference.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "search/bitmap.hpp"
#include "search/document_place.hpp"

namespace kiosque::searching {

/// The signatures of a segment's documents, from number 1 on, and which of them are alive.
struct SignedPart {
  const std::uint8_t* signatures = nullptr;
  const Bitmap* living = nullptr;
};

/// Never changes; safe to share between threads.
class Families {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// `before` tells which of two articles was published first.
  Families(const std::vector<SignedPart>& parts,
           const std::function<bool(const DocumentPlace&, const DocumentPlace&)>& before);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// Of an article; kNone where it has no copies.
  [[nodiscard]] std::uint32_t of(const DocumentPlace& place) const;
  /// Two or more, the first publisher first.
  [[nodiscard]] std::span<const DocumentPlace> members(std::uint32_t family) const;
  /// The articles of a segment that are in any.
  [[nodiscard]] const Bitmap& within(std::size_t part) const { return parts_[part].within; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  // The families of the documents that have one, by rank among these.
  struct Part {
    Bitmap within;
    std::vector<std::uint32_t> ranks;  // documents in a family before each 64
    std::vector<std::uint32_t> families;
  };

  std::vector<DocumentPlace> members_;  // by family
  std::vector<std::uint32_t> ends_;
  std::vector<Part> parts_;
};

}  // namespace kiosque::searching
