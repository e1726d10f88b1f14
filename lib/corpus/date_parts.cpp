#include "corpus/date_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace kiosque::corpus {
namespace {

MaybeDay valid_day(int year, int month, int day) {
  constexpr int kFirstYear = 1600;
  constexpr int kLastYear = 2199;
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1 || month > 12 || day > 31) {
    return {};
  }
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  return date;
}

int full_year(int value, std::size_t digits) {
  constexpr int kLastOfThisCentury = 68;
  if (digits != 2) return value;
  return value + (value <= kLastOfThisCentury ? 2000 : 1900);
}

int month_named(std::string_view word) {
  struct Name {
    std::string_view text;
    int month;
  };
  static constexpr Name kNames[] = {
      {"janvier", 1},
      {"janv", 1},
      {"jan", 1},
      {"january", 1},
      {"fevrier", 2},
      {"fevr", 2},
      {"fev", 2},
      {"feb", 2},
      {"february", 2},
      {"mars", 3},
      {"mar", 3},
      {"march", 3},
      {"avril", 4},
      {"avr", 4},
      {"apr", 4},
      {"april", 4},
      {"mai", 5},
      {"may", 5},
      {"juin", 6},
      {"jun", 6},
      {"june", 6},
      {"juillet", 7},
      {"juil", 7},
      {"jul", 7},
      {"july", 7},
      {"aout", 8},
      {"aou", 8},
      {"aug", 8},
      {"august", 8},
      {"septembre", 9},
      {"september", 9},
      {"sept", 9},
      {"sep", 9},
      {"octobre", 10},
      {"october", 10},
      {"oct", 10},
      {"novembre", 11},
      {"november", 11},
      {"nov", 11},
      {"decembre", 12},
      {"december", 12},
      {"dec", 12},
      // The neighbours' languages, as French papers' correspondents and archives print them.
      {"januar", 1},
      {"janner", 1},
      {"februar", 2},
      {"marz", 3},
      {"juni", 6},
      {"juli", 7},
      {"oktober", 10},
      {"okt", 10},
      {"dezember", 12},
      {"dez", 12},
      {"enero", 1},
      {"febrero", 2},
      {"marzo", 3},
      {"abril", 4},
      {"mayo", 5},
      {"junio", 6},
      {"julio", 7},
      {"agosto", 8},
      {"septiembre", 9},
      {"octubre", 10},
      {"noviembre", 11},
      {"diciembre", 12},
      {"gennaio", 1},
      {"febbraio", 2},
      {"aprile", 4},
      {"maggio", 5},
      {"giugno", 6},
      {"luglio", 7},
      {"settembre", 9},
      {"ottobre", 10},
      {"dicembre", 12},
      {"maart", 3},
      {"mei", 5},
      {"augustus", 8},
      {"januari", 1},
      {"februari", 2},
  };
  const auto* found =
      std::find_if(std::begin(kNames), std::end(kNames), [&](auto& n) { return n.text == word; });
  return found == std::end(kNames) ? 0 : found->month;
}

}  // namespace

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

namespace {

bool is_weekday(std::string_view word) {
  return is_one_of(word, {"lundi",    "mardi",  "mercredi", "jeudi",     "vendredi", "samedi",
                          "dimanche", "lun",    "mer",      "jeu",       "ven",      "sam",
                          "dim",      "monday", "tuesday",  "wednesday", "thursday", "friday",
                          "saturday", "sunday", "mon",      "tue",       "tues",     "wed",
                          "thu",      "thur",   "thurs",    "fri",       "sat",      "sun"});
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

MaybeDay parse_iso_day(std::string_view text) {
  const auto tokens = tokens_of(text);
  DateCursor cursor(tokens, 0);
  const auto date = take_numeric(cursor);
  return cursor.done() ? date : MaybeDay{};
}

}  // namespace

MaybeDay take_relative(DateCursor& cursor, const DateContext& context) {
  const auto today = parse_iso_day(context.today);
  if (!today) return {};
  int days_ago = 0;
  if (cursor.is("hier") || cursor.is("yesterday")) {
    days_ago = 1;
    cursor.skip();
  } else if (cursor.is("avant") && cursor.is("-", 1) && cursor.is("hier", 2)) {
    days_ago = 2;
    cursor.skip(3);
  } else if (cursor.is("aujourd") && cursor.is("'", 1) && cursor.is("hui", 2)) {
    cursor.skip(3);
  } else if (cursor.is("today")) {
    cursor.skip();
  } else {
    return {};
  }
  const std::chrono::year_month_day date{std::chrono::sys_days{*today} -
                                         std::chrono::days{days_ago}};
  return valid_day(static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}),
                   static_cast<int>(unsigned{date.day()}));
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
