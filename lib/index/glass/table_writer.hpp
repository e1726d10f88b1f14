#pragma once
// One B-tree of a glass database, written from left to right.
//
// Xapian's own way in takes documents one by one and looks each of their terms up in maps of all
// terms, which is most of the time that indexing takes, and its compaction keeps the small pieces
// of small databases apart. What is known beforehand in its final order is written here as it will
// lie on disk: the format is that of Xapian 1.4 (glass, 2016-03-14), which reads it like its own
// (docs/decisions/glass.md).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::indexing::glass {

/// A new file of numbered blocks; the first one is for the version of the database.
class BlockFile {
 public:
  static constexpr std::size_t kBlockSize = 8192;

  /// Throws Error(disk).
  explicit BlockFile(const std::string& path);
  ~BlockFile();
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;

  /// A number for a block that is to be written.
  std::uint32_t take() { return next_++; }
  void write(std::uint32_t number, const std::string& block);
  void close();
  [[nodiscard]] std::uint32_t size() const { return next_; }

 private:
  std::string path_;
  int file_ = -1;
  std::uint32_t next_ = 1;
};

/// Where a table begins; what the version block says of it.
struct Root {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::uint64_t entries = 0;
  bool empty = true;
};

class Compressor;

class TableWriter {
 public:
  enum class Tags { plain, compressed };

  TableWriter(BlockFile& file, Tags tags);
  ~TableWriter();

  /// Keys rise, byte by byte, and have at most 255 bytes.
  void add(std::string_view key, std::string_view tag);
  /// A tag that `Compressor` made small before.
  void add_compressed(std::string_view key, std::string_view tag);
  /// Nothing is added behind it.
  Root finish();

 private:
  // A block that is being filled: items grow down from its end, their places up from its head.
  struct Block {
    std::uint32_t number = 0;
    std::size_t free_end = 0;  // where the last item begins
    std::vector<std::uint16_t> places;
    std::string bytes;

    [[nodiscard]] std::size_t room() const;  // for one more item
  };

  void add_parts(std::string_view key, std::string_view tag, bool compressed);
  void add_item(std::size_t level, std::string_view item, std::string_view key, unsigned part);
  Block& open(std::size_t level);
  void put(Block& block, std::string_view item);
  void write(std::size_t level);

  BlockFile& file_;
  Tags tags_;
  std::unique_ptr<Compressor> compressor_;
  std::vector<Block> levels_;  // from the leaves up
  std::uint64_t entries_ = 0;
};

/// Raw deflate, as glass keeps its documents' data. For one thread at a time.
class Compressor {
 public:
  Compressor();
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;

  /// False where it would not get smaller. The result is good until the next call.
  bool compress(std::string_view text, std::string_view& result);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Shorter tags are not compressed.
inline constexpr std::size_t kLeastCompressed = 18;

/// What was compressed so; nothing where it was not, or is more than a gigabyte.
std::optional<std::string> inflate(std::string_view compressed);

}  // namespace kiosque::indexing::glass
