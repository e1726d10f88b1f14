// Degrees: accents rank, `strict` decides, age fades, feedback widens.

#include <string>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::testing::TinyArchive;

namespace {

struct Accents {
  std::string typed;
  std::string other;   // the same letters with other accents
  std::string folded;  // without any
};

}  // namespace

TEST_CASE("Accents do not decide what is found, but what is typed comes first") {
  const Accents words =
      GENERATE(Accents{"pêche", "péché", "peche"}, Accents{"péché", "pêche", "peche"},
               Accents{"côté", "côte", "cote"}, Accents{"côte", "côté", "cote"},
               Accents{"maïs", "mais", "mais"}, Accents{"marché", "marche", "marche"},
               Accents{"tâche", "tache", "tache"}, Accents{"forêt", "foret", "foret"},
               Accents{"mûr", "mur", "mur"}, Accents{"jeûne", "jeune", "jeune"},
               Accents{"pâte", "pâté", "pate"}, Accents{"modèle", "modelé", "modele"},
               Accents{"ouvré", "ouvre", "ouvre"}, Accents{"interné", "interne", "interne"},
               Accents{"congrès", "congres", "congres"}, Accents{"où", "ou", "ou"});
  INFO(words.typed << ", " << words.other);
  const TinyArchive archive({{.id = "a-other", .body = "Le mot " + words.other + " ici"},
                             {.id = "typed", .body = "Le mot " + words.typed + " ici"},
                             {.id = "none", .body = "Le mot rien ici"}});
  CHECK(archive.ids(words.typed) == "typed a-other");
  const auto results = archive.search(words.typed);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits[0].score > results.hits[1].score);
  // Without accents or in capitals all are found.
  CHECK(archive.search(words.folded).total == 2);
}

TEST_CASE("Accents typed as marks of their own are accents") {
  const TinyArchive archive(
      {{.id = "a", .body = "la pêche au thon"}, {.id = "b", .body = "le péché de gourmandise"}});
  CHECK(archive.ids("pe\u0301che\u0301") == "b a");
  CHECK(archive.ids("pe\u0302che") == "a b");
  CHECK(archive.ids("PÉCHÉ") == "b a");
}

TEST_CASE("Strict: accents and endings count, capitals do not") {
  const TinyArchive archive({{.id = "marche", .title = "La marche", .body = "Une longue marche"},
                             {.id = "marché", .title = "Le marché", .body = "Un petit marché"},
                             {.id = "marchés", .title = "Les marchés", .body = "De petits marchés"},
                             {.id = "both", .title = "Rien", .body = "La marche vers le marché"}});
  const auto found = [&](const char* query) {
    return archive.ids(query, {.sort = kiosque::Sort::oldest, .strict = true});
  };
  CHECK(found("marche") == "both marche");
  CHECK(found("MARCHE") == "both marche");
  CHECK(found("marché") == "both marché");
  CHECK(found("MARCHÉ") == "both marché");
  CHECK(found("Marché") == "both marché");
  CHECK(found("marche\u0301") == "both marché");
  CHECK(found("marchés") == "marchés");
  CHECK(found("marches").empty());
  CHECK(found("Marchés") == "marchés");
  // within phrases
  CHECK(found("\"longue marche\"") == "marche");
  CHECK(found("\"petit marché\"") == "marché");
  CHECK(found("\"petit marche\"").empty());
  CHECK(found("\"longue marché\"").empty());
  CHECK(found("\"petits marchés\"") == "marchés");
  CHECK(found("\"PETITS MARCHÉS\"") == "marchés");
  CHECK(found("\"petit marchés\"").empty());
  // within fields
  CHECK(found("titre:marche") == "marche");
  CHECK(found("titre:marché") == "marché");
  CHECK(found("titre:marchés") == "marchés");
  CHECK(found("titre:marches").empty());
  CHECK(found("titre:\"le marché\"") == "marché");
  CHECK(found("titre:\"le marche\"").empty());
  // and with operators
  CHECK(found("+marche +marché") == "both");
  CHECK(found("marché -marche") == "marché");
  CHECK(found("marche OU marchés") == "both marche marchés");
  CHECK(archive.search("marche").total == 4);
}

TEST_CASE("Strict looks through apostrophes, compounds and composed accents alike") {
  const TinyArchive archive({{.id = "ete", .body = "L'été à Saint-Étienne"},
                             {.id = "deco", .body = "L'e\u0301te\u0301 indien"},
                             {.id = "sans", .body = "l'ete sans accent"}});
  const auto total = [&](const char* query) {
    return archive.search(query, {.strict = true}).total;
  };
  CHECK(total("été") == 2);
  CHECK(total("l’été") == 2);
  CHECK(total("ÉTÉ") == 2);
  CHECK(total("ete") == 1);
  CHECK(total("étés") == 0);
  CHECK(total("\"Saint-Étienne\"") == 1);
  CHECK(total("\"Saint-Etienne\"") == 0);
}

