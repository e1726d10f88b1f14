#include "index/glass/table_writer.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <kiosque/error.hpp>
#include <utility>

namespace kiosque::indexing::glass {
namespace {

constexpr std::size_t kBlockSize = BlockFile::kBlockSize;

// A block: its revision (4 bytes), its level (1), the room between directory and items, all its
// room, where the directory ends (2 each), the directory, room, the items. Numbers are big-endian.
constexpr std::size_t kHead = 11;
constexpr std::size_t kPlace = 2;

// A leaf's item: its size less 3, with three flags on top (2 bytes), the key's length (1), the key,
// for any but the first part of a tag the part's number (2), the part. A branch's item: the number
// of a block (4), the length of the first key in it (1), that key, its part's number (2).
constexpr std::size_t kItemHead = 3;
constexpr std::size_t kPartNumber = 2;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPart = 0x4000;
constexpr unsigned kFirstPart = 0x2000;

// Four items have room in a block at the least.
constexpr std::size_t kMostItem = (kBlockSize - kHead - 4 * kPlace) / 4;

void append_big_endian(std::string& bytes, std::uint64_t number, int size) {
  for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
    bytes += static_cast<char>(number >> static_cast<unsigned>(shift));
}

void set_big_endian(std::string& bytes, std::size_t at, std::uint64_t number, int size) {
  for (int i = size - 1; i >= 0; --i, number >>= 8U)
    bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(number);
}

[[noreturn]] void fail(const std::string& path) {
  throw Error(ErrorCode::disk, fmt::format("cannot write {}: {}", path, std::strerror(errno)));
}

}  // namespace

BlockFile::BlockFile(const std::string& path)
    : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path_);
}

BlockFile::~BlockFile() {
  if (file_ >= 0) ::close(file_);
}

void BlockFile::write(std::uint32_t number, const std::string& block) {
  std::size_t done = 0;
  while (done < block.size()) {
    const auto at = static_cast<off_t>(std::uint64_t{number} * kBlockSize + done);
    const ssize_t written = ::pwrite(file_, block.data() + done, block.size() - done, at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail(path_);
    done += static_cast<std::size_t>(written);
  }
}

void BlockFile::close() {
  if (::close(std::exchange(file_, -1)) != 0) fail(path_);
}

TableWriter::TableWriter(BlockFile& file, Tags tags) : file_(file), tags_(tags) {}
TableWriter::~TableWriter() = default;

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (tags_ == Tags::compressed && tag.size() > kLeastCompressed) {
    if (!compressor_) compressor_ = std::make_unique<Compressor>();
    std::string_view small;
    if (compressor_->compress(tag, small)) {
      add_parts(key, small, true);
      return;
    }
  }
  add_parts(key, tag, false);
}

void TableWriter::add_compressed(std::string_view key, std::string_view tag) {
  add_parts(key, tag, true);
}

void TableWriter::add_parts(std::string_view key, std::string_view tag, bool compressed) {
  std::string item;
  std::size_t done = 0;
  for (unsigned part = 1; part == 1 || done < tag.size(); ++part) {
    const std::size_t head = kItemHead + key.size() + (part > 1 ? kPartNumber : 0);
    std::size_t size = std::min(tag.size() - done, kMostItem - head);
    // A tag that has no room here may begin here all the same, so that blocks are full.
    constexpr std::size_t kWorthwhile = 64;
    if (part == 1 && !levels_.empty()) {
      const std::size_t room = levels_[0].room();
      if (room < head + size && room > head + kWorthwhile) size = room - head;
    }
    const bool last = done + size == tag.size();
    item.clear();
    append_big_endian(item,
                      (head + size - 3) | (compressed ? kCompressed : 0U) |
                          (last ? kLastPart : 0U) | (part == 1 ? kFirstPart : 0U),
                      2);
    item += static_cast<char>(key.size());
    item += key;
    if (part > 1) append_big_endian(item, part, 2);
    item += tag.substr(done, size);
    add_item(0, item, key, part);
    done += size;
  }
  ++entries_;
}

// A block begins with an item for the empty key, which is below all others: in the first leaf a
// real one, in a branch the one for its first child.
std::size_t TableWriter::Block::room() const {
  const std::size_t directory_end = kHead + (places.size() + 1) * kPlace;
  return free_end > directory_end ? free_end - directory_end : 0;
}

