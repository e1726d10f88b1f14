// The names that exports give to an article's parts, and what may stand under them.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catch.hpp"
#include "corpus/json.hpp"
#include "support/random_text.hpp"

using kiosque::Article;
using kiosque::corpus::article_from_json;
using kiosque::corpus::JsonArticle;
using kiosque::corpus::JsonProblem;

namespace {

JsonArticle parsed(std::string_view json) {
  auto result = article_from_json(json);
  INFO(json);
  REQUIRE(std::holds_alternative<JsonArticle>(result));
  return std::get<JsonArticle>(std::move(result));
}

JsonProblem refused(std::string_view json) {
  auto result = article_from_json(json);
  INFO(json);
  REQUIRE(std::holds_alternative<JsonProblem>(result));
  return std::get<JsonProblem>(std::move(result));
}

// The article of {"title": "t", "name": value}, without its title.
Article with(std::string_view name, std::string_view value) {
  Article article = parsed(fmt::format(R"({{"title": "t", "{}": {}}})", name, value)).article;
  if (article.title == "t") article.title.clear();
  return article;
}

}  // namespace

TEST_CASE("Each name of an export is the member that it means") {
  struct Row {
    std::string Article::*member;
    std::vector<const char*> names;
  };
  const Row row =
      GENERATE(Row{&Article::id, {"id"}},
               Row{&Article::lead, {"lead", "summary", "description", "chapo", "heading"}},
               Row{&Article::body, {"body", "text", "content", "maintext", "article"}},
               Row{&Article::section, {"section", "category", "rubrique"}},
               Row{&Article::source, {"source", "sitename", "source_domain"}},
               Row{&Article::url, {"url"}}, Row{&Article::language, {"language"}});
  for (const char* const name : row.names) {
    Article expected;
    expected.*row.member = "valeur";
    INFO(name);
    CHECK(with(name, R"("valeur")") == expected);
  }
}

TEST_CASE("Each name of a date is the date that it means, and is written as ISO 8601") {
  for (const char* const name :
       {"published", "date", "date_publish", "datePublished", "published_time", "date_published"}) {
    INFO(name);
    CHECK(with(name, R"("24/04/2022")") == Article{.published = "2022-04-24"});
  }
  for (const char* const name : {"modified", "date_modify", "dateModified", "modified_time"}) {
    INFO(name);
    CHECK(with(name, R"("2022-04-24 18:05:00")") ==
          Article{.modified = "2022-04-24T18:05:00+02:00"});
  }
}

TEST_CASE("A title is also called headline, lists have names too") {
  CHECK(parsed(R"({"headline": "Titre"})").article == Article{.title = "Titre"});
  for (const char* const name : {"tags", "keywords"}) {
    CHECK(with(name, R"(["a", "b"])").tags == std::vector<std::string>{"a", "b"});
  }
  for (const char* const name : {"authors", "author", "byline"}) {
    CHECK(with(name, R"("Anne Martin")").authors == std::vector<std::string>{"Anne Martin"});
  }
}

TEST_CASE("Our own name goes before another's, whichever is written first") {
  CHECK(parsed(R"({"headline": "Autre", "title": "Titre"})").article.title == "Titre");
  CHECK(parsed(R"({"text": "Autre", "body": "Texte"})").article.body == "Texte");
  CHECK(parsed(R"({"title": "t", "date": "2020-01-01", "published": "2022-04-24"})")
            .article.published == "2022-04-24");
}

TEST_CASE("A name that holds nothing leaves its place to the next") {
  for (const char* const nothing : {"null", R"("")", R"(" \n")", "[]", "{}", "true", "[[]]"}) {
    INFO(nothing);
    const std::string json = fmt::format(R"({{"title": {}, "headline": "Titre"}})", nothing);
    CHECK(parsed(json).article == Article{.title = "Titre"});
  }
}

