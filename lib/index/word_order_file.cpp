#include "index/word_order_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <kiosque/error.hpp>

#include "index/mapping_advice.hpp"
#include "support/bytes.hpp"

namespace kiosque::indexing {
namespace {

using support::load;

// A file: the magic, the count, how many bytes of lists stand at the end, where each record ends,
// the lengths (padded to eight bytes), the signatures, the records, the lists.
constexpr std::array<char, 16> kMagic = {'k', 'i', 'o', 's', 'q', 'u', 'e', ' ',
                                         'w', 'o', 'r', 'd', 's', ' ', '4', '\n'};
constexpr std::size_t kFileHead = kMagic.size() + 2 * sizeof(std::uint64_t);

std::size_t lengths_bytes(std::size_t count) {
  return (count * sizeof(std::uint32_t) + 7) / 8 * 8;
}

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw Error(ErrorCode::disk, fmt::format("cannot {} {}: {}", what, path, std::strerror(errno)));
}

void copy(const std::string& from, std::uint64_t begin, std::uint64_t size, std::ofstream& to) {
  std::ifstream file(from, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(begin));
  std::vector<char> buffer(std::size_t{1} << 18U);
  while (size > 0) {
    const auto step = static_cast<std::streamsize>(std::min<std::uint64_t>(size, buffer.size()));
    if (!file.read(buffer.data(), step)) fail(from, "read");
    to.write(buffer.data(), step);
    size -= static_cast<std::uint64_t>(step);
  }
}

void write_head(std::ofstream& file, std::uint64_t count, std::uint64_t completions) {
  file.write(kMagic.data(), kMagic.size());
  file.write(reinterpret_cast<const char*>(&count), sizeof count);
  file.write(reinterpret_cast<const char*>(&completions), sizeof completions);
}

void finish(std::ofstream& file, const std::string& path) {
  file.close();
  if (!file) fail(path, "write");
}

}  // namespace

WordOrderFile::WordOrderFile(const std::string& path, Access access) : path_(path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    if (errno != ENOENT) fail(path, "open");
    throw Error(
        ErrorCode::archive_damaged,
        fmt::format("{} is missing: restore it from a copy, or index the articles again", path));
  }
  struct stat status {};
  if (::fstat(file, &status) != 0) {
    ::close(file);
    fail(path, "read");
  }
  bytes_ = static_cast<std::size_t>(status.st_size);
  if (bytes_ >= kFileHead) {
    void* const mapped = ::mmap(nullptr, bytes_, PROT_READ, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) data_ = static_cast<const char*>(mapped);
  }
  ::close(file);
  if (data_ != nullptr && std::equal(kMagic.begin(), kMagic.end(), data_)) {
    count_ = load<std::uint64_t>(data_ + kMagic.size());
    // What each article has before the records.
    if (count_ <= (bytes_ - kFileHead) / (8 + sizeof(std::uint32_t) + Signature::kSize)) {
      const std::size_t signatures = kFileHead + count_ * 8 + lengths_bytes(count_);
      const std::size_t before = signatures + count_ * Signature::kSize;
      // Every search reads these.
      advise(data_, 0, std::min(signatures, bytes_), MADV_WILLNEED);
      ends_ = reinterpret_cast<const std::uint64_t*>(data_ + kFileHead);
      lengths_ = reinterpret_cast<const std::uint32_t*>(data_ + kFileHead + count_ * 8);
      signatures_ = reinterpret_cast<const std::uint8_t*>(data_ + signatures);
      records_ = data_ + before;
      const auto lists = load<std::uint64_t>(data_ + kFileHead - sizeof(std::uint64_t));
      if (before <= bytes_ && lists <= bytes_ - before &&
          begin_of(count_ + 1) == bytes_ - before - lists) {
        if (access == Access::random) advise(data_, before, bytes_ - lists, MADV_RANDOM);
        expected_ = std::vector<std::atomic<bool>>(count_ / kTogether + 1);
        completions_ = CompletionLists(std::string_view(data_ + bytes_ - lists, lists), count_);
        return;
      }
    }
  }
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), bytes_);
  throw Error(
      ErrorCode::archive_damaged,
      fmt::format("{} is damaged: restore it from a copy, or index the articles again", path));
}

