// Dates by their day and month, in words.

#include "query/day_grammar.hpp"
#include "query/day_numbers.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Taken one_day(std::optional<sys_days> day) {
  return day ? from_days(Days{*day, *day}) : Taken();
}

struct Day {
  int value = 0;
  std::optional<std::chrono::weekday> weekday = {};
};

// "3", "1er", "quinze", "premier".
std::optional<int> take_day_number(DayCursor& cursor) {
  DayCursor ahead = cursor;
  std::optional<int> day;
  if (ahead.take("premier")) {
    day = 1;
  } else if (ahead.short_number()) {
    day = take_number(ahead);
    take_ordinal_ending(ahead);
  } else {
    day = take_number_in_words(ahead);
  }
  if (!day || *day < 1 || *day > 99) return {};
  cursor = ahead;
  return day;
}

std::optional<WeekdayName> take_weekday(DayCursor& cursor) {
  const auto weekday = weekday_named(cursor.peek().text);
  if (!weekday) return {};
  cursor.skip();
  if (weekday->short_form && cursor.glued()) cursor.take(".");
  return weekday;
}

// "lundi 3", "dimanche, le 7", "3".
std::optional<Day> take_day(DayCursor& cursor) {
  DayCursor ahead = cursor;
  Day day;
  if (const auto weekday = take_weekday(ahead)) {
    day.weekday = weekday->weekday;
    ahead.take(",");
    ahead.take("le");
  }
  const auto number = take_day_number(ahead);
  if (!number) return {};
  day.value = *number;
  cursor = ahead;
  return day;
}

struct Month {
  MonthName name;
  bool dotted = false;
};

std::optional<Month> take_month(DayCursor& cursor) {
  const auto name = cursor.word() ? month_named(cursor.peek().text) : std::nullopt;
  if (!name) return {};
  cursor.skip();
  const bool dotted = name->short_form && cursor.glued() && cursor.take(".");
  return Month{*name, dotted};
}

// With what may stand behind a day or month: its year, "dernier", "prochain".
Taken with_year(const Yearly& yearly, DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  // 3-mai-2020
  if (ahead.glued() && ahead.is("-") && ahead.glued(1) && ahead.digits(1) == 4) ahead.skip();
  if (const auto year = take_year(ahead, asked)) {
    cursor = ahead;
    return from_yearly(yearly, *year, asked);
  }
  ahead = cursor;
  if (const auto direction = take_direction(ahead); direction && *direction != 0) {
    cursor = ahead;
    return from_yearly_beside(yearly, *direction, asked.today);
  }
  return from_yearly(yearly, std::nullopt, asked);
}

// "15 du mois dernier", "3 de ce mois".
Taken take_of_month(DayCursor& cursor, int day, const Asked& asked) {
  DayCursor ahead = cursor;
  int shift = 0;
  if (ahead.take("du mois")) {
    shift = take_direction(ahead).value_or(0);
    if (ahead.take_any({"de", "d '"})) return {};  // "du mois de mars"
  } else if (!ahead.take("de ce mois")) {
    return {};
  }
  const sys_days month = plus_months(asked.today, shift);
  cursor = ahead;
  return one_day(day_of(year_of(month), month_of(month), day));
}

// "3 mars 2020", "14-Juillet", "15 du mois dernier".
Taken take_full_date(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto day = take_day(ahead);
  if (!day) return {};
  const bool hyphen = ahead.glued() && ahead.is("-");
  if (hyphen) ahead.skip();
  if (Taken reading = hyphen ? Taken() : take_of_month(ahead, day->value, asked)) {
    cursor = ahead;
    return reading;
  }
  ahead.take_any({"du mois de", "du mois d '"});
  const auto month = take_month(ahead);
  if (!month) return {};
  const Yearly yearly{.month = month->name.month, .day = day->value};
  Taken reading = with_year(yearly, ahead, asked);
  if (!reading || (month->name.english && !reading->year)) return {};
  if (hyphen && !reading->year) reading->clear = false;  // an event: the attacks of 13-Novembre
  cursor = ahead;
  return reading;
}

// "mars 2020", "mois de mars", "mars dernier", "sept. 2019".
Taken take_month_alone(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool announced = ahead.take_any({"mois de", "mois d '"});
  const auto month = take_month(ahead);
  if (!month || month->name.english) return {};
  Taken reading = with_year({.month = month->name.month}, ahead, asked);
  if (!reading) return {};
  if (!reading->year) {
    if (month->name.short_form && !month->dotted) return {};
    reading->clear = announced;
  }
  cursor = ahead;
  return reading;
}

