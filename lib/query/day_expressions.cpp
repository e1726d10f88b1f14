// Days that are open at one end, and what dates a dispatch.

#include <utility>

#include "query/day_grammar.hpp"
#include "query/day_numbers.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

enum class Side { before, after, since, from, until, by };

std::optional<Side> take_side(DayCursor& cursor) {
  if (cursor.take("depuis")) return Side::since;
  if (cursor.take_any({"avant", "anterieur a", "anterieure a", "anterieurs a", "anterieures a",
                       "anterieur au", "anterieure au", "anterieurs au", "anterieures au"})) {
    return Side::before;
  }
  if (cursor.take_any({"apres", "au - dela", "au dela", "posterieur a", "posterieure a",
                       "posterieurs a", "posterieures a", "posterieur au", "posterieure au",
                       "posterieurs au", "posterieures au"})) {
    return Side::after;
  }
  if (cursor.take_any(
          {"jusqu ' au", "jusqu ' aux", "jusqu ' a", "jusqu ' en", "jusqu '", "jusque"}))
    return Side::until;
  if (cursor.take_any({"a partir", "a compter"})) return Side::from;
  if (cursor.is("des") && cursor.peek().accented) {
    cursor.skip();
    return Side::from;
  }
  if (cursor.take("d ' ici")) {
    cursor.take_any({"a", "au"});
    return Side::by;
  }
  return {};
}

// "depuis mars" can only be the month.
bool is_clear_behind(const Reading& reading, Side side) {
  if (reading.clear) return true;
  if (side != Side::since && side != Side::until && side != Side::from) return false;
  const bool month = reading.yearly && reading.yearly->day == 0 && reading.yearly->months == 1 &&
                     reading.yearly->feast == nullptr;
  return month || reading.weekday;
}

// "d'ici fin juin" looks ahead: the next, where there is no year.
Days ahead_of(const Reading& reading, sys_days today) {
  if (!reading.yearly || reading.year) return *reading.days;
  for (int shift = 0; shift <= 1; ++shift) {
    const auto found = in_year(*reading.yearly, year_of(today) + shift);
    if (found && found->to >= today) return *found;
  }
  return *reading.days;
}

Expression open_at(Side side, const Reading& reading, sys_days today) {
  const Days& named = *reading.days;
  switch (side) {
    case Side::before:
      return {{}, named.from - days(1)};
    case Side::after:
      return {named.to + days(1), {}};
    case Side::until:
      return {{}, named.to};
    case Side::from:
      return {named.from, {}};
    case Side::by:
      return {today, ahead_of(reading, today).to};
    case Side::since:
      break;
  }
  if (reading.joined) return {named.from, named.to};
  if (named.from > today) return {named.from, {}};
  return {named.from, today};
}

bool is_sound(const Expression& expression) {
  if (expression.from && !is_writable(*expression.from)) return false;
  if (expression.to && !is_writable(*expression.to)) return false;
  return !expression.from || !expression.to || *expression.from <= *expression.to;
}

std::optional<Expression> take_open(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const auto side = take_side(ahead);
  if (!side) return {};
  Taken reading;
  DayCursor length = ahead;
  const int direction = *side == Side::since ? -1 : 1;
  if (*side == Side::since || *side == Side::by) {
    if (const auto day = take_distance(length, asked, direction))
      reading = from_days(Days{*day, *day});
  }
  if (reading) {
    ahead = length;
  } else {
    reading = take_span(ahead, asked);
  }
  if (!reading) return {};
  Expression expression = open_at(*side, *reading, asked.today);
  expression.clear = is_clear_behind(*reading, *side);
  if (!is_sound(expression)) return {};
  cursor = ahead;
  return expression;
}

std::optional<Expression> take_closed(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const Taken reading = take_span(ahead, asked);
  if (!reading) return {};
  const Expression expression{reading->days->from, reading->days->to, reading->clear};
  if (!is_sound(expression)) return {};
  cursor = ahead;
  return expression;
}