TEST_CASE("A text may be a number, an object with a name, or the one of a list") {
  CHECK(with("id", "42") == Article{.id = "42"});
  CHECK(with("id", "-7") == Article{.id = "-7"});
  CHECK(with("id", "18446744073709551615") == Article{.id = "18446744073709551615"});
  CHECK(with("section", R"({"@type": "x", "name": "Monde"})") == Article{.section = "Monde"});
  CHECK(with("source", R"([{"name": "Écho"}])") == Article{.source = "Écho"});
  CHECK(with("section", R"({"name": 3})") == Article{});
  CHECK(with("section", "false") == Article{});
  CHECK(with("url", R"(" https://a.example \n")") == Article{.url = "https://a.example"});
}

TEST_CASE("A list may be one text with commas or semicolons, or hold objects and gaps") {
  using List = std::vector<std::string>;
  CHECK(with("tags", R"("a, b,, c ,")").tags == List{"a", "b", "c"});
  CHECK(with("tags", R"("a, b; c")").tags == List{"a, b", "c"});
  CHECK(with("tags", R"(["a, b", null, "", 3, {"name": "d"}, {"x": 1}, ["y"]])").tags ==
        List{"a, b", "3", "d"});
  CHECK(with("author", R"({"name": "Anne"})").authors == List{"Anne"});
  CHECK(with("author", R"([{"name": "Anne"}, {"name": "Paul"}])").authors == List{"Anne", "Paul"});
  CHECK(with("tags", "7").tags == List{"7"});
  CHECK(with("tags", "null").tags.empty());
}

TEST_CASE("A date that is none is left out and said, unless another name has one") {
  const JsonArticle article = parsed(R"({"title": "t", "published": "bientôt", "modified": 12})");
  CHECK(article.article == Article{.title = "t"});
  REQUIRE(article.notices.size() == 2);
  CHECK_THAT(article.notices[0].reason, has("bientôt"));
  CHECK_FALSE(article.notices[0].remedy.empty());
  CHECK(parsed(R"({"title": "t", "published": "bientôt", "date": "2022-04-24"})").notices.empty());
}

TEST_CASE("What is no article says why and what to do") {
  struct Row {
    const char* json;
    const char* code;
  };
  const Row row = GENERATE(
      Row{"", "json"}, Row{"{", "json"}, Row{"{\"title\": \"t\"", "json"}, Row{"{'a': 1}", "json"},
      Row{"{\"title\": \"t\"} x", "json"}, Row{"{\"title\": \"t\",}", "json"},
      Row{"{\"title\": \"a\tb\"}", "json"}, Row{"{\"title\": \"\\ud800\"}", "json"},
      Row{"{\"title\": \"t\", \"n\": 1e999}", "json"}, Row{"nul", "json"},
      Row{"null", "not_object"}, Row{"[]", "not_object"}, Row{"\"t\"", "not_object"},
      Row{"3", "not_object"}, Row{"{}", "empty"}, Row{"{\"id\": \"a\"}", "empty"},
      Row{"{\"lead\": \"a\"}", "empty"}, Row{"{\"title\": \" \", \"body\": null}", "empty"},
      Row{"{\"Title\": \"t\"}", "empty"});
  const JsonProblem problem = refused(row.json);
  INFO(row.json);
  CHECK(problem.code == row.code);
  CHECK(problem.reason.ends_with('.'));
  CHECK_FALSE(problem.remedy.empty());
}

TEST_CASE("An object cut off at any byte is refused as cut off") {
  const std::string whole = R"({"title": "l’été", "tags": ["a", "b"], "n": 12})";
  for (std::size_t size = 1; size < whole.size(); ++size) {
    // Not in the middle of a character: that is refused before.
    if ((static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U) continue;
    const JsonProblem problem = refused(whole.substr(0, size));
    INFO(whole.substr(0, size));
    CHECK(problem.code == "json");
    CHECK_THAT(problem.remedy, has("cut off"));
  }
}

TEST_CASE("Any JSON of any shape is an article or a problem") {
  kiosque::testing::RandomText random(79);
  constexpr std::string_view kNames[] = {"title", "headline", "body", "tags", "author",  "date",
                                         "id",    "section",  "x",    "name", "keywords"};
  const auto value = [&](const auto& self, int depth) -> nlohmann::json {
    switch (random.number(depth > 3 ? 5 : 8)) {
      case 0:
        return nullptr;
      case 1:
        return random.number(2) == 0;
      case 2:
        return -3.25e10;
      case 3:
        return random.number(1000);
      case 4:
        return random.unicode(12);
      case 5:
        return nlohmann::json::array({self(self, depth + 1), self(self, depth + 1)});
      case 6:
        return nlohmann::json::array();
      default: {
        auto object = nlohmann::json::object();
        for (auto n = random.number(6); n > 0; --n) {
          object[std::string(kNames[random.number(std::size(kNames))])] = self(self, depth + 1);
        }
        return object;
      }
    }
  };
  for (int round = 0; round < 5000; ++round) {
    const std::string json = value(value, 0).dump();
    INFO(json);
    const auto result = article_from_json(json);
    if (const auto* const article = std::get_if<JsonArticle>(&result)) {
      // What was read is written and read the same.
      CHECK(parsed(to_json(article->article)).article == article->article);
    }
  }
}