// "lundi", "lundi dernier", "mardi de la semaine dernière", "jeudi en huit".
Taken take_weekday_alone(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto name = take_weekday(ahead);
  if (!name || name->short_form) return {};
  const sys_days next = weekday_until(name->weekday, asked.today + days(7));
  sys_days day = weekday_until(name->weekday, asked.today);
  bool clear = true;
  DayCursor behind = ahead;
  behind.take_any({"de la", "de"});
  const bool of_week = behind.take_any({"semaine", "cette semaine"});
  const auto direction = take_direction(behind);
  if (of_week && behind.at() > ahead.at()) {
    const Days week = week_of(asked.today + days(7 * direction.value_or(0)));
    day = weekday_until(name->weekday, week.to);
    ahead = behind;
  } else if (direction && *direction != 0 && behind.at() == ahead.at() + 1) {
    day = *direction > 0 ? next : weekday_until(name->weekday, asked.today - days(1));
    ahead = behind;
  } else if (ahead.take("en huit")) {
    day = next + days(7);
  } else if (ahead.take("en quinze")) {
    day = next + days(14);
  } else {
    clear = false;
  }
  cursor = ahead;
  Taken reading = one_day(day);
  reading->weekday = name->weekday;
  reading->clear = clear;
  return reading;
}

// "3" before the month that a later day names; "vendredi 13" is one by itself: the latest 13th that
// is a Friday.
Taken take_bare_day(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto day = take_day(ahead);
  if (!day || day->value < 1 || day->value > 31) return {};
  Reading reading;
  reading.bare_day = true;
  reading.clear = false;
  reading.yearly = Yearly{.day = day->value};
  if (day->weekday) {
    constexpr int kMostMonths = 28;  // a 13th that is a Friday comes within 14 months, a 31st later
    for (int back = 0; back < kMostMonths && !reading.days; ++back) {
      const sys_days month = plus_months(asked.today, -back);
      const auto found = day_of(year_of(month), month_of(month), day->value);
      if (!found || *found > asked.today || std::chrono::weekday(*found) != *day->weekday) continue;
      reading.days = Days{*found, *found};
    }
  }
  cursor = ahead;
  return reading;
}

// 20 or '20 behind a month in words; further ahead than ten years it is of the last century.
std::optional<int> take_two_digits(DayCursor& cursor, const Asked& asked) {
  constexpr int kFarthestAhead = 10;
  DayCursor ahead = cursor;
  ahead.take("'");
  if (asked.setting != Asked::Setting::alone || ahead.digits() != 2) return {};
  const int year = year_of_two_digits(ahead.peek().value);
  ahead.skip();
  const bool more = ahead.is(":") || ahead.is("h") || ahead.is("heures") || ahead.is("/") ||
                    (ahead.glued() && !ahead.done() && !ahead.is(".") && !ahead.is(",")) ||
                    (ahead.word() && month_named(ahead.peek().text));
  if (more) return {};
  cursor = ahead;
  return year > year_of(asked.today) + kFarthestAhead ? year - 100 : year;
}

// "de cette année", "de l'an dernier".
std::optional<int> take_relative_year(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  ahead.take_any({"de", "d '"});
  int shift = 0;
  if (ahead.take("l '")) {
    if (!ahead.take_any({"an", "annee"})) return {};
    const auto direction = take_direction(ahead);
    if (!direction) return {};
    shift = *direction;
  } else if (!ahead.take("cette annee")) {
    return {};
  }
  cursor = ahead;
  return year_of(asked.today) + shift;
}

}  // namespace

std::optional<int> take_year(DayCursor& cursor, const Asked& asked) {
  if (const auto year = take_relative_year(cursor, asked)) return year;
  DayCursor ahead = cursor;
  const bool announced = ahead.take_any({"de l ' annee", "de l ' an", "l ' an", "en", "de", "d '"});
  if (ahead.digits() == 4) {
    const int year = ahead.peek().value;
    ahead.skip();
    if (ahead.word() && ahead.glued()) return {};
    cursor = ahead;
    return year;
  }
  if (!announced) {
    if (const auto year = take_two_digits(cursor, asked)) return year;
  }
  const auto year = take_number_in_words(ahead);
  if (!year || *year < 1000) return {};
  cursor = ahead;
  return year;
}

Taken take_worded(DayCursor& cursor, const Asked& asked) {
  for (const auto take : {take_full_date, take_month_alone, take_weekday_alone, take_bare_day}) {
    DayCursor ahead = cursor;
    const Taken reading = take(ahead, asked);
    if (!reading) continue;
    // "lundi" of "lundi 3" is not it.
    if (take == take_weekday_alone) {
      DayCursor longer = cursor;
      if (const Taken day = take_bare_day(longer, asked); day && longer.at() > ahead.at()) {
        cursor = longer;
        return day;
      }
    }
    cursor = ahead;
    return reading;
  }
  return {};
}

}  // namespace kiosque::querying
