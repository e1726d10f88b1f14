#pragma once
// What the best articles of a result have in common.

#include <kiosque/query.hpp>
#include <kiosque/related.hpp>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// As Searcher::related, in the snapshot of the seat.
Related related(Seat& seat, const Query& query, const RelatedOptions& options);

}  // namespace kiosque::searching
