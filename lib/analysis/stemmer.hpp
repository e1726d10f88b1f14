#pragma once
// What is known of a folded word: its stem, from the lexicon, else by Snowball; with a cache, since
// most words of a text have just been seen.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/lexicon.hpp"
#include "analysis/snowball.hpp"

namespace kiosque::analysis {

struct KnownWord {
  std::string_view stem;
  Parts parts;  // of a compound without its hyphens
};

/// For one thread at a time. The returned view is good until the next call.
class Stemmer {
 public:
  Stemmer();

  /// `word` is folded. Words with other characters than a to z are their own stem.
  KnownWord look(std::string_view word);
  std::string_view stem(std::string_view word) { return look(word).stem; }

 private:
  struct Entry {
    static constexpr std::size_t kLongest = 29;
    std::uint8_t word_size = 0;
    std::uint8_t stem_size = 0;
    Parts parts;
    std::array<char, kLongest> word;
    std::array<char, kLongest> stem;
  };
  KnownWord compute(std::string_view word);

  Lexicon lexicon_;
  Snowball snowball_;
  std::vector<Entry> cache_;  // direct-mapped
};

}  // namespace kiosque::analysis
