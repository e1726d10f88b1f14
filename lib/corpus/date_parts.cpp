#include "corpus/date_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace kiosque::corpus {
namespace {

int full_year(int value, std::size_t digits) {
  constexpr int kLastOfThisCentury = 68;
  if (digits != 2) return value;
  return value + (value <= kLastOfThisCentury ? 2000 : 1900);
}

// "31 janvier 2025", "1er févr. 2025", "31 Jan 2025"
MaybeDay take_day_month_year(DateCursor& cursor) {
  DateCursor ahead = cursor;
  if (ahead.digits() < 1 || ahead.digits() > 2) return {};
  const int day = ahead.peek().value;
  ahead.skip();
  if (!ahead.peek().spaced) ahead.take_any({"er", "st", "nd", "rd", "th", "e"});
  ahead.take_any({"-", "/", "of", ".", "de"});
  const int month = month_named(ahead.peek().text);
  if (month == 0) return {};
  ahead.skip();
  ahead.take_any({".", ",", "-", "/", "de", "del"});
  const std::size_t digits = ahead.digits();
  if (digits != 4 && digits != 2) return {};
  // "le 3 mai 20 manifestants": two digits are a year only where they are joined to the month, as
  // in "31-Jan-25".
  if (digits == 2 && ahead.peek().spaced) return {};
  const auto date = valid_day(full_year(ahead.peek().value, digits), month, day);
  if (!date) return {};
  ahead.skip();
  cursor = ahead;
  return date;
}

// "January 31, 2025"
MaybeDay take_month_day_year(DateCursor& cursor) {
  DateCursor ahead = cursor;
  const int month = month_named(ahead.peek().text);
  if (month == 0) return {};
  ahead.skip();
  ahead.take(".");
  if (ahead.digits() < 1 || ahead.digits() > 2) return {};
  const int day = ahead.peek().value;
  ahead.skip();
  if (!ahead.peek().spaced) ahead.take_any({"st", "nd", "rd", "th"});
  ahead.take(",");
  if (ahead.digits() != 4) return {};
  const auto date = valid_day(ahead.peek().value, month, day);
  if (!date) return {};
  ahead.skip();
  cursor = ahead;
  return date;
}

// "31/01/2025", "31.01.25", "2025-01-31": all three parts joined by the same mark.
MaybeDay take_numeric(DateCursor& cursor) {
  if (!cursor.number() || !cursor.number(2) || !cursor.number(4)) return {};
  const std::string_view mark = cursor.peek(1).text;
  if (!is_one_of(mark, {"/", ".", "-"}) || !cursor.glued(mark, 1) || !cursor.glued(mark, 3)) {
    return {};
  }
  if (cursor.peek(2).spaced || cursor.peek(4).spaced || cursor.digits(2) > 2) return {};
  MaybeDay date;
  if (cursor.digits() == 4 && cursor.digits(4) <= 2) {
    date = valid_day(cursor.peek().value, cursor.peek(2).value, cursor.peek(4).value);
  } else if (cursor.digits() <= 2 && (cursor.digits(4) == 4 || cursor.digits(4) == 2)) {
    date = valid_day(full_year(cursor.peek(4).value, cursor.digits(4)), cursor.peek(2).value,
                     cursor.peek().value);
  }
  // A longer chain is a telephone number, a version or an address.
  const bool chain = cursor.glued(mark, 5) && cursor.number(6) && !cursor.peek(6).spaced;
  if (!date || chain) return {};
  cursor.skip(5);
  return date;
}

}  // namespace

MaybeDay take_day(DateCursor& cursor) {
  DateCursor ahead = cursor;
  if (is_weekday(ahead.peek().text)) {
    ahead.skip();
    ahead.take_any({",", "."});
    ahead.take_any({"le", ","});
  }
  auto date = take_day_month_year(ahead);
  if (!date) date = take_month_day_year(ahead);
  if (!date) date = take_numeric(ahead);
  if (date) cursor = ahead;
  return date;
}

