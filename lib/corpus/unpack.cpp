#include "corpus/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <sstream>
#include <string>

namespace kiosque::corpus {

bool is_compressed(std::string_view head) {
  return head.starts_with("\x1F\x8B") || head.starts_with("\x28\xB5\x2F\xFD") ||
         head.starts_with("BZh") ||
         head.starts_with(std::string_view("\xFD"
                                           "7zXZ\0",
                                           6));
}

struct UnpackBuffer::Impl {
  explicit Impl(std::istream& stream) : packed(stream), reader(archive_read_new()) {
    if (reader == nullptr) throw std::bad_alloc();
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_format_raw(reader);
    archive_entry* entry = nullptr;
    if (archive_read_open(reader, this, nullptr, next_piece, nullptr) != ARCHIVE_OK ||
        archive_read_next_header(reader, &entry) != ARCHIVE_OK) {
      fail();
    } else if (archive_filter_count(reader) < 2) {  // the last is none at all
      problem = "compressed data that is broken.";
    }
  }
  ~Impl() { archive_read_free(reader); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  static la_ssize_t next_piece(archive* reader, void* data, const void** piece) {
    auto& self = *static_cast<Impl*>(data);
    try {
      self.packed.read(self.in.data(), static_cast<std::streamsize>(self.in.size()));
    } catch (const std::ios_base::failure&) {
      archive_set_error(reader, EIO, "the file could not be read");
      return -1;
    }
    self.packed_bytes += static_cast<std::uint64_t>(self.packed.gcount());
    *piece = self.in.data();
    return self.packed.gcount();
  }

  void fail() {
    const char* const said = archive_error_string(reader);
    problem = fmt::format("compressed data that is broken or cut off{}{}.",
                          said == nullptr ? "" : ": ", said == nullptr ? "" : said);
  }

  std::istream& packed;
  archive* reader;
  std::array<char, 64U << 10U> in{};
  std::array<char, 64U << 10U> out{};
  std::uint64_t packed_bytes = 0;
  std::uint64_t bytes = 0;
  std::string problem;
};

UnpackBuffer::UnpackBuffer(std::istream& packed) : impl_(std::make_unique<Impl>(packed)) {}
UnpackBuffer::~UnpackBuffer() = default;

const std::string& UnpackBuffer::problem() const {
  return impl_->problem;
}

UnpackBuffer::int_type UnpackBuffer::underflow() {
  Impl& impl = *impl_;
  if (!impl.problem.empty()) return traits_type::eof();
  const la_ssize_t size = archive_read_data(impl.reader, impl.out.data(), impl.out.size());
  if (size < 0) impl.fail();
  if (size <= 0) return traits_type::eof();
  impl.bytes += static_cast<std::uint64_t>(size);
  if (impl.bytes > kFreeBytes && impl.bytes / kMostGrowth > impl.packed_bytes) {
    impl.problem = fmt::format("compressed data that grows more than {} times.", kMostGrowth);
    return traits_type::eof();
  }
  setg(impl.out.data(), impl.out.data(), impl.out.data() + size);
  return traits_type::to_int_type(impl.out[0]);
}

std::string unpacked(std::string_view packed, std::size_t most) {
  std::istringstream stream{std::string(packed)};
  UnpackBuffer buffer(stream);
  std::string text;
  std::array<char, 64U << 10U> piece{};
  for (;;) {
    const std::streamsize size =
        buffer.sgetn(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (size <= 0) break;
    if (text.size() + static_cast<std::size_t>(size) > most) {
      throw BadCompression(fmt::format("more than {} bytes, unpacked.", most));
    }
    text.append(piece.data(), static_cast<std::size_t>(size));
  }
  if (!buffer.problem().empty()) throw BadCompression(buffer.problem());
  return text;
}

}  // namespace kiosque::corpus
