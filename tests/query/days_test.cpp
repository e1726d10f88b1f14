// Dates in queries, as whole texts.

#include "query/days.hpp"

#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "query/days_rows.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

TEST_CASE("A day in digits") {
  constexpr DaysRow kRows[] = {
      {"2021-04-09", "2021-04-09", "2021-04-09"},
      {"2021-4-9", "2021-04-09", "2021-04-09"},
      {"2021/04/09", "2021-04-09", "2021-04-09"},
      {"20210409", "2021-04-09", "2021-04-09"},
      {"24/04/2022", "2022-04-24", "2022-04-24"},
      {"24-04-2022", "2022-04-24", "2022-04-24"},
      {"24.04.22", "2022-04-24", "2022-04-24"},
      {"24/04/68", "2068-04-24", "2068-04-24"},
      {"24/04/69", "1969-04-24", "1969-04-24"},
      {"5/6/2019", "2019-06-05", "2019-06-05"},
      {"05 06 2019", "2019-06-05", "2019-06-05"},
      {"2021-04-09T23:30:00+02:00", "2021-04-09", "2021-04-09"},
      {"2021-04-09T23:30:00-05:00", "2021-04-09", "2021-04-09"},
      {"2021-04-09T23:30:00.125Z", "2021-04-09", "2021-04-09"},
      {"20210409T233000Z", "2021-04-09", "2021-04-09"},
      {"2021-04-09 7:05", "2021-04-09", "2021-04-09"},
      {"09/04/2021 07h05", "2021-04-09", "2021-04-09"},
      {"Tue, 28 Feb 2023 08:00:00 +0100", "2023-02-28", "2023-02-28"},
      {"Sat, 5 Aug 2023 08:00:00 GMT", "2023-08-05", "2023-08-05"},
      {"24/12", "2019-12-24", "2019-12-24"},
      {"05/06", "2020-06-05", "2020-06-05"},
      {"2021", "2021-01-01", "2021-12-31"},
      {"2021-04", "2021-04-01", "2021-04-30"},
      {"2020-02", "2020-02-01", "2020-02-29"},
      {"04/2022", "2022-04-01", "2022-04-30"},
      {"4/2022", "2022-04-01", "2022-04-30"},
      {"2020-W01", "2019-12-30", "2020-01-05"},
      {"２０２１", "2021-01-01", "2021-12-31"},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("A day in words") {
  constexpr DaysRow kRows[] = {
      {"24 avril 2022", "2022-04-24", "2022-04-24"},
      {"24 AVRIL 2022", "2022-04-24", "2022-04-24"},
      {"24 avr. 2022", "2022-04-24", "2022-04-24"},
      {"le 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"ce 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"1er mai 2020", "2020-05-01", "2020-05-01"},
      {"1ᵉʳ mai 2020", "2020-05-01", "2020-05-01"},
      {"1 er mai 2020", "2020-05-01", "2020-05-01"},
      {"premier mai 2020", "2020-05-01", "2020-05-01"},
      {"le quinze août deux mille dix-neuf", "2019-08-15", "2019-08-15"},
      {"vingt et un juin 2018", "2018-06-21", "2018-06-21"},
      {"trente-et-un janvier mille neuf cent quatre-vingt-dix-neuf", "1999-01-31", "1999-01-31"},
      {"sept septembre 2016", "2016-09-07", "2016-09-07"},
      {"dimanche 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"dimanche, 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"mardi 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"dim. 24 avr. 2022", "2022-04-24", "2022-04-24"},
      {"mar. 3 mars 2020", "2020-03-03", "2020-03-03"},
      {"le jeudi 5 décembre 2019", "2019-12-05", "2019-12-05"},
      {"3 sept. 2018", "2018-09-03", "2018-09-03"},
      {"3 juill. 2018", "2018-07-03", "2018-07-03"},
      {"3 décem. 2018", "2018-12-03", "2018-12-03"},
      {"8 mai 45", "1945-05-08", "1945-05-08"},
      {"8 mai 19", "2019-05-08", "2019-05-08"},
      {"14-juillet 2019", "2019-07-14", "2019-07-14"},
      {"24 avril 2022 à 20h", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 à 20 heures 15", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 - 20:15", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 vers midi", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 à 20h15 (heure de Paris)", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 à 20h15 GMT", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 au soir", "2022-04-24", "2022-04-24"},
      {"24 avril 2022 dans la matinée", "2022-04-24", "2022-04-24"},
      {"20h15, le 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"dans la matinée du 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"au soir du 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"en date du 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"édition du 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"la veille du 24 avril 2022", "2022-04-23", "2022-04-23"},
      {"le lendemain du 31 décembre 2021", "2022-01-01", "2022-01-01"},
      {"Lyon, le 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"Saint-Étienne, 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"MARSEILLE, 24 avril 2022 (AFP)", "2022-04-24", "2022-04-24"},
      {"Bruxelles (Belga) - 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"Fait à Nantes, le 24/04/2022", "2022-04-24", "2022-04-24"},
      {"De notre envoyée à Kiev, le 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"24-avril-2022", "2022-04-24", "2022-04-24"},
      {"paru le 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"Publié : 24 avril 2022", "2022-04-24", "2022-04-24"},
      {"Mis en ligne le dimanche 24 avril 2022 à 9h03.", "2022-04-24", "2022-04-24"},
      {"Modifié hier à 9h", "2020-06-14", "2020-06-14"},
      {"dernier vendredi de novembre 2019", "2019-11-29", "2019-11-29"},
      {"le premier dimanche de mai 2020", "2020-05-03", "2020-05-03"},
      {"Noël 2018", "2018-12-25", "2018-12-25"},
      {"la veille de Noël", "2019-12-24", "2019-12-24"},
      {"Pâques 2019", "2019-04-21", "2019-04-21"},
      {"lundi de Pentecôte 2020", "2020-06-01", "2020-06-01"},
      {"le jour de l’an", "2020-01-01", "2020-01-01"},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("A month, a season, a part of a year") {
  constexpr DaysRow kRows[] = {
      {"avril 2022", "2022-04-01", "2022-04-30"},
      {"Fevrier 2020", "2020-02-01", "2020-02-29"},
      {"en février 2021", "2021-02-01", "2021-02-28"},
      {"nov. 2018", "2018-11-01", "2018-11-30"},
      {"juil 2018", "2018-07-01", "2018-07-31"},
      {"mois de mars 2018", "2018-03-01", "2018-03-31"},
      {"pendant le mois d'août 2018", "2018-08-01", "2018-08-31"},
      {"au cours du mois de mai 2018", "2018-05-01", "2018-05-31"},
      {"mai 68", "1968-05-01", "1968-05-31"},
      {"mai de l'an dernier", "2019-05-01", "2019-05-31"},
      {"octobre de l'année 2014", "2014-10-01", "2014-10-31"},
      {"juillet", "2019-07-01", "2019-07-31"},
      {"juin", "2020-06-01", "2020-06-30"},
      {"juin dernier", "2019-06-01", "2019-06-30"},
      {"avril dernier", "2020-04-01", "2020-04-30"},
      {"en juin prochain", "2021-06-01", "2021-06-30"},
      {"début mars 2019", "2019-03-01", "2019-03-10"},
      {"à la mi-février 2020", "2020-02-11", "2020-02-20"},
      {"fin février 2020", "2020-02-21", "2020-02-29"},
      {"à la fin du mois", "2020-06-21", "2020-06-30"},
      {"au début du mois dernier", "2020-05-01", "2020-05-10"},
      {"au milieu du mois de mai 2017", "2017-05-11", "2017-05-20"},
      {"première quinzaine de mai 2017", "2017-05-01", "2017-05-15"},
      {"la seconde quinzaine d'août 2017", "2017-08-16", "2017-08-31"},
      {"les trois premiers mois de 2018", "2018-01-01", "2018-03-31"},
      {"les 15 derniers jours d'août 2018", "2018-08-17", "2018-08-31"},
      {"première semaine de mai 2017", "2017-05-01", "2017-05-07"},
      {"fin 2018", "2018-10-01", "2018-12-31"},
      {"début de l'année 2018", "2018-01-01", "2018-03-31"},
      {"à la fin de l'année dernière", "2019-10-01", "2019-12-31"},
      {"printemps 2018", "2018-03-01", "2018-05-31"},
      {"à l'automne 2018", "2018-09-01", "2018-11-30"},
      {"hiver 2018-2019", "2018-12-01", "2019-02-28"},
      {"l'hiver 2018/19", "2018-12-01", "2019-02-28"},
      {"l'hiver dernier", "2019-12-01", "2020-02-29"},
      {"cet été", "2020-06-01", "2020-08-31"},
      {"cet hiver", "2019-12-01", "2020-02-29"},
      {"l'automne prochain", "2020-09-01", "2020-11-30"},
      {"fin de l'été 2018", "2018-08-01", "2018-08-31"},
      {"4e trimestre 2018", "2018-10-01", "2018-12-31"},
      {"quatrième trimestre de l'année 2018", "2018-10-01", "2018-12-31"},
      {"dernier trimestre 2018", "2018-10-01", "2018-12-31"},
      {"T3 2018", "2018-07-01", "2018-09-30"},
      {"2018-T3", "2018-07-01", "2018-09-30"},
      {"S1 2018", "2018-01-01", "2018-06-30"},
      {"premier semestre", "2020-01-01", "2020-06-30"},
      {"le trimestre dernier", "2020-01-01", "2020-03-31"},
      {"le dernier trimestre", "2020-01-01", "2020-03-31"},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("A year or more") {
  constexpr DaysRow kRows[] = {
      {"en 2017", "2017-01-01", "2017-12-31"},
      {"l’année 2017", "2017-01-01", "2017-12-31"},
      {"courant 2017", "2017-01-01", "2017-12-31"},
      {"l'an 2000", "2000-01-01", "2000-12-31"},
      {"deux mille dix-sept", "2017-01-01", "2017-12-31"},
      {"années 60", "1960-01-01", "1969-12-31"},
      {"des années 2010", "2010-01-01", "2019-12-31"},
      {"les années quatre-vingt-dix", "1990-01-01", "1999-12-31"},
      {"les années trente", "1930-01-01", "1939-12-31"},
      {"au début des années 90", "1990-01-01", "1993-12-31"},
      {"XIXème siècle", "1801-01-01", "1900-12-31"},
      {"XVIIIe siècle", "1701-01-01", "1800-12-31"},
      {"le 21e siècle", "2001-01-01", "2100-12-31"},
      {"vingtième siècle", "1901-01-01", "2000-12-31"},
      {"XX e siècle", "1901-01-01", "2000-12-31"},
      {"le siècle dernier", "1901-01-01", "2000-12-31"},
      {"1914-18", "1914-01-01", "1918-12-31"},
      {"9999", "9999-01-01", "9999-12-31"},
      {"0999", kNoDays},
      {"années 85", kNoDays},
      {"IXe siècle", kNoDays},
  };
  check_days("2020-06-15", kRows);
}

TEST_CASE("What is no date") {
  constexpr std::string_view kTexts[] = {
      // days that do not exist
      "31/02/2020", "31 avril 2020", "30 février", "29/02/2021", "29 février 2023", "32 mai 2020",
      "0 mai 2020", "2021-13", "2021-00-10", "2021-02-30T10:00:00Z", "20210230", "12/25/2019",
      "31 novembre", "du 30 au 31 avril 2020", "2020-W54", "5e trimestre 2020", "00/00/2020",
      // no dates
      "", " ", "-2021", "jui 2020", "mardi gras en musique", "12", "le 12", "3/4", "1/2", "10-8",
      "2,5", "12.5", "16h40", "20 heures", "le 13 heures", "200 000 habitants", "2000 manifestants",
      "Apollo 13", "Covid-19", "Boeing 737", "la 4G", "G20", "article 16", "Avril Lavigne",
      "Mars Attacks", "Mai Thi", "Janvier noir", "l'été indien", "Vendredi noir", "a été réélu",
      "Un dimanche à la campagne", "le premier ministre", "Premier League", "second tour",
      "quatrième semaine", "les cent jours", "deux semaines", "moi", "dernier", "le dernier",
      "la dernière", "fin", "début", "mi-temps", "en", "de", "entre", "depuis", "avant", "il y a",
      "les années", "siècle", "quinzaine", "12e jour", "Paris, le", "JO de Paris, 2024",
      "publié le", "03 44 00 00 00", "192.168.0.1", "1.2.3", "2020 2021", "mars avril"};
  const auto today = *support::parse_iso_day("2020-06-15");
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    CHECK_FALSE(parse_days(text, today).has_value());
  }
}

TEST_CASE("Any bytes are read as a date or as none, whatever today is") {
  constexpr std::string_view kWords[] = {"le ",
                                         "du ",
                                         "au ",
                                         "de ",
                                         "entre ",
                                         "et ",
                                         "à ",
                                         "3 ",
                                         "31 ",
                                         "2020 ",
                                         "mars ",
                                         "lundi ",
                                         "dernier ",
                                         "prochain ",
                                         "semaine ",
                                         "9999 ",
                                         "1000 ",
                                         "siècle ",
                                         "années ",
                                         "fin ",
                                         "début ",
                                         "mi-",
                                         "depuis ",
                                         "avant ",
                                         "après ",
                                         "jusqu'à ",
                                         "il y a ",
                                         "dans ",
                                         "mille ",
                                         "cent ",
                                         "jours ",
                                         "ans ",
                                         "premier ",
                                         "premiers ",
                                         "veille de ",
                                         "nuit du ",
                                         "hiver ",
                                         "-",
                                         "/",
                                         "..",
                                         ".",
                                         ",",
                                         "(",
                                         "'",
                                         "\xff",
                                         "Pâques ",
                                         "week-end du ",
                                         "quinzaine de ",
                                         "T1 "};
  std::mt19937 random(20200615);
  const auto pick = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (std::size_t count = pick(9); count > 0; --count) text += kWords[pick(std::size(kWords))];
    if (pick(4) == 0) text += static_cast<char>(pick(256));
    for (const std::string_view today : {"1000-01-01", "2024-02-29", "9999-12-31"}) {
      const auto day = *support::parse_iso_day(today);
      for (const auto& found : {parse_days(text, day), [&] {
                                  const auto leading = leading_days(text, day);
                                  return leading ? std::optional(leading->dates) : std::nullopt;
                                }()}) {
        if (!found) continue;
        const bool sound = (found->from.empty() || support::parse_iso_day(found->from)) &&
                           (found->to.empty() || support::parse_iso_day(found->to)) &&
                           (found->from.empty() || found->to.empty() || found->from <= found->to) &&
                           !(found->from.empty() && found->to.empty());
        if (sound) continue;
        CAPTURE(text, today, found->from, found->to);
        CHECK(sound);
      }
    }
  }
}

}  // namespace
}  // namespace kiosque::querying
