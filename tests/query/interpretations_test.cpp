// Dates in the plain words of a query: offered, never applied.

#include <kiosque/query.hpp>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "query/parsing.hpp"

namespace kiosque::querying {
namespace {

// "text=from..to", parted by " | ".
std::string offered(std::string_view text) {
  const Query query = parse(text, {.today = "2020-06-15"});
  std::string all;
  for (const Interpretation& found : query.interpretations) {
    CHECK(text.substr(found.begin, found.end - found.begin) == found.text);
    if (!all.empty()) all += " | ";
    all += found.text + "=" + found.dates.from + ".." + found.dates.to;
  }
  return all;
}

struct Row {
  std::string_view query;
  std::string_view offered = {};
};

TEST_CASE("A date among plain words is offered with its bytes") {
  constexpr Row kRows[] = {
      {"inondations la semaine dernière", "la semaine dernière=2020-06-08..2020-06-14"},
      {"séisme août 2018", "août 2018=2018-08-01..2018-08-31"},
      {"grève en novembre 2018 trains", "en novembre 2018=2018-11-01..2018-11-30"},
      {"procès du 7 mai 2018", "du 7 mai 2018=2018-05-07..2018-05-07"},
      {"canicule été 2019 Paris", "été 2019=2019-06-01..2019-08-31"},
      {"élections 2017", "2017=2017-01-01..2017-12-31"},
      {"budget entre 2015 et 2017", "entre 2015 et 2017=2015-01-01..2017-12-31"},
      {"manifestation hier Lyon", "hier=2020-06-14..2020-06-14"},
      {"accident lundi dernier", "lundi dernier=2020-06-08..2020-06-08"},
      {"incendie il y a 3 jours", "il y a 3 jours=2020-06-12..2020-06-12"},
      {"cinéma années 80", "années 80=1980-01-01..1989-12-31"},
      {"chômage depuis mars", "depuis mars=2020-03-01..2020-06-15"},
      {"neige en janvier", "en janvier=2020-01-01..2020-01-31"},
      {"chômage avant 2015", "avant 2015=..2014-12-31"},
      {"vote 24/04/2017, résultats", "24/04/2017=2017-04-24..2017-04-24"},
      {"mars 2019 et mai 2020 : grèves",
       "mars 2019=2019-03-01..2019-03-31 | mai 2020=2020-05-01..2020-05-31"},
      {"festival du 3 au 5 mai 2019", "du 3 au 5 mai 2019=2019-05-03..2019-05-05"},
      {"« tour de France » juillet 2019", "juillet 2019=2019-07-01..2019-07-31"},
      {"+grève octobre 2019", "octobre 2019=2019-10-01..2019-10-31"},
      {"tag:sport octobre 2019", "octobre 2019=2019-10-01..2019-10-31"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.query);
    CHECK(offered(row.query) == row.offered);
  }
}

TEST_CASE("What could well be something else is not offered") {
  constexpr std::string_view kQueries[] = {"",
                                           "mars",
                                           "mission mars",
                                           "avril",
                                           "mai 68 étudiants",
                                           "le 12",
                                           "vendredi 13",
                                           "lundi",
                                           "depuis les élections",
                                           "la France d'hier",
                                           "hier et aujourd'hui",
                                           "demain",
                                           "été indien",
                                           "a été élu",
                                           "2000 manifestants",
                                           "49.3",
                                           "Covid-19",
                                           "Airbus A380",
                                           "Apollo 11",
                                           "20 heures",
                                           "31 juin 2020",
                                           "29 février 2019",
                                           "31/02/2020",
                                           "50/50",
                                           "\"mars 2020\"",
                                           "+mars +2020",
                                           "-mars -2020",
                                           "titre:mars",
                                           "mars OU avril",
                                           "les attentats du 13-Novembre",
                                           "trois jours",
                                           "date:2021",
                                           "avant:mars 2020",
                                           "Noël",
                                           "3 000",
                                           "Boeing 737",
                                           "1515",
                                           "ID2020"};
  for (const std::string_view query : kQueries) {
    CAPTURE(query);
    CHECK(offered(query).empty());
  }
}

TEST_CASE("What is offered changes nothing") {
  const Query query = parse("séisme août 2018", {.today = "2020-06-15"});
  REQUIRE(query.interpretations.size() == 1);
  CHECK(query.clauses.size() == 3);
  CHECK(query.warnings.empty());
  CHECK(to_string(query) == "séisme août 2018");
}

TEST_CASE("In a text as long as one likes only the first words are read for dates") {
  for (const std::string_view unit :
       {"mars 2020 ", "de ", "entre 2015 et ", "du 3 au ", "3, ", "2020 ", "fin de fin de ",
        "quinzaine de ", "semaine du semaine du ", "a", "2", "mille ", "cent "}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const Query query = parse_on_that_day(text);
    CHECK(query.interpretations.size() <= 16);
  }
}

TEST_CASE("Any mixture of words gives interpretations that lie in the text, one after the other") {
  constexpr std::string_view kWords[] = {
      "mars ",   "2020 ",  "le ",     "du ",  "3 ",   "au ",   "lundi ", "dernier ", "hier ",
      "et ",     "(",      ")",       "\"",   "+",    "-",     "–",      "d'",       "été ",
      "il y a ", "jours ", "depuis ", "\xc3", "tag:", "date:", ", "};
  std::mt19937 random(11);
  const auto pick = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t count = pick(12); count > 0; --count) text += kWords[pick(std::size(kWords))];
    const Query query = parse_on_that_day(text);
    std::size_t last = 0;
    for (const Interpretation& found : query.interpretations) {
      const bool sound = found.begin >= last && found.begin < found.end &&
                         found.end <= text.size() &&
                         found.text == text.substr(found.begin, found.end - found.begin) &&
                         found.dates != DateRange();
      last = found.end;
      if (sound) continue;
      CAPTURE(text, found.text, found.begin, found.end);
      CHECK(sound);
    }
  }
}

}  // namespace
}  // namespace kiosque::querying
