#pragma once
// The words of a segment by their stem.

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/word_list.hpp"

namespace kiosque::searching {

/// Made when it is first asked for, from the segment's word list. Safe to share between threads.
class StemIndex {
 public:
  /// Those of the list that have the stem, in their order.
  std::vector<std::string> words_of(std::string_view stem, const indexing::WordList& words,
                                    analysis::Analyzer& analyzer);
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Entry {
    std::uint32_t hash = 0;  // of the stem: what has it is looked at
    std::uint32_t word = 0;
  };

  void make(const indexing::WordList& words, analysis::Analyzer& analyzer);

  mutable std::mutex mutex_;
  bool made_ = false;
  std::vector<Entry> entries_;  // by hash
};

}  // namespace kiosque::searching