void WordOrderFile::expect(std::size_t first, std::size_t last) const {
  if (count_ == 0) return;
  const auto offset = static_cast<std::size_t>(records_ - data_);
  for (std::size_t i = first / kTogether; i <= last / kTogether && i < expected_.size(); ++i) {
    if (expected_[i].load(std::memory_order_relaxed) || expected_[i].exchange(true)) continue;
    const std::uint64_t begin = begin_of(i * kTogether);
    const std::uint64_t end = ends_[std::min((i + 1) * kTogether, count_) - 1];
    if (begin < end && end <= ends_[count_ - 1])
      advise(data_, offset + begin, offset + end, MADV_WILLNEED);
  }
}

WordOrderFile::~WordOrderFile() {
  ::munmap(const_cast<char*>(data_), bytes_);
}

WordOrder WordOrderFile::at(std::size_t number) const {
  if (number == 0 || number > count_) return {};
  const std::uint64_t begin = begin_of(number);
  const std::uint64_t end = ends_[number - 1];
  if (begin > end || end > ends_[count_ - 1]) return {};
  return WordOrder(std::string_view(records_ + begin, end - begin));
}

void write_word_orders(const WordOrderBatch& batch, const std::string& path) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  write_head(file, batch.lengths.size(), batch.completions.size());
  file.write(reinterpret_cast<const char*>(batch.ends.data()),
             static_cast<std::streamsize>(batch.ends.size() * 8));
  std::vector<std::uint32_t> lengths = batch.lengths;
  lengths.resize(lengths_bytes(lengths.size()) / sizeof(std::uint32_t));
  file.write(reinterpret_cast<const char*>(lengths.data()),
             static_cast<std::streamsize>(lengths.size() * sizeof(std::uint32_t)));
  file.write(reinterpret_cast<const char*>(batch.signatures.data()),
             static_cast<std::streamsize>(batch.signatures.size() * Signature::kSize));
  file.write(batch.records.data(), static_cast<std::streamsize>(batch.records.size()));
  file.write(batch.completions.data(), static_cast<std::streamsize>(batch.completions.size()));
  finish(file, path);
}

void concatenate_word_orders(const std::vector<std::shared_ptr<const WordOrderFile>>& files,
                             const std::string& path) {
  std::size_t count = 0;
  for (const auto& file : files) count += file->count_;
  std::ofstream output(path, std::ios::binary | std::ios::trunc);
  write_head(output, count, 0);
  std::uint64_t base = 0;
  std::vector<std::uint64_t> ends;
  for (const auto& file : files) {
    ends.assign(file->ends_, file->ends_ + file->count_);
    for (auto& end : ends) end += base;
    output.write(reinterpret_cast<const char*>(ends.data()),
                 static_cast<std::streamsize>(ends.size() * 8));
    base += file->begin_of(file->count_ + 1);
  }
  for (const auto& file : files) {
    output.write(reinterpret_cast<const char*>(file->lengths_),
                 static_cast<std::streamsize>(file->count_ * sizeof(std::uint32_t)));
  }
  const std::string padding(lengths_bytes(count) - count * sizeof(std::uint32_t), '\0');
  output.write(padding.data(), static_cast<std::streamsize>(padding.size()));
  for (const auto& file : files) {
    // Not through the mapping, which would count as memory all at once.
    copy(file->path_,
         static_cast<std::uint64_t>(reinterpret_cast<const char*>(file->signatures_) - file->data_),
         file->count_ * Signature::kSize, output);
  }
  for (const auto& file : files) {
    copy(file->path_, static_cast<std::uint64_t>(file->records_ - file->data_),
         file->begin_of(file->count_ + 1), output);
  }
  std::vector<const CompletionLists*> lists;
  bool any = false;
  for (const auto& file : files) {
    lists.push_back(&file->completions_);
    any = any || !file->completions_.empty();
  }
  if (!any) {
    finish(output, path);
    return;
  }
  const auto before = output.tellp();
  merge_completions(lists, output);
  const auto completions = static_cast<std::uint64_t>(output.tellp() - before);
  output.seekp(0);
  write_head(output, count, completions);
  finish(output, path);
}

}  // namespace kiosque::indexing
