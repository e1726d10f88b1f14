#pragma once
// A set of hashes in little memory: about 12 bytes each.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiosque::indexing {

/// Open addressing; what is put in are good hashes already.
class HashSet {
 public:
  [[nodiscard]] bool empty() const { return size_ == 0; }

  [[nodiscard]] bool contains(std::uint64_t hash) const {
    if (size_ == 0) return false;
    return table_[place_of(hash)] != 0;
  }

  void insert(std::uint64_t hash) {
    if ((size_ + 1) * 4 > table_.size() * 3) grow();
    std::uint64_t& place = table_[place_of(hash)];
    if (place != 0) return;
    place = hash == 0 ? 1 : hash;
    ++size_;
  }

 private:
  // Where it is, or is to be.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    if (hash == 0) hash = 1;
    std::size_t at = hash & (table_.size() - 1);
    while (table_[at] != 0 && table_[at] != hash) at = (at + 1) & (table_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<std::uint64_t> old(table_.empty() ? 1024 : table_.size() * 2, 0);
    old.swap(table_);
    for (const std::uint64_t hash : old) {
      if (hash != 0) table_[place_of(hash)] = hash;
    }
  }

  std::vector<std::uint64_t> table_;  // 0: free
  std::size_t size_ = 0;
};

}  // namespace kiosque::indexing
