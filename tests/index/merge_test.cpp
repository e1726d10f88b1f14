// What happens when an id comes again.

#include "index/merge.hpp"

#include <kiosque/error.hpp>

#include "catch.hpp"

using kiosque::Article;
using kiosque::OnDuplicate;
using kiosque::indexing::merge;
using kiosque::indexing::normalise;

TEST_CASE("What is absent never erases") {
  const Article stored{
      .id = "a", .title = "Titre", .lead = "Chapô", .body = "Texte", .tags = {"un"}};
  const Article merged = merge(stored, {.id = "a", .title = "Autre titre"}, OnDuplicate::merge);
  CHECK(
      merged ==
      Article{.id = "a", .title = "Autre titre", .lead = "Chapô", .body = "Texte", .tags = {"un"}});
}

TEST_CASE("A body that merely opens the stored one does not replace it") {
  const Article stored{.id = "a", .body = "Première phrase. Deuxième phrase."};
  for (const char* teaser :
       {"Première phrase.", "Première phrase…", "Première phrase. [...]", "Première phr..."}) {
    CHECK(merge(stored, {.id = "a", .body = teaser}, OnDuplicate::merge).body == stored.body);
  }
  CHECK(merge(stored, {.id = "a", .body = "Tout autre chose."}, OnDuplicate::merge).body ==
        "Tout autre chose.");
}

TEST_CASE("The later modified wins, whatever the order of arrival") {
  const Article older{
      .id = "a", .title = "Ancien", .body = "Texte", .modified = "2022-04-24T10:00:00+02:00"};
  const Article newer{.id = "a", .title = "Nouveau", .modified = "2022-04-24T09:00:00Z"};
  const Article expected{
      .id = "a", .title = "Nouveau", .body = "Texte", .modified = "2022-04-24T09:00:00Z"};
  CHECK(merge(older, newer, OnDuplicate::merge) == expected);
  CHECK(merge(newer, older, OnDuplicate::merge) == expected);
}

TEST_CASE("The caller may replace or keep") {
  const Article stored{.id = "a", .title = "Ancien", .body = "Texte"};
  const Article newcomer{.id = "a", .title = "Nouveau"};
  CHECK(merge(stored, newcomer, OnDuplicate::replace) == newcomer);
  CHECK(merge(stored, newcomer, OnDuplicate::keep) == stored);
}

TEST_CASE("An article is tidied on its way in") {
  const Article article = normalise({.title = " Un\ntitre \t long ",
                                     .body = "\nTexte.\n\nSuite. ",
                                     .tags = {"Été", " ", "ete", "mer\n"}});
  CHECK(article.title == "Un titre long");
  CHECK(article.body == "Texte.\n\nSuite.");
  CHECK(article.tags == std::vector<std::string>{"Été", "mer"});
  CHECK(article.id == kiosque::derived_id(article));
}

TEST_CASE("One article read from two addresses has one id") {
  const auto id = [](const char* url) { return kiosque::derived_id({.title = "t", .url = url}); };
  CHECK(id("https://www.monde.example/une?utm_source=x#haut") == id("http://monde.example/une/"));
  CHECK(id("https://monde.example/une?p=1&fbclid=3") == id("https://MONDE.example/une?p=1"));
  CHECK(id("https://monde.example/une?p=1") != id("https://monde.example/une?p=2"));
}

TEST_CASE("An article that cannot be stored is an error that says why") {
  CHECK_THROWS_WITH(normalise({.id = "a", .lead = " "}), has("neither title nor body"));
  CHECK_THROWS_WITH(normalise({.id = "a", .title = "t", .published = "hier"}), has("\"hier\""));
  CHECK_THROWS_WITH(normalise({.id = "a", .title = "\xFF"}), has("UTF-8"));
}
