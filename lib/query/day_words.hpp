#pragma once
// The French words of dates, folded: months, weekdays, seasons, feasts, units of time.

#include <chrono>
#include <optional>
#include <string_view>

#include "query/day_tokens.hpp"

namespace kiosque::querying {

struct MonthName {
  int month = 0;
  bool short_form = false;  // "janv.", "oct": a month only beside a day or a year
  bool english = false;     // as mail and feeds write it
};

/// A month's name or its beginning (of three letters or more, of one month alone: "jui" is two).
std::optional<MonthName> month_named(std::string_view word);

struct WeekdayName {
  std::chrono::weekday weekday;
  bool short_form = false;  // "lun.", "Mon": a weekday only before a day
};
std::optional<WeekdayName> weekday_named(std::string_view word);

/// The month that a season of the meteorologists begins with.
std::optional<int> season_named(std::string_view word);

/// A feast on a fixed day, or so many days after Easter.
struct Feast {
  std::string_view name;  // tokens parted by spaces
  int month = 0;
  int day = 0;
  int after_easter = 0;  // where there is no month
};
/// The longest name that stands there.
const Feast* take_feast(DayCursor& cursor);

enum class Unit {
  minute,
  hour,
  day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  semester,
  year,
  decade,
  century
};
std::optional<Unit> take_unit(DayCursor& cursor);
/// How many months a unit has; 0 for those of days.
int months_of(Unit unit);

/// "dernière", "passé" -1; "prochain" 1; "en cours" 0.
std::optional<int> take_direction(DayCursor& cursor);

/// Whether a word is of the kind that no date in words goes without: a month, a unit, "hier".
bool tells_time(std::string_view word);

/// "de", "du", "des" and so on; "dès" is none of them.
bool take_of(DayCursor& cursor);

/// "soir", "après-midi"; announced by a preposition or an article also "nuit" and the like.
enum class Announced { no, yes };
bool take_part_of_day(DayCursor& cursor, Announced announced);

}  // namespace kiosque::querying
