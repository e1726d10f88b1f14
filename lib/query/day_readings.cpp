// What was read → days.

#include <cmath>

#include "query/day_grammar.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kDecember = 12;
constexpr int kFarthest = 9;  // years: 29 February is there every fourth, or eighth

std::optional<Days> one_day(std::optional<sys_days> day) {
  if (!day) return {};
  return Days{*day, *day};
}

// The n-th week of a period: days 1–7, 8–14, …; or the n-th such weekday in it.
std::optional<Days> nth_of(const Days& period, const Yearly& yearly) {
  std::optional<Days> found;
  if (yearly.weekday) {
    const sys_days first = weekday_until(*yearly.weekday, period.from + days(6));
    const sys_days last = weekday_until(*yearly.weekday, period.to);
    found = one_day(yearly.nth < 0 ? last : first + days(7 * (yearly.nth - 1)));
  } else if (yearly.nth < 0) {
    found = Days{period.to - days(6), period.to};
  } else {
    const sys_days first = period.from + days(7 * (yearly.nth - 1));
    found = Days{first, first + days(6)};
  }
  if (found->to > period.to) return {};
  return found;
}

std::optional<Days> latest(const Yearly& yearly, sys_days today) {
  const int year = year_of(today);
  for (int shift = 1; shift >= -kFarthest; --shift) {
    const auto found = in_year(yearly, year + shift);
    if (found && found->from <= today) return found;
  }
  return {};
}

// How many days lie between.
days distance(const Days& period, sys_days day) {
  if (day < period.from) return period.from - day;
  return day > period.to ? day - period.to : days(0);
}

std::optional<Days> nearest(const Yearly& yearly, sys_days today) {
  std::optional<Days> best;
  for (int shift = -1; shift <= 1; ++shift) {
    const auto found = in_year(yearly, year_of(today) + shift);
    if (found && (!best || distance(*found, today) <= distance(*best, today))) best = found;
  }
  return best;
}

}  // namespace

std::optional<Days> in_year(const Yearly& yearly, int year) {
  if (yearly.feast != nullptr) {
    if (yearly.feast->month != 0)
      return one_day(day_of(year, yearly.feast->month, yearly.feast->day));
    const auto known = whole_years(year, 1);
    return known ? one_day(easter(year) + days(yearly.feast->after_easter)) : std::nullopt;
  }
  if (yearly.month == 0) return {};
  if (yearly.day != 0) return one_day(day_of(year, yearly.month, yearly.day));
  const bool winter = yearly.month == kDecember && yearly.months > 1;
  const auto period = whole_months(winter ? year - 1 : year, yearly.month, yearly.months);
  if (!period) return {};
  return yearly.nth != 0 ? nth_of(*period, yearly) : part_of(*period, yearly.part);
}

Taken from_days(std::optional<Days> found) {
  if (!found) return {};
  Reading reading;
  reading.days = found;
  return reading;
}

Taken from_yearly(const Yearly& yearly, std::optional<int> year, const Asked& asked) {
  Reading reading;
  reading.yearly = yearly;
  reading.year = year;
  if (year) {
    reading.days = in_year(yearly, *year);
  } else {
    reading.days = asked.demonstrative ? nearest(yearly, asked.today) : latest(yearly, asked.today);
  }
  if (!reading.days) return {};
  return reading;
}

Taken from_yearly_beside(const Yearly& yearly, int direction, sys_days today) {
  for (int shift = -direction; std::abs(shift) <= kFarthest; shift += direction) {
    const int year = year_of(today) + shift;
    const auto found = in_year(yearly, year);
    if (!found || (direction < 0 ? found->to >= today : found->from <= today)) continue;
    Reading reading;
    reading.days = found;
    reading.yearly = yearly;
    reading.year = year;
    return reading;
  }
  return {};
}

std::optional<Days> unit_days(Unit unit, int shift, sys_days today) {
  const sys_days shifted = today + days(7 * shift);
  const int year = year_of(today);
  switch (unit) {
    case Unit::minute:
    case Unit::hour:
    case Unit::fortnight:
      return {};
    case Unit::day:
      return one_day(today + days(shift));
    case Unit::week:
      return week_of(shifted);
    case Unit::weekend: {
      // "Last" is strictly before and "next" strictly after, whichever week they are in.
      const Days here = weekend_of(today);
      if (shift > 0 && here.from > today) return here;
      return weekend_of(shifted);
    }
    case Unit::month:
    case Unit::quarter:
    case Unit::semester: {
      const int months = months_of(unit);
      const int first = (month_of(today) - 1) / months * months + 1;
      const auto start = whole_months(year, first, 1);
      if (!start) return {};
      const sys_days other = plus_months(start->from, shift * months);
      return whole_months(year_of(other), month_of(other), months);
    }
    case Unit::year:
      return whole_years(year + shift, 1);
    case Unit::decade:
      return whole_years(year / 10 * 10 + 10 * shift, 10);
    case Unit::century:
      return whole_years((year - 1) / 100 * 100 + 1 + 100 * shift, 100);
  }
  return {};
}

Taken take_longest(DayCursor& cursor, const Asked& asked, std::initializer_list<Take> all) {
  Taken best;
  DayCursor end = cursor;
  for (const Take take : all) {
    DayCursor ahead = cursor;
    const Taken reading = take(ahead, asked);
    if (!reading || ahead.at() <= end.at()) continue;
    best = reading;
    end = ahead;
  }
  cursor = end;
  return best;
}

}  // namespace kiosque::querying
