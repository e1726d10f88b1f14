// Days told from today.

#include "query/day_grammar.hpp"
#include "query/day_numbers.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kMost = 9999;  // of any unit

Taken one_day(sys_days day) {
  return from_days(Days{day, day});
}

// "hier", "avant-hier", "après-demain".
Taken take_adverb(DayCursor& cursor, const Asked& asked) {
  if (cursor.take_any({"aujourd ' hui", "aujourd hui", "aujourdhui", "ce jour"}))
    return one_day(asked.today);
  if (cursor.take_any({"avant - hier", "avant hier"})) return one_day(asked.today - days(2));
  if (cursor.take("hier")) return one_day(asked.today - days(1));
  Taken reading;
  if (cursor.take_any({"apres - demain", "apres demain"})) {
    reading = one_day(asked.today + days(2));
  } else if (cursor.take("demain")) {
    reading = one_day(asked.today + days(1));
    reading->clear = false;
  }
  return reading;
}

// "la nuit dernière", from yesterday to today.
Taken take_last_night(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  ahead.take("la");
  if (!ahead.take_any({"nuit derniere", "nuit passee"})) return {};
  cursor = ahead;
  return from_days(Days{asked.today - days(1), asked.today});
}

// "ce matin", "cette nuit".
Taken take_part_of_today(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  if (!ahead.take_any({"ce", "cet", "cette"})) return {};
  if (!take_part_of_day(ahead, Announced::yes)) return {};
  cursor = ahead;
  return one_day(asked.today);
}

void skip_about(DayCursor& cursor) {
  cursor.take_any({"environ", "pres de", "pres d '", "a peu pres", "exactement", "tout juste",
                   "a peine", "plus de", "plus d '", "moins de", "moins d '"});
}

// "une dizaine de", "une quinzaine de".
std::optional<int> take_about_ten(DayCursor& cursor) {
  struct Collective {
    std::string_view word;
    int value;
  };
  static constexpr Collective kCollectives[] = {
      {"huitaine", 8},     {"dizaine", 10},      {"douzaine", 12},
      {"quinzaine", 15},   {"vingtaine", 20},    {"trentaine", 30},
      {"quarantaine", 40}, {"cinquantaine", 50}, {"centaine", 100}};
  DayCursor ahead = cursor;
  if (!ahead.take("une")) return {};
  for (const auto& [word, value] : kCollectives) {
    if (!ahead.take(word)) continue;
    if (!ahead.take_any({"de", "d '"})) return {};
    cursor = ahead;
    return value;
  }
  return {};
}

struct Length {
  int count = 0;
  Unit unit = Unit::day;
};

std::optional<Length> take_length(DayCursor& cursor) {
  DayCursor ahead = cursor;
  skip_about(ahead);
  if (ahead.take_any({"une quinzaine"})) {
    DayCursor behind = ahead;
    if (!behind.take_any({"de", "d '"}) || !take_unit(behind)) {
      cursor = ahead;
      return Length{15, Unit::day};
    }
    ahead = cursor;
    skip_about(ahead);
  }
  auto count = take_about_ten(ahead);
  if (!count) count = take_number(ahead);
  if (!count || *count > kMost) return {};
  const auto unit = take_unit(ahead);
  if (!unit || *unit == Unit::weekend || *unit == Unit::fortnight) return {};
  // A year and a half.
  Length length{*count, *unit};
  if (*unit == Unit::year && ahead.take("et demi")) length = {12 * *count + 6, Unit::month};
  cursor = ahead;
  return length;
}

constexpr int kHoursADay = 24;
constexpr int kMinutesADay = 24 * 60;

