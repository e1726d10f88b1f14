#include "query/day_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

namespace kiosque::querying {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
    "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};
constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::size_t kShortestMonth = 3;

// The only month of a language that begins so.
std::optional<int> month_beginning(std::string_view word,
                                   const std::array<std::string_view, 12>& months) {
  if (word.size() < kShortestMonth) return {};
  std::optional<int> found;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (!months[i].starts_with(word)) continue;
    if (months[i] == word) return static_cast<int>(i) + 1;
    if (found) return {};
    found = static_cast<int>(i) + 1;
  }
  return found;
}

struct Weekday {
  std::string_view french;
  std::string_view english;
};
// From Sunday on, as std::chrono counts.
constexpr std::array<Weekday, 7> kWeekdays = {{{"dimanche", "sunday"},
                                               {"lundi", "monday"},
                                               {"mardi", "tuesday"},
                                               {"mercredi", "wednesday"},
                                               {"jeudi", "thursday"},
                                               {"vendredi", "friday"},
                                               {"samedi", "saturday"}}};

constexpr Feast kFeasts[] = {
    {"jour de l ' an", 1, 1},
    {"nouvel an", 1, 1},
    {"premier de l ' an", 1, 1},
    {"epiphanie", 1, 6},
    {"chandeleur", 2, 2},
    {"saint - valentin", 2, 14},
    {"saint valentin", 2, 14},
    {"mardi gras", 0, 0, -47},
    {"mercredi des cendres", 0, 0, -46},
    {"dimanche des rameaux", 0, 0, -7},
    {"rameaux", 0, 0, -7},
    {"jeudi saint", 0, 0, -3},
    {"vendredi saint", 0, 0, -2},
    {"samedi saint", 0, 0, -1},
    {"paques", 0, 0, 0},
    {"dimanche de paques", 0, 0, 0},
    {"lundi de paques", 0, 0, 1},
    {"fete du travail", 5, 1},
    {"jeudi de l ' ascension", 0, 0, 39},
    {"ascension", 0, 0, 39},
    {"pentecote", 0, 0, 49},
    {"dimanche de pentecote", 0, 0, 49},
    {"lundi de pentecote", 0, 0, 50},
    {"fete de la musique", 6, 21},
    {"saint - jean", 6, 24},
    {"fete nationale", 7, 14},
    {"assomption", 8, 15},
    {"halloween", 10, 31},
    {"toussaint", 11, 1},
    {"armistice", 11, 11},
    {"saint - nicolas", 12, 6},
    {"reveillon de noel", 12, 24},
    {"noel", 12, 25},
    {"saint - sylvestre", 12, 31},
    {"saint sylvestre", 12, 31},
    {"reveillon du nouvel an", 12, 31},
    {"reveillon du jour de l ' an", 12, 31},
};

struct UnitName {
  std::string_view word;
  Unit unit;
};
constexpr UnitName kUnits[] = {
    {"minute", Unit::minute},
    {"minutes", Unit::minute},
    {"heure", Unit::hour},
    {"heures", Unit::hour},
    {"h", Unit::hour},
    {"jour", Unit::day},
    {"jours", Unit::day},
    {"journee", Unit::day},
    {"journees", Unit::day},
    {"semaine", Unit::week},
    {"semaines", Unit::week},
    {"week - end", Unit::weekend},
    {"week end", Unit::weekend},
    {"weekend", Unit::weekend},
    {"week - ends", Unit::weekend},
    {"weekends", Unit::weekend},
    {"quinzaine", Unit::fortnight},
    {"mois", Unit::month},
    {"trimestre", Unit::quarter},
    {"trimestres", Unit::quarter},
    {"semestre", Unit::semester},
    {"semestres", Unit::semester},
    {"an", Unit::year},
    {"ans", Unit::year},
    {"annee", Unit::year},
    {"annees", Unit::year},
    {"decennie", Unit::decade},
    {"decennies", Unit::decade},
    {"siecle", Unit::century},
    {"siecles", Unit::century},
};

}  // namespace

std::optional<MonthName> month_named(std::string_view word) {
  if (const auto month = month_beginning(word, kMonths)) {
    return MonthName{*month, kMonths[static_cast<std::size_t>(*month) - 1] != word};
  }
  // Mail and feeds write "15 Jun 2020" in English, whatever their language.
  if (const auto month = month_beginning(word, kEnglishMonths)) {
    return MonthName{*month, true, true};
  }
  return {};
}

std::optional<WeekdayName> weekday_named(std::string_view word) {
  constexpr std::size_t kShortForm = 3;
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    const auto& [french, english] = kWeekdays[i];
    if (word == french) return WeekdayName{std::chrono::weekday(i)};
    const bool short_form =
        word.size() == kShortForm && (french.starts_with(word) || english.starts_with(word));
    if (short_form || word == english) return WeekdayName{std::chrono::weekday(i), true};
  }
  return {};
}

std::optional<int> season_named(std::string_view word) {
  if (word == "printemps") return 3;
  if (word == "ete") return 6;
  if (word == "automne") return 9;
  if (word == "hiver") return 12;
  return {};
}

const Feast* take_feast(DayCursor& cursor) {
  const Feast* longest = nullptr;
  DayCursor end = cursor;
  for (const Feast& feast : kFeasts) {
    DayCursor ahead = cursor;
    if (!ahead.take(feast.name) || ahead.at() <= end.at()) continue;
    end = ahead;
    longest = &feast;
  }
  cursor = end;
  return longest;
}

std::optional<Unit> take_unit(DayCursor& cursor) {
  for (const auto& [word, unit] : kUnits) {
    if (cursor.take(word)) return unit;
  }
  return {};
}

int months_of(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
      return 3;
    case Unit::semester:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
}

std::optional<int> take_direction(DayCursor& cursor) {
  if (cursor.take_any({"dernier", "derniere", "derniers", "dernieres", "passe", "passee", "passes",
                       "passees", "ecoule", "ecoulee", "ecoules", "ecoulees", "precedent",
                       "precedente", "precedents", "precedentes"})) {
    return -1;
  }
  if (cursor.take_any({"prochain", "prochaine", "prochains", "prochaines", "a venir", "qui vient",
                       "qui viennent"})) {
    return 1;
  }
  if (cursor.take_any({"en cours", "actuel", "actuelle"})) return 0;
  return {};
}

bool tells_time(std::string_view word) {
  static const std::unordered_set<std::string_view> known = [] {
    std::unordered_set<std::string_view> words = {
        "aujourd", "aujourdhui", "hier", "demain", "matin", "soir", "midi", "nuit", "mille"};
    for (const auto& [unit, _] : kUnits) words.insert(unit.substr(0, unit.find(' ')));
    // Of a feast its last word: "saint - valentin", "mardi gras".
    for (const Feast& feast : kFeasts) words.insert(feast.name.substr(feast.name.rfind(' ') + 1));
    return words;
  }();
  return known.contains(word) || month_named(word) || weekday_named(word) || season_named(word);
}

bool take_of(DayCursor& cursor) {
  if (cursor.peek().accented) return false;
  return cursor.take_any({"de l '", "de la", "de", "du", "des", "d '"});
}

bool take_part_of_day(DayCursor& cursor, Announced announced) {
  if (cursor.take_any({"matin", "soir", "midi", "apres - midi", "apres midi"})) return true;
  if (announced == Announced::no) return false;
  return cursor.take_any({"matinee", "soiree", "journee", "nuit", "aube", "aurore"});
}

}  // namespace kiosque::querying