// "publié", "mis à jour :".
void skip_publishing(DayCursor& cursor) {
  if (cursor.take_any({"publie",   "publiee",   "mis a jour", "mise a jour",  "modifie",
                       "modifiee", "actualise", "actualisee", "poste",        "postee",
                       "paru",     "parue",     "cree",       "creee",        "ecrit",
                       "redige",   "diffuse",   "diffusee",   "mis en ligne", "mise en ligne",
                       "date",     "datee"})) {
    cursor.take(":");
  }
}

bool begins_day(const DayCursor& cursor) {
  return cursor.digits() > 0 || cursor.is("premier") ||
         weekday_named(cursor.peek().text).has_value();
}

// "(AFP)": words without digits in brackets.
bool take_brackets(DayCursor& cursor) {
  constexpr int kMost = 6;
  DayCursor ahead = cursor;
  if (!ahead.take("(")) return false;
  for (int i = 0; i < kMost; ++i) {
    if (ahead.take(")")) {
      cursor = ahead;
      return i > 0;
    }
    if (ahead.done() || ahead.digits() > 0) return false;
    ahead.skip();
  }
  return false;
}

// "Paris, le", "depuis Pékin, le", "PARIS (AFP) -": a place, up to the day.
bool take_place(DayCursor& cursor) {
  constexpr int kMostWords = 8;
  DayCursor ahead = cursor;
  ahead.take_any({"fait a", "depuis", "a", "de"});
  const bool capital = cursor.peek().capital || ahead.peek().capital;
  int words = 0;
  while (words <= kMostWords) {
    if (ahead.is("le") && words > 0) {
      DayCursor behind = ahead;
      behind.skip();
      if (begins_day(behind)) break;
    }
    const bool inside = words > 0 && ahead.glued() &&
                        (ahead.is("-") || ahead.is("'") || (ahead.is(".") && ahead.glued(1)));
    if (ahead.word()) ++words;
    if (!ahead.word() && !inside) break;
    ahead.skip();
  }
  if (words == 0 || words > kMostWords || (!capital && words > 1)) return false;
  const bool source = take_brackets(ahead);
  const bool mark = ahead.take_any({",", "-", ":"});
  const bool article = ahead.take("le");
  if ((!source && !mark && !article) || !begins_day(ahead)) return false;
  cursor = ahead;
  return true;
}

bool is_short(const Expression& expression) {
  constexpr days kMost{31};
  return expression.from && expression.to && *expression.to - *expression.from < kMost;
}

// What may stand behind the last date.
void skip_ending(DayCursor& cursor) {
  constexpr int kMost = 4;
  skip_time(cursor);
  for (int i = 0; i < kMost && !cursor.done(); ++i) {
    if (!take_brackets(cursor)) {
      cursor.take_any({".", ",", ";", ":", "inclus", "inclusivement", "compris"});
    }
  }
}

}  // namespace

std::optional<Expression> take_expression(DayCursor& cursor, const Asked& asked) {
  DayCursor closed_end = cursor;
  const auto closed = take_closed(closed_end, asked);
  DayCursor open_end = cursor;
  const auto open = take_open(open_end, asked);
  if (open && (!closed || open_end.at() > closed_end.at())) {
    cursor = open_end;
    return open;
  }
  if (closed) cursor = closed_end;
  return closed;
}

std::optional<Expression> take_dateline(DayCursor& cursor, const Asked& asked) {
  DayCursor published = cursor;
  skip_publishing(published);
  DayCursor placed = cursor;
  const bool place = take_place(placed);
  DayCursor timed = cursor;
  skip_time(timed);  // "16h40, le 15 juin 2020"
  timed.take(",");
  for (const DayCursor& start : {cursor, published, placed, timed}) {
    DayCursor ahead = start;
    const auto expression = take_expression(ahead, asked);
    if (!expression) continue;
    skip_ending(ahead);
    if (!ahead.done()) continue;
    // A dispatch has a day: "JO de Paris, 2024" is none.
    const bool from_place = place && start.at() == placed.at();
    if (from_place && !is_short(*expression)) continue;
    cursor = ahead;
    return expression;
  }
  return {};
}

}  // namespace kiosque::querying
