#include "index/word_order.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "analysis/sentences.hpp"
#include "support/bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kiosque::indexing {
namespace {

using support::append;
using support::load;

// A record: a byte for the width of its codes (0: none), a byte for the salt, how many alternatives
// there are (16 bits), how many bytes of borders (32 bits), where each text ends (three numbers of
// 32 bits), the codes, for each alternative its place and its code (32 bits each), and the borders:
// of each, as a variable-length number, twice how far it is behind the one before it, and one more
// where a paragraph begins. Codes of 16 bits are in two rows: the low bytes of all, then the high
// ones, for a look through the first is nearly always enough. Everything is little-endian.
constexpr std::size_t kRecordHead = 8 + kTextParts * sizeof(std::uint32_t);
constexpr std::size_t kAlternative = 2 * sizeof(std::uint32_t);
constexpr std::size_t kSalts = 24;

// Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4) by an odd factor for each
// salt; the high bits are the good ones.
template <typename Code>
Code code_of(std::uint64_t hash, unsigned salt) {
  const std::uint64_t factor = 0x9E3779B97F4A7C15U + 0x2545F4914F6CDD1EU * (2 * salt);
  return static_cast<Code>((hash * (factor | 1U)) >> (64 - 8 * sizeof(Code)));
}

// The codes of a record.
template <typename Code>
class Codes;

template <>
class Codes<std::uint32_t> {
 public:
  Codes(const char* bytes, std::size_t) : bytes_(bytes) {}
  std::uint32_t operator[](std::size_t at) const {
    return load<std::uint32_t>(bytes_ + at * sizeof(std::uint32_t));
  }
  /// Calls `visit` with the places from `begin` up to `last`, rising, where `first` may stand and
  /// `second` `apart` behind it, until it returns true.
  template <typename Visit>
  bool find(std::size_t begin, std::size_t last, std::uint32_t first, std::uint32_t second,
            std::size_t apart, Visit&& visit) const {
    for (std::size_t at = begin; at < last; ++at) {
      if ((*this)[at] == first && (*this)[at + apart] == second && visit(at)) return true;
    }
    return false;
  }

 private:
  const char* bytes_;
};

template <>
class Codes<std::uint16_t> {
 public:
  Codes(const char* bytes, std::size_t count) : low_(bytes), high_(bytes + count) {}
  std::uint16_t operator[](std::size_t at) const {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(low_[at]) |
                                      static_cast<unsigned char>(high_[at]) << 8U);
  }
  template <typename Visit>
  bool find(std::size_t begin, std::size_t last, std::uint16_t first, std::uint16_t second,
            std::size_t apart, Visit&& visit) const {
    const auto stands = [&](std::size_t at) {
      return (*this)[at] == first && (*this)[at + apart] == second && visit(at);
    };
    using Row [[gnu::vector_size(16)]] = std::uint8_t;
    const Row first_low = Row{} + static_cast<std::uint8_t>(first);
    const Row second_low = Row{} + static_cast<std::uint8_t>(second);
    std::size_t at = begin;
    for (std::size_t block = begin; at < last && last - begin >= sizeof(Row);) {
      const auto equal =
          (load<Row>(low_ + block) == first_low) & (load<Row>(low_ + block + apart) == second_low);
      std::uint64_t halves[2];
      static_assert(sizeof halves == sizeof equal);
      std::memcpy(halves, &equal, sizeof halves);
      if ((halves[0] | halves[1]) != 0) {
        for (std::size_t i = at - block; i < sizeof(Row); ++i) {
          if (equal[i] != 0 && stands(block + i)) return true;
        }
      }
      at = block + sizeof(Row);
      // The last block reaches back over what the one before it had.
      block = std::min(at, last - sizeof(Row));
    }
    for (; at < last; ++at) {
      if (stands(at)) return true;
    }
    return false;
  }

 private:
  const char* low_;
  const char* high_;
};

template <typename Code>
void append_codes(const std::vector<std::uint64_t>& hashes, unsigned salt, std::string& records) {
  const std::size_t at = records.size();
  records.resize(at + hashes.size() * sizeof(Code));
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const Code code = code_of<Code>(hashes[i], salt);
    if constexpr (sizeof(Code) == 2) {
      records[at + i] = static_cast<char>(code);
      records[at + hashes.size() + i] = static_cast<char>(code >> 8U);
    } else {
      std::memcpy(records.data() + at + i * sizeof code, &code, sizeof code);
    }
  }
}

}  // namespace

std::uint64_t word_hash(std::string_view surface) {
  return XXH3_64bits(surface.data(), surface.size());
}

SentenceBorders::SentenceBorders(std::string_view text)
    : text_(text), starts_(analysis::sentence_starts(text)) {}

std::optional<bool> SentenceBorders::at(std::size_t byte) {
  if (next_ == starts_.size() || byte < starts_[next_]) return {};
  bool paragraph = false;
  for (; next_ < starts_.size() && byte >= starts_[next_]; ++next_)
    paragraph = paragraph || analysis::begins_line(text_, starts_[next_]);
  return paragraph;
}

void WordOrderRecorder::begin() {
  hashes_.clear();
  alternatives_.clear();
  borders_.clear();
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
    const std::string borders = encode_borders();
    records += static_cast<char>(sizeof(Code));
    records += static_cast<char>(salt);
    append(records, static_cast<std::uint16_t>(alternatives_.size()));
    append(records, static_cast<std::uint32_t>(borders.size()));
    for (const std::uint32_t end : parts_) append(records, end);
    append_codes<Code>(hashes_, salt, records);
    for (const auto& [place, hash] : alternatives_) {
      append(records, place);
      append(records, std::uint32_t{code_of<Code>(hash, salt)});
    }
    records += borders;
    return true;
  }
  return false;
}

