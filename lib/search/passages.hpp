#pragma once
// The choice of passages that show why an article matched.

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/match_words.hpp"
#include "search/sightings.hpp"

namespace kiosque::searching {

/// A text, and where words of the query stand in it.
struct Source {
  std::string_view text;
  std::size_t lead = 0;                    // bytes
  const std::vector<std::size_t>& starts;  // of sentences; not empty
  std::vector<Sighting> sightings;

  /// Where the sentence ends, without the blanks behind it.
  [[nodiscard]] std::size_t end_of(std::size_t sentence) const;
  /// The number of the sentence that `at` is in.
  [[nodiscard]] std::size_t sentence_at(std::size_t at) const;
};

/// Bytes [begin, end) of the text, neither of them inside a word or a grapheme.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  double value = -1;
};

/// The most telling passages of about `length` characters each, in the order of the text; those
/// that touch are one. Longer than that is only what holds a single match that is long. Without a
/// sighting, how the text opens; the whole text, where it is not longer than that.
std::vector<Passage> choose_passages(const Source& source, const querying::MatchWords& words,
                                     std::size_t length, std::size_t passages);

}  // namespace kiosque::searching
