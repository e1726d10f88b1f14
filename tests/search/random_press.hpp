#pragma once
// Articles and queries for the tests that hold search against a simpler one.

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <random>
#include <string>
#include <vector>

namespace kiosque::testing {

/// Few words and values, so that they meet: the same ones at every run, from a seed.
class RandomPress {
 public:
  explicit RandomPress(unsigned seed) : random_(seed) {}

  virtual ~RandomPress() = default;

  /// From 0 to `n` - 1.
  std::size_t upto(std::size_t n) { return random_() % n; }
  bool chance(std::size_t one_in) { return upto(one_in) == 0; }
  const std::string& of(const std::vector<std::string>& list) { return list[upto(list.size())]; }

  virtual std::string text(std::size_t most) {
    static const std::vector<std::string> words = {
        "élection", "élections", "l'élection",  "Élu",    "élue",
        "réforme",  "retraites", "l’été",       "indien", "porte-parole",
        "parole",   "de",        "la",          "des",    "Saint-Étienne",
        "S.N.C.F.", "1.700",     "aujourd'hui", "pêche",  "péché",
        "jeudi.Le", "d'or",      "œuvre",       "grève",  "manifestation"};
    std::string made;
    for (auto n = upto(most); n > 0; --n) made += (made.empty() ? "" : " ") + of(words);
    return made;
  }

  virtual Article article(int number) {
    static const std::vector<std::string> days = {"",
                                                  "2020-12-31",
                                                  "2021-01-01",
                                                  "2021-03-28T00:30:00+01:00",
                                                  "2021-03-28T22:30:00Z",
                                                  "2021-10-31T22:59:00Z",
                                                  "2021-10-31T23:01:00Z",
                                                  "2020-12-31T23:30:00Z",
                                                  "2022-06-01"};
    static const std::vector<std::string> tags = {"politique", "Politique", "régions",
                                                  "Regions",   "été",       "mer du Nord"};
    Article made{.id = fmt::format("a{}", number),
                 .title = text(5),
                 .lead = text(6),
                 .body = text(25),
                 .published = of(days)};
    if (made.title.empty()) made.title = "sans";
    made.section = chance(4) ? "" : of({"Monde", "monde", "Économie", "Sport"});
    for (auto n = upto(4); n > 0; --n) made.tags.push_back(of(tags));
    for (auto n = upto(3); n > 0; --n)
      made.authors.push_back(of({"Anne Dupré", "Karim d’Aubrac", "ANNE DUPRE"}));
    made.source = chance(3) ? "" : of({"L'Écho", "La Gazette"});
    made.language = "fr";
    return made;
  }

  virtual std::string query() {
    static const std::vector<std::string> pieces = {"ET",
                                                    "OU",
                                                    "SAUF",
                                                    "(",
                                                    ")",
                                                    "\"l'été indien\"",
                                                    "\"de la\"",
                                                    "\"porte parole\"",
                                                    "« des élections »",
                                                    "tag:politique",
                                                    "tag:\"mer du nord\"",
                                                    "section:(monde OU sport)",
                                                    "-section:sport",
                                                    "titre:élection",
                                                    "chapo:été",
                                                    "texte:grève",
                                                    "date:2021",
                                                    "depuis:2021-03",
                                                    "avant:2021-01-02",
                                                    "date:2021-03-28..2021-10-31",
                                                    "auteur:\"anne dupré\"",
                                                    "source:l'écho",
                                                    "-grève",
                                                    "+réforme",
                                                    "+porte-parole",
                                                    "-\"la de\"",
                                                    "d'",
                                                    "l'"};
    std::string made;
    for (auto n = upto(5); n > 0; --n)
      made += (made.empty() ? "" : " ") + (chance(2) ? text(4) : of(pieces));
    return made;
  }

