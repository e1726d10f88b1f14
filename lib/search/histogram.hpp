#pragma once
// The matching articles over time.

#include <chrono>
#include <kiosque/search.hpp>
#include <optional>

#include "search/counted.hpp"
#include "search/local_times.hpp"
#include "search/periods.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// The matching articles by day of publication, in the walk's zone.
DayCounts count_days(Walk& walk, const Matches& matches);

/// Families by day of publication: each once in each of the periods that `period_of` makes of days,
/// on one of its days there.
template <typename PeriodOf>
DayCounts count_days(Walk& walk, const Collapse& families, PeriodOf&& period_of) {
  return count_days(walk, one_for_each_value(families, [&](const DocumentPlace& place) {
                      auto day = value_at(*walk.days().columns[place.part], place.document);
                      if (day) *day = period_of(*day);
                      return day;
                    }));
}

/// `days`: of the matches, articles in any case; counted here where that was not done yet.
Histogram make_histogram(Walk& walk, const Counted& counted, DateUnit unit,
                         std::optional<DayCounts>& days);

/// That a histogram by `asked` would have had too many periods.
Warning coarse_histogram(DateUnit asked, DateUnit instead);

}  // namespace kiosque::searching
