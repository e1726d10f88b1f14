#pragma once
// The matching articles over time.

#include <chrono>
#include <cstddef>
#include <kiosque/search.hpp>
#include <utility>
#include <vector>

#include "search/walk.hpp"

namespace kiosque::searching {

/// The first day of the period that a day is in, and of the period behind one that begins so.
std::chrono::sys_days start_of(DateUnit unit, std::chrono::sys_days day);
std::chrono::sys_days next_of(DateUnit unit, std::chrono::sys_days start);

/// The matching articles by day of publication.
struct DayCounts {
  std::vector<std::pair<std::chrono::sys_days, std::size_t>> days;  // rising, none of them empty
  std::size_t missing = 0;
};
DayCounts count_days(Walk& walk, const Matches& matches);

Histogram make_histogram(DateUnit unit, const DayCounts& counts);

}  // namespace kiosque::searching