  SearchOptions options() {
    static const std::vector<Filter> filters = {
        {"section", "MONDE"}, {"section", "sport"}, {"tag", "regions"},   {"tag", "absent"},
        {"year", "2021"},     {"month", "2021-03"}, {"source", "l’echo"}, {"author", "Anne Dupre"}};
    SearchOptions made;
    made.limit = 1000;
    made.snippet_length = 0;
    made.match = chance(4) ? Match::all : Match::any;
    for (auto n = chance(2) ? upto(3) : 0; n > 0; --n)
      made.filters.push_back(filters[upto(filters.size())]);
    if (chance(5)) made.dates.from = "2021-01-01";
    if (chance(5)) made.dates.to = "2021-10-31";
    for (const char* field : {"section", "tag", "author", "source", "year", "month", "day"})
      made.facets.push_back({field, 1000});
    made.histogram = chance(2) ? DateUnit::day : DateUnit::month;
    return made;
  }

 private:
  std::mt19937 random_;
};

/// What the plain one lacks: words with two forms at one place, articles in English, with more
/// words than codes of 16 bits keep apart, with words under several accents, of stop words alone.
class WidePress : public RandomPress {
 public:
  using RandomPress::RandomPress;

  std::string text(std::size_t most) override {
    static const std::vector<std::string> words = {
        "élection", "elections", "réforme", "retraites", "l’été",     "indien", "de",
        "la",       "des",       "le",      "et",        "pêche",     "péché",  "pèche",
        "peche",    "côté",      "cote",    "côte",      "coté",      "grève",  "porte-parole",
        "parole",   "union",     "police",  "national",  "important", "the",    "elected",
        "strike",   "relance",   "Relancé", "relancer",  "S.N.C.F.",  "1.700",  "œuvre"};
    std::string made;
    for (auto n = upto(most); n > 0; --n) {
      const bool inclusive = inclusive_ && chance(9);
      made += (made.empty() ? "" : " ") +
              (inclusive ? of({"étudiant·e·s", "élu·e·s", "tou·te·s", "agriculteur·rice·s"})
                         : of(words));
    }
    return made;
  }

  Article article(int number) override {
    inclusive_ = chance(5);
    Article made = RandomPress::article(number);
    inclusive_ = false;
    if (chance(8)) made.language = of({"en", "en-GB", "de", ""});
    if (chance(40)) made.body += long_text();
    if (chance(12)) made.body = "de la et des";
    return made;
  }

  std::string query() override {
    static const std::vector<std::string> pieces = {"étudiant·e·s",
                                                    "étudiantes",
                                                    "\"étudiants de\"",
                                                    "\"étudiantes de la\"",
                                                    "élues",
                                                    "\"de la\"",
                                                    "\"la pêche\"",
                                                    "\"le côté de\"",
                                                    "titre:côte",
                                                    "chapo:pêche",
                                                    "-péché",
                                                    "+peche",
                                                    "langue:en",
                                                    "strike",
                                                    "\"the strike\"",
                                                    "badoba",
                                                    "titre:\"de la\"",
                                                    "chapo:\"de la\"",
                                                    "\"baboba doboba\"",
                                                    "(pêche OU côte) -la",
                                                    "de la des le et",
                                                    "SAUF (grève police)",
                                                    "toutes",
                                                    "-\"de la\""};
    if (chance(3)) return RandomPress::query();
    inclusive_ = chance(6);
    std::string made;
    for (auto n = 1 + upto(3); n > 0; --n)
      made += (made.empty() ? "" : " ") + (chance(2) ? text(4) : of(pieces));
    if (chance(6)) made += " " + text(12);  // more words than nearness is looked at for
    inclusive_ = false;
    return made;
  }

  SearchOptions options() {
    SearchOptions made = RandomPress::options();
    made.facets.clear();
    made.histogram.reset();
    made.strict = chance(4);
    if (chance(3)) made.sort = chance(2) ? Sort::newest : Sort::oldest;
    return made;
  }

 private:
  // Syllables, since digits are words of their own.
  std::string long_text() {
    static const std::vector<std::string> syllables = {"ba", "do", "fi", "gu", "ko", "la",
                                                       "mi", "nu", "po", "ra", "si", "tu"};
    std::string made;
    for (int i = 0; i < 750; ++i)
      made += " " + syllables[static_cast<std::size_t>(i) % 12] +
              syllables[static_cast<std::size_t>(i) / 12 % 12] +
              syllables[static_cast<std::size_t>(i) / 144 % 12];
    return made + " de la pêche";
  }

  bool inclusive_ = false;
};

}  // namespace kiosque::testing
