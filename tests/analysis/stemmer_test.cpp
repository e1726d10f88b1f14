// Stems, apart from the rest of the chain.

#include "analysis/stemmer.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::analysis::Stemmer;
using kiosque::testing::RandomText;

namespace {

std::set<std::string> stems(const std::vector<std::string>& forms) {
  Stemmer stemmer;
  std::set<std::string> all;
  for (const auto& form : forms) all.emplace(stemmer.stem(form));
  return all;
}

}  // namespace

TEST_CASE("The four forms of a participle share a stem though their accents are folded") {
  for (const char* const verb :
       {"epuis", "condamn", "march", "annul",  "expuls", "licenci", "pri", "vaccin",
        "bless", "tu",      "cre",   "report", "accus",  "liber",   "men", "relev",
        "arret", "refus",   "inond", "elimin", "vot",    "oubli",   "jug", "nomm"}) {
    const std::string stem = verb;
    INFO(stem);
    CHECK(stems({stem + "e", stem + "ee", stem + "es", stem + "ees"}).size() == 1);
  }
}

TEST_CASE("The inflections of a word share a stem") {
  const std::vector<std::string> family =
      GENERATE(std::vector<std::string>{"journal", "journaux"},
               std::vector<std::string>{"cheval", "chevaux"},
               std::vector<std::string>{"regional", "regionale", "regionaux", "regionales"},
               std::vector<std::string>{"president", "presidente", "presidents", "presidentes"},
               std::vector<std::string>{"europeen", "europeenne", "europeens", "europeennes"},
               std::vector<std::string>{"elu", "elue", "elues"},
               std::vector<std::string>{"ouvert", "ouverte", "ouverts", "ouvertes"},
               std::vector<std::string>{"heureux", "heureuse", "heureuses"},
               std::vector<std::string>{"musee", "musees"}, std::vector<std::string>{"fee", "fees"},
               std::vector<std::string>{"greviste", "grevistes"},
               std::vector<std::string>{"voulaient", "voulait"});
  INFO(family.front());
  CHECK(stems(family).size() == 1);
}

TEST_CASE("Words that only look alike keep their own stems") {
  const std::vector<std::string> strangers = GENERATE(
      std::vector<std::string>{"maire", "mer"}, std::vector<std::string>{"police", "poli"},
      std::vector<std::string>{"directeur", "direct"},
      std::vector<std::string>{"universite", "univers"},
      std::vector<std::string>{"organe", "organisation"},
      std::vector<std::string>{"general", "generation"}, std::vector<std::string>{"paris", "pari"},
      std::vector<std::string>{"region", "regie"}, std::vector<std::string>{"loi", "lois", "loin"});
  INFO(strangers.front());
  CHECK(stems(strangers).size() > 1);
}

TEST_CASE("Where Snowball parts the forms of a word, the lexicon joins them") {
  const std::vector<std::string> family = GENERATE(
      std::vector<std::string>{"elu", "elue", "elus", "elues"},
      std::vector<std::string>{"francais", "francaise", "francaises"},
      std::vector<std::string>{"premier", "premiere", "premiers", "premieres"},
      std::vector<std::string>{"nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles"},
      std::vector<std::string>{"actif", "active", "actifs", "actives"},
      std::vector<std::string>{"travail", "travaux"}, std::vector<std::string>{"oeil", "yeux"},
      std::vector<std::string>{"directeur", "directrice", "directeurs", "directrices"},
      std::vector<std::string>{"chanteur", "chanteuse", "chanteuses"},
      std::vector<std::string>{"vouloir", "veut", "veulent", "voulaient", "voudra", "voulu"},
      std::vector<std::string>{"aller", "irons", "vont"},
      std::vector<std::string>{"oignon", "ognon", "ognons"},
      std::vector<std::string>{"relais", "relai"}, std::vector<std::string>{"ciel", "cieux"},
      std::vector<std::string>{"monsieur", "messieurs"},
      std::vector<std::string>{"vieux", "vieil", "vieille", "vieilles"},
      std::vector<std::string>{"public", "publique", "publics", "publiques"});
  INFO(family.front());
  CHECK(stems(family).size() == 1);
}

TEST_CASE("Words that are not of plain letters, or too long for French, are their own stem") {
  Stemmer stemmer;
  for (const std::string& word :
       {std::string("a"), std::string("le"), std::string("20h30"), std::string("2,5"),
        std::string("ελλασ"), std::string("l·"), std::string(65, 'a'), std::string(1000, 'e')}) {
    CHECK(stemmer.stem(word) == word);
  }
  CHECK(stemmer.stem("").empty());
}

TEST_CASE("A stem out of the cache is the stem that was computed") {
  RandomText random(17);
  Stemmer used;
  const auto word = [&] {
    constexpr std::string_view kEndings[] = {"",    "e",     "s",   "es",   "ee",   "ees", "er",
                                             "aux", "ement", "ant", "ions", "euse", "ite", "ation"};
    std::string made;
    for (auto n = 1 + random.number(20); n > 0; --n) {
      made += static_cast<char>('a' + static_cast<char>(random.number(26)));
    }
    return made + std::string(kEndings[random.number(std::size(kEndings))]);
  };
  // More words than the cache holds, so that they push each other out; each asked for twice.
  std::vector<std::string> words(40'000);
  for (auto& made : words) made = word();
  std::vector<std::string> first;
  for (const auto& made : words) first.emplace_back(used.stem(made));
  for (std::size_t i = words.size(); i-- > 0;) {
    INFO(words[i]);
    REQUIRE(used.stem(words[i]) == first[i]);
  }
  for (std::size_t i = 0; i < words.size(); i += 100) {
    Stemmer fresh;
    REQUIRE(fresh.stem(words[i]) == first[i]);
  }
}
