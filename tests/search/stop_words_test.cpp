// Short and frequent words: searchable like any other, and light beside the words that tell.

#include <string>
#include <vector>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::testing::TinyArchive;

namespace {

struct Row {
  const char* query;
  const char* ids;
};

}  // namespace

TEST_CASE("A word of grammar is found alone") {
  const Row row = GENERATE(
      Row{"été", "vacances"}, Row{"ETE", "vacances"}, Row{"or", "metal"}, Row{"l'or", "metal"},
      Row{"car", "autobus"}, Row{"avions", "armee"}, Row{"est", "frontiere"}, Row{"pas", "marche"},
      Row{"sommes", "banque"}, Row{"fut", "biere"}, Row{"fût", "biere"}, Row{"soit", "alternative"},
      Row{"son", "musique"}, Row{"on", "rumeur"}, Row{"y", "lettre"}, Row{"à", "vers"},
      Row{"pour", "scrutin"}, Row{"contre", "scrutin"}, Row{"moi", "psy"}, Row{"mais", "mais"},
      Row{"tu", "silence"}, Row{"nos", "nos"}, Row{"les", "zoo"}, Row{"avoir", "solde"},
      Row{"être", "philo"}, Row{"même", "image"}, Row{"dont", "relatif"}, Row{"ni", "negation"},
      Row{"que", "corps"});
  const TinyArchive archive({
      {.id = "vacances", .body = "Vacances : été caniculaire"},
      {.id = "metal", .body = "Cours record : or, argent"},
      {.id = "autobus", .body = "Accident grave : car scolaire"},
      {.id = "armee", .body = "Armée : avions furtifs"},
      {.id = "frontiere", .body = "Frontière est, brouillard"},
      {.id = "marche", .body = "Danse : pas chassés"},
      {.id = "banque", .body = "Banque : sommes dues"},
      {.id = "biere", .body = "Bière : fût percé"},
      {.id = "alternative", .body = "Soit lundi"},
      {.id = "musique", .body = "Musique : son saturé"},
      {.id = "rumeur", .body = "On murmure"},
      {.id = "lettre", .body = "Lettre Y"},
      {.id = "vers", .body = "À Marseille"},
      {.id = "scrutin", .body = "Pour, contre, abstention"},
      {.id = "psy", .body = "Moi profond"},
      {.id = "mais", .body = "Mais voilà"},
      {.id = "silence", .body = "Secret : tu"},
      {.id = "nos", .body = "Nos régions"},
      {.id = "zoo", .body = "Les girafes"},
      {.id = "solde", .body = "Avoir fiscal"},
      {.id = "philo", .body = "Être libre"},
      {.id = "image", .body = "Même image"},
      {.id = "relatif", .body = "Dont acte"},
      {.id = "negation", .body = "Ni dieux"},
      {.id = "corps", .body = "Que faire"},
  });
  INFO(row.query);
  const auto results = archive.search(row.query);
  REQUIRE_FALSE(results.hits.empty());
  CHECK(results.hits[0].id == row.ids);
  CHECK(results.hits[0].score > 0);
  CHECK(results.warnings.empty());
}

TEST_CASE("Words of grammar count in phrases") {
  const TinyArchive archive({
      {.id = "indien", .body = "Retour de l'été indien sur la France"},
      {.id = "autre", .body = "Un été froid et un chef indien"},
      {.id = "po", .body = "Une étudiante de Sciences Po Paris"},
      {.id = "sciences", .body = "Les sciences de la vie"},
      {.id = "or", .body = "La ruée vers l'or de Californie"},
      {.id = "avions", .body = "Le porte-avions et ses avions de chasse"},
      {.id = "est", .body = "L'Allemagne de l'Est n'est pas un pays"},
      {.id = "sommes", .body = "Nous sommes Charlie"},
      {.id = "soit", .body = "Honni soit qui mal y pense"},
      {.id = "fut", .body = "Ainsi fut fait"},
      {.id = "car", .body = "Le car de police, car il pleut"},
      {.id = "son", .body = "Le mur du son et son image"},
  });
  const Row row = GENERATE(
      Row{"\"l'été indien\"", "indien"}, Row{"\"été indien\"", "indien"},
      Row{"« L’ÉTÉ INDIEN »", "indien"}, Row{"\"Sciences Po\"", "po"},
      Row{"\"sciences po paris\"", "po"}, Row{"\"la ruée vers l'or\"", "or"},
      Row{"\"vers l'or de\"", "or"}, Row{"\"avions de chasse\"", "avions"},
      Row{"\"de l'Est\"", "est"}, Row{"\"n'est pas\"", "est"}, Row{"\"nous sommes\"", "sommes"},
      Row{"\"soit qui mal y pense\"", "soit"}, Row{"\"ainsi fut\"", "fut"},
      Row{"\"car de police\"", "car"}, Row{"\"car il\"", "car"}, Row{"\"mur du son\"", "son"},
      Row{"\"son image\"", "son"}, Row{"\"sciences de la vie\"", "sciences"});
  INFO(row.query);
  CHECK(archive.ids(row.query) == row.ids);
}

TEST_CASE("A phrase of such words is not found where they stand otherwise") {
  const TinyArchive archive({{.id = "a", .body = "Un été froid et un chef indien, par son car"},
                             {.id = "b", .body = "Po : sciences, or et avions ne sont pas là"}});
  for (const char* query :
       {"\"l'été indien\"", "\"Sciences Po\"", "\"son image\"", "\"car son\"", "\"pas sont\"",
        "\"or avions\"", "\"un froid\"", "\"et ne\"", "\"là pas\"", "\"indien son\""}) {
    INFO(query);
    CHECK(archive.search(query).total == 0);
  }
}

TEST_CASE("In a long question the frequent words weigh little") {
  const std::vector<std::string> filler = {
      "il est dans la ville et ce n'est pas la fin de son été",
      "car on est à la fois pour et contre la mesure qui soit la plus dure",
      "nous sommes de ceux qui ont dit que ce fut le cas de la région",
      "son avis est que les avions ne sont pas à la hauteur de la tâche"};
  std::vector<kiosque::Article> articles;
  for (std::size_t i = 0; i < 40; ++i) {
    articles.push_back({.id = "filler" + std::to_string(i), .body = filler[i % filler.size()]});
  }
  articles.push_back({.id = "sargasses", .body = "les sargasses gagnent les côtes antillaises"});
  articles.push_back({.id = "glyphosate", .body = "le glyphosate et les abeilles"});
  const TinyArchive archive(articles);
  const Row row =
      GENERATE(Row{"pourquoi est-ce que la mer n'est pas sans sargasses", "sargasses"},
               Row{"est-ce que les sargasses sont de la région ou pas", "sargasses"},
               Row{"qui est pour et qui est contre le glyphosate dans la ville", "glyphosate"},
               Row{"que fut la place de glyphosate et de son avis", "glyphosate"});
  INFO(row.query);
  const auto results = archive.search(row.query, {.limit = 3});
  REQUIRE(results.hits.size() == 3);
  CHECK(results.hits[0].id == row.ids);
  // Clearly so: none of the others comes near it.
  CHECK(results.hits[0].score > results.hits[1].score);
  const auto alone = archive.search(std::string(row.ids));
  REQUIRE(alone.total == 1);
  CHECK(alone.hits[0].score > results.hits[0].score / 2);
}
