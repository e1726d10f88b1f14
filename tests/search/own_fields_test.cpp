// An application's own fields from end to end: desk, words and embargo as filters, facets, sort
// keys and in queries.

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Direction;
using kiosque::Error;
using kiosque::FacetRequest;
using kiosque::FieldSort;
using kiosque::FieldType;
using kiosque::Searcher;
using kiosque::SearchOptions;
using kiosque::testing::TemporaryFolder;

namespace {

const kiosque::Schema kSchema = {{{.name = "desk"},
                                  {.name = "words", .type = FieldType::number},
                                  {.name = "embargo", .type = FieldType::date}}};

class OwnArchive {
 public:
  OwnArchive() : searcher_(filled(folder_ / "a.kiosque")) {}

  [[nodiscard]] kiosque::Results search(std::string_view text,
                                        const SearchOptions& options = {}) const {
    return searcher_.search(text, options);
  }
  // The ids, by id.
  [[nodiscard]] std::string found(std::string_view text, SearchOptions options = {}) const {
    options.sort = kiosque::Sort::newest;  // no date: by id
    return ids(text, options);
  }
  [[nodiscard]] std::string ids(std::string_view text, const SearchOptions& options) const {
    std::string all;
    for (const auto& hit : searcher_.search(text, options).hits) all += hit.id;
    return all;
  }
  // "monde 2, sport 1"
  [[nodiscard]] std::string facet(const FacetRequest& request, SearchOptions options = {}) const {
    options.facets = {request};
    const auto results = searcher_.search("", options);
    std::string text;
    for (const auto& value : results.facets[0].values) {
      text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", value.value, value.count,
                          value.selected ? "!" : "");
    }
    return text;
  }
  [[nodiscard]] const Searcher& searcher() const { return searcher_; }

 private:
  static std::string filled(const std::string& path) {
    kiosque::Writer writer(path, {.schema = kSchema});
    const auto put = [&](const char* id, std::map<std::string, std::vector<std::string>> fields) {
      Article article{.id = id, .title = "Grève"};
      article.fields = std::move(fields);
      writer.put(article);
    };
    put("a", {{"desk", {"Monde > Afrique"}}, {"words", {"300"}}, {"embargo", {"2022-04-24"}}});
    put("b", {{"desk", {"monde", "Sport"}},
              {"words", {"1 500"}},
              {"embargo", {"2022-04-24T23:30:00Z"}}});
    writer.commit();
    put("c", {{"desk", {"MONDE"}}, {"words", {"12,5"}}, {"embargo", {"2021-12-31T23:30:00Z"}}});
    put("d", {{"words", {"beaucoup"}}, {"embargo", {"demain"}}, {"autre", {"x"}}});
    put("e", {{"desk", {"Société"}}, {"words", {"300"}}});
    writer.commit();
    return path;
  }

  TemporaryFolder folder_;
  Searcher searcher_;
};

}  // namespace

TEST_CASE("Own fields are typed in queries as the library's") {
  const OwnArchive archive;
  struct Row {
    const char* query;
    const char* ids;
  };
  for (const Row& row : std::vector<Row>{{"desk:monde", "abc"},
                                         {"desk:societe", "e"},
                                         {"Desk:\"monde > AFRIQUE\"", "a"},
                                         {"desk:afrique", ""},
                                         {"desk:mon*", "abc"},
                                         {"-desk:monde", "de"},
                                         {"desk:(sport OU société) grève", "be"},
                                         {"words:300", "ae"},
                                         {"words:12..300", "ace"},
                                         {"words:..12,5", "c"},
                                         {"words:301..", "b"},
                                         {"-words:0..", "d"},
                                         {"embargo:2022", "abc"},
                                         {"embargo:2022-04-24", "a"},
                                         {"embargo:25/04/2022", "b"},
                                         {"embargo:..2022-01-01", "c"},
                                         {"embargo:avril 2022", "ab"},
                                         {"desk:monde words:300..", "ab"},
                                         {"autre:x", ""},
                                         {"+desk:monde -words:300", "bc"}}) {
    INFO(row.query);
    CHECK(archive.found(row.query) == row.ids);
    CHECK(archive.search(row.query).warnings.empty());
  }
}

TEST_CASE("Own fields are filters") {
  const OwnArchive archive;
  const auto found = [&](std::vector<kiosque::Filter> filters) {
    return archive.found("", {.filters = std::move(filters)});
  };
  CHECK(found({{"desk", "Monde"}}) == "abc");
  CHECK(found({{"desks", "sport"}, {"desk", "Societe"}}) == "be");
  CHECK(found({{"desk", "monde"}, {"words", "300..800"}}) == "a");
  CHECK(found({{"words", "12.5"}, {"words", "1500"}}) == "bc");
  CHECK(found({{"embargo", "2022-04"}}) == "ab");
  CHECK(found({{"embargo", "2021..2022-01"}}) == "c");
  for (const kiosque::Filter& bad : std::vector<kiosque::Filter>{
           {"words", "beaucoup"}, {"words", ""}, {"embargo", "demain peut-être"}, {"autre", "x"}}) {
    INFO(bad.field + "=" + bad.value);
    CHECK_THROWS_AS(archive.search("", {.filters = {bad}}), Error);
  }
}

