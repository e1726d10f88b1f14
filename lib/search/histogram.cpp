#include "search/histogram.hpp"

#include <algorithm>

#include "support/zone.hpp"

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
      return day;
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
      return start + std::chrono::days(1);
  }
  return start + std::chrono::days(1);
}

DayCounts count_days(Walk& walk, const Matches& matches) {
  DayCounts counts;
  const std::vector<Tally>& all = walk.snapshot().days(walk.seat().databases);
  auto& days = counts.days;
  for (std::size_t part = 0; part < matches.size(); ++part) {
    const auto before = static_cast<std::ptrdiff_t>(days.size());
    const DayColumn& column =
        walk.snapshot().parts()[part].columns->days(walk.seat().databases[part]);
    const Tally tally =
        tally_within(column, matches[part], walk.snapshot().parts()[part].living, all[part]);
    counts.missing += tally.missing;
    for (std::size_t i = 0; i < tally.counts.size(); ++i) {
      if (tally.counts[i] > 0) days.emplace_back(column.days[i], tally.counts[i]);
    }
    // Each segment has its own days.
    std::inplace_merge(days.begin(), days.begin() + before, days.end());
  }
  if (matches.size() < 2) return counts;
  std::size_t last = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i].first == days[last].first) {
      days[last].second += days[i].second;
    } else {
      days[++last] = days[i];
    }
  }
  if (!days.empty()) days.resize(last + 1);
  return counts;
}

Histogram make_histogram(DateUnit unit, const DayCounts& counts) {
  Histogram histogram;
  histogram.unit = unit;
  histogram.missing = counts.missing;
  if (counts.days.empty()) return histogram;
  auto day = counts.days.begin();
  for (sys_days at = start_of(unit, day->first); day != counts.days.end();) {
    const sys_days next = next_of(unit, at);
    HistogramBucket bucket{support::to_iso(at), 0};
    for (; day != counts.days.end() && day->first < next; ++day) bucket.count += day->second;
    histogram.buckets.push_back(std::move(bucket));
    at = next;
  }
  return histogram;
}

}  // namespace kiosque::searching
