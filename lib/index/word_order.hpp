#pragma once
// The words of each article in their order, beside a segment: a phrase is verified by comparing a
// few hundred small integers instead of by positions in Xapian, which would be a third of the
// indexing and half of the archive (docs/decisions/phrases.md).
//
// Each word is a code of 16 bits, a hash of its surface under the article's own salt, chosen so
// that no two different words of the article share a code: where a word is known to stand in the
// article (its posting says so), its code stands for it and nothing else does. An article for which
// there is no such salt has codes of 32 bits; one for which there is none either has none, and its
// text is analyzed again. Where a word has an alternative at its position (étudiant·e·s), that is
// listed apart; so is where sentences and paragraphs begin.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"

namespace kiosque::indexing {

/// The texts whose words are in order; no phrase reaches from one into the next.
enum class TextPart : unsigned { title, lead, body };
inline constexpr std::size_t kTextParts = 3;

/// Between the positions of one text and the next.
inline constexpr std::uint32_t kTextGap = 100;

/// What a code is made of.
std::uint64_t word_hash(std::string_view surface);

/// Where a sentence or a paragraph begins: before the word at this position (counted as
/// WordOrder::positions does).
struct Border {
  std::uint32_t position = 0;
  bool paragraph = false;
};

/// Tells of the words of a text, in their order, which begin a sentence.
class SentenceBorders {
 public:
  explicit SentenceBorders(std::string_view text);

  /// Of a word that begins at this byte, if a sentence does: whether a paragraph does too.
  std::optional<bool> at(std::size_t byte);

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::size_t next_ = 0;
};

/// Takes an article's words and writes its record.
class WordOrderRecorder {
 public:
  void begin();
  void end_part() { parts_[part_++] = static_cast<std::uint32_t>(hashes_.size()); }
  void add(std::uint64_t hash) { hashes_.push_back(hash); }
  /// The next word begins a sentence, or a paragraph.
  void begin_sentence(bool paragraph) {
    borders_.push_back({static_cast<std::uint32_t>(hashes_.size()), paragraph});
  }
  /// A word that stands where the one before it does.
  void add_alternative(std::uint64_t hash) {
    alternatives_.push_back({static_cast<std::uint32_t>(hashes_.size()) - 1, hash});
  }
  /// The hashes of an ended text's words, alternatives left out, and of the words behind it.
  [[nodiscard]] std::span<const std::uint64_t> words(TextPart part) const;
  [[nodiscard]] std::span<const std::uint64_t> words_behind(TextPart part) const;
  /// Appends the record of what was added since `begin`.
  void finish(std::string& records);

 private:
  template <typename Code>
  bool encode(std::string& records);
  [[nodiscard]] std::string encode_borders() const;

  struct Alternative {
    std::uint32_t at = 0;
    std::uint64_t hash = 0;
  };

  std::vector<std::uint64_t> hashes_;
  std::vector<Alternative> alternatives_;
  std::vector<Border> borders_;  // by number of words so far
  std::vector<std::uint64_t> distinct_;
  std::vector<std::uint64_t> codes_;
  std::uint32_t parts_[kTextParts] = {};
  std::size_t part_ = 0;
};

/// One article's words as stored.
class WordOrder {
 public:
  WordOrder() = default;
  /// A record, with whatever was put behind it.
  explicit WordOrder(std::string_view record);

  /// False: only the text itself can tell.
  [[nodiscard]] bool known() const { return width_ != 0; }
  /// What was put behind the record; an empty one where the record is damaged.
  [[nodiscard]] std::string_view card() const { return card_; }
  /// Where the high bytes of codes of 16 bits are.
  [[nodiscard]] const char* second_row() const { return codes_ + parts_[kTextParts - 1]; }
  /// Of a code, in bytes.
  [[nodiscard]] unsigned width() const { return width_; }
  /// Whether words with these hashes, all known to stand in the article, stand side by side, in one
  /// of its texts or in `part`.
  [[nodiscard]] bool has_phrase(const std::vector<std::uint64_t>& hashes,
                                const TextPart* part = nullptr) const;
  /// Where a word stands, counted over all texts with a gap between them.
  void positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const;
  /// Where the words of a text stand: [first, last).
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range(TextPart part) const {
    const auto i = static_cast<std::size_t>(part);
    const auto gaps = static_cast<std::uint32_t>(i) * kTextGap;
    return {begin_of(i) + gaps, parts_[i] + gaps};
  }
  /// The borders, rising; each text begins with one of a paragraph.
  void borders(std::vector<Border>& found) const;

 private:
  [[nodiscard]] std::uint32_t begin_of(std::size_t part) const {
    return part == 0 ? 0 : parts_[part - 1];
  }
  template <typename Code>
  [[nodiscard]] bool has(std::size_t at, Code code) const;
  template <typename Code>
  [[nodiscard]] bool has_phrase_in(std::uint32_t begin, std::uint32_t end,
                                   const std::vector<std::uint64_t>& hashes) const;
  template <typename Code>
  void add_positions(std::uint64_t hash, std::vector<std::uint32_t>& found) const;

  unsigned width_ = 0;  // of a code, in bytes
  unsigned salt_ = 0;
  std::uint32_t parts_[kTextParts] = {};  // where each text ends
  std::size_t alternatives_ = 0;          // how many
  const char* codes_ = nullptr;
  std::string_view borders_;
  std::string_view card_;
};

}  // namespace kiosque::indexing
