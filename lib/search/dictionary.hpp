#pragma once
// The words of a segment, folded, sorted, with the number of articles that have each.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"

namespace kiosque::searching {

/// Sorted words in little memory: of sixteen neighbours the first is whole, each other says how
/// much it shares with the one before (front coding: Witten, Moffat and Bell, "Managing
/// Gigabytes", 4.1).
class WordList {
 public:
  /// `word` comes behind all that were added.
  void add(std::string_view word, std::uint32_t count);
  void finish();

  [[nodiscard]] std::size_t size() const { return counts_.size(); }
  [[nodiscard]] std::uint32_t count(std::size_t i) const { return counts_[i]; }
  [[nodiscard]] std::string word(std::size_t i) const;
  /// The words that begin with `prefix`: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::string_view prefix) const;
  /// How many articles have the word; 0 where it is not in the list.
  [[nodiscard]] std::uint32_t count_of(std::string_view word) const;
  [[nodiscard]] std::size_t bytes() const;

  /// Goes through the words in their order, and over many at a time.
  class Cursor {
   public:
    explicit Cursor(const WordList& list) : list_(list) { enter(0); }
    [[nodiscard]] bool done() const { return at_ >= list_.size(); }
    [[nodiscard]] const std::string& word() const { return word_; }
    [[nodiscard]] std::uint32_t count() const { return list_.count(at_); }
    /// How many of its first bytes are those of the word that the cursor stood at before.
    [[nodiscard]] std::size_t shared() const { return shared_; }
    void next() { skip(word_.size() + 1); }
    /// To the next word that does not begin with the first `size` bytes of this one; without so
    /// many bytes, to the next word.
    void skip(std::size_t size);

   private:
    void enter(std::size_t block);

    const WordList& list_;
    std::size_t at_ = 0;
    std::size_t byte_ = 0;  // where the word behind this one begins, in this block
    std::string word_;
    std::size_t shared_ = 0;
  };

 private:
  static constexpr std::size_t kBlock = 16;

  // The first word that is not below `bound`.
  [[nodiscard]] std::size_t lower_bound(std::string_view bound) const;
  [[nodiscard]] std::string_view head(std::size_t block) const;

  std::string bytes_;  // of each word: shared (not the first's), own size, own bytes
  std::vector<std::uint32_t> blocks_;  // where each block begins
  std::vector<std::uint32_t> counts_;
  std::string last_;
};

/// The words of a list by their stem.
class StemIndex {
 public:
  StemIndex(const WordList& words, analysis::Analyzer& analyzer);

  [[nodiscard]] std::vector<std::string> words_of(std::string_view stem, const WordList& words,
                                                  analysis::Analyzer& analyzer) const;
  [[nodiscard]] std::size_t bytes() const { return entries_.capacity() * sizeof(Entry); }

 private:
  struct Entry {
    std::uint32_t hash = 0;  // of the stem: what has it is looked at
    std::uint32_t word = 0;
  };
  std::vector<Entry> entries_;  // by hash
};

/// Read from the segment when it is first asked for. Safe to share between threads.
class SegmentWords {
 public:
  const WordList& list(const Xapian::Database& database);
  /// Those of the list that have a stem.
  std::vector<std::string> words_of(std::string_view stem, const Xapian::Database& database,
                                    analysis::Analyzer& analyzer);
  [[nodiscard]] std::size_t bytes() const;

 private:
  mutable std::mutex mutex_;
  std::unique_ptr<const WordList> list_;
  std::unique_ptr<const StemIndex> stems_;
};

}  // namespace kiosque::searching
