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
#include <limits>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kiosque::indexing {
namespace {

// A record: a byte for the width of its codes (0: none), a byte for the salt, how many alternatives
// there are (16 bits), where each text ends (three numbers of 32 bits), the codes, and for each
// alternative its place and its code (32 bits each). Everything is little-endian.
constexpr std::size_t kRecordHead = 4 + kTextParts * sizeof(std::uint32_t);
constexpr std::size_t kAlternative = 2 * sizeof(std::uint32_t);
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

// Whether the phrase stands between two places, alternatives left out.
template <typename Code>
bool phrase_within(const char* codes, std::size_t begin, std::size_t end,
                   const std::vector<std::uint64_t>& hashes, unsigned salt) {
  if (end - begin < hashes.size()) return false;
  constexpr std::size_t kMost = 32;  // a longer phrase is compared hash by hash
  std::array<Code, kMost> wanted{};
  for (std::size_t i = 0; i < std::min(hashes.size(), kMost); ++i)
    wanted[i] = code_of<Code>(hashes[i], salt);
  const auto code_at = [&](std::size_t at) { return load<Code>(codes + at * sizeof(Code)); };
  const auto stands_at = [&](std::size_t at) {
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      if (code_at(at + i) != (i < kMost ? wanted[i] : code_of<Code>(hashes[i], salt))) return false;
    }
    return true;
  };
  const std::size_t last = end - hashes.size() + 1;
  std::size_t at = begin;
  // Sixteen bytes at a time: where the first two words stand side by side.
  using Codes [[gnu::vector_size(16)]] = Code;
  constexpr std::size_t kStride = 16 / sizeof(Code);
  const std::size_t next = hashes.size() > 1 ? 1 : 0;
  const Codes first_wanted = Codes{} + wanted[0];
  const Codes second_wanted = Codes{} + wanted[next];
  for (; at + kStride <= last; at += kStride) {
    const auto first = load<Codes>(codes + at * sizeof(Code));
    const auto second = load<Codes>(codes + (at + next) * sizeof(Code));
    const auto both = (first == first_wanted) & (second == second_wanted);
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof both);
    std::memcpy(halves, &both, sizeof halves);
    if ((halves[0] | halves[1]) == 0) continue;
    for (std::size_t i = 0; i < kStride; ++i) {
      if (stands_at(at + i)) return true;
    }
  }
  for (; at < last; ++at) {
    if (stands_at(at)) return true;
  }
  return false;
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
  alternatives_.clear();
  part_ = 0;
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
    append(records, static_cast<std::uint16_t>(alternatives_.size()));
    for (const std::uint32_t end : parts_) append(records, end);
    const std::size_t at = records.size();
    records.resize(at + hashes_.size() * sizeof(Code));
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      const Code code = code_of<Code>(hashes_[i], salt);
      std::memcpy(records.data() + at + i * sizeof(Code), &code, sizeof code);
    }
    for (const auto& [place, hash] : alternatives_) {
      append(records, place);
      append(records, std::uint32_t{code_of<Code>(hash, salt)});
    }
    return true;
  }
  return false;
}

void WordOrderRecorder::finish(std::string& records) {
  while (part_ < kTextParts) end_part();
  if (alternatives_.size() <= std::numeric_limits<std::uint16_t>::max()) {
    distinct_ = hashes_;
    for (const auto& alternative : alternatives_) distinct_.push_back(alternative.hash);
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
  alternatives_ = load<std::uint16_t>(record.data() + 2);
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < kTextParts; ++i) {
    parts_[i] = load<std::uint32_t>(record.data() + 4 + i * sizeof(std::uint32_t));
    if (parts_[i] < begin) width_ = 0;
    begin = parts_[i];
  }
  codes_ = record.data() + kRecordHead;
  const std::size_t size =
      kRecordHead + std::size_t{parts_[kTextParts - 1]} * width_ + alternatives_ * kAlternative;
  if ((width_ != sizeof(std::uint16_t) && width_ != sizeof(std::uint32_t)) ||
      record.size() < size) {
    width_ = 0;
  }
  card_ = record.substr(std::min(width_ == 0 ? kRecordHead : size, record.size()));
}

// Whether a place has the code, be it as an alternative.
template <typename Code>
bool WordOrder::has(std::size_t at, Code code) const {
  if (load<Code>(codes_ + at * sizeof(Code)) == code) return true;
  const char* alternative = codes_ + parts_[kTextParts - 1] * sizeof(Code);
  for (std::size_t i = 0; i < alternatives_; ++i, alternative += kAlternative) {
    if (load<std::uint32_t>(alternative) == at &&
        load<std::uint32_t>(alternative + sizeof(std::uint32_t)) == code) {
      return true;
    }
  }
  return false;
}

template <typename Code>
bool WordOrder::has_phrase_in(std::size_t part, const std::vector<std::uint64_t>& hashes) const {
  if (phrase_within<Code>(codes_, begin_of(part), parts_[part], hashes, salt_)) return true;
  // Else it has an alternative in it.
  const char* alternative = codes_ + parts_[kTextParts - 1] * sizeof(Code);
  for (std::size_t i = 0; i < alternatives_; ++i, alternative += kAlternative) {
    const std::size_t at = load<std::uint32_t>(alternative);
    for (std::size_t word = 0; word < hashes.size(); ++word) {
      if (at < begin_of(part) + word || at - word + hashes.size() > parts_[part]) continue;
      std::size_t found = 0;
      while (found < hashes.size() && has(at - word + found, code_of<Code>(hashes[found], salt_))) {
        ++found;
      }
      if (found == hashes.size()) return true;
    }
  }
  return false;
}

bool WordOrder::has_phrase(const std::vector<std::uint64_t>& hashes, const TextPart* part) const {
  if (hashes.empty()) return true;
  for (std::size_t i = 0; i < kTextParts; ++i) {
    if (part != nullptr && static_cast<std::size_t>(*part) != i) continue;
    if (width_ == sizeof(std::uint16_t) ? has_phrase_in<std::uint16_t>(i, hashes)
                                        : has_phrase_in<std::uint32_t>(i, hashes)) {
      return true;
    }
  }
  return false;
}

template <typename Code>
void WordOrder::add_positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const {
  constexpr std::uint32_t kGap = 100;
  const Code code = code_of<Code>(hash, salt_);
  for (std::uint32_t part = 0; part < kTextParts; ++part) {
    for (std::uint32_t at = begin_of(part); at < parts_[part]; ++at) {
      if (alternatives_ == 0 ? load<Code>(codes_ + at * sizeof(Code)) == code : has(at, code))
        found.push_back(at + part * kGap);
    }
  }
}

void WordOrder::positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const {
  found.clear();
  if (width_ == sizeof(std::uint16_t)) {
    add_positions<std::uint16_t>(hash, found);
  } else {
    add_positions<std::uint32_t>(hash, found);
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
    // Not through the mapping, which would count as memory all at once.
    copy(file->path_, static_cast<std::uint64_t>(file->records_ - file->data_),
         file->begin_of(file->count_ + 1), output);
  }
  finish(output, path);
}

}  // namespace kiosque::indexing
