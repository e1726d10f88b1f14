#include "index/glass/table_reader.hpp"

#include <utility>

#include "index/glass/table_writer.hpp"

namespace kiosque::indexing::glass {
namespace {

constexpr std::size_t kBlockSize = BlockFile::kBlockSize;
constexpr std::size_t kHead = 11;  // of a block; its level at 4, the end of its directory at 9
constexpr std::size_t kLevel = 4;
constexpr std::size_t kDirectoryEnd = 9;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPart = 0x4000;
constexpr unsigned kFirstPart = 0x2000;
constexpr unsigned kSize = 0x1FFF;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + size; ++i)
    number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

std::size_t items_in(std::string_view block) {
  return (big_endian(block, kDirectoryEnd, 2) - kHead) / 2;
}

// A branch's item: its block, the key that everything in it has at the least, and of which part.
struct Branch {
  std::uint32_t block = 0;
  std::string_view key;
  std::uint32_t part = 0;
};

std::optional<Branch> branch_of(std::string_view item) {
  if (item.size() < 5) return {};
  const auto size = static_cast<unsigned char>(item[4]);
  if (item.size() < std::size_t{5} + size + 2) return {};
  return Branch{big_endian(item, 0, 4), item.substr(5, size), big_endian(item, 5U + size, 2)};
}

}  // namespace

std::optional<std::uint32_t> take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) {
      if (number > 0xFFFFFFFFU) return {};
      return static_cast<std::uint32_t>(number);
    }
  }
  return {};
}

std::optional<TreeRoot> root_of(Table table, std::string_view file) {
  constexpr std::string_view kMagic("\x0f\x0dXapian Glass\x04\x6e", 16);
  constexpr std::size_t kId = 16;
  if (file.size() < kBlockSize || !file.starts_with(kMagic)) return {};
  std::string_view rest = file.substr(kMagic.size() + kId, kBlockSize - kMagic.size() - kId);
  // The revision, then of each table: its root, its level above two flags, how many entries, the
  // size of its blocks, what is compressed, and its free blocks behind their size.
  if (!take_number(rest)) return {};
  for (unsigned i = 0;; ++i) {
    const auto block = take_number(rest);
    const auto level = take_number(rest);
    const auto entries = take_number(rest);
    const auto block_size = take_number(rest);
    const auto least_compressed = take_number(rest);
    const auto free_list = take_number(rest);
    if (!block || !level || !entries || !block_size || !least_compressed || !free_list ||
        *free_list > rest.size()) {
      return {};
    }
    rest.remove_prefix(*free_list);
    if (i < static_cast<unsigned>(table)) continue;
    constexpr unsigned kNotThere = 1;
    if (*block_size != kBlockSize >> 11U || *entries == 0 || (*level & kNotThere) != 0) return {};
    return TreeRoot{*block, *level >> 2U};
  }
}

TableCursor::TableCursor(std::string_view file, TreeRoot root) : file_(file), root_(root) {}

// Checks a block and stands before its first item.
bool TableCursor::enter(std::size_t level, std::uint32_t number) {
  const std::uint64_t begin = std::uint64_t{number} * kBlockSize;
  if (begin + kBlockSize > file_.size()) return false;
  const std::string_view block = file_.substr(begin, kBlockSize);
  const std::size_t directory_end = big_endian(block, kDirectoryEnd, 2);
  if (static_cast<unsigned char>(block[kLevel]) != level || directory_end <= kHead ||
      directory_end > kBlockSize) {
    return false;
  }
  places_[level] = {block, 0};
  return true;
}

// From where an item begins to the end of its block.
std::optional<std::string_view> TableCursor::item_at(const Place& place, std::size_t i) const {
  const std::size_t at = big_endian(place.block, kHead + i * 2, 2);
  if (at < kHead || at >= kBlockSize) return {};
  return place.block.substr(at);
}

bool TableCursor::read_item() {
  const auto bytes = item_at(places_[0], places_[0].item);
  if (!bytes || bytes->size() < 3) return false;
  const std::uint32_t head = big_endian(*bytes, 0, 2);
  const std::size_t size = std::size_t{head & kSize} + 3;
  const auto key_size = static_cast<unsigned char>((*bytes)[2]);
  const bool first = (head & kFirstPart) != 0;
  const std::size_t before = std::size_t{3} + key_size + (first ? 0U : 2U);
  if (size > bytes->size() || before > size) return false;
  item_ = {bytes->substr(3, key_size), bytes->substr(before, size - before), first,
           (head & kLastPart) != 0, (head & kCompressed) != 0};
  return true;
}

bool TableCursor::find(std::string_view key) {
  joined_.reset();
  if (root_.level >= kMostLevels || !enter(root_.level, root_.block)) return false;
  for (std::size_t level = root_.level; level > 0; --level) {
    // The last child that begins at this key or before it; the first one's key does not count.
    Place& place = places_[level];
    std::size_t low = 0;
    std::size_t high = items_in(place.block);
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      const auto item = item_at(place, middle);
      const auto branch = item ? branch_of(*item) : std::nullopt;
      if (!branch) return false;
      const int order = branch->key.compare(key);
      (order < 0 || (order == 0 && branch->part <= 1) ? low : high) = middle;
    }
    place.item = low;
    const auto item = item_at(place, low);
    const auto branch = item ? branch_of(*item) : std::nullopt;
    if (!branch || !enter(level - 1, branch->block)) return false;
  }
  std::size_t low = 0;
  std::size_t high = items_in(places_[0].block);
  while (low < high) {
    places_[0].item = (low + high) / 2;
    if (!read_item()) return false;
    // Of several parts of the key's own tag the first is looked for.
    (item_.key < key ? low : high) = places_[0].item + (item_.key < key ? 1 : 0);
  }
  places_[0].item = low;
  return low < items_in(places_[0].block) && read_item() && item_.first && item_.key == key;
}

// To the next item of a level, in the next block where this one is at its end.
bool TableCursor::step(std::size_t level) {
  Place& place = places_[level];
  if (++place.item < items_in(place.block)) return true;
  if (level >= root_.level || !step(level + 1)) return false;
  const auto item = item_at(places_[level + 1], places_[level + 1].item);
  const auto branch = item ? branch_of(*item) : std::nullopt;
  return branch && enter(level, branch->block);
}

bool TableCursor::next() {
  joined_.reset();
  return step(0) && read_item() && item_.first;
}

std::optional<std::string_view> TableCursor::tag() {
  if (joined_) return *joined_;
  if (item_.last) return item_.part;
  // The cursor is on the last part then, and `next` behind all of them.
  // A damaged tree may never come to an end.
  constexpr unsigned kMostParts = 1000;
  joined_ = item_.part;
  for (unsigned parts = 1; !item_.last; ++parts) {
    if (parts == kMostParts || !step(0) || !read_item() || item_.first) return {};
    *joined_ += item_.part;
  }
  return *joined_;
}

}  // namespace kiosque::indexing::glass
