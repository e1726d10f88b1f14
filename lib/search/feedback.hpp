#pragma once
// Pseudo-relevance feedback: what the best articles of a first search have in common is looked for
// too.

#include <vector>

#include "query/plan.hpp"
#include "search/ranking.hpp"

namespace kiosque::searching {

/// The stems that tell `best` from the archive, at a small weight; those of `query` are left out.
/// The terms are chosen by the Bo1 model (Amati, "Probability models for information retrieval
/// based on divergence from randomness", 2003), as Xapian has it.
std::vector<querying::ScoredTerm> feedback(Walk& walk, const std::vector<Ranked>& best,
                                           const std::vector<querying::ScoredTerm>& query);

/// How many articles it takes.
inline constexpr std::size_t kFeedbackArticles = 5;

}  // namespace kiosque::searching
