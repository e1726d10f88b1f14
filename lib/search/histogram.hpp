#pragma once
// The matching articles over time.

#include <chrono>
#include <kiosque/search.hpp>
#include <optional>

#include "search/local_times.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// The first day of the period that a day is in, and of the period behind one that begins so. Not
/// of hours.
std::chrono::sys_days start_of(DateUnit unit, std::chrono::sys_days day);
std::chrono::sys_days next_of(DateUnit unit, std::chrono::sys_days start);

/// The matching articles by day of publication, in the walk's zone.
DayCounts count_days(Walk& walk, const Matches& matches);

/// `days`: of the matches, where they are counted already.
Histogram make_histogram(Walk& walk, const Matches& matches, DateUnit unit,
                         std::optional<DayCounts>& days);

/// That a histogram by `asked` would have had too many periods.
Warning coarse_histogram(DateUnit asked, DateUnit instead);

}  // namespace kiosque::searching
