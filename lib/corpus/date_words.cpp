#include "corpus/date_words.hpp"

#include <algorithm>
#include <iterator>

namespace kiosque::corpus {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

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

bool is_weekday(std::string_view word) {
  return is_one_of(word, {"lundi",    "mardi",  "mercredi", "jeudi",     "vendredi", "samedi",
                          "dimanche", "lun",    "mer",      "jeu",       "ven",      "sam",
                          "dim",      "monday", "tuesday",  "wednesday", "thursday", "friday",
                          "saturday", "sunday", "mon",      "tue",       "tues",     "wed",
                          "thu",      "thur",   "thurs",    "fri",       "sat",      "sun"});
}

}  // namespace kiosque::corpus
