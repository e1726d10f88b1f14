#include "search/local_times.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "search/periods.hpp"
#include "search/snapshot.hpp"

namespace kiosque::searching {
namespace {

using std::chrono::sys_days;
using support::LocalClock;
using support::LocalHour;

// Seconds; the year 9999 is nearer. Where there is no date, -infinity.
constexpr double kFarthest = 1e12;

template <typename Period>
PeriodColumn<Period> make_column(const std::vector<std::optional<Period>>& of_documents) {
  PeriodColumn<Period> column;
  for (const auto& period : of_documents) {
    if (period) column.periods.push_back(*period);
  }
  auto& periods = column.periods;
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  periods.shrink_to_fit();
  std::vector<std::uint32_t> ordinals;
  ordinals.reserve(of_documents.size());
  for (const auto& period : of_documents) {
    ordinals.push_back(
        period ? static_cast<std::uint32_t>(
                     std::lower_bound(periods.begin(), periods.end(), *period) - periods.begin())
               : PeriodColumn<Period>::kNone);
  }
  column.ordinals = Ordinals(std::move(ordinals));
  return column;
}

template <typename Period>
void count_living(const Snapshot& snapshot, LocalTimes<Period>& times) {
  for (std::size_t i = 0; i < times.columns.size(); ++i)
    times.living.push_back(times.columns[i]->tally(snapshot.parts()[i].living));
  times.all = add_up(times.columns, times.living);
}

// By segment the periods that `read` makes of an instant; what it makes of a bare day is `bare`.
template <typename Times, typename Read, typename Bare>
Times read_times(const Snapshot& snapshot, const std::vector<Xapian::Database>& databases,
                 Read&& read, Bare&& bare) {
  using Period = typename Times::Value;
  Times times;
  for (std::size_t i = 0; i < snapshot.parts().size(); ++i) {
    const Snapshot::Part& part = snapshot.parts()[i];
    const InstantColumn& instants = part.columns->instants(databases[i]);
    const DayColumn& days = part.columns->days(databases[i]);
    const Bitmap& bare_days = part.columns->bare_days(part.segment->words(), databases[i]);
    std::vector<std::optional<Period>> of_documents(instants.size());
    for (std::size_t document = 1; document < instants.size(); ++document) {
      if (!(std::abs(instants[document]) < kFarthest)) continue;
      of_documents[document] = bare_days.test(document)
                                   ? bare(days.periods[days.ordinals[document]])
                                   : read(static_cast<std::int64_t>(instants[document]));
    }
    times.columns.push_back(
        std::make_shared<const PeriodColumn<Period>>(make_column(of_documents)));
  }
  count_living(snapshot, times);
  return times;
}

}  // namespace

template <typename Period>
PeriodCounts<Period> add_up(const std::vector<std::shared_ptr<const PeriodColumn<Period>>>& columns,
                            const std::vector<Tally>& tallies) {
  PeriodCounts<Period> counts;
  auto& periods = counts.periods;
  for (std::size_t part = 0; part < columns.size(); ++part) {
    const auto before = static_cast<std::ptrdiff_t>(periods.size());
    counts.missing += tallies[part].missing;
    for (std::size_t i = 0; i < tallies[part].counts.size(); ++i) {
      if (tallies[part].counts[i] > 0)
        periods.emplace_back(columns[part]->periods[i], tallies[part].counts[i]);
    }
    // Each segment has its own periods.
    std::inplace_merge(periods.begin(), periods.begin() + before, periods.end());
  }
  if (columns.size() < 2 || periods.empty()) return counts;
  std::size_t last = 0;
  for (std::size_t i = 1; i < periods.size(); ++i) {
    if (periods[i].first == periods[last].first) {
      periods[last].second += periods[i].second;
    } else {
      periods[++last] = periods[i];
    }
  }
  periods.resize(last + 1);
  return counts;
}
template DayCounts add_up(const std::vector<std::shared_ptr<const DayColumn>>&,
                          const std::vector<Tally>&);
template HourCounts add_up(const std::vector<std::shared_ptr<const PeriodColumn<LocalHour>>>&,
                           const std::vector<Tally>&);

template <typename Period>
std::size_t LocalTimes<Period>::bytes() const {
  std::size_t bytes = all.periods.capacity() * sizeof all.periods[0];
  for (const auto& tally : living) bytes += tally.counts.capacity() * sizeof tally.counts[0];
  return bytes;
}
template <typename Period>
std::size_t LocalTimes<Period>::column_bytes() const {
  std::size_t bytes = 0;
  for (const auto& column : columns) bytes += column->bytes();
  return bytes;
}
template struct LocalTimes<sys_days>;
template struct LocalTimes<LocalHour>;

LocalDays make_days(const Snapshot& snapshot, const std::string& zone,
                    const std::vector<Xapian::Database>& databases) {
  LocalDays days;
  if (zone == support::kHomeZone) {
    for (std::size_t i = 0; i < snapshot.parts().size(); ++i) {
      const auto& columns = snapshot.parts()[i].columns;
      days.columns.emplace_back(columns, &columns->days(databases[i]));
    }
    count_living(snapshot, days);
  } else {
    const support::Zone local = support::Zone::required(zone);
    LocalClock clock(local);
    const auto read = [&](std::int64_t epoch) -> std::optional<sys_days> {
      const sys_days day = clock.day_of(epoch);
      return support::is_writable(day) ? std::optional(day) : std::nullopt;
    };
    days = read_times<LocalDays>(snapshot, databases, read,
                                 [](sys_days day) { return std::optional(day); });
  }
  days.months = by_period(DateUnit::month, days.all);
  return days;
}

LocalHours make_hours(const Snapshot& snapshot, const std::string& zone,
                      const std::vector<Xapian::Database>& databases) {
  const support::Zone local = support::Zone::required(zone);
  LocalClock clock(local);
  const auto read = [&](std::int64_t epoch) -> std::optional<LocalHour> {
    const LocalHour hour = clock.hour_of(epoch);
    return support::is_writable(hour.day()) ? std::optional(hour) : std::nullopt;
  };
  return read_times<LocalHours>(snapshot, databases, read,
                                [](sys_days) { return std::optional<LocalHour>(); });
}

}  // namespace kiosque::searching
