// Dates in queries that are told from today.

#include "query/days_rows.hpp"

namespace kiosque::querying {
namespace {

TEST_CASE("Told from today, a Monday") {
  constexpr DaysRow kRows[] = {
      {"aujourd’hui", "2020-06-15", "2020-06-15"},
      {"AUJOURD'HUI", "2020-06-15", "2020-06-15"},
      {"hier soir", "2020-06-14", "2020-06-14"},
      {"hier à 18h", "2020-06-14", "2020-06-14"},
      {"avant hier", "2020-06-13", "2020-06-13"},
      {"après-demain", "2020-06-17", "2020-06-17"},
      {"demain matin", "2020-06-16", "2020-06-16"},
      {"la nuit dernière", "2020-06-14", "2020-06-15"},
      {"en début de semaine", "2020-06-15", "2020-06-16"},
      {"cet après-midi", "2020-06-15", "2020-06-15"},
      {"cette nuit", "2020-06-15", "2020-06-15"},
      {"mercredi", "2020-06-10", "2020-06-10"},
      {"mercredi soir", "2020-06-10", "2020-06-10"},
      {"lundi", "2020-06-15", "2020-06-15"},
      {"lundi prochain", "2020-06-22", "2020-06-22"},
      {"mardi prochain", "2020-06-16", "2020-06-16"},
      {"dimanche passé", "2020-06-14", "2020-06-14"},
      {"jeudi de la semaine dernière", "2020-06-11", "2020-06-11"},
      {"vendredi 13", "2020-03-13", "2020-03-13"},
      {"cette semaine", "2020-06-15", "2020-06-21"},
      {"la semaine prochaine", "2020-06-22", "2020-06-28"},
      {"la semaine du 3 mars 2020", "2020-03-02", "2020-03-08"},
      {"semaine 12 de 2020", "2020-03-16", "2020-03-22"},
      {"ce week-end", "2020-06-20", "2020-06-21"},
      {"le week-end prochain", "2020-06-20", "2020-06-21"},
      {"week-end du 6 juin", "2020-06-06", "2020-06-07"},
      {"week-end du 6 et 7 juin 2020", "2020-06-06", "2020-06-07"},
      {"le mois en cours", "2020-06-01", "2020-06-30"},
      {"le mois passé", "2020-05-01", "2020-05-31"},
      {"le mois prochain", "2020-07-01", "2020-07-31"},
      {"le 3 du mois dernier", "2020-05-03", "2020-05-03"},
      {"l’an prochain", "2021-01-01", "2021-12-31"},
      {"l'année en cours", "2020-01-01", "2020-12-31"},
      {"l'année passée", "2019-01-01", "2019-12-31"},
      {"il y a un jour", "2020-06-14", "2020-06-14"},
      {"il y a une semaine", "2020-06-08", "2020-06-08"},
      {"il y a quinze jours", "2020-05-31", "2020-05-31"},
      {"il y a une quinzaine de jours", "2020-05-31", "2020-05-31"},
      {"il y a environ vingt et un jours", "2020-05-25", "2020-05-25"},
      {"voilà deux mois", "2020-04-15", "2020-04-15"},
      {"il y a deux heures", "2020-06-15", "2020-06-15"},
      {"il y a cinq minutes", "2020-06-15", "2020-06-15"},
      {"aujourd hui", "2020-06-15", "2020-06-15"},
      {"il y a 48 heures", "2020-06-13", "2020-06-13"},
      {"dans une semaine", "2020-06-22", "2020-06-22"},
      {"les 10 derniers jours", "2020-06-06", "2020-06-15"},
      {"au cours des dix derniers jours", "2020-06-06", "2020-06-15"},
      {"ces trois dernières semaines", "2020-05-26", "2020-06-15"},
      {"les douze derniers mois", "2019-06-16", "2020-06-15"},
      {"les deux dernières années", "2018-06-16", "2020-06-15"},
      {"ces dernières 24 heures", "2020-06-14", "2020-06-15"},
      {"les 3 prochains jours", "2020-06-16", "2020-06-18"},
      {"ces derniers temps", kNoDays},
      {"trois jours", kNoDays},
      {"il y a longtemps", kNoDays},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("Told from other days: leap years, ends of months and years") {
  constexpr DaysRow kSunday[] = {{"le week-end dernier", "2020-02-22", "2020-02-23"},
                                 {"ce week-end", "2020-02-29", "2020-03-01"},
                                 {"hier", "2020-02-29", "2020-02-29"},
                                 {"il y a un an", "2019-03-01", "2019-03-01"},
                                 {"l'hiver", "2019-12-01", "2020-02-29"}};
  check_days("2020-03-01", kSunday);
  constexpr DaysRow kLeapDay[] = {{"il y a un an", "2023-02-28", "2023-02-28"},
                                  {"29 février", "2024-02-29", "2024-02-29"},
                                  {"depuis un mois", "2024-01-29", "2024-02-29"},
                                  {"demain", "2024-03-01", "2024-03-01"}};
  check_days("2024-02-29", kLeapDay);
  constexpr DaysRow kNewYear[] = {{"hier", "2022-12-31", "2022-12-31"},
                                  {"29 février", "2020-02-29", "2020-02-29"},
                                  {"le trimestre dernier", "2022-10-01", "2022-12-31"},
                                  {"cet hiver", "2022-12-01", "2023-02-28"},
                                  {"décembre", "2022-12-01", "2022-12-31"},
                                  {"la semaine dernière", "2022-12-19", "2022-12-25"},
                                  {"le mois dernier", "2022-12-01", "2022-12-31"}};
  check_days("2023-01-01", kNewYear);
  constexpr DaysRow kLastDay[] = {{"il y a un mois", "2021-02-28", "2021-02-28"},
                                  {"le mois prochain", "2021-04-01", "2021-04-30"}};
  check_days("2021-03-31", kLastDay);
}

}  // namespace
}  // namespace kiosque::querying
