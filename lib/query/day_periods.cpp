// Years, seasons, quarters, decades, centuries, weeks, feasts, and the parts of these.

#include "query/day_grammar.hpp"
#include "query/day_numbers.hpp"

namespace kiosque::querying {
namespace {

// The years that a number alone means among other words.
constexpr int kFirstClearYear = 1900;
constexpr int kLastClearYear = 2099;

bool is_clear_year(int year) {
  return year >= kFirstClearYear && year <= kLastClearYear;
}

// 2020, "l'année 2020", "deux mille vingt", 1914-18.
Taken take_one_year(DayCursor& cursor, const Asked&) {
  DayCursor ahead = cursor;
  const bool named = ahead.take_any({"annee", "an", "exercice"});
  std::optional<int> year;
  if (ahead.digits() == 4) {
    year = ahead.peek().value;
    ahead.skip();
    if (ahead.word() && ahead.glued()) return {};
  } else {
    year = take_number_in_words(ahead);
    if (!year || !is_clear_year(*year)) return {};
  }
  Taken reading = from_days(whole_years(*year, 1));
  if (!reading) return {};
  reading->clear = named || is_clear_year(*year);
  // The shorter end of a span of years cannot be a month.
  const int until = *year / 100 * 100 + ahead.peek(1).value;
  if (ahead.is("-") && ahead.glued() && ahead.glued(1) && ahead.digits(1) == 2 &&
      ahead.peek(1).value > 12 && until > *year && !(ahead.glued(2) && ahead.digits(3) > 0)) {
    reading->days->to = whole_years(until, 1)->to;
    reading->joined = true;
    ahead.skip(2);
  }
  cursor = ahead;
  return reading;
}

// "été 2019", "hiver 2019-2020", "été dernier".
Taken take_season(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto month = season_named(ahead.peek().text);
  if (!month) return {};
  ahead.skip();
  const Yearly season{.month = *month, .months = 3};
  Taken reading;
  DayCursor behind = ahead;
  const auto direction = take_direction(behind);
  if (direction && *direction != 0) {
    ahead = behind;
    reading = from_yearly_beside(season, *direction, asked.today);
  } else if (auto year = take_year(ahead, asked)) {
    const bool two = (ahead.is("-") || ahead.is("/")) && ahead.glued() && ahead.glued(1);
    const int next = *year + 1;
    if (two && (ahead.peek(1).value == next ||
                (ahead.digits(1) == 2 && ahead.peek(1).value == next % 100))) {
      year = next;
      ahead.skip(2);
      if (*month != 12) return {};  // no other season lies in two years
    }
    reading = from_yearly(season, *year, asked);
  } else {
    reading = from_yearly(season, std::nullopt, asked);
    if (reading) reading->clear = asked.demonstrative;
  }
  if (reading) cursor = ahead;
  return reading;
}

// "Noël 2019", "Pâques".
Taken take_holiday(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const Feast* const feast = take_feast(ahead);
  if (feast == nullptr) return {};
  const Yearly yearly{.feast = feast};
  Taken reading;
  DayCursor behind = ahead;
  if (const auto direction = take_direction(behind); direction && *direction != 0) {
    ahead = behind;
    reading = from_yearly_beside(yearly, *direction, asked.today);
  } else {
    const auto year = take_year(ahead, asked);
    reading = from_yearly(yearly, year, asked);
    if (reading) reading->clear = year.has_value();
  }
  if (reading) cursor = ahead;
  return reading;
}

Taken quarter_of(Unit unit, int number, DayCursor& cursor, const Asked& asked) {
  const int months = months_of(unit);
  if (number < 1 || number > 12 / months) return {};
  return from_yearly({.month = (number - 1) * months + 1, .months = months},
                     take_year(cursor, asked), asked);
}

// T1 2020, Q3 2020, 2e S 2019, 2020-T1.
Taken take_quarter_code(DayCursor& cursor, const Asked& asked) {
  const auto unit_at = [&](std::size_t at) -> std::optional<Unit> {
    if (cursor.is("t", at) || cursor.is("q", at)) return Unit::quarter;
    if (cursor.is("s", at)) return Unit::semester;
    return {};
  };
  DayCursor ahead = cursor;
  Taken reading;
  if (const auto unit = unit_at(0); unit && cursor.digits(1) == 1 && cursor.glued(1)) {
    ahead.skip(2);
    ahead.take("-");
    reading = quarter_of(*unit, cursor.peek(1).value, ahead, asked);
  } else if (const auto behind = unit_at(1); behind && cursor.digits() == 1 && cursor.glued(1)) {
    ahead.skip(2);
    reading = quarter_of(*behind, cursor.peek().value, ahead, asked);
  } else if (cursor.digits() == 4) {
    const std::size_t at = cursor.is("-", 1) ? 2 : 1;
    const auto last = unit_at(at);
    if (!last || cursor.digits(at + 1) != 1 || !cursor.glued(at + 1)) return {};
    ahead.skip(at + 2);
    const int months = months_of(*last);
    const int number = cursor.peek(at + 1).value;
    if (number < 1 || number > 12 / months) return {};
    reading = from_yearly({.month = (number - 1) * months + 1, .months = months},
                          cursor.peek().value, asked);
  }
  if (!reading || !reading->year) return {};
  cursor = ahead;
  return reading;
}

// "premier trimestre 2020", "dernier semestre de 2019".
Taken take_quarter(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool last = ahead.take("dernier");
  const auto number = last ? std::optional(0) : take_ordinal(ahead);
  if (!number) return {};
  std::optional<Unit> unit;
  if (ahead.take_any({"trimestre", "trim"})) unit = Unit::quarter;
  if (!unit && ahead.take_any({"semestre", "sem"})) unit = Unit::semester;
  if (!unit) return {};
  if (ahead.glued()) ahead.take(".");
  Taken reading = quarter_of(*unit, last ? 12 / months_of(*unit) : *number, ahead, asked);
  if (!reading || (last && !reading->year)) return {};  // else it is the one before this
  cursor = ahead;
  return reading;
}

// "années 80", "années quatre-vingt-dix", "décennie 2010".
Taken take_decade(DayCursor& cursor, const Asked&) {
  constexpr int kFirstOfLastCentury = 20;  // "les années 10" are of this one
  DayCursor ahead = cursor;
  if (!ahead.take_any({"annees", "decennie"})) return {};
  const bool in_digits = ahead.digits() > 0;
  if (in_digits && ahead.digits() != 2 && ahead.digits() != 4) return {};
  const auto number = take_number(ahead);
  if (!number || *number % 10 != 0 || (ahead.word() && ahead.glued())) return {};
  int year = *number;
  if (year < 100) year += year < kFirstOfLastCentury ? 2000 : 1900;
  Taken reading = from_days(whole_years(year, 10));
  if (reading) cursor = ahead;
  return reading;
}

// "XXe siècle", "dix-neuvième siècle".
Taken take_century(DayCursor& cursor, const Asked&) {
  DayCursor ahead = cursor;
  std::optional<int> number = roman_century(ahead.peek().text);
  const auto apart = roman_century(ahead.peek().text + ahead.peek(1).text);  // XX e
  if (number) {
    ahead.skip();
  } else if (apart) {
    number = apart;
    ahead.skip(2);
  } else {
    number = take_ordinal(ahead);
  }
  if (!number || *number < 1 || !ahead.take_any({"siecle", "siecles"})) return {};
  Taken reading = from_days(whole_years((*number - 1) * 100 + 1, 100));
  if (reading) cursor = ahead;
  return reading;
}

// The longest of some readings of what stands there.
Taken take_inner(DayCursor& cursor, Asked asked) {
  constexpr Take kAll[] = {take_worded, take_one_year, take_season,   take_holiday, take_quarter,
                           take_decade, take_century,  take_relative, take_unit_now};
  DayCursor start = cursor;
  start.take_any({"l '", "la", "le", "les"});
  Taken best;
  DayCursor end = cursor;
  for (const DayCursor& from : {cursor, start}) {
    for (const Take take : kAll) {
      DayCursor ahead = from;
      const Taken reading = take(ahead, asked);
      if (!reading || reading->bare_day || ahead.at() <= end.at()) continue;
      best = reading;
      end = ahead;
    }
  }
  cursor = end;
  return best;
}

// A part of what was read, in its year or the latest.
Taken cut(const Reading& reading, const Yearly& how, const Asked& asked) {
  Taken result;
  if (reading.yearly && reading.yearly->day == 0 && reading.yearly->feast == nullptr) {
    Yearly yearly = *reading.yearly;
    yearly.part = how.part;
    yearly.nth = how.nth;
    yearly.weekday = how.weekday;
    result = from_yearly(yearly, reading.year, asked);
  } else if (reading.days && how.nth == 0) {
    result = from_days(part_of(*reading.days, how.part));
  }
  return result;
}

std::optional<Part> take_part(DayCursor& cursor) {
  if (cursor.take_any({"debut", "tout debut", "premiers jours"})) return Part::beginning;
  if (cursor.take_any({"mi", "milieu"})) return Part::middle;
  if (cursor.take_any({"fin", "toute fin", "derniers jours"})) return Part::end;
  DayCursor ahead = cursor;
  const auto number = take_ordinal(ahead);
  if (!number || *number < 1 || *number > 2) return {};
  if (!ahead.take_any({"quinzaine", "moitie"})) return {};
  cursor = ahead;
  return *number == 1 ? Part::first_half : Part::second_half;
}

// "début 2020", "mi-mars", "fin du mois d'avril 2018", "première quinzaine de mai".
Taken take_parted(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto part = take_part(ahead);
  if (!part) return {};
  if (!ahead.take("-")) take_of(ahead);
  const Taken whole = take_inner(ahead, asked);
  if (!whole) return {};
  Taken reading = cut(*whole, {.part = *part}, asked);
  if (reading) cursor = ahead;
  return reading;
}

// "première semaine de mars 2020", "dernier vendredi de novembre".
Taken take_nth(DayCursor& cursor, const Asked& asked) {
  constexpr int kMost = 5;
  DayCursor ahead = cursor;
  const bool last = ahead.take_any({"dernier", "derniere"});
  const auto number = last ? std::optional(-1) : take_ordinal(ahead);
  if (!number || *number > kMost || *number == 0) return {};
  Yearly how{.nth = *number};
  if (!ahead.take("semaine")) {
    const auto weekday = weekday_named(ahead.peek().text);
    if (!weekday || weekday->short_form) return {};
    how.weekday = weekday->weekday;
    ahead.skip();
  }
  if (!take_of(ahead)) return {};
  const Taken whole = take_inner(ahead, asked);
  if (!whole) return {};
  Taken reading = cut(*whole, how, asked);
  if (reading) cursor = ahead;
  return reading;
}

// "trois premiers mois de 2020", "15 premiers jours de juin", "six derniers mois de l'année".
Taken take_first_of(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto count = take_number(ahead);
  constexpr int kMostUnits = 366;
  if (!count || *count < 1 || *count > kMostUnits) return {};
  const bool first = ahead.take_any({"premiers", "premieres"});
  if (!first && !ahead.take_any({"derniers", "dernieres"})) return {};
  const auto unit = take_unit(ahead);
  if (!unit || !take_of(ahead)) return {};
  const Taken whole = take_inner(ahead, asked);
  if (!whole || !whole->days) return {};
  const Days& period = *whole->days;
  const int length = *unit == Unit::day ? *count : *unit == Unit::week ? 7 * *count : 0;
  const int months = months_of(*unit) * *count;
  if (length == 0 && months == 0) return {};
  using std::chrono::days;
  Days part = period;
  if (first) {
    part.to = plus_months(period.from + days(length), months) - days(1);
  } else {
    part.from = plus_months(period.to + days(1) - days(length), -months);
  }
  if (part.to > period.to || part.from < period.from) return {};
  cursor = ahead;
  return from_days(part);
}

// "semaine du 3 mars 2020", "week-end du 13 juin", "semaine 12 de 2020".
Taken take_week(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool week = ahead.take("semaine");
  if (!week && !ahead.take_any({"week - end", "week end", "weekend"})) return {};
  if (week && ahead.digits() > 0) {
    const auto number = take_number(ahead);
    const auto year = take_year(ahead, asked);
    if (!number || !year) return {};
    Taken reading = from_days(iso_week(*year, *number));
    if (reading) cursor = ahead;
    return reading;
  }
  if (!ahead.take_any({"du", "de", "des", "d '"})) return {};
  const Taken day =
      asked.inner ? Taken() : take_span(ahead, {asked.today, asked.setting, false, true});
  if (!day || !day->days) return {};
  const Days& days = *day->days;
  // From one day to another it says itself what it is.
  const bool one = days.from == days.to;
  if (!one && !day->joined) return {};
  Taken reading = from_days(!one ? days : week ? week_of(days.from) : weekend_of(days.from));
  reading->joined = day->joined;
  cursor = ahead;
  return reading;
}

}  // namespace

Taken take_unit_now(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto unit = take_unit(ahead);
  if (!unit || (months_of(*unit) == 0 && *unit != Unit::week)) return {};
  Taken reading = from_days(unit_days(*unit, 0, asked.today));
  if (reading) cursor = ahead;
  return reading;
}

Taken take_period(DayCursor& cursor, const Asked& asked) {
  return take_longest(cursor, asked,
                      {take_one_year, take_season, take_holiday, take_quarter_code, take_quarter,
                       take_decade, take_century, take_parted, take_nth, take_week, take_first_of});
}

}  // namespace kiosque::querying
