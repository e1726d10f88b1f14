#include "search/periods.hpp"

namespace kiosque::searching {

using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days start_of(DateUnit unit, sys_days day) {
  const year_month_day date(day);
  switch (unit) {
    case DateUnit::year:
      return sys_days(date.year() / std::chrono::January / 1);
    case DateUnit::month:
      return sys_days(date.year() / date.month() / 1);
    case DateUnit::week:
      return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case DateUnit::day:
    case DateUnit::hour:
      break;
  }
  return day;
}

sys_days next_of(DateUnit unit, sys_days start) {
  const year_month_day date(start);
  switch (unit) {
    case DateUnit::year:
      return sys_days((date.year() + std::chrono::years(1)) / date.month() / 1);
    case DateUnit::month:
      return sys_days(date.year() / date.month() / 1 + std::chrono::months(1));
    case DateUnit::week:
      return start + std::chrono::days(7);
    case DateUnit::day:
    case DateUnit::hour:
      break;
  }
  return start + std::chrono::days(1);
}

DayCounts by_period(DateUnit unit, const DayCounts& days) {
  DayCounts counts;
  counts.missing = days.missing;
  sys_days end;
  for (const auto& [day, count] : days.periods) {
    if (counts.periods.empty() || day >= end) {
      counts.periods.emplace_back(start_of(unit, day), 0);
      end = next_of(unit, counts.periods.back().first);
    }
    counts.periods.back().second += count;
  }
  return counts;
}

}  // namespace kiosque::searching
