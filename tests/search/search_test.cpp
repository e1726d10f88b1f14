// Ranking, sorting, facets and their options on small archives.

#include <kiosque/kiosque.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::testing::TemporaryFolder;

namespace {

class Archive {
 public:
  explicit Archive(const std::vector<kiosque::Article>& articles) {
    kiosque::Writer writer(*folder_ / "a.kiosque");
    for (const auto& article : articles) writer.put(article);
    writer.commit();
  }

  [[nodiscard]] kiosque::Results search(std::string_view text,
                                        const kiosque::SearchOptions& options = {}) const {
    return kiosque::Searcher(*folder_ / "a.kiosque").search(text, options);
  }

  [[nodiscard]] std::string ids(std::string_view text,
                                const kiosque::SearchOptions& options = {}) const {
    std::string ids;
    for (const auto& hit : search(text, options).hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
  }

 private:
  std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
};

std::string shown(const kiosque::Facet& facet) {
  std::string text;
  for (const auto& value : facet.values) {
    text += (text.empty() ? "" : ", ") + value.value + " " + std::to_string(value.count) +
            (value.selected ? "*" : "");
  }
  return text;
}

}  // namespace

TEST_CASE("A word is found however it is typed") {
  const Archive archive(
      {{.id = "a", .title = "L’élection à Saint-Étienne"}, {.id = "b", .title = "Autre chose"}});
  for (const char* text : {"élection", "elections", "ÉLECTION", "l'election", "l’ élection",
                           "saint etienne", "SAINT-ETIENNE", "e\u0301lection"}) {
    INFO(text);
    CHECK(archive.ids(text) == "a");
  }
  CHECK(archive.ids("éléphant").empty());
}

TEST_CASE("The title counts more than the lead, and the lead more than the body") {
  const std::string filler = " un texte de la même longueur que les autres";
  const Archive archive(
      {{.id = "body", .title = "Rien", .lead = "Rien", .body = "Grève" + filler},
       {.id = "lead", .title = "Rien", .lead = "Grève", .body = "Rien" + filler},
       {.id = "title", .title = "Grève", .lead = "Rien", .body = "Rien" + filler}});
  CHECK(archive.ids("grève") == "title lead body");
  CHECK(archive.ids("titre:grève") == "title");
  CHECK(archive.ids("chapo:grève") == "lead");
}

TEST_CASE("The form as typed comes before its inflections") {
  const Archive archive({{.id = "one", .body = "une élection"},
                         {.id = "many", .body = "des élections"},
                         {.id = "none", .body = "un vote"}});
  CHECK(archive.ids("élections") == "many one");
  CHECK(archive.ids("élection") == "one many");
}

TEST_CASE("All the words, close and in order, come first") {
  const Archive archive(
      {{.id = "apart",
        .body = "réforme du rail et longue grève puis pause et débat sur les retraites"},
       {.id = "near",
        .body = "réforme des retraites et longue grève puis pause et débat sur le rail"},
       {.id = "one",
        .body = "réforme du rail et longue grève puis pause et débat sur les trains"}});
  CHECK(archive.ids("réforme retraites") == "near apart one");
}

TEST_CASE("Phrases, signs and operators choose what matches") {
  const Archive archive({{.id = "a", .title = "l'été indien", .lead = "grève"},
                         {.id = "b", .title = "l'indien en été"},
                         {.id = "c", .title = "grève"}});
  CHECK(archive.ids("\"l'été indien\"") == "a");
  CHECK(archive.ids("\"indien grève\"").empty());  // no phrase from the title into the lead
  CHECK(archive.search("été -grève").total == 1);
  CHECK(archive.search("+grève été").total == 2);
  CHECK(archive.search("grève ET été").total == 1);
  CHECK(archive.search("grève OU été").total == 3);
  CHECK(archive.search("grève SAUF été").total == 1);
  CHECK(archive.search("été grève", {.match = kiosque::Match::all}).total == 1);
  CHECK(archive.search("").total == 3);
}

namespace {

// Articles of the same few words in many orders.
Archive mixture() {
  const std::vector<std::string> words = {"eau ", "vaure ", "de ", "la "};
  std::vector<kiosque::Article> articles;
  for (std::size_t i = 0; i < 300; ++i) {
    kiosque::Article article{.id = std::to_string(i), .title = "Rien", .published = "2021-01-01"};
    for (std::size_t k = 0; k < 3 + i % 6; ++k)
      article.body += words[(i * 7 + k * (i % 5 + 1)) % 4];
    if (i % 3 != 0) article.section = "Monde";
    if (i % 4 == 0) article.published = "2019-05-05";
    articles.push_back(article);
  }
  return Archive(articles);
}

std::map<std::string, double> scores(const kiosque::Results& results) {
  std::map<std::string, double> by_id;
  for (const auto& hit : results.hits) by_id[hit.id] = hit.score;
  return by_id;
}

}  // namespace

TEST_CASE("A filter never changes a score") {
  const Archive archive = mixture();
  // Nearness is judged among the best of what is left: its queries are those of seven words.
  for (const std::string text :
       {"eau", "+eau vaure", "\"eau de\" vaure", "(eau OU vaure) de", "\"eau vaure\" OU la",
        "(eau ET la) OU vaure", "+de (eau ET vaure) la", "(\"de la\" ET eau) OU (vaure SAUF la)",
        "eau vaure de la eau vaure de"}) {
    const auto all = scores(archive.search(text, {.limit = 1000}));
    for (const auto& results :
         {archive.search(text + " section:monde", {.limit = 1000}),
          archive.search(text + " depuis:2020", {.limit = 1000}),
          archive.search(text, {.limit = 1000, .filters = {{"section", "Monde"}}}),
          archive.search(text, {.limit = 1000, .dates = {"2020-01-01", ""}})}) {
      INFO(text);
      CHECK_FALSE(results.hits.empty());
      for (const auto& [id, score] : scores(results)) {
        INFO(id);
        REQUIRE(all.contains(id));
        CHECK(score == Approx(all.at(id)));
      }
    }
  }
}

TEST_CASE("Operators choose what matches, the words make the score") {
  const Archive archive = mixture();
  const auto flat = scores(archive.search("(eau OU vaure OU de)", {.limit = 1000}));
  for (const char* text :
       {"(eau ET vaure) OU de", "+de (eau OU vaure)", "+de (eau ET vaure)", "\"eau vaure\" OU de",
        "eau ET vaure ET de", "(eau SAUF la) OU vaure OU de"}) {
    const auto structured = scores(archive.search(text, {.limit = 1000}));
    INFO(text);
    CHECK_FALSE(structured.empty());
    for (const auto& [id, score] : structured) {
      INFO(id);
      REQUIRE(flat.contains(id));
      CHECK(score == Approx(flat.at(id)));
    }
  }
}

TEST_CASE("Days are those of Paris in summer and in winter") {
  const Archive archive({{.id = "winter", .title = "t", .published = "2021-12-31T23:30:00Z"},
                         {.id = "summer", .title = "t", .published = "2021-06-30T22:30:00Z"},
                         {.id = "change", .title = "t", .published = "2021-10-31T22:59:00Z"},
                         {.id = "none", .title = "t"}});
  CHECK(archive.ids("date:2022-01-01") == "winter");
  CHECK(archive.ids("date:2021-07-01") == "summer");
  CHECK(archive.ids("date:2021-10-31") == "change");
  CHECK(archive.ids("", {.dates = {"2021-01-01", "2021-12-31"}}) == "change summer");
  CHECK_THROWS_AS(archive.search("t", {.dates = {"hier", ""}}), kiosque::Error);
}

TEST_CASE("Articles without a date come last both ways, ties by id") {
  const Archive archive({{.id = "c", .title = "t", .published = "2021-01-02"},
                         {.id = "z", .title = "t"},
                         {.id = "b", .title = "t", .published = "2021-01-02"},
                         {.id = "a", .title = "t", .published = "2020-01-01"},
                         {.id = "y", .title = "t"}});
  CHECK(archive.ids("t", {.sort = kiosque::Sort::newest}) == "b c a y z");
  CHECK(archive.ids("t", {.sort = kiosque::Sort::oldest}) == "a b c y z");
  CHECK(archive.ids("t") == "b c a y z");  // all scores are equal
  CHECK(archive.ids("") == "b c a y z");
}

TEST_CASE("Facets show the spelling most used, and leave out their own filter") {
  const Archive archive(
      {{.id = "a", .title = "t", .section = "Monde", .tags = {"Élections régionales"}},
       {.id = "b", .title = "t", .section = "monde", .tags = {"élections régionales"}},
       {.id = "c", .title = "t", .section = "Monde", .tags = {"élections régionales", "mer"}},
       {.id = "d", .title = "t", .section = "Sport"},
       {.id = "e", .title = "t"}});
  const auto results = archive.search("t", {.facets = {{"section"}, {"tag", 1}}});
  CHECK(shown(results.facets[0]) == "Monde 3, Sport 1");
  CHECK(results.facets[0].missing == 1);
  CHECK(shown(results.facets[1]) == "élections régionales 3");
  CHECK(results.facets[1].distinct == 2);
  CHECK(results.facets[1].missing == 2);
  const auto filtered =
      archive.search("t", {.filters = {{"section", "SPORT"}, {"section", "Culture"}},
                           .facets = {{"section"}, {"tag"}}});
  CHECK(filtered.total == 1);
  CHECK(shown(filtered.facets[0]) == "Monde 3, Sport 1*, Culture 0*");
  CHECK(shown(filtered.facets[1]).empty());
  CHECK_THROWS_AS(archive.search("t", {.facets = {{"humeur"}}}), kiosque::Error);
  CHECK_THROWS_AS(archive.search("t", {.filters = {{"humeur", "x"}}}), kiosque::Error);
}

TEST_CASE("The first spelling seen is shown where two are used alike") {
  const Archive archive({{.id = "b", .title = "t", .section = "MONDE"},
                         {.id = "a", .title = "t", .section = "Monde"}});
  CHECK(shown(archive.search("t", {.facets = {{"section"}}}).facets[0]) == "MONDE 2");
}

TEST_CASE("Periods come in the order of time, empty ones kept in the timeline") {
  const Archive archive({{.id = "a", .title = "t", .published = "2020-11-30"},
                         {.id = "b", .title = "t", .published = "2021-02-01"},
                         {.id = "c", .title = "t", .published = "2021-02-28"},
                         {.id = "d", .title = "t"}});
  const auto timeline = [&](kiosque::DateUnit unit) {
    std::string text;
    const auto results = archive.search("t", {.histogram = unit});
    CHECK(results.histogram->missing == 1);
    for (const auto& bucket : results.histogram->buckets)
      text += bucket.from + " " + std::to_string(bucket.count) + ", ";
    return text;
  };
  CHECK(timeline(kiosque::DateUnit::year) == "2020-01-01 1, 2021-01-01 2, ");
  CHECK(timeline(kiosque::DateUnit::month) ==
        "2020-11-01 1, 2020-12-01 0, 2021-01-01 0, 2021-02-01 2, ");
  const auto weeks = archive.search("t", {.histogram = kiosque::DateUnit::week}).histogram->buckets;
  CHECK(weeks.front().from == "2020-11-30");
  CHECK(weeks.back().from == "2021-02-22");
  CHECK(weeks.size() == 13);
  CHECK(archive.search("t", {.histogram = kiosque::DateUnit::day}).histogram->buckets.size() == 91);
  const auto facets = archive.search("t", {.facets = {{"year"}, {"month"}, {"day", 1}}}).facets;
  CHECK(shown(facets[0]) == "2020 1, 2021 2");
  CHECK(shown(facets[1]) == "2020-11 1, 2021-02 2");
  CHECK(facets[2].values.size() == 1);
}

TEST_CASE("What a deadline or a stop cuts short is marked partial") {
  std::vector<kiosque::Article> articles;
  for (int i = 0; i < 2000; ++i)
    articles.push_back({.id = std::to_string(i), .title = "mot", .section = "Monde"});
  const Archive archive(articles);
  std::stop_source source;
  source.request_stop();
  const auto results = archive.search("mot", {.facets = {{"section"}}, .stop = source.get_token()});
  CHECK(results.partial);
  CHECK(results.total < 2000);
  CHECK_FALSE(archive.search("mot", {.deadline = std::chrono::hours(1)}).partial);
}

TEST_CASE("Limits and offsets beyond the end are no errors") {
  const Archive archive(std::vector<kiosque::Article>{{.id = "a", .title = "t"}});
  CHECK(archive.search("t", {.limit = 0}).total == 1);
  CHECK(archive.search("t", {.limit = 0}).hits.empty());
  CHECK(archive.search("t", {.limit = 10, .offset = 5}).hits.empty());
  CHECK(archive.search("t", {.limit = std::size_t(-1), .offset = std::size_t(-1)}).hits.empty());
  CHECK(Archive(std::vector<kiosque::Article>())
            .search("t", {.facets = {{"tag"}}, .histogram = kiosque::DateUnit::day})
            .total == 0);
}
