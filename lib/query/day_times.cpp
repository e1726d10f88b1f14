// Hours, zones and parts of the day behind a date.

#include "query/day_grammar.hpp"

namespace kiosque::querying {
namespace {

bool take_up_to(DayCursor& cursor, int most) {
  const std::size_t digits = cursor.digits();
  if (digits < 1 || digits > 2 || cursor.peek().value > most) return false;
  cursor.skip();
  return true;
}

// ":40", ":40:39", ":40:39.120".
bool take_clock(DayCursor& cursor) {
  if (!cursor.take(":") || !take_up_to(cursor, 59)) return false;
  DayCursor seconds = cursor;
  if (seconds.take(":") && take_up_to(seconds, 60)) cursor = seconds;
  DayCursor fraction = cursor;
  if (fraction.glued() && (fraction.take(".") || fraction.take(",")) && fraction.glued() &&
      fraction.peek().kind == DayToken::Kind::number) {
    fraction.skip();
    cursor = fraction;
  }
  return true;
}

// "GMT", "+0200", "(heure de Paris)".
void skip_zone(DayCursor& cursor) {
  DayCursor ahead = cursor;
  const bool bracket = ahead.take("(");
  const bool named = ahead.take_any({"gmt", "utc", "z", "cet", "cest"});
  bool any = named;
  if ((ahead.is("+") || ahead.is("-")) && ahead.glued(1) &&
      (ahead.digits(1) == 4 || ahead.digits(1) == 2 || (named && ahead.digits(1) == 1))) {
    ahead.skip(2);
    DayCursor minutes = ahead;
    if (minutes.glued() && minutes.take(":") && take_up_to(minutes, 59)) ahead = minutes;
    any = true;
  } else if (!named && ahead.take_any({"heure de", "heures de", "heure d '"}) && ahead.word()) {
    ahead.skip();
    any = true;
  } else if (!named) {
    any = ahead.take_any({"heure locale", "heures locales", "heure francaise"});
  }
  if (!any || (bracket && !ahead.take(")"))) return;
  cursor = ahead;
}

// Behind "T" of ISO 8601: 164039 or 16:40.
bool take_iso_time(DayCursor& cursor) {
  if (!cursor.glued() || !cursor.take("t")) return false;
  if (cursor.digits() == 4 || cursor.digits() == 6) {
    cursor.skip();
    return true;
  }
  return take_up_to(cursor, 24) && (take_clock(cursor) || true);
}

// "à 16h40", ", 16:40", "vers midi".
bool take_hour(DayCursor& cursor) {
  constexpr int kLastHour = 24;
  cursor.take_any({",", "-", "|", "/", "·", "•"});
  cursor.take_any({"a", "vers", "apres", "avant", "des"});
  if (cursor.take_any({"midi", "minuit"})) return true;
  if (!take_up_to(cursor, kLastHour)) return false;
  if (cursor.is(":")) return take_clock(cursor);
  if (!cursor.take_any({"h", "heure", "heures"})) return false;
  DayCursor minutes = cursor;
  if (take_up_to(minutes, 59) && !minutes.is("/")) {
    minutes.take_any({"min", "mn", "minutes"});
    // "16 heures 15 juin" are no minutes.
    if (cursor.glued() || !(minutes.word() && month_named(minutes.peek().text))) cursor = minutes;
  }
  return true;
}

bool take_part_behind(DayCursor& cursor) {
  DayCursor ahead = cursor;
  ahead.take(",");
  const bool announced = ahead.take_any({"en fin de", "en fin d '", "en debut de", "en debut d '",
                                         "en milieu de", "en milieu d '", "dans la", "dans l '",
                                         "a l '", "de la", "de l '", "au", "du", "en", "ce"});
  if (take_part_of_day(ahead, announced ? Announced::yes : Announced::no)) {
    cursor = ahead;
    return true;
  }
  return false;
}

}  // namespace

void skip_time(DayCursor& cursor) {
  constexpr int kMost = 3;
  for (int i = 0; i < kMost; ++i) {
    DayCursor ahead = cursor;
    if (take_iso_time(ahead)) {
      skip_zone(ahead);
      cursor = ahead;
      continue;
    }
    ahead = cursor;
    if (take_hour(ahead)) {
      skip_zone(ahead);
      cursor = ahead;
      continue;
    }
    if (!take_part_behind(cursor)) return;
  }
}

}  // namespace kiosque::querying
