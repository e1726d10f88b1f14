#pragma once
// What is known of a folded word: its stem, from the lexicon, else by Snowball; with a cache, since
// most words of a text have just been seen.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "analysis/lexicon.hpp"
#include "analysis/snowball.hpp"

namespace kiosque::analysis {

/// For one thread at a time. The returned view is good until the next call.
class Stemmer {
 public:
  Stemmer();

  /// `word` is folded. Words with other characters than a to z are their own stem.
  LexiconEntry look(std::string_view word);
  std::string_view stem(std::string_view word) { return look(word).stem; }

  /// Begins to fetch what `look` will read: the cache is larger than the processor's own.
  void prefetch(std::string_view word) const;

 private:
  // One cache line. Its first and last eight bytes tell a word of up to sixteen; a longer one has
  // the rest beside them.
  struct alignas(64) Entry {
    static constexpr std::size_t kLongest = 29;
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::array<char, kLongest - 16> middle;
    std::uint8_t word_size = 0;
    std::uint8_t stem_size = 0;
    Parts parts;
    std::array<char, kLongest> stem;
  };

  struct Free {
    void operator()(void* memory) const;
  };

  LexiconEntry compute(std::string_view word);

  Lexicon lexicon_;
  Snowball snowball_;
  // Zeroed by the system, page by page as they are used: 4 MiB would take longer than a search.
  std::unique_ptr<void, Free> memory_;
  Entry* cache_;  // direct-mapped, in it
};

}  // namespace kiosque::analysis
