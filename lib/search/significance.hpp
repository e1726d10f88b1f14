#pragma once
// What some articles have more often than others.

#include <cstddef>
#include <cstdint>
#include <kiosque/related.hpp>
#include <vector>

#include "search/walk.hpp"
#include "search/word_sample.hpp"

namespace kiosque::searching {

/// Dunning's log-likelihood ratio ("Accurate methods for the statistics of surprise and
/// coincidence", Computational Linguistics 19, 1993) of what `with` of `some` articles have and
/// `with_others` of `others`; negative where the others have it more often.
double log_likelihood(std::size_t with, std::size_t some, std::size_t with_others,
                      std::size_t others);

/// Above it, chance is left with one in a thousand (chi-squared, one degree of freedom).
inline constexpr double kSignificant = 10.83;

struct SignificantPhrase {
  SignificantTerm term;
  std::vector<std::uint32_t> numbers;  // of its words in the sample
};

/// The words of the sample that the articles of `some` have significantly more often than the rest
/// of the archive; those that mostly stand together, together. Where `among` is given, a set that
/// holds `some`, the score is the geometric mean of that against the archive and that against the
/// rest of `among`. Counts are exact: of articles that have all the words, in any inflection.
std::vector<SignificantPhrase> significant_words(Walk& walk, const WordSample& sample,
                                                 const Matches& some, const Matches* among,
                                                 std::size_t limit);

}  // namespace kiosque::searching
