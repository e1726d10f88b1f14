#pragma once
// The articles of a snapshot by the day, or the hour, that it was in some zone.

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "search/columns.hpp"
#include "support/local_clock.hpp"

namespace kiosque::searching {

class Snapshot;

/// Articles by period of publication.
template <typename Period>
struct PeriodCounts {
  std::vector<std::pair<Period, std::size_t>> periods;  // rising, none of them empty
  std::size_t missing = 0;
};
using DayCounts = PeriodCounts<std::chrono::sys_days>;
using HourCounts = PeriodCounts<support::LocalHour>;

/// Never changes; safe to share between threads.
template <typename Period>
struct LocalTimes {
  using Value = Period;

  std::vector<std::shared_ptr<const PeriodColumn<Period>>> columns;  // by segment
  std::vector<Tally> living;                                         // by segment
  PeriodCounts<Period> all;                                          // of the living

  [[nodiscard]] std::size_t bytes() const;  // without the columns
  [[nodiscard]] std::size_t column_bytes() const;
};
struct LocalDays : LocalTimes<std::chrono::sys_days> {
  DayCounts months;  // the living, by the first day of their month

  [[nodiscard]] std::size_t bytes() const {
    return LocalTimes::bytes() + months.periods.capacity() * sizeof months.periods[0];
  }
};
using LocalHours = LocalTimes<support::LocalHour>;

/// A bare day is that day in every zone, and has no hour. Days outside the years 1000 to 9999 are
/// none. `zone` is a known one; through the asking thread's databases.
LocalDays make_days(const Snapshot& snapshot, const std::string& zone,
                    const std::vector<Xapian::Database>& databases);
LocalHours make_hours(const Snapshot& snapshot, const std::string& zone,
                      const std::vector<Xapian::Database>& databases);

/// The tallies of all segments together, by `columns`.
template <typename Period>
PeriodCounts<Period> add_up(const std::vector<std::shared_ptr<const PeriodColumn<Period>>>& columns,
                            const std::vector<Tally>& tallies);

}  // namespace kiosque::searching