TEST_CASE("Own fields are facets") {
  const OwnArchive archive;
  CHECK(archive.facet({"desk"}) == "Monde 3, Monde > Afrique 1, Société 1, Sport 1");
  CHECK(archive.facet({.field = "desk", .parent = ""}) == "Monde 3, Société 1, Sport 1");
  CHECK(archive.facet({"words"}) == "12.5 1, 300 2, 1500 1");
  CHECK(archive.facet({.field = "words", .order = kiosque::FacetOrder::count}) ==
        "300 2, 12.5 1, 1500 1");
  CHECK(archive.facet({.field = "words", .ranges = {"..300", "300..800", "800.."}}) ==
        "..300 3, 300..800 2, 800.. 1");
  CHECK(archive.facet({"embargo"}) == "2022-01-01 1, 2022-04-24 1, 2022-04-25 1");
  CHECK(archive.facet({.field = "embargo", .unit = kiosque::DateUnit::month}) ==
        "2022-01 1, 2022-04 2");
  CHECK(archive.facet({.field = "embargo", .unit = kiosque::DateUnit::year}) == "2022 3");
  CHECK(archive.facet({.field = "embargo", .ranges = {"2021..2022-01", "avril 2022"}}) ==
        "2021-01-01..2022-01-31 1, 2022-04 2");
  // Selected ones are there, counted without their own filter, be they ranges.
  CHECK(archive.facet({.field = "words", .limit = 1}, {.filters = {{"words", "0..100"}}}) ==
        "300 2, 0..100 1!");
  CHECK(archive.facet({.field = "words"}, {.filters = {{"words", "7"}}}) ==
        "12.5 1, 300 2, 1500 1, 7 0!");
  CHECK(archive.facet({.field = "embargo", .unit = kiosque::DateUnit::month},
                      {.filters = {{"embargo", "avril 2022"}}}) == "2022-01 1, 2022-04 2!");
  const auto results = archive.search("", {.facets = {{"words"}, {"desk"}, {"embargo"}}});
  CHECK(results.facets[0].missing == 1);
  CHECK(results.facets[1].missing == 1);
  CHECK(results.facets[2].missing == 2);
  CHECK_THROWS_AS(archive.search("", {.facets = {{"autre"}}}), Error);
  CHECK_THROWS_AS(archive.search("", {.facets = {{.field = "words", .ranges = {"a..b"}}}}), Error);
  CHECK_THROWS_AS(
      archive.search("nulle", {.facets = {{.field = "embargo", .unit = kiosque::DateUnit::week}}}),
      Error);
}

TEST_CASE("Own numbers and dates are sort keys, what is absent last") {
  const OwnArchive archive;
  const auto sorted = [&](const char* field, Direction direction) {
    return archive.ids("", {.sort_by = FieldSort{field, direction}});
  };
  CHECK(sorted("words", Direction::rising) == "caebd");
  CHECK(sorted("words", Direction::falling) == "baecd");
  CHECK(sorted("embargo", Direction::rising) == "cabde");
  CHECK(sorted("embargo", Direction::falling) == "bacde");
  CHECK(archive.ids("", {.limit = 2, .offset = 1, .sort_by = FieldSort{"words"}}) == "ae");
  CHECK_THROWS_AS(archive.search("", {.sort_by = FieldSort{"desk"}}), Error);
  CHECK_THROWS_AS(archive.search("", {.sort_by = FieldSort{"published"}}), Error);
}

TEST_CASE("Hits and articles have all own values, found or not") {
  const OwnArchive archive;
  CHECK(archive.searcher().get("d")->fields.at("autre") == std::vector<std::string>{"x"});
  for (const std::size_t snippet : {0U, 100U}) {
    const auto results = archive.search("words:300", {.snippet_length = snippet});
    CHECK(results.hits[0].fields.at("words") == std::vector<std::string>{"300"});
  }
  CHECK_THAT(
      kiosque::to_json(*archive.searcher().get("a")),
      has(R"("fields":{"desk":["Monde > Afrique"],"embargo":["2022-04-24"],"words":["300"]})"));
  const auto why = archive.searcher().explain(
      kiosque::parse("desk:monde words:300..", {.schema = archive.searcher().schema()}), "c");
  REQUIRE(why.conditions.size() == 2);
  CHECK(why.conditions[0].articles == 3);
  CHECK(why.conditions[0].holds);
  CHECK_FALSE(why.conditions[1].holds);
}