// So far from today; of hours and minutes the days that they reach into.
std::optional<sys_days> far_off(const Length& length, int direction, sys_days today) {
  const int signed_count = direction * length.count;
  switch (length.unit) {
    case Unit::minute:
      return today + days(direction * ((length.count + kMinutesADay - 1) / kMinutesADay));
    case Unit::hour:
      return today + days(direction * ((length.count + kHoursADay - 1) / kHoursADay));
    case Unit::day:
      return today + days(signed_count);
    case Unit::week:
      return today + days(7 * signed_count);
    default:
      break;
  }
  constexpr int kMostMonths = 100'000;
  const int months = months_of(length.unit) * signed_count;
  if (months == 0 || months > kMostMonths || months < -kMostMonths) return {};
  return plus_months(today, months);
}

// "il y a 3 jours", "voilà une semaine", "dans deux mois".
Taken take_ago(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  int direction = -1;
  if (ahead.take("dans")) {
    direction = 1;
  } else if (!ahead.take_any({"il y a", "y a", "voici", "voila", "ca fait", "cela fait"})) {
    return {};
  }
  const auto day = take_distance(ahead, asked, direction);
  if (!day) return {};
  cursor = ahead;
  return one_day(*day);
}

// "les 30 derniers jours", "ces dernières 48 heures", "les 3 prochains mois", "les 3 jours passés".
Taken take_last(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  auto direction = take_direction(ahead);
  const auto count = take_number(ahead);
  if (!count || *count < 1 || *count > kMost) return {};
  if (!direction) direction = take_direction(ahead);
  const auto unit = take_unit(ahead);
  if (!unit || *unit == Unit::weekend || *unit == Unit::fortnight) return {};
  if (!direction) direction = take_direction(ahead);
  if (!direction || *direction == 0) return {};
  const auto other = far_off({*count, *unit}, *direction, asked.today);
  if (!other) return {};
  cursor = ahead;
  if (*direction > 0) return from_days(Days{asked.today + days(1), *other});
  const bool by_hours = *unit == Unit::hour || *unit == Unit::minute;
  // Whole days end today and include it; hours reach back into the day they begin in.
  return from_days(Days{by_hours ? *other : *other + days(1), asked.today});
}

// "la semaine dernière", "le dernier trimestre", "cette année", "le mois en cours".
Taken take_unit_beside(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool demonstrative = ahead.take_any({"ce", "cet", "cette"});
  if (!demonstrative) ahead.take_any({"le", "la", "l '"});
  std::optional<int> direction = 0;
  if (!demonstrative) direction = take_direction(ahead);
  const auto unit = take_unit(ahead);
  if (!unit || *unit == Unit::fortnight) return {};
  if (*unit == Unit::minute || *unit == Unit::hour || *unit == Unit::day) return {};
  if (demonstrative) {
    DayCursor behind = ahead;
    if (behind.take("-") && behind.take("ci")) ahead = behind;
    take_direction(ahead);
  } else if (!direction) {
    direction = take_direction(ahead);
  }
  if (!direction) return {};
  Taken reading = from_days(unit_days(*unit, *direction, asked.today));
  if (reading) cursor = ahead;
  return reading;
}

}  // namespace

std::optional<sys_days> take_distance(DayCursor& cursor, const Asked& asked, int direction) {
  DayCursor ahead = cursor;
  const auto length = take_length(ahead);
  if (!length) return {};
  // Less than a day ago it was most likely today.
  const bool short_time = (length->unit == Unit::hour && length->count < kHoursADay) ||
                          (length->unit == Unit::minute && length->count < kMinutesADay);
  const auto day = short_time ? asked.today : far_off(*length, direction, asked.today);
  if (day) cursor = ahead;
  return day;
}

Taken take_relative(DayCursor& cursor, const Asked& asked) {
  constexpr Take kAll[] = {take_adverb, take_part_of_today, take_last_night,
                           take_ago,    take_last,          take_unit_beside};
  for (const Take take : kAll) {
    DayCursor ahead = cursor;
    if (const Taken reading = take(ahead, asked)) {
      cursor = ahead;
      return reading;
    }
  }
  return {};
}

}  // namespace kiosque::querying