TableWriter::Block& TableWriter::open(std::size_t level) {
  if (level == levels_.size()) levels_.emplace_back();
  Block& block = levels_[level];
  block.number = file_.take();
  block.free_end = kBlockSize;
  block.places.clear();
  block.bytes.assign(kBlockSize, '\0');
  return block;
}

void TableWriter::put(Block& block, std::string_view item) {
  block.free_end -= item.size();
  block.places.push_back(static_cast<std::uint16_t>(block.free_end));
  std::memcpy(block.bytes.data() + block.free_end, item.data(), item.size());
}

void TableWriter::add_item(std::size_t level, std::string_view item, std::string_view key,
                           unsigned part) {
  if (levels_.empty()) {
    std::string null_item;
    append_big_endian(null_item, kFirstPart | kLastPart, 2);
    null_item += '\0';
    put(open(0), null_item);
  }
  if (item.size() <= levels_[level].room()) {
    put(levels_[level], item);
    return;
  }
  const std::uint32_t full = levels_[level].number;
  write(level);
  const std::uint32_t number = open(level).number;
  if (level + 1 == levels_.size()) {
    std::string first_child;
    append_big_endian(first_child, full, 4);
    first_child.append(1 + kPartNumber, '\0');
    put(open(level + 1), first_child);
  }
  std::string child;
  append_big_endian(child, number, 4);
  child += static_cast<char>(key.size());
  child += key;
  append_big_endian(child, part, 2);
  add_item(level + 1, child, key, part);
  if (level == 0) {
    put(levels_[0], item);
    return;
  }
  // The first child's key is never looked at.
  std::string null_key(item.substr(0, 4));
  null_key.append(1 + kPartNumber, '\0');
  put(levels_[level], null_key);
}

void TableWriter::write(std::size_t level) {
  Block& block = levels_[level];
  const std::size_t directory_end = kHead + block.places.size() * kPlace;
  set_big_endian(block.bytes, 0, 1, 4);
  set_big_endian(block.bytes, 4, level, 1);
  set_big_endian(block.bytes, 5, block.free_end - directory_end, 2);
  set_big_endian(block.bytes, 7, block.free_end - directory_end, 2);
  set_big_endian(block.bytes, 9, directory_end, 2);
  for (std::size_t i = 0; i < block.places.size(); ++i)
    set_big_endian(block.bytes, kHead + i * kPlace, block.places[i], 2);
  file_.write(block.number, block.bytes);
}

Root TableWriter::finish() {
  if (levels_.empty()) return {};
  for (std::size_t level = 0; level < levels_.size(); ++level) write(level);
  return {levels_.back().number, static_cast<unsigned>(levels_.size() - 1), entries_, false};
}

struct Compressor::Impl {
  struct Free {
    void operator()(libdeflate_compressor* compressor) const {
      libdeflate_free_compressor(compressor);
    }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor;
  std::string result;
};

Compressor::Compressor() : impl_(std::make_unique<Impl>()) {
  constexpr int kLevel = 6;  // zlib's usual ratio
  impl_->compressor.reset(libdeflate_alloc_compressor(kLevel));
  if (!impl_->compressor) throw std::bad_alloc();
}

Compressor::~Compressor() = default;
Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;

bool Compressor::compress(std::string_view text, std::string_view& result) {
  if (text.size() < 2) return false;
  impl_->result.resize(text.size() - 1);
  const std::size_t size =
      libdeflate_deflate_compress(impl_->compressor.get(), text.data(), text.size(),
                                  impl_->result.data(), impl_->result.size());
  result = std::string_view(impl_->result).substr(0, size);
  return size > 0;
}

std::optional<std::string> inflate(std::string_view compressed) {
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const {
      libdeflate_free_decompressor(decompressor);
    }
  };
  thread_local const std::unique_ptr<libdeflate_decompressor, Free> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) throw std::bad_alloc();
  // How much comes out is not stored: texts shrink to a third or half.
  constexpr std::size_t kMost = std::size_t{1} << 30U;
  std::string text;
  for (std::size_t room = compressed.size() * 4 + 64; room <= kMost; room *= 4) {
    text.resize(room);
    std::size_t size = 0;
    const libdeflate_result result = libdeflate_deflate_decompress(
        decompressor.get(), compressed.data(), compressed.size(), text.data(), room, &size);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
    if (result != LIBDEFLATE_SUCCESS) return {};
    text.resize(size);
    return text;
  }
  return {};
}

}  // namespace kiosque::indexing::glass
