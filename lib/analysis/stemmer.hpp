#pragma once
// Snowball's French stemmer on folded words, with a cache: most words of a text have just been
// seen.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace kiosque::analysis {

/// For one thread at a time. The returned view is good until the next call.
class Stemmer {
 public:
  Stemmer();

  /// `word` is folded. Words with other characters than a to z are their own stem.
  std::string_view stem(std::string_view word);

 private:
  struct Entry {
    static constexpr std::size_t kLongest = 23;
    std::uint8_t word_size = 0;
    std::uint8_t stem_size = 0;
    std::array<char, kLongest> word;
    std::array<char, kLongest> stem;
  };
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::string_view compute(std::string_view word);

  std::unique_ptr<sb_stemmer, Delete> snowball_;
  std::vector<Entry> cache_;  // direct-mapped
  std::array<char, 256> buffer_{};
};

}  // namespace kiosque::analysis
