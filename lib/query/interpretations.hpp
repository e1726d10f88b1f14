#pragma once
// Dates in the plain words of a query: offered, never applied.

#include <chrono>
#include <kiosque/query.hpp>
#include <vector>

namespace kiosque::querying {

/// The dates in runs of plain words that may match, in order: at most 16 of the first 256 such
/// words, since what is longer is a text and no question.
std::vector<Interpretation> interpretations(const Query& query, std::chrono::sys_days today);

}  // namespace kiosque::querying
