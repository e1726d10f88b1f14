#include "index/word_order.hpp"

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

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kiosque::indexing {
namespace {

// A record: a byte for the width of its codes (0: none), a byte for the salt, where each text ends
// (three numbers of 32 bits), the codes. Everything is little-endian.
constexpr std::size_t kRecordHead = 2 + kTextParts * sizeof(std::uint32_t);
constexpr std::size_t kSalts = 24;

// A file: the magic, the count, where each record ends, the lengths (padded to eight bytes), the
// records.
constexpr std::array<char, 16> kMagic = {'k', 'i', 'o', 's', 'q', 'u', 'e', ' ',
                                         'w', 'o', 'r', 'd', 's', ' ', '1', '\n'};
constexpr std::size_t kFileHead = kMagic.size() + sizeof(std::uint64_t);

// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4) by an odd factor for each
// salt; the high bits are the good ones.
template <typename Code>
Code code_of(std::uint64_t hash, unsigned salt) {
  const std::uint64_t factor = 0x9E3779B97F4A7C15U + 0x2545F4914F6CDD1EU * (2 * salt);
  return static_cast<Code>((hash * (factor | 1U)) >> (64 - 8 * sizeof(Code)));
}

template <typename Number>
Number load(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

template <typename Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

std::size_t lengths_bytes(std::size_t count) {
  return (count * sizeof(std::uint32_t) + 7) / 8 * 8;
}

template <typename Code>
bool phrase_within(const char* codes, std::size_t begin, std::size_t end,
                   const std::vector<std::uint64_t>& hashes, unsigned salt) {
  if (end - begin < hashes.size()) return false;
  constexpr std::size_t kMost = 32;  // a longer phrase is compared hash by hash
  std::array<Code, kMost> wanted{};
  for (std::size_t i = 0; i < std::min(hashes.size(), kMost); ++i)
    wanted[i] = code_of<Code>(hashes[i], salt);
  const std::size_t last = end - hashes.size();
  for (std::size_t at = begin; at <= last; ++at) {
    if (load<Code>(codes + at * sizeof(Code)) != wanted[0]) continue;
    std::size_t i = 1;
    while (i < hashes.size() && load<Code>(codes + (at + i) * sizeof(Code)) ==
                                    (i < kMost ? wanted[i] : code_of<Code>(hashes[i], salt))) {
      ++i;
    }
    if (i == hashes.size()) return true;
  }
  return false;
}

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw Error(ErrorCode::disk, fmt::format("cannot {} {}: {}", what, path, std::strerror(errno)));
}

void write_head(std::ofstream& file, std::uint64_t count) {
  file.write(kMagic.data(), kMagic.size());
  file.write(reinterpret_cast<const char*>(&count), sizeof count);
}

void finish(std::ofstream& file, const std::string& path) {
  file.close();
  if (!file) fail(path, "write");
}

}  // namespace

std::uint64_t word_hash(std::string_view surface) {
  return XXH3_64bits(surface.data(), surface.size());
}

void WordOrderRecorder::begin() {
  hashes_.clear();
  part_ = 0;
  alternative_ = false;
}

// Whether a salt was found that tells all words apart.
template <typename Code>
bool WordOrderRecorder::encode(std::string& records) {
  for (unsigned salt = 0; salt < kSalts; ++salt) {
    codes_.clear();
    for (const std::uint64_t hash : distinct_) codes_.push_back(code_of<Code>(hash, salt));
    std::sort(codes_.begin(), codes_.end());
    if (std::adjacent_find(codes_.begin(), codes_.end()) != codes_.end()) continue;
    records += static_cast<char>(sizeof(Code));
    records += static_cast<char>(salt);
    for (const std::uint32_t end : parts_) append(records, end);
    const std::size_t at = records.size();
    records.resize(at + hashes_.size() * sizeof(Code));
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      const Code code = code_of<Code>(hashes_[i], salt);
      std::memcpy(records.data() + at + i * sizeof(Code), &code, sizeof code);
    }
    return true;
  }
  return false;
}

