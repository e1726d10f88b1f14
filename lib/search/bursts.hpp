#pragma once
// The periods in which a query stands out, and what explains them.

#include <kiosque/bursts.hpp>
#include <kiosque/query.hpp>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// As Searcher::bursts, in the snapshot of the seat.
Bursts bursts(Seat& seat, const Query& query, const BurstOptions& options);

}  // namespace kiosque::searching
