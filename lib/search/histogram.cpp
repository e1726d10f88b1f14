#include "search/histogram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "support/local_clock.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using support::LocalHour;

constexpr std::size_t kMostBuckets = 100'000;

// Matches that are sorted by period, instead of looking at every period that there is.
constexpr std::size_t kFew = 256;

template <typename Period>
PeriodCounts<Period> count_few(const Matches& matches, const LocalTimes<Period>& times) {
  PeriodCounts<Period> counts;
  std::vector<Period> periods;
  for (std::size_t part = 0; part < matches.size(); ++part) {
    matches[part].for_each([&](std::uint32_t document) {
      if (const auto period = value_at(*times.columns[part], document)) {
        periods.push_back(*period);
      } else {
        ++counts.missing;
      }
    });
  }
  std::sort(periods.begin(), periods.end());
  for (const Period& period : periods) {
    if (counts.periods.empty() || counts.periods.back().first != period)
      counts.periods.emplace_back(period, 0);
    ++counts.periods.back().second;
  }
  return counts;
}

template <typename Period>
PeriodCounts<Period> count_periods(Walk& walk, const Matches& matches,
                                   const LocalTimes<Period>& times) {
  if (count(matches) <= kFew) return count_few(matches, times);
  std::vector<Tally> tallies;
  for (std::size_t part = 0; part < matches.size(); ++part) {
    const Snapshot::Part& one = walk.snapshot().parts()[part];
    tallies.push_back(tally_within(*times.columns[part], matches[part], one.living,
                                   one.living_count, times.living[part]));
  }
  return add_up(times.columns, tallies);
}

// How many buckets there would be; of hours give or take a few.
std::size_t size_of(DateUnit unit, sys_days first, sys_days last) {
  const auto days = static_cast<std::size_t>((last - first).count());
  const year_month_day from(first);
  const year_month_day to(last);
  const auto years = static_cast<std::size_t>((to.year() - from.year()).count());
  switch (unit) {
    case DateUnit::year:
      return years + 1;
    case DateUnit::month:
      return years * 12 + static_cast<unsigned>(to.month()) + 1 -
             static_cast<unsigned>(from.month());
    case DateUnit::week:
      return days / 7 + 2;
    case DateUnit::day:
      return days + 1;
    case DateUnit::hour:
      break;
  }
  return (days + 1) * 24;
}

DateUnit coarser(DateUnit unit) {
  switch (unit) {
    case DateUnit::hour:
      return DateUnit::day;
    case DateUnit::day:
      return DateUnit::week;
    case DateUnit::week:
      return DateUnit::month;
    case DateUnit::month:
    case DateUnit::year:
      break;
  }
  return DateUnit::year;
}

// The buckets from the first to the last of `counts`, where `all` are those of the archive.
template <typename Period, typename Start, typename Next>
void fill(const PeriodCounts<Period>& counts, const PeriodCounts<Period>& all, Start&& start,
          Next&& next, Histogram& histogram) {
  histogram.missing = counts.missing;
  if (counts.periods.empty()) return;
  Period at = start(counts.periods.front().first);
  auto one = counts.periods.begin();
  auto any =
      std::lower_bound(all.periods.begin(), all.periods.end(), std::pair(at, std::size_t{0}));
  while (one != counts.periods.end()) {
    const Period end = next(at);
    HistogramBucket bucket{.from = support::to_iso(at)};
    for (; one != counts.periods.end() && one->first < end; ++one) bucket.count += one->second;
    for (; any != all.periods.end() && any->first < end; ++any) bucket.all += any->second;
    if (bucket.all > 0)
      bucket.share = static_cast<double>(bucket.count) / static_cast<double>(bucket.all);
    histogram.buckets.push_back(std::move(bucket));
    at = end;
  }
}

std::string_view name_of(DateUnit unit) {
  switch (unit) {
    case DateUnit::year:
      return "year";
    case DateUnit::month:
      return "month";
    case DateUnit::week:
      return "week";
    case DateUnit::day:
      return "day";
    case DateUnit::hour:
      break;
  }
  return "hour";
}

HourCounts count_hours(Walk& walk, const Collapse& families) {
  const auto hour_of = [&](const DocumentPlace& place) {
    return value_at(*walk.hours().columns[place.part], place.document);
  };
  return count_periods(walk, one_for_each_value(families, hour_of), walk.hours());
}

Matches living(const Snapshot& snapshot) {
  Matches all;
  for (const auto& part : snapshot.parts()) all.push_back(part.living);
  return all;
}

}  // namespace

DayCounts count_days(Walk& walk, const Matches& matches) {
  return count_periods(walk, matches, walk.days());
}

Histogram make_histogram(Walk& walk, const Counted& counted, DateUnit unit,
                         std::optional<DayCounts>& days) {
  Histogram histogram;
  histogram.unit = unit;
  const Collapse* const families = counted.families;
  // Beside families the archive's stand.
  std::optional<Matches> everything;
  std::optional<Collapse> all;
  if (families != nullptr) all.emplace(walk, everything.emplace(living(walk.snapshot())));

  if (unit == DateUnit::hour) {
    const HourCounts counts = families != nullptr
                                  ? count_hours(walk, *families)
                                  : count_periods(walk, counted.matches, walk.hours());
    const auto& hours = counts.periods;
    if (hours.empty() ||
        size_of(unit, hours.front().first.day(), hours.back().first.day()) <= kMostBuckets) {
      const support::Zone zone = support::Zone::required(walk.zone());
      support::LocalClock clock(zone);
      fill(
          counts, families != nullptr ? count_hours(walk, *all) : walk.hours().all,
          [](const LocalHour& hour) { return hour; },
          [&](const LocalHour& hour) { return clock.next(hour); }, histogram);
      return histogram;
    }
    histogram.unit = DateUnit::day;
  }
  if (!days) days = count_days(walk, counted.matches);
  if (!days->periods.empty()) {
    const sys_days first = days->periods.front().first;
    const sys_days last = days->periods.back().first;
    while (size_of(histogram.unit, first, last) > kMostBuckets)
      histogram.unit = coarser(histogram.unit);
  }
  const auto start = [&](sys_days day) { return start_of(histogram.unit, day); };
  const auto next = [&](sys_days begin) { return next_of(histogram.unit, begin); };
  if (!days->periods.empty()) {
    histogram.buckets.reserve(
        size_of(histogram.unit, days->periods.front().first, days->periods.back().first));
  }
  if (families != nullptr) {
    fill(count_days(walk, *families, start), count_days(walk, *all, start), start, next, histogram);
  } else {
    // What begins with a month is made of months.
    const bool months = histogram.unit == DateUnit::month || histogram.unit == DateUnit::year;
    fill(*days, months ? walk.days().months : walk.days().all, start, next, histogram);
  }
  return histogram;
}

Warning coarse_histogram(DateUnit asked, DateUnit instead) {
  return {"coarse_histogram",
          fmt::format("a histogram by {} would have more than {} periods: it is by {}; narrow the "
                      "dates to have it finer",
                      name_of(asked), kMostBuckets, name_of(instead)),
          0, 0};
}

}  // namespace kiosque::searching
