// Days told from another day.

#include <chrono>

#include "corpus/date_parts.hpp"
#include "support/zone.hpp"

namespace kiosque::corpus {
namespace {

using std::chrono::year_month_day;

// "31 janv.", "vendredi 1er février": the latest such day that is not after today.
MaybeDay take_day_month(DateCursor& cursor, const year_month_day& today) {
  DateCursor ahead = cursor;
  if (is_weekday(ahead.peek().text)) ahead.skip();
  if (ahead.digits() < 1 || ahead.digits() > 2) return {};
  const int day = ahead.peek().value;
  ahead.skip();
  if (!ahead.peek().spaced) ahead.take_any({"er", "e"});
  const int month = month_named(ahead.peek().text);
  if (month == 0) return {};
  ahead.skip();
  ahead.take(".");
  const int this_year = static_cast<int>(today.year());
  // 29 February is there every fourth year, or eighth.
  for (int year = this_year; year > this_year - 9; --year) {
    const auto date = valid_day(year, month, day);
    if (!date || *date > today) continue;
    cursor = ahead;
    return date;
  }
  return {};
}

// How many days ago "hier", "avant-hier", "aujourd'hui", "il y a 3 jours" is.
std::optional<int> take_days_ago(DateCursor& cursor) {
  if (cursor.take_any({"hier", "yesterday"})) return 1;
  if (cursor.take("today")) return 0;
  if (cursor.is("avant") && cursor.is("-", 1) && cursor.is("hier", 2)) {
    cursor.skip(3);
    return 2;
  }
  if (cursor.is("aujourd") && cursor.is("'", 1) && cursor.is("hui", 2)) {
    cursor.skip(3);
    return 0;
  }
  const bool ago = cursor.is("il") && cursor.is("y", 1) && cursor.is("a", 2) && cursor.number(3);
  if (!ago) return {};
  constexpr int kMostDays = 3660;
  const int count = cursor.peek(3).value;
  const std::string_view unit = cursor.peek(4).text;
  int days = -1;
  if (is_one_of(unit, {"jour", "jours", "j"})) days = count;
  if (is_one_of(unit, {"semaine", "semaines"})) days = 7 * count;
  // Of hours the day may be this one or the one before: it is not invented.
  if (is_one_of(unit, {"minute", "minutes", "min", "mn"}) && count < 60) days = 0;
  if (count > kMostDays || days < 0) return {};
  cursor.skip(5);
  return days;
}

}  // namespace

MaybeDay take_relative(DateCursor& cursor, const DateContext& context) {
  const auto today = support::parse_iso_day(context.today);
  if (!today) return {};
  const auto days_ago = take_days_ago(cursor);
  if (!days_ago) return take_day_month(cursor, year_month_day{*today});
  const year_month_day date{*today - std::chrono::days{*days_ago}};
  return valid_day(static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}),
                   static_cast<int>(unsigned{date.day()}));
}

}  // namespace kiosque::corpus
