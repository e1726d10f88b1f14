#pragma once
// The chain `fr-1`: text → atoms → rules of French → words with a folded surface and a folded stem.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/atoms.hpp"
#include "analysis/stemmer.hpp"

namespace kiosque::analysis {

inline constexpr std::string_view kAnalyzerName = "fr-1";

/// A word, by offsets; `Words` gives its strings.
struct Word {
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // from 1
  std::uint32_t surface_begin = 0;
  std::uint32_t stem_begin = 0;
  std::uint16_t surface_size = 0;
  std::uint16_t stem_size = 0;
};

/// The words of one text. Reused from text to text, it stops allocating.
class Words {
 public:
  [[nodiscard]] const std::vector<Word>& list() const { return list_; }
  [[nodiscard]] std::string_view surface(const Word& word) const {
    return std::string_view(atoms_.folded).substr(word.surface_begin, word.surface_size);
  }
  [[nodiscard]] std::string_view stem(const Word& word) const {
    return std::string_view(stems_).substr(word.stem_begin, word.stem_size);
  }

 private:
  friend class Analyzer;
  Atoms atoms_;
  std::string stems_;
  std::vector<Word> list_;
};

/// For one thread at a time; every thread may have its own. All give the same words.
class Analyzer {
 public:
  void analyze(std::string_view text, Words& words);

 private:
  Stemmer stemmer_;
};

/// The calling thread's own analyzer.
Analyzer& thread_analyzer();

}  // namespace kiosque::analysis
