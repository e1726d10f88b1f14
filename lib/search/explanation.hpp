#pragma once
// What makes an article's score.

#include <kiosque/explain.hpp>
#include <vector>

#include "query/compile.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// What each word of a query adds to the score of an article.
std::vector<WordShare> word_shares(Walk& walk, const querying::Compiled& compiled,
                                   const DocumentPlace& place);

}  // namespace kiosque::searching
