#include "index/tombstones.hpp"

#include <algorithm>
#include <limits>

namespace kiosque::indexing {
namespace {

// Seven bits a byte, the lowest first; the high bit says that more follow.
void append_number(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
  bytes += static_cast<char>(number);
}

bool take_number(std::string_view& bytes, std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return byte != 0 || shift == 0;  // in no more bytes than it needs
  }
  return false;
}

}  // namespace

bool Tombstones::add(unsigned segment, std::uint32_t document) {
  auto& dead = dead_[segment];
  const auto at = std::lower_bound(dead.begin(), dead.end(), document);
  if (at != dead.end() && *at == document) return false;
  dead.insert(at, document);
  return true;
}

bool Tombstones::contains(unsigned segment, std::uint32_t document) const {
  const auto& dead = of(segment);
  return std::binary_search(dead.begin(), dead.end(), document);
}

const std::vector<std::uint32_t>& Tombstones::of(unsigned segment) const {
  static const std::vector<std::uint32_t> none;
  const auto found = dead_.find(segment);
  return found == dead_.end() ? none : found->second;
}

std::size_t Tombstones::total() const {
  std::size_t total = 0;
  for (const auto& [segment, dead] : dead_) total += dead.size();
  return total;
}

void Tombstones::move(unsigned from, unsigned to, std::uint32_t offset) {
  const auto found = dead_.find(from);
  if (found == dead_.end()) return;
  const std::vector<std::uint32_t> moved = std::move(found->second);
  dead_.erase(found);
  for (const std::uint32_t document : moved) add(to, document + offset);
}

std::string Tombstones::encode() const {
  std::string bytes;
  for (const auto& [segment, dead] : dead_) {
    if (dead.empty()) continue;
    append_number(bytes, segment);
    append_number(bytes, dead.size());
    std::uint32_t last = 0;
    for (const std::uint32_t document : dead) {
      append_number(bytes, document - last);
      last = document;
    }
  }
  return bytes;
}

bool Tombstones::decode(std::string_view bytes) {
  std::map<unsigned, std::vector<std::uint32_t>> read;
  while (!bytes.empty()) {
    std::uint64_t segment = 0;
    std::uint64_t count = 0;
    if (!take_number(bytes, segment) || !take_number(bytes, count)) return false;
    if (segment > std::numeric_limits<unsigned>::max() || count > bytes.size()) return false;
    if (count == 0 || (!read.empty() && segment <= read.rbegin()->first)) return false;
    auto& dead = read[static_cast<unsigned>(segment)];
    std::uint64_t document = 0;
    for (; count > 0; --count) {
      std::uint64_t step = 0;
      if (!take_number(bytes, step) || step == 0) return false;
      document += step;
      if (document > std::numeric_limits<std::uint32_t>::max()) return false;
      dead.push_back(static_cast<std::uint32_t>(document));
    }
  }
  dead_ = std::move(read);
  return true;
}

}  // namespace kiosque::indexing
