#pragma once
// Pseudo-relevance feedback: what the best articles of a first search have in common is looked for
// too.

#include <kiosque/article.hpp>
#include <set>
#include <string>
#include <vector>

#include "query/plan.hpp"
#include "search/ranking.hpp"

namespace kiosque::searching {

/// A term and how much it tells some articles from the archive.
struct TellingTerm {
  std::string term;
  double weight = 0;
};

/// The stems of the articles (of those in another language than French: the words) that are not
/// `known`, the most telling first, by the Bo1 model (Amati, "Probability models for information
/// retrieval based on divergence from randomness", 2003), as Xapian has it.
std::vector<TellingTerm> telling_terms(Walk& walk, const std::vector<Article>& articles,
                                       const std::set<std::string>& known);

/// The most telling stems of `best`, at a small weight; those of `query` are left out.
std::vector<querying::ScoredTerm> feedback(Walk& walk, const std::vector<Ranked>& best,
                                           const std::vector<querying::ScoredTerm>& query);

/// How many articles it takes.
inline constexpr std::size_t kFeedbackArticles = 5;

}  // namespace kiosque::searching
