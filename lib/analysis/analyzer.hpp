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
  std::uint32_t exact_begin = 0;
  std::uint16_t surface_size = 0;
  std::uint16_t stem_size = 0;
  std::uint16_t exact_size = 0;  // 0: the surface is exactly what was written, but for capitals
  bool alternative = false;  // another form of the word before it, for articles, not for queries
  bool joined = false;       // written as one with the word before it: the parole of porteparole
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
  /// The word with its accents, in lower case and composed; empty where it has none.
  [[nodiscard]] std::string_view exact(const Word& word) const {
    return std::string_view(exacts_).substr(word.exact_begin, word.exact_size);
  }

 private:
  friend class Analyzer;
  Word& add(const Atom& atom, std::uint32_t position, std::string_view stem);

  Atoms atoms_;
  std::string stems_;
  std::string exacts_;
  std::vector<Word> list_;
};

/// For one thread at a time; every thread may have its own. All give the same words.
class Analyzer {
 public:
  void analyze(std::string_view text, Words& words);

  /// Of one folded word. Good until the next call.
  std::string_view stem(std::string_view folded) { return stemmer_.stem(folded); }

 private:
  Stemmer stemmer_;
};

/// The calling thread's own analyzer.
Analyzer& thread_analyzer();

}  // namespace kiosque::analysis
