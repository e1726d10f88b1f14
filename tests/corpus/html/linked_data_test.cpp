// JSON-LD as pages write it.

#include "corpus/html/linked_data.hpp"

#include <random>
#include <string>

#include "catch.hpp"

using kiosque::corpus::html::LinkedData;

namespace {

LinkedData read(std::string_view json) {
  LinkedData data;
  kiosque::corpus::html::read_linked_data(json, data);
  return data;
}

}  // namespace

TEST_CASE("An article is found in an object, an array, a graph") {
  const std::string article =
      R"({"@type": "NewsArticle", "headline": "Le titre", "datePublished": "2024-03-14T18:05:00+01:00",
          "author": [{"@type": "Person", "name": "Anne Legrand"}, "Paul Roux"], "keywords": "a, b",
          "articleSection": ["Société"], "publisher": {"name": "L'Écho"}})";
  for (const std::string& json :
       {article, "[" + article + "]",
        R"({"@graph": [{"@type": "WebSite", "name": "L'Écho"}, )" + article + "]}",
        R"({"@type": "WebPage", "name": "non", "mainEntity": )" + article + "}"}) {
    const LinkedData data = read(json);
    CHECK(data.is_article);
    CHECK(data.headline == "Le titre");
    CHECK(data.published == "2024-03-14T18:05:00+01:00");
    CHECK(data.authors == std::vector<std::string>{"Anne Legrand", "Paul Roux"});
    CHECK(data.tags == std::vector<std::string>{"a", "b"});
    CHECK(data.section == "Société");
    CHECK(data.publisher == "L'Écho");
  }
}

TEST_CASE("What is slightly wrong is mended") {
  CHECK(read("<!-- {\"@type\": \"Article\", \"headline\": \"T\",} -->").headline == "T");
  CHECK(read("{\"@type\": \"Article\", \"headline\": \"deux\nlignes\",}").headline ==
        "deux lignes");
  CHECK(read("//<![CDATA[\n{\"@type\": [\"Article\"], \"headline\": \"T\", \"keywords\": "
             "[\"x\",]}\n//]]>")
            .tags == std::vector<std::string>{"x"});
  CHECK(read("{\"@type\": \"Article\", \"headline\": \"l\\'été\"}").headline == "l'été");
}

TEST_CASE("An author may stand elsewhere in the graph") {
  CHECK(read(R"({"@graph": [{"@type": "Article", "headline": "T", "author": {"@id": "#anne"}},
                            {"@type": "Person", "@id": "#anne", "name": "Anne Legrand"}]})")
            .authors == std::vector<std::string>{"Anne Legrand"});
}

TEST_CASE("Whatever JSON, and what is none, is passed over") {
  for (const char* const json :
       {"", "{", "null", "[[[", "{\"@type\": 3}", "{\"@graph\": 1}",
        "{\"@type\": \"Article\", \"author\": [null, 1, {\"name\": []}]}"}) {
    CHECK_NOTHROW(read(json));
  }
  CHECK_NOTHROW(read(std::string(1'000'000, '[')));
  std::string deep = "{\"@type\": \"Article\", \"headline\": \"T\", \"author\": ";
  for (int i = 0; i < 100'000; ++i) deep += "[";
  CHECK_NOTHROW(read(deep));
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "{",  "}",         "[",           "]",          ",",        ":", "\"",
      "\\", "\"@type\"", "\"Article\"", "\"author\"", "\"name\"", "1", "\n"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    CHECK_NOTHROW(read(text));
  }
}
