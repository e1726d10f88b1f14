#pragma once
// BM25 over posting lists, a term at a time.

#include <cstddef>
#include <vector>

#include "query/plan.hpp"
#include "search/ranking.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Those of `matches` whose score is at least that of the `wanted`th best, give or take what a
/// float cannot tell apart; in no order. Matching articles without any of the terms are left out:
/// their score is 0. Terms are added from the heaviest to the lightest; once those that are left
/// could not lift an article that has none so far to the `wanted`th place, they are looked up only
/// for the articles that may still come in (MaxScore: Turtle and Flood, "Query evaluation:
/// strategies and optimizations", 1995). What comes out is the same with and without.
std::vector<Ranked> score(Walk& walk, const Matches& matches,
                          const std::vector<querying::ScoredTerm>& terms, std::size_t wanted);

/// What one term adds to the score of an article.
double share_of(Walk& walk, const querying::ScoredTerm& scored, const DocumentPlace& place);

/// Gives each of `ranked` its score.
void score_these(Walk& walk, const std::vector<querying::ScoredTerm>& terms,
                 std::vector<Ranked>& ranked);

}  // namespace kiosque::searching
