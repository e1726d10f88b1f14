#include "index/word_order.hpp"

#include <algorithm>
#include <array>
#include <cstring>
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
  const Code code = code_of<Code>(hash, salt_);
  for (std::uint32_t part = 0; part < kTextParts; ++part) {
    for (std::uint32_t at = begin_of(part); at < parts_[part]; ++at) {
      if (alternatives_ == 0 ? load<Code>(codes_ + at * sizeof(Code)) == code : has(at, code))
        found.push_back(at + part * kTextGap);
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

}  // namespace kiosque::indexing