TEST_CASE("Own values are read from JSON and tables, and what is unfit is told") {
  const TemporaryFolder folder;
  kiosque::testing::write_file(
      folder / "a.jsonl",
      R"({"id":"a","title":"Un","fields":{"desk":["Monde","Sport"],"autre":"x"},"words":512}
{"id":"b","title":"Deux","desk":"sport","words":"beaucoup","embargo":"2022-04-24"}
{"id":"c","title":"Trois","fields":{"words":[1,2.5],"vide":null,"juste":true},"desk":["a",{"name":"b"},[]]}
{"id":"d","title":"Quatre","fields":"rien","words":{}}
)");
  kiosque::testing::write_file(folder / "b.csv", "id,title,desk,words\ne,Cinq,Monde,\"1 500\"\n");
  kiosque::Writer writer(folder / "a.kiosque", {.schema = kSchema});
  std::vector<kiosque::Rejected> told;
  const auto summary = kiosque::index(writer, {folder / "a.jsonl", folder / "b.csv"}, {},
                                      [&](const kiosque::Rejected& one) { told.push_back(one); });
  CHECK(summary.added == 5);
  CHECK(summary.rejected == 0);
  CHECK(summary.notices == 2);
  REQUIRE(told.size() == 2);
  CHECK(told[0].kept);
  CHECK(told[0].line == 2);
  CHECK(told[0].code == "field");
  CHECK_THAT(told[0].reason, has("\"beaucoup\" is no number in \"words\""));
  const Searcher searcher(folder / "a.kiosque");
  const auto fields = [&](const char* id) { return searcher.get(id)->fields; };
  using Fields = std::map<std::string, std::vector<std::string>>;
  CHECK(
      (fields("a") == Fields{{"autre", {"x"}}, {"desk", {"Monde", "Sport"}}, {"words", {"512"}}}));
  CHECK((fields("b") ==
         Fields{{"desk", {"sport"}}, {"embargo", {"2022-04-24"}}, {"words", {"beaucoup"}}}));
  CHECK(
      (fields("c") == Fields{{"desk", {"a", "b"}}, {"juste", {"true"}}, {"words", {"1", "2.5"}}}));
  CHECK(fields("d").empty());
  CHECK(searcher.search("words:1000..").hits[0].id == "e");
  // And back: what is exported is read as it was.
  std::string exported;
  kiosque::for_each(folder / "a.kiosque", [&](const Article& article) {
    exported += kiosque::to_json(article) + "\n";
    return true;
  });
  kiosque::testing::write_file(folder / "out.jsonl", exported);
  kiosque::Writer copy(folder / "b.kiosque", {.schema = kSchema});
  kiosque::index(copy, {folder / "out.jsonl"});
  kiosque::for_each(folder / "b.kiosque", [&](const Article& article) {
    CHECK(article == *searcher.get(article.id));
    return true;
  });
}

TEST_CASE("Own values of any size and number are kept, and found") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque", {.schema = kSchema});
  std::string deep = "a";
  for (int i = 0; i < 50'000; ++i) deep += " > a";
  Article article{.id = "a", .title = "Un", .tags = {deep}};
  article.fields["desk"] = {deep, std::string(300'000, 'x'), std::string("y\0z", 3)};
  for (int i = 0; i < 20'000; ++i) article.fields["desk"].push_back(fmt::format("v{} > w", i));
  article.fields["words"] = {std::string(100'000, '1'), "7"};
  article.fields["embargo"] = {std::string(100'000, '2')};
  article.fields[std::string(100'000, 'n') + "=\x1f\n"] = {"x"};
  writer.put(article);
  writer.commit();
  const Searcher searcher(folder / "a.kiosque");
  CHECK(searcher.get("a")->fields.at("desk").size() == 20'003);
  CHECK(searcher.get("a")->fields.size() == 4);
  for (const char* query : {"desk:a", "desk:v19999", "desk:\"v7 > w\"", "words:7", "desk:xxx*"})
    CHECK(searcher.search(query).total == 1);
  CHECK(searcher.search("", {.filters = {{"desk", deep}}}).total == 1);
  const auto results =
      searcher.search("", {.facets = {{.field = "desk", .limit = 1, .prefix = "v19999"},
                                      {.field = "tag", .parent = ""}}});
  CHECK(results.facets[0].distinct == 2);
  CHECK(results.facets[1].values[0].value == "a");
}

TEST_CASE("Own fields whose names begin as the library's terms do stay apart") {
  const TemporaryFolder folder;
  // The forms of words with accents are under XF.
  kiosque::Writer writer(folder / "a.kiosque", {.schema = {{{"f"}, {"fa"}, {"s2"}, {"sectio"}}}});
  Article article{.id = "a", .title = "Pêche", .section = "n"};
  article.fields = {
      {"f", {"pêche:x", "A", ":"}}, {"fa", {"été"}}, {"s2", {"3"}}, {"sectio", {"nn"}}};
  writer.put(article);
  writer.compact();
  const Searcher searcher(folder / "a.kiosque");
  for (const char* query :
       {"f:\"pêche:x\"", "f:a", "fa:ete", "s2:3", "sectio:nn", "section:n", "pêche"})
    CHECK(searcher.search(query).total == 1);
  for (const char* query : {"f:\"a:ete\"", "fa:a", "s2:33", "section:nn", "sectio:n"})
    CHECK(searcher.search(query).total == 0);
  for (const auto& completion : searcher.suggest("fa")) CHECK(completion.text != "fa");
  CHECK(searcher.suggest("peche").size() >= 1);
}
