#pragma once
// Streams that are compressed: gzip (several members too), zstd, bzip2, xz.

#include <istream>
#include <memory>
#include <stdexcept>
#include <streambuf>
#include <string_view>
#include <vector>

namespace kiosque::corpus {

/// Whether a stream that begins so is compressed in one of these ways.
[[nodiscard]] bool is_compressed(std::string_view head);

/// Compressed data that is broken, cut off, or far larger unpacked than packed. `what()` is a
/// sentence.
class BadCompression : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a compressed stream holds, up to where it is broken: `problem()` then says why it ended.
/// Memory is bounded; beyond `kFreeBytes`, data that grows more than `kMostGrowth` times is taken
/// for an attack.
class UnpackBuffer : public std::streambuf {
 public:
  explicit UnpackBuffer(std::istream& packed);
  ~UnpackBuffer() override;
  UnpackBuffer(const UnpackBuffer&) = delete;
  UnpackBuffer& operator=(const UnpackBuffer&) = delete;

  /// Empty while all is well.
  [[nodiscard]] const std::string& problem() const;

  static constexpr std::uint64_t kFreeBytes = 64U << 20U;
  static constexpr std::uint64_t kMostGrowth = 200;

 protected:
  int_type underflow() override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// All of a compressed text, for pieces within other files. Throws BadCompression, also beyond
/// `most` bytes.
[[nodiscard]] std::string unpacked(std::string_view packed, std::size_t most);

}  // namespace kiosque::corpus
