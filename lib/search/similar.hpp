#pragma once
// Articles on the same subject as one of them.

#include <functional>
#include <kiosque/related.hpp>
#include <string_view>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// Which articles are not wanted, such as copies of the one asked about; it has a place itself.
using LeaveOut = std::function<bool(const DocumentPlace& asked, const DocumentPlace& found)>;

/// As Searcher::similar, in the snapshot of the seat. Its most telling words (feedback.hpp) are
/// looked for, each weighted by what it tells.
Similar similar(Seat& seat, std::string_view id, const SimilarOptions& options,
                const LeaveOut& leave_out = {});

}  // namespace kiosque::searching
