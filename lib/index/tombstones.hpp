#pragma once
// The articles that were deleted or replaced and still stand in a segment: they are left out of
// every answer until a merge drops them.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::indexing {

class Tombstones {
 public:
  /// False if it was dead already.
  bool add(unsigned segment, std::uint32_t document);
  [[nodiscard]] bool contains(unsigned segment, std::uint32_t document) const;
  /// Rising.
  [[nodiscard]] const std::vector<std::uint32_t>& of(unsigned segment) const;
  [[nodiscard]] std::size_t count(unsigned segment) const { return of(segment).size(); }
  [[nodiscard]] std::size_t total() const;
  void forget(unsigned segment) { dead_.erase(segment); }
  /// The documents of `from` are now those of `to`, `offset` further on.
  void move(unsigned from, unsigned to, std::uint32_t offset);

  [[nodiscard]] std::string encode() const;
  /// False, and nothing changed, for bytes that `encode` never writes.
  bool decode(std::string_view bytes);

  bool operator==(const Tombstones&) const = default;

 private:
  std::map<unsigned, std::vector<std::uint32_t>> dead_;
};

}  // namespace kiosque::indexing