TEST_CASE("Age fades a score: half after one half-life, undated as if one half-life old") {
  const TinyArchive archive({{.id = "a-old", .body = "grève des trains", .published = "2020-01-01"},
                             {.id = "new", .body = "grève des trains", .published = "2020-12-31"},
                             {.id = "none", .body = "grève des trains"},
                             {.id = "month", .body = "grève des trains", .published = "2020-12-06"},
                             {.id = "best", .body = "grève grève", .published = "2020-01-01"}});
  const kiosque::SearchOptions recent{.half_life = 30, .today = "2020-12-31"};
  CHECK(archive.ids("grève", recent) == "new month none best a-old");
  const auto score = [&](const std::string& id, const kiosque::SearchOptions& options) {
    for (const auto& hit : archive.search("grève", options).hits) {
      if (hit.id == id) return hit.score;
    }
    return -1.0;
  };
  const double whole = score("a-old", {});
  CHECK(whole > 0);
  CHECK(score("none", recent) == Approx(whole / 2).epsilon(0.01));
  CHECK(score("month", recent) == Approx(whole * 0.555).epsilon(0.02));  // 25 or 26 days
  CHECK(score("new", recent) > 0.95 * whole);
  CHECK(score("new", recent) <= whole * 1.0001);
  // Nothing is lost, however old.
  CHECK(archive.search("grève", recent).total == 5);
  // A long half-life leaves the better match in front.
  CHECK(archive.search("grève", {.half_life = 36500, .today = "2020-12-31"}).hits[0].id == "best");
}

TEST_CASE("A half-life of nothing changes nothing, and orders by date ignore it") {
  const TinyArchive archive({{.id = "a", .body = "grève des trains", .published = "2020-01-01"},
                             {.id = "b", .body = "grève grève", .published = "2019-01-01"},
                             {.id = "c", .body = "une grève de la faim"}});
  const auto without = archive.search("grève");
  const auto with = archive.search("grève", {.half_life = 0, .today = "2024-01-01"});
  REQUIRE(with.hits.size() == without.hits.size());
  for (std::size_t i = 0; i < with.hits.size(); ++i) {
    CHECK(with.hits[i].id == without.hits[i].id);
    CHECK(with.hits[i].score == without.hits[i].score);
  }
  CHECK(archive.ids("grève",
                    {.sort = kiosque::Sort::oldest, .half_life = 10, .today = "2024-01-01"}) ==
        "b a c");
  CHECK_THROWS_AS(archive.search("grève", {.half_life = 10, .today = "demain"}), kiosque::Error);
}

TEST_CASE("Expansion finds what the best articles are about, and keeps them") {
  const TinyArchive archive(
      {{.id = "direct1", .body = "Le volcan crache de la lave et des cendres sur Goma"},
       {.id = "direct2", .body = "Éruption du volcan : la lave et les cendres menacent"},
       {.id = "direct3", .body = "Au pied du volcan, la lave recouvre tout sous les cendres"},
       {.id = "beside", .body = "Les cendres et la lave ont détruit le village"},
       {.id = "far1", .body = "Le budget est voté par les députés"},
       {.id = "far2", .body = "Un match nul à Lens"},
       {.id = "far3", .body = "Une exposition rouvre à Arles"}});
  const auto direct = archive.search("volcan");
  CHECK(direct.total == 3);
  const auto wide = archive.search("volcan", {.expand = true});
  CHECK(wide.total > direct.total);
  std::string first;
  for (std::size_t i = 0; i < 3 && i < wide.hits.size(); ++i) first += wide.hits[i].id + " ";
  for (const char* id : {"direct1", "direct2", "direct3"}) {
    INFO(id << " in " << first);
    CHECK(first.find(id) != std::string::npos);
  }
  REQUIRE(wide.hits.size() >= 4);
  CHECK(wide.hits[3].id == "beside");
  // What is required or filtered stays so.
  CHECK(archive.search("+volcan", {.expand = true}).total == 3);
  CHECK(archive.search("volcan -lave", {.expand = true}).total == 0);
  // Nothing to learn from.
  CHECK(archive.search("inexistant", {.expand = true}).total == 0);
  CHECK(archive.search("", {.expand = true}).total == 7);
}
