#include "query/calendar.hpp"

namespace kiosque::querying {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 9999;

bool is_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

sys_days last_of(year_month month) {
  return sys_days(month / std::chrono::last);
}

// How many whole months a period is; 0 where it is not of whole months.
int months_in(const Days& period) {
  const year_month_day from(period.from);
  const year_month_day to(period.to);
  const bool whole = from.day() == std::chrono::day(1) &&
                     last_of(to.year() / to.month()) == period.to && period.from < period.to;
  if (!whole) return 0;
  return static_cast<int>(((to.year() / to.month()) - (from.year() / from.month())).count()) + 1;
}

// `count` months, `skipped` months into the period.
Days months_within(const Days& period, int skipped, int count) {
  const year_month_day from(period.from);
  const year_month first = from.year() / from.month() + std::chrono::months(skipped);
  return {sys_days(first / 1), last_of(first + std::chrono::months(count - 1))};
}

std::optional<Days> part_of_month(const Days& month, Part part) {
  switch (part) {
    case Part::whole:
      return month;
    case Part::beginning:
      return Days{month.from, month.from + days(9)};
    case Part::middle:
      return Days{month.from + days(10), month.from + days(19)};
    case Part::end:
      return Days{month.from + days(20), month.to};
    case Part::first_half:
      return Days{month.from, month.from + days(14)};
    case Part::second_half:
      return Days{month.from + days(15), month.to};
  }
  return {};
}

std::optional<Days> part_of_week(const Days& week, Part part) {
  switch (part) {
    case Part::beginning:
      return Days{week.from, week.from + days(1)};
    case Part::middle:
      return Days{week.from + days(2), week.from + days(3)};
    case Part::end:
      return Days{week.from + days(4), week.to};
    default:
      return {};
  }
}

}  // namespace

int year_of(sys_days day) {
  return static_cast<int>(year_month_day(day).year());
}

int month_of(sys_days day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}

bool is_writable(sys_days day) {
  return is_year(year_of(day));
}

std::optional<sys_days> day_of(int year, int month, int day) {
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const year_month_day date{std::chrono::year(year),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  return sys_days(date);
}

std::optional<Days> whole_months(int year, int month, int count) {
  if (!is_year(year) || count < 1) return {};
  const year_month first =
      std::chrono::year(year) / std::chrono::January + std::chrono::months(month - 1);
  const Days found{sys_days(first / 1), last_of(first + std::chrono::months(count - 1))};
  if (!is_writable(found.from) || !is_writable(found.to)) return {};
  return found;
}

std::optional<Days> whole_years(int year, int count) {
  if (!is_year(year) || count < 1 || !is_year(year + count - 1)) return {};
  return whole_months(year, 1, 12 * count);
}

Days week_of(sys_days day) {
  const sys_days monday = weekday_until(std::chrono::Monday, day);
  return {monday, monday + days(6)};
}

Days weekend_of(sys_days day) {
  const sys_days sunday = week_of(day).to;
  return {sunday - days(1), sunday};
}

std::optional<Days> iso_week(int year, int week) {
  const auto fourth = day_of(year, 1, 4);  // always in the first week
  if (!fourth || week < 1) return {};
  const Days found = week_of(*fourth + days(7 * (week - 1)));
  // A week belongs to the year of its Thursday.
  if (week > 53 || year_of(found.from + days(3)) != year) return {};
  return found;
}

sys_days weekday_until(std::chrono::weekday weekday, sys_days last) {
  return last - (std::chrono::weekday(last) - weekday);
}

sys_days plus_months(sys_days day, int months) {
  const year_month_day date(day);
  const year_month month = date.year() / date.month() + std::chrono::months(months);
  const year_month_day same = month / date.day();
  return same.ok() ? sys_days(same) : last_of(month);
}

sys_days easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int within = year % 100;
  const int proemptosis = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - proemptosis + 15) % 30;
  const int letter = (32 + 2 * (century % 4) + 2 * (within / 4) - epact - within % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * letter) / 451;
  const int sum = epact + letter - 7 * correction + 114;
  return sys_days(std::chrono::year(year) / (sum / 31) / (sum % 31 + 1));
}

std::optional<Days> part_of(const Days& period, Part part) {
  if (part == Part::whole) return period;
  const int months = months_in(period);
  const bool week = std::chrono::weekday(period.from) == std::chrono::Monday &&
                    period.to - period.from == days(6);
  if (months == 0) return week ? part_of_week(period, part) : std::nullopt;
  if (months == 1) return part_of_month(period, part);
  if (part == Part::first_half || part == Part::second_half) {
    if (months % 2 != 0) return {};
    return months_within(period, part == Part::first_half ? 0 : months / 2, months / 2);
  }
  // Thirds; of decades and centuries in whole years, the first taking what is over.
  const int unit = months > 12 && months % 12 == 0 ? 12 : 1;
  const int count = months / unit;
  int first = (count + 2) / 3;
  int last = count / 3;
  if (months == 12) first = last = 3;
  switch (part) {
    case Part::beginning:
      return months_within(period, 0, first * unit);
    case Part::middle:
      if (count - first - last == 0) return {};
      return months_within(period, first * unit, (count - first - last) * unit);
    default:
      if (last == 0) return {};
      return months_within(period, (count - last) * unit, last * unit);
  }
}

}  // namespace kiosque::querying
