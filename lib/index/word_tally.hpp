#pragma once
// The words of an article, counted by where they stand, on their way to terms.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/document.hpp"
#include "index/word_order.hpp"

namespace kiosque::indexing {

/// Makes terms of each different word only once: most words of a text come again.
class WordTally {
 public:
  /// `stems`: whether the words have any.
  WordTally(analysis::Analyzer& analyzer, bool stems);

  /// Which of a text's own counts a word adds to, beside the count over all texts.
  enum class Own { none, title, lead };

  /// The next text. A word counts `opening_weight` up to position `opening_words`, then `weight`.
  void add(std::string_view text, Own own, unsigned opening_weight, unsigned opening_words,
           unsigned weight);

  /// Adds the terms, some of them several times, their length, and the order of the words.
  void finish(IndexedArticle& indexed);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t surface = 0;  // offsets into `spelled_`
    std::uint32_t stem = 0;
    std::uint32_t exact = 0;
    std::uint16_t surface_size = 0;
    std::uint16_t stem_size = 0;
    std::uint16_t exact_size = 0;
    std::uint32_t all = 0;  // wdf
    std::uint32_t title = 0;
    std::uint32_t lead = 0;
    std::uint32_t stem_all = 0;
    std::uint32_t stem_title = 0;
    std::uint32_t stem_lead = 0;
  };

  Entry& find(std::uint64_t hash, std::string_view surface, std::string_view stem,
              std::string_view exact);
  [[nodiscard]] bool is(std::uint32_t at, std::size_t size, std::string_view text) const;
  std::uint32_t spell(std::string_view text);
  void grow();

  analysis::Analyzer& analyzer_;
  bool stems_;
  analysis::Words words_;
  WordOrderRecorder order_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> table_;  // open addressing: the number of an entry
  std::string spelled_;
};

}  // namespace kiosque::indexing
