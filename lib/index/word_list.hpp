#pragma once
// Sorted words in little memory, each with a number: read where they lie, in a mapped file.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosque::indexing {

/// Of sixteen neighbours the first is whole, each other says how much it shares with the one before
/// (front coding: Witten, Moffat and Bell, "Managing Gigabytes", 4.1).
class WordList {
 public:
  /// Words are at most this long, in bytes.
  static constexpr std::size_t kLongest = 255;

  WordList() = default;
  /// What WordListBuilder wrote, with whatever stands behind it; one that is damaged is empty. The
  /// bytes have to outlive the list.
  explicit WordList(std::string_view bytes);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t count(std::size_t i) const;
  [[nodiscard]] std::string word(std::size_t i) const;
  /// Where a word stands.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view word) const;
  /// The words that begin with `prefix`: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::string_view prefix) const;
  /// How many bytes it takes.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

  /// Goes from word to word.
  class Reader {
   public:
    Reader(const WordList& list, std::size_t i);
    /// There is one.
    [[nodiscard]] bool good() const { return i_ < list_->size_; }
    [[nodiscard]] const std::string& word() const { return word_; }
    [[nodiscard]] std::uint32_t count() const { return list_->count(i_); }
    [[nodiscard]] std::size_t place() const { return i_; }
    /// How many of its first bytes are those of the word that the reader stood at before.
    [[nodiscard]] std::size_t shared() const { return shared_; }
    void next() { skip(word_.size() + 1); }
    /// To the next word that does not begin with the first `size` bytes of this one; without so
    /// many bytes, to the next word.
    void skip(std::size_t size);

   private:
    // To the head of a block.
    void enter(std::size_t block);

    const WordList* list_;
    std::size_t i_;
    std::size_t at_ = 0;  // of the word behind
    std::string word_;
    std::size_t shared_ = 0;
  };

  /// From the first word that is not below `bound`.
  [[nodiscard]] Reader from(std::string_view bound) const;

 private:
  friend class WordListBuilder;
  static constexpr std::size_t kBlock = 16;

  // The first word that is not below `bound`.
  [[nodiscard]] std::size_t lower_bound(std::string_view bound) const;
  [[nodiscard]] std::size_t blocks() const { return (size_ + kBlock - 1) / kBlock; }
  [[nodiscard]] std::size_t begin_of(std::size_t block) const;
  [[nodiscard]] std::string_view head(std::size_t block) const;

  std::size_t size_ = 0;
  std::size_t bytes_ = 0;
  const char* counts_ = nullptr;
  const char* begins_ = nullptr;  // where each block begins
  std::string_view text_;         // of each word: shared (not the first's), own size, own bytes
};

class WordListBuilder {
 public:
  /// `word` comes behind all that were added; of a longer one than kLongest the rest is cut.
  void add(std::string_view word, std::uint32_t count);
  void write(std::string& out) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> counts_;
  std::string last_;
};

/// The words of all; the counts of equal ones add up.
WordListBuilder merge(const std::vector<WordList>& lists);

}  // namespace kiosque::indexing
