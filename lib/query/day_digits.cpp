// Dates in digits.

#include "query/day_grammar.hpp"
#include "query/day_numbers.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::sys_days;

Taken one_day(std::optional<sys_days> day) {
  return day ? from_days(Days{*day, *day}) : Taken();
}

// "2020-06-15", "2020-06" at four digits.
Taken take_year_first(DayCursor& cursor) {
  const int year = cursor.peek().value;
  const bool dated = cursor.short_number(2) && cursor.glued(2);
  if (dated && cursor.peek(3).text == cursor.peek(1).text && cursor.glued(3) &&
      cursor.short_number(4) && cursor.glued(4)) {
    const auto day = day_of(year, cursor.peek(2).value, cursor.peek(4).value);
    cursor.skip(5);
    return one_day(day);
  }
  if (dated) {
    const int month = cursor.peek(2).value;
    if (month < 1 || month > 12) return {};
    cursor.skip(3);
    return from_yearly({.month = month}, year, {});
  }
  if (cursor.is("-", 1) && cursor.is("w", 2) && cursor.glued(2) && cursor.short_number(3)) {
    const auto week = iso_week(year, cursor.peek(3).value);
    cursor.skip(4);
    return from_days(week);
  }
  return {};
}

// "15/06/2020", "06/2020", "15/06" at one digit or two.
Taken take_day_first(DayCursor& cursor) {
  const std::string& mark = cursor.peek(1).text;
  const int first = cursor.peek().value;
  const int second = cursor.peek(2).value;
  if (!cursor.glued(2)) return {};
  if (cursor.short_number(2) && cursor.is(mark, 3) && cursor.glued(3) && cursor.glued(4) &&
      (cursor.digits(4) == 2 || cursor.digits(4) == 4)) {
    const int written = cursor.peek(4).value;
    const int year = cursor.digits(4) == 2 ? year_of_two_digits(written) : written;
    cursor.skip(5);
    return one_day(day_of(year, second, first));
  }
  if (cursor.digits(2) == 4 && (mark != "." || cursor.digits() == 2) && first >= 1 && first <= 12) {
    cursor.skip(3);
    return from_yearly({.month = first}, second, {});
  }
  return {};
}

// "24/12": with two digits each, since 1/2 and 3/4 are fractions.
Taken take_day_month(DayCursor& cursor, const Asked& asked) {
  if (cursor.digits() != 2 || cursor.digits(2) != 2 || !cursor.is("/", 1)) return {};
  if (cursor.peek().value < 1 || !cursor.glued(1) || !cursor.glued(2)) return {};
  if (cursor.is("/", 3) && cursor.glued(3)) return {};
  Taken reading =
      from_yearly({.month = cursor.peek(2).value, .day = cursor.peek().value}, std::nullopt, asked);
  if (!reading) return {};
  reading->clear = false;
  cursor.skip(3);
  return reading;
}

}  // namespace

Taken take_numeric(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  Taken reading;
  if (ahead.digits() == 8) {
    const int compact = ahead.peek().value;
    ahead.skip();
    reading = one_day(day_of(compact / 10'000, compact / 100 % 100, compact % 100));
    if (reading) reading->clear = false;
  } else if (ahead.glued(1) && (ahead.is("-", 1) || ahead.is("/", 1) || ahead.is(".", 1))) {
    reading = ahead.digits() == 4     ? take_year_first(ahead)
              : ahead.short_number(0) ? take_day_first(ahead)
                                      : Taken();
    if (!reading) {
      ahead = cursor;
      reading = take_day_month(ahead, asked);
    }
  } else if (ahead.digits() == 2 && ahead.digits(1) == 2 && ahead.digits(2) == 4) {
    reading = one_day(day_of(ahead.peek(2).value, ahead.peek(1).value, ahead.peek().value));
    ahead.skip(3);
    if (reading) reading->clear = false;
  }
  if (reading) cursor = ahead;
  return reading;
}

}  // namespace kiosque::querying
