// A date with the words around it, and from one to another.

#include <string>

#include "query/day_grammar.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// "dans le courant de", "au cours des", "en", "à la": whether it can only stand before a time.
bool skip_prepositions(DayCursor& cursor) {
  bool firm = cursor.take_any({"dans le courant", "au cours", "courant", "pendant", "durant",
                               "en date", "a la date", "en"});
  if (!firm) cursor.take_any({"dans", "lors", "pour", "vers", "date"});
  // "à" alone would make a date of "a été".
  DayCursor feast = cursor;
  feast.take("a");
  if (cursor.is("a") && (cursor.is("l", 1) || cursor.is("la", 1) || take_feast(feast) != nullptr))
    cursor.skip();
  take_of(cursor);
  return firm;
}

enum class Determiner { none, article, demonstrative };

Determiner skip_determiner(DayCursor& cursor) {
  if (cursor.take_any({"ce", "cet", "cette", "ces"})) return Determiner::demonstrative;
  if (cursor.take_any({"le", "la", "l '", "les", "au", "aux"})) return Determiner::article;
  return Determiner::none;
}

// "soirée du", "nuit de": the days of what follows.
void skip_part_of_day(DayCursor& cursor) {
  DayCursor ahead = cursor;
  if (ahead.take_any({"debut", "fin"})) take_of(ahead);
  if (!take_part_of_day(ahead, Announced::yes) && !ahead.take_any({"jour", "edition", "numero"}))
    return;
  if (take_of(ahead)) cursor = ahead;
}

// "veille de" -1 and so on; 0 where there is none.
int take_neighbour(DayCursor& cursor) {
  struct Neighbour {
    std::string_view words;
    int days;
  };
  static constexpr Neighbour kNeighbours[] = {
      {"avant - veille", -2}, {"veille", -1}, {"surlendemain", 2}, {"lendemain", 1}};
  DayCursor ahead = cursor;
  for (const auto& [words, shift] : kNeighbours) {
    if (!ahead.take(words)) continue;
    if (!take_of(ahead)) return 0;
    cursor = ahead;
    return shift;
  }
  return 0;
}

// A bare day takes its month from the other end.
std::optional<Days> bare_day_before(int day, const Reading& other) {
  const bool one = other.days->from == other.days->to && !other.joined;
  if (!one) return {};
  const sys_days last = other.days->to;
  const auto same = day_of(year_of(last), month_of(last), day);
  if (same && *same <= last) return Days{*same, *same};
  // The night from the 31st to the 1st.
  const sys_days before = plus_months(last, -1);
  const auto earlier = day_of(year_of(before), month_of(before), day);
  if (!earlier) return {};
  return Days{*earlier, *earlier};
}

// From one to the other, which both get their days; a year that one of them lacks is that of the
// other, or next to it.
Taken join(Reading& first, Reading& second) {
  if (!second.days || second.bare_day) return {};
  if (first.bare_day) {
    first.days = bare_day_before(first.yearly->day, second);
  } else if (first.weekday && second.weekday) {
    const sys_days day = weekday_until(*first.weekday, second.days->to - days(1));
    first.days = Days{day, day};
  } else if (first.yearly && !first.year) {
    const int year = year_of(second.days->to);
    first.days = in_year(*first.yearly, year);
    if (!first.days || first.days->from > second.days->to) {
      first.days = in_year(*first.yearly, year - 1);
    }
  } else if (first.days && second.yearly && !second.year) {
    const int year = year_of(first.days->from);
    second.days = in_year(*second.yearly, year);
    if (!second.days || second.days->to < first.days->from) {
      second.days = in_year(*second.yearly, year + 1);
    }
  }
  if (!first.days || !second.days || first.days->from > second.days->to) return {};
  Reading both;
  both.days = Days{first.days->from, second.days->to};
  both.clear = second.clear && (first.clear || first.bare_day || first.yearly);
  both.joined = true;
  return both;
}

// What stands between the two, or nothing.
std::string take_between(DayCursor& cursor) {
  for (const std::string_view mark : {"jusqu ' au", "jusqu ' aux", "jusqu ' a", "jusqu ' en",
                                      "jusqu '", "au", "aux", "a", "et", "-", "/", "..", "→"}) {
    if (cursor.take(mark)) return std::string(mark);
  }
  return {};
}

// ", 16" of "les 15, 16 et 17 juin".
void skip_listed_days(DayCursor& cursor) {
  constexpr int kMost = 31;
  for (int i = 0; i < kMost && cursor.is(",") && cursor.digits(1) > 0 && cursor.digits(1) <= 2; ++i)
    cursor.skip(2);
}

}  // namespace

Taken take_point(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  Taken best = take_relative(ahead, asked);
  DayCursor end = ahead;

  ahead = cursor;
  const bool firm = skip_prepositions(ahead);
  Asked wanted = asked;
  const std::size_t before_part = ahead.at();
  DayCursor part = ahead;
  skip_determiner(part);
  skip_part_of_day(part);
  int shift = 0;
  const auto consider = [&](DayCursor from) {
    const DayToken& first = from.peek();
    Taken reading =
        take_longest(from, wanted, {take_relative, take_numeric, take_worded, take_period});
    if (!reading || from.at() <= end.at()) return;
    if (shift != 0) {
      if (!reading->days || reading->bare_day) return;
      const sys_days day = shift < 0 ? reading->days->from : reading->days->to;
      reading = from_days(Days{day + days(shift), day + days(shift)});
    }
    const bool month = reading->yearly && !reading->year && reading->yearly->day == 0 &&
                       reading->yearly->months == 1;
    if (month && firm) reading->clear = true;
    // « la France d’hier et d’aujourd’hui »
    if (first.text == "hier" || first.text == "aujourd" || first.text == "avant")
      reading->clear = false;
    best = reading;
    end = from;
  };
  consider(ahead);
  wanted.demonstrative = skip_determiner(ahead) == Determiner::demonstrative;
  consider(ahead);
  if (part.at() > before_part) {
    wanted.demonstrative = false;
    consider(part);
    skip_determiner(part);
    consider(part);
  }
  shift = take_neighbour(ahead);
  if (shift != 0) {
    consider(ahead);
    skip_determiner(ahead);
    consider(ahead);
  }
  if (!best) return {};
  skip_time(end);
  cursor = end;
  return best;
}

Taken take_span(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool between = ahead.take("entre");
  const Taken first = take_point(ahead, asked);
  if (!first) return {};
  Reading from = *first;
  DayCursor behind = ahead;
  if (first->bare_day) skip_listed_days(behind);
  const std::string mark = take_between(behind);
  if (!mark.empty()) {
    // « de 2015 à nos jours »
    const bool until_now = mark != "et" && behind.take_any({"nos jours", "maintenant", "present"});
    Taken second =
        until_now ? from_days(Days{asked.today, asked.today}) : take_point(behind, asked);
    Taken both = second ? join(from, *second) : Taken();
    // "2015 et 2017" are two years, "2015 et 2016" are two in a row.
    if (both && mark == "et" && !between && !first->bare_day)
      if (from.days->to + days(1) != second->days->from) both = {};
    if (both) {
      cursor = behind;
      return both;
    }
  }
  if (!first->days || between) return {};
  cursor = ahead;
  return first;
}

}  // namespace kiosque::querying
