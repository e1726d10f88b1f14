#pragma once
// The grammar of dates, by hand: each function takes one thing from where the cursor stands, or
// leaves the cursor where it was. How far each looks ahead is bounded.

#include <chrono>
#include <initializer_list>
#include <optional>

#include "query/calendar.hpp"
#include "query/day_tokens.hpp"
#include "query/day_words.hpp"

namespace kiosque::querying {

/// What every year has: a day, a month, a season, a feast, or a part of one.
struct Yearly {
  int month = 0;   // that it begins in; 0: none is known
  int months = 1;  // how many; 3 from December on are the winter of the year they end in
  int day = 0;     // 0: all of it
  Part part = Part::whole;
  int nth = 0;  // the n-th week of it or, with `weekday`, the n-th such day; -1: the last
  std::optional<std::chrono::weekday> weekday = {};
  const Feast* feast = nullptr;
};

/// Its days in that year; empty where it has none (29 February).
std::optional<Days> in_year(const Yearly& yearly, int year);

/// A thing that was read. A day or month without a year is its latest occurrence not after today.
struct Reading {
  std::optional<Days> days = {};                     // where they are known at once
  std::optional<Yearly> yearly = {};                 // what of the year it is
  std::optional<int> year = {};                      // and of which
  std::optional<std::chrono::weekday> weekday = {};  // a weekday and nothing more
  bool bare_day = false;                             // "3", of a month still to come
  bool clear = true;    // could hardly be anything else among other words
  bool joined = false;  // from one day to another
};
using Taken = std::optional<Reading>;

/// What a reading needs to know.
struct Asked {
  std::chrono::sys_days today;
  enum class Setting { alone, among_words } setting = Setting::alone;
  bool demonstrative = false;  // "cet été": the nearest
  bool inner = false;          // within another reading: no weeks of weeks
};

Taken from_days(std::optional<Days> days);
Taken from_yearly(const Yearly& yearly, std::optional<int> year, const Asked& asked);
/// "mars dernier" (-1), "mars prochain" (1): strictly before or after today.
Taken from_yearly_beside(const Yearly& yearly, int direction, std::chrono::sys_days today);

/// A unit of time, so many before or after the one under way.
std::optional<Days> unit_days(Unit unit, int shift, std::chrono::sys_days today);

/// The year behind a month: 2020, "de l'année 2020", "de l'an dernier", 20 where the text is alone.
std::optional<int> take_year(DayCursor& cursor, const Asked& asked);

/// The longest of what some functions may take.
using Take = Taken (*)(DayCursor&, const Asked&);
Taken take_longest(DayCursor& cursor, const Asked& asked, std::initializer_list<Take> all);

/// 24/04/2022, 2022-04-24, 2022-04, 04/2022, 20220424, 24/12.
Taken take_numeric(DayCursor& cursor, const Asked& asked);
/// "lundi 3 mars 2020", "3 mars", "mars dernier", "lundi prochain", "vendredi 13".
Taken take_worded(DayCursor& cursor, const Asked& asked);
/// The unit under way: "mois" of "fin du mois".
Taken take_unit_now(DayCursor& cursor, const Asked& asked);
/// Years, seasons, quarters, decades, centuries, weeks, feasts.
Taken take_period(DayCursor& cursor, const Asked& asked);
/// "hier", "il y a 3 jours", "la semaine dernière", "les 30 derniers jours".
Taken take_relative(DayCursor& cursor, const Asked& asked);
/// "trois semaines": the day so long before or after.
std::optional<std::chrono::sys_days> take_distance(DayCursor& cursor, const Asked& asked,
                                                   int direction);

/// Any one of them, with the words before and behind it.
Taken take_point(DayCursor& cursor, const Asked& asked);
/// One, or two and what lies between.
Taken take_span(DayCursor& cursor, const Asked& asked);

/// An hour, a zone, a part of the day behind a date: they change nothing.
void skip_time(DayCursor& cursor);

/// Days that may be open at one end.
struct Expression {
  std::optional<std::chrono::sys_days> from = {};
  std::optional<std::chrono::sys_days> to = {};
  bool clear = true;
};
/// A span, or what lies before, after or since one.
std::optional<Expression> take_expression(DayCursor& cursor, const Asked& asked);
/// What dates a dispatch, all of it: "Paris, le 3 mars 2020 à 16h40 (AFP)".
std::optional<Expression> take_dateline(DayCursor& cursor, const Asked& asked);

}  // namespace kiosque::querying
