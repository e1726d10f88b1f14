#include <kiosque/reading_list.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "catch.hpp"
#include "listing/hostile.hpp"

namespace kiosque {

using Json = nlohmann::json;

TEST_CASE("An article is an item of CSL-JSON") {
  const Article article{.id = "a1",
                        .title = "L’élection\nprésidentielle",
                        .lead = "Le chapô",
                        .body = "Le texte.",
                        .published = "2022-04-24T18:05:00+02:00",
                        .section = "Politique",
                        .tags = {"politique", "santé, social"},
                        .authors = {"Anne de La Tour", "AFP"},
                        .source = "Le Fanal",
                        .url = "https://fanal.example/a1",
                        .language = "fr"};
  CHECK(Json::parse(to_csl_json(article, {.note = "Kiosque 1: élection"})) == Json::parse(R"({
    "id": "a1", "type": "article-newspaper", "title": "L’élection présidentielle",
    "author": [{"family": "de La Tour", "given": "Anne"}, {"literal": "AFP"}],
    "container-title": "Le Fanal", "section": "Politique", "issued": {"date-parts": [[2022, 4, 24]]},
    "abstract": "Le chapô", "keyword": "politique; santé, social", "language": "fr",
    "URL": "https://fanal.example/a1", "note": "Kiosque 1: élection"})"));
  CHECK(to_csl_json({.id = "a2", .title = "Bref"}) ==
        R"({"id":"a2","type":"article-newspaper","title":"Bref"})");
}

TEST_CASE("Whatever stands in articles, their list is one array of items") {
  std::mt19937 random(10);
  ReadingList list({.format = ListFormat::csl, .note = "une\xff\r\nnote"});
  std::string text = list.begin();
  constexpr std::size_t kArticles = 3000;
  for (std::size_t i = 0; i < kArticles; ++i) text += list.add(testing::hostile_article(random));
  text += list.end();
  const Json items = Json::parse(text);  // throws where it is broken
  REQUIRE(items.is_array());
  REQUIRE(items.size() == kArticles);
  const std::set<std::string> known = {
      "id",      "type",     "title", "author", "container-title", "section", "issued", "abstract",
      "keyword", "language", "URL",   "note"};
  for (const Json& item : items) {
    for (const auto& [name, value] : item.items()) {
      if (!known.contains(name)) FAIL("a member that is none: " << name);
    }
    if (item["type"] != "article-newspaper" || item["note"] != "une\uFFFD note") FAIL(item.dump());
  }
}

TEST_CASE("An empty list is an empty array") {
  ReadingList list({.format = ListFormat::csl});
  const std::string text = list.begin() + list.end();
  CHECK(Json::parse(text) == Json::array());
}

}  // namespace kiosque
