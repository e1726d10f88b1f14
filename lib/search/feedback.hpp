#pragma once
// Pseudo-relevance feedback: what the best articles of a first search have in common is looked for
// too.

#include <xapian.h>

#include "search/ranking.hpp"

namespace kiosque::searching {

/// The stems that tell the best `kFeedbackArticles` of `query` from the archive, at a small weight;
/// an empty query where there are none. The terms are chosen by the Bo1 model (Amati, "Probability
/// models for information retrieval based on divergence from randomness", 2003), as Xapian has it.
/// Where the limits come first, the best articles so far.
Xapian::Query feedback(const Xapian::Database& database, const Xapian::Query& query,
                       const Limits& limits);

}  // namespace kiosque::searching