std::string WordOrderRecorder::encode_borders() const {
  std::string bytes;
  std::uint32_t last = 0;
  for (const Border& border : borders_) {
    std::uint64_t number = std::uint64_t{border.position - last} * 2 + (border.paragraph ? 1 : 0);
    last = border.position;
    for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
    bytes += static_cast<char>(number);
  }
  return bytes;
}

std::span<const std::uint64_t> WordOrderRecorder::words(TextPart part) const {
  const auto i = static_cast<std::size_t>(part);
  const std::size_t begin = i == 0 ? 0 : parts_[i - 1];
  return std::span(hashes_).subspan(begin, parts_[i] - begin);
}

std::span<const std::uint64_t> WordOrderRecorder::words_behind(TextPart part) const {
  return std::span(hashes_).subspan(parts_[static_cast<std::size_t>(part)]);
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
    parts_[i] = load<std::uint32_t>(record.data() + 8 + i * sizeof(std::uint32_t));
    if (parts_[i] < begin) width_ = 0;
    begin = parts_[i];
  }
  codes_ = record.data() + kRecordHead;
  const std::size_t before =
      kRecordHead + std::size_t{parts_[kTextParts - 1]} * width_ + alternatives_ * kAlternative;
  const std::size_t size = before + load<std::uint32_t>(record.data() + 4);
  if ((width_ != sizeof(std::uint16_t) && width_ != sizeof(std::uint32_t)) ||
      record.size() < size) {
    width_ = 0;
  } else {
    borders_ = record.substr(before, size - before);
  }
  card_ = record.substr(std::min(width_ == 0 ? kRecordHead : size, record.size()));
}

// Whether a place has the code, be it as an alternative.
template <typename Code>
bool WordOrder::has(std::size_t at, Code code) const {
  if (Codes<Code>(codes_, parts_[kTextParts - 1])[at] == code) return true;
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
bool WordOrder::has_phrase_in(std::uint32_t begin, std::uint32_t end,
                              const std::vector<std::uint64_t>& hashes) const {
  if (end - begin < hashes.size()) return false;
  // Begins in one text and ends in the next.
  const auto reaches_over = [&](std::size_t at) {
    return std::any_of(std::begin(parts_), std::end(parts_), [&](std::uint32_t border) {
      return at < border && at + hashes.size() > border;
    });
  };
  const Codes<Code> codes(codes_, parts_[kTextParts - 1]);
  const std::size_t next = hashes.size() > 1 ? 1 : 0;
  const auto stands = [&](std::size_t at) {
    for (std::size_t i = 2; i < hashes.size(); ++i) {
      if (codes[at + i] != code_of<Code>(hashes[i], salt_)) return false;
    }
    return !reaches_over(at);
  };
  if (codes.find(begin, end - hashes.size() + 1, code_of<Code>(hashes[0], salt_),
                 code_of<Code>(hashes[next], salt_), next, stands)) {
    return true;
  }
  // Else it has an alternative in it.
  const char* alternative = codes_ + parts_[kTextParts - 1] * sizeof(Code);
  for (std::size_t i = 0; i < alternatives_; ++i, alternative += kAlternative) {
    const std::size_t at = load<std::uint32_t>(alternative);
    for (std::size_t word = 0; word < hashes.size(); ++word) {
      if (at < begin + word || at - word + hashes.size() > end || reaches_over(at - word)) continue;
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
  const std::uint32_t begin = part == nullptr ? 0 : begin_of(static_cast<std::size_t>(*part));
  const std::uint32_t end =
      parts_[part == nullptr ? kTextParts - 1 : static_cast<std::size_t>(*part)];
  return width_ == sizeof(std::uint16_t) ? has_phrase_in<std::uint16_t>(begin, end, hashes)
                                         : has_phrase_in<std::uint32_t>(begin, end, hashes);
}

template <typename Code>
void WordOrder::add_positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const {
  const Code code = code_of<Code>(hash, salt_);
  const Codes<Code> codes(codes_, parts_[kTextParts - 1]);
  for (std::uint32_t part = 0; part < kTextParts; ++part) {
    const auto add = [&](std::size_t at) {
      found.push_back(static_cast<std::uint32_t>(at) + part * kTextGap);
      return false;
    };
    if (alternatives_ == 0) {
      codes.find(begin_of(part), parts_[part], code, code, 0, add);
      continue;
    }
    for (std::uint32_t at = begin_of(part); at < parts_[part]; ++at) {
      if (has(at, code)) add(at);
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

void WordOrder::borders(std::vector<Border>& found) const {
  found.clear();
  std::uint32_t part = 0;
  std::uint32_t word = 0;
  std::size_t at = 0;
  const auto enter_parts = [&](std::uint32_t up_to) {
    for (; part < kTextParts && begin_of(part) <= up_to; ++part) {
      if (begin_of(part) < parts_[part]) found.push_back({begin_of(part) + part * kTextGap, true});
    }
  };
  while (at < borders_.size()) {
    std::uint32_t number = 0;
    for (unsigned shift = 0; at < borders_.size() && shift < 35; shift += 7) {
      const auto byte = static_cast<unsigned char>(borders_[at++]);
      number |= (byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    word += number / 2;
    enter_parts(word);
    const std::uint32_t position = word + (part - 1) * kTextGap;
    if (found.empty() || found.back().position < position)
      found.push_back({position, number % 2 != 0});
  }
  enter_parts(parts_[kTextParts - 1]);
}

}  // namespace kiosque::indexing
