#pragma once
// Years, months, weeks and days, each by its first day. Not hours.

#include <chrono>
#include <kiosque/search.hpp>

#include "search/local_times.hpp"

namespace kiosque::searching {

/// Of the period that a day is in, and of the period behind one that begins so.
std::chrono::sys_days start_of(DateUnit unit, std::chrono::sys_days day);
std::chrono::sys_days next_of(DateUnit unit, std::chrono::sys_days start);

/// What is counted by day, by the periods that the days are in.
DayCounts by_period(DateUnit unit, const DayCounts& days);

}  // namespace kiosque::searching