void WordOrderRecorder::finish(std::string& records) {
  while (part_ < kTextParts) end_part();
  if (!alternative_) {
    distinct_ = hashes_;
    std::sort(distinct_.begin(), distinct_.end());
    distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
    // With more words than that no salt of sixteen bits keeps them apart.
    constexpr std::size_t kMostInSixteen = 600;
    if (distinct_.size() <= kMostInSixteen && encode<std::uint16_t>(records)) return;
    if (encode<std::uint32_t>(records)) return;
  }
  records.append(kRecordHead, '\0');
}

WordOrder::WordOrder(std::string_view record) {
  if (record.size() < kRecordHead) return;
  width_ = static_cast<unsigned char>(record[0]);
  salt_ = static_cast<unsigned char>(record[1]);
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < kTextParts; ++i) {
    parts_[i] = load<std::uint32_t>(record.data() + 2 + i * sizeof(std::uint32_t));
    if (parts_[i] < begin) width_ = 0;
    begin = parts_[i];
  }
  codes_ = record.data() + kRecordHead;
  if ((width_ != sizeof(std::uint16_t) && width_ != sizeof(std::uint32_t)) ||
      record.size() != kRecordHead + std::size_t{parts_[kTextParts - 1]} * width_) {
    width_ = 0;
  }
}

bool WordOrder::has_phrase(const std::vector<std::uint64_t>& hashes, const TextPart* part) const {
  if (hashes.empty()) return true;
  for (std::size_t i = 0; i < kTextParts; ++i) {
    if (part != nullptr && static_cast<std::size_t>(*part) != i) continue;
    const bool found =
        width_ == sizeof(std::uint16_t)
            ? phrase_within<std::uint16_t>(codes_, begin_of(i), parts_[i], hashes, salt_)
            : phrase_within<std::uint32_t>(codes_, begin_of(i), parts_[i], hashes, salt_);
    if (found) return true;
  }
  return false;
}

void WordOrder::positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const {
  constexpr std::uint32_t kGap = 100;
  found.clear();
  for (std::uint32_t part = 0; part < kTextParts; ++part) {
    for (std::uint32_t at = begin_of(part); at < parts_[part]; ++at) {
      const bool here = width_ == sizeof(std::uint16_t)
                            ? load<std::uint16_t>(codes_ + std::size_t{at} * 2) ==
                                  code_of<std::uint16_t>(hash, salt_)
                            : load<std::uint32_t>(codes_ + std::size_t{at} * 4) ==
                                  code_of<std::uint32_t>(hash, salt_);
      if (here) found.push_back(at + part * kGap);
    }
  }
}

WordOrderFile::WordOrderFile(const std::string& path) : path_(path) {
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
    // Each article has twelve bytes before the records.
    if (count_ <= (bytes_ - kFileHead) / 12) {
      const std::size_t before = kFileHead + count_ * 8 + lengths_bytes(count_);
      ends_ = reinterpret_cast<const std::uint64_t*>(data_ + kFileHead);
      lengths_ = reinterpret_cast<const std::uint32_t*>(data_ + kFileHead + count_ * 8);
      records_ = data_ + before;
      if (before <= bytes_ && begin_of(count_ + 1) == bytes_ - before) return;
    }
  }
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), bytes_);
  throw Error(
      ErrorCode::archive_damaged,
      fmt::format("{} is damaged: restore it from a copy, or index the articles again", path));
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
  write_head(file, batch.lengths.size());
  file.write(reinterpret_cast<const char*>(batch.ends.data()),
             static_cast<std::streamsize>(batch.ends.size() * 8));
  std::vector<std::uint32_t> lengths = batch.lengths;
  lengths.resize(lengths_bytes(lengths.size()) / sizeof(std::uint32_t));
  file.write(reinterpret_cast<const char*>(lengths.data()),
             static_cast<std::streamsize>(lengths.size() * sizeof(std::uint32_t)));
  file.write(batch.records.data(), static_cast<std::streamsize>(batch.records.size()));
  finish(file, path);
}

void concatenate_word_orders(const std::vector<std::shared_ptr<const WordOrderFile>>& files,
                             const std::string& path) {
  std::size_t count = 0;
  for (const auto& file : files) count += file->count_;
  std::ofstream output(path, std::ios::binary | std::ios::trunc);
  write_head(output, count);
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
    output.write(file->records_, static_cast<std::streamsize>(file->begin_of(file->count_ + 1)));
  }
  finish(output, path);
}

}  // namespace kiosque::indexing
