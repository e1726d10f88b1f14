// Compounds are found however they are written, and phrases go across them.

#include <string>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::testing::TinyArchive;

namespace {

struct Row {
  const char* query;
  const char* ids;
};

TinyArchive press() {
  return TinyArchive({
      {.id = "hyphen", .body = "Le porte-parole du gouvernement répond"},
      {.id = "one", .body = "La porteparole de l'Élysée répond"},
      {.id = "apart", .body = "Sa parole ouvre une porte au dialogue"},
      {.id = "weekend", .body = "Grand weekend de Pâques"},
      {.id = "week-end", .body = "Retour de week-end chargé"},
      {.id = "etienne", .body = "À Saint-Étienne les Verts gagnent"},
      {.id = "st", .body = "Le maire de St-Étienne démissionne"},
      {.id = "marie", .body = "L'église Ste-Marie rouvre ses portes"},
      {.id = "ex", .body = "L'ex-ministre devant les juges"},
      {.id = "anti", .body = "Le parquet anticorruption enquête"},
      {.id = "verb", .body = "Que va-t-il faire là-bas sans sa grand-mère"},
      {.id = "par", .body = "Il parla longtemps"},
      {.id = "parla", .body = "Passez donc par là demain"},
  });
}

}  // namespace

TEST_CASE("A compound in quotation marks is found in all its spellings") {
  const TinyArchive archive = press();
  const auto found = [&](const char* query) {
    return archive.ids(query, {.sort = kiosque::Sort::oldest});
  };
  for (const char* query : {"\"porte-parole\"", "\"porte parole\"", "\"porteparole\"",
                            "« PORTE-PAROLE »", "+porteparole"}) {
    INFO(query);
    CHECK(found(query) == "hyphen one");
  }
  for (const char* query : {"\"week-end\"", "\"weekend\"", "\"week end\"", "weekend"}) {
    INFO(query);
    CHECK(found(query) == "week-end weekend");
  }
  for (const char* query : {"\"Saint-Étienne\"", "\"St-Étienne\"", "\"St Étienne\"",
                            "\"st. etienne\"", "\"saint etienne\"", "\"SAINT-ETIENNE\""}) {
    INFO(query);
    CHECK(found(query) == "etienne st");
  }
  for (const char* query : {"\"Sainte-Marie\"", "\"Ste Marie\"", "\"sainte marie\""}) {
    INFO(query);
    CHECK(found(query) == "marie");
  }
  for (const char* query : {"\"anti-corruption\"", "\"anti corruption\"", "anticorruption"}) {
    INFO(query);
    CHECK(found(query) == "anti");
  }
}

TEST_CASE("Phrases go into, out of and across compounds") {
  const TinyArchive archive = press();
  const Row row = GENERATE(
      Row{"\"porte-parole du gouvernement\"", "hyphen"},
      Row{"\"porteparole du gouvernement\"", "hyphen"}, Row{"\"le porte parole\"", "hyphen"},
      Row{"\"parole du gouvernement\"", "hyphen"}, Row{"\"la porte-parole de l'Élysée\"", "one"},
      Row{"\"parole de l'Élysée\"", "one"}, Row{"\"grand week-end de Pâques\"", "weekend"},
      Row{"\"retour de weekend\"", "week-end"}, Row{"\"à St-Étienne les Verts\"", "etienne"},
      Row{"\"maire de Saint-Étienne\"", "st"}, Row{"\"église Sainte-Marie\"", "marie"},
      Row{"\"ex-ministre devant\"", "ex"}, Row{"\"ex ministre\"", "ex"},
      Row{"\"ministre devant les juges\"", "ex"}, Row{"\"parquet anti-corruption\"", "anti"},
      Row{"\"va-t-il\"", "verb"}, Row{"\"va t il faire\"", "verb"}, Row{"\"là-bas\"", "verb"},
      Row{"\"faire là bas sans\"", "verb"}, Row{"\"grand'mère\"", "verb"},
      Row{"\"sa grand mère\"", "verb"}, Row{"\"par-là\"", "parla"});
  INFO(row.query);
  CHECK(archive.ids(row.query) == row.ids);
}

TEST_CASE("The parts of a compound in another order, or apart, are no compound") {
  const TinyArchive archive = press();
  const char* const query = GENERATE(
      "\"parole porte\"", "\"porte du gouvernement\"", "\"end week\"", "\"étienne saint\"",
      "\"saint marie\"", "\"ministre ex\"", "\"corruption anti\"", "\"mère grand\"", "\"bas là\"",
      "\"porte-parole de Saint-Étienne\"", "\"week-end gouvernement\"", "\"porte ouvre\"");
  INFO(query);
  CHECK(archive.search(query).total == 0);
}

TEST_CASE("A compound typed as one word asks for its parts side by side") {
  const TinyArchive archive = press();
  const auto total = [&](const char* query) { return archive.search(query).total; };
  CHECK(total("porteparole") == 2);  // not the article with both words apart
  CHECK(total("porte-parole") >= 3);
  CHECK(total("parla") == 1);
  CHECK(archive.ids("parla") == "par");
}