namespace {

// "+01:00", "+0100", "+01", the cursor standing on the sign
std::optional<int> take_signed_offset(DateCursor& cursor) {
  constexpr int kLargestHours = 14;
  const int sign = cursor.is("-") ? -1 : 1;
  const bool glued = !cursor.peek(1).spaced;
  if (!glued || !cursor.number(1)) return {};
  int hours = cursor.peek(1).value;
  int minutes = 0;
  std::size_t used = 2;
  if (cursor.digits(1) == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (cursor.digits(1) > 2) {
    return {};
  } else if (cursor.glued(":", 2) && cursor.digits(3) == 2) {
    minutes = cursor.peek(3).value;
    used = 4;
  }
  if (hours > kLargestHours || minutes > 59) return {};
  cursor.skip(used);
  return sign * (hours * 60 + minutes);
}

std::optional<int> take_zone(DateCursor& cursor) {
  struct Zone {
    std::string_view name;
    int hours;
  };
  static constexpr Zone kZones[] = {{"z", 0},    {"ut", 0},   {"utc", 0},  {"gmt", 0},  {"wet", 0},
                                    {"cet", 1},  {"cest", 2}, {"hnec", 1}, {"haec", 2}, {"est", -5},
                                    {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6},
                                    {"pst", -8}, {"pdt", -7}};
  DateCursor ahead = cursor;
  const bool bracketed = ahead.take("(");
  std::optional<int> offset;
  // A dash after a blank separates: "18:05 - 20 commentaires".
  if (ahead.is("+") || (ahead.is("-") && (!ahead.peek().spaced || ahead.digits(1) == 4))) {
    if (!bracketed) offset = take_signed_offset(ahead);
  } else if (ahead.peek().kind == DateTokenKind::word) {
    const auto name = ahead.peek().text;
    const auto* zone = std::find_if(std::begin(kZones), std::end(kZones),
                                    [&](const Zone& z) { return z.name == name; });
    // "est" after a time is more often the verb than the zone of New York.
    const bool verb = name == "est" && !bracketed && !ahead.peek(1).text.empty();
    if (zone != std::end(kZones) && !verb) {
      ahead.skip();
      offset = zone->hours * 60;
      if (zone->hours == 0 && !ahead.peek().spaced && (ahead.is("+") || ahead.is("-"))) {
        if (const auto more = take_signed_offset(ahead)) offset = more;
      }
    }
  }
  if (!offset || (bracketed && !ahead.take(")"))) return {};
  cursor = ahead;
  return offset;
}

}  // namespace

std::optional<Time> take_clock(DateCursor& cursor) {
  DateCursor ahead = cursor;
  if (ahead.digits() < 1 || ahead.digits() > 2) return {};
  Time time{.hour = ahead.peek().value};
  ahead.skip();
  if (ahead.glued(":") && ahead.digits(1) == 2) {
    time.minute = ahead.peek(1).value;
    ahead.skip(2);
    if (ahead.glued(":") && ahead.digits(1) == 2) {
      time.second = ahead.peek(1).value;
      ahead.skip(2);
      if ((ahead.glued(".") || ahead.glued(",")) && ahead.peek(1).kind == DateTokenKind::number &&
          !ahead.peek(1).spaced) {
        ahead.skip(2);
      }
    }
  } else if (ahead.is("h") || ahead.is("heures") || ahead.is("heure")) {
    const bool apart = ahead.peek().spaced;
    ahead.skip();
    // "18h05", "18 h 05", but not "à 18h 20 personnes".
    if (ahead.digits() == 2 && ahead.peek().spaced == apart) {
      time.minute = ahead.peek().value;
      ahead.skip();
      if (ahead.glued("min") || ahead.glued("mn")) ahead.skip();
    }
  } else if (!ahead.is("am") && !ahead.is("pm")) {
    return {};
  }
  if (ahead.is("am") || ahead.is("pm")) {
    if (time.hour < 1 || time.hour > 12) return {};
    time.hour = time.hour % 12 + (ahead.is("pm") ? 12 : 0);
    ahead.skip();
  }
  if (time.hour > 23 || time.minute > 59 || time.second > 60) return {};
  time.second = std::min(time.second, 59);  // a leap second has no place in most calendars
  time.offset_minutes = take_zone(ahead);
  const bool impossible_zone = !time.offset_minutes && (ahead.glued("+") || ahead.glued("-")) &&
                               ahead.number(1) && !ahead.peek(1).spaced;
  if (impossible_zone) return {};
  cursor = ahead;
  return time;
}

}  // namespace kiosque::corpus
