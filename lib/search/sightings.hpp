#pragma once
// Where words of a query stand in a text.

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "query/match_words.hpp"
#include "search/word_starts.hpp"

namespace kiosque::searching {

/// Bytes [begin, end) of the text with the word of this number (MatchWords).
struct Sighting {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t number = 0;
};

/// Finds them in one text after another.
class Lookout {
 public:
  Lookout(const querying::MatchWords& words, analysis::Analyzer& analyzer)
      : words_(words), analyzer_(analyzer) {}

  [[nodiscard]] const querying::MatchWords& words() const { return words_; }

  /// All, by the analyzer that matched them.
  std::vector<Sighting> all(std::string_view text);
  /// Nearly all of those that tell (MatchWords), in a quarter of the time: only what begins like a
  /// word of the query is analyzed, and by itself, so that what takes several words to understand
  /// may be missed, and a unit behind its number (30km).
  std::vector<Sighting> telling(std::string_view text, const WordStarts& starts);

 private:
  void look(std::string_view text, std::size_t begin, std::size_t word_end, bool in_digits,
            std::vector<Sighting>& sightings);

  const querying::MatchWords& words_;
  analysis::Analyzer& analyzer_;
  analysis::Words analyzed_;
};

}  // namespace kiosque::searching
