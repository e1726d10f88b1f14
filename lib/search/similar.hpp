#pragma once
// Articles on the same subject as one of them.

#include <kiosque/related.hpp>
#include <string_view>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// As Searcher::similar, in the snapshot of the seat. Its most telling words (feedback.hpp) are
/// looked for, each weighted by what it tells.
Similar similar(Seat& seat, std::string_view id, const SimilarOptions& options);

}  // namespace kiosque::searching
