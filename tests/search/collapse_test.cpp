// Results in which a family counts, or is shown, once.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <kiosque/kiosque.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/agencies.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Counting;
using kiosque::DateUnit;
using kiosque::Results;
using kiosque::Searcher;
using kiosque::SearchOptions;
using kiosque::Sort;
using kiosque::Writer;
using kiosque::testing::Agencies;
using kiosque::testing::put_all;
using kiosque::testing::TemporaryFolder;

TEST_CASE("A hit stands for its family: shown by its first publisher, with its copies") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  std::string text;
  Agencies agencies(13);
  for (const auto& word : agencies.words(100)) text += word + ' ';
  {
    Writer writer(archive);
    put_all(writer,
            {{.id = "late",
              .title = "Canicule canicule canicule",
              .body = text + "canicule",
              .published = "2020-08-02",
              .section = "Monde",
              .source = "Le Soir"},
             {.id = "first",
              .title = "Il fait chaud",
              .body = text + "canicule",
              .published = "2020-08-01",
              .section = "Météo",
              .source = "L'Écho"},
             {.id = "undated", .title = "Sans date", .body = text + "canicule forte"},
             {.id = "alone", .title = "Canicule", .body = "Seul.", .published = "2019-07-01"}});
  }
  const Searcher searcher(archive);
  const Results results = searcher.search("canicule", {.collapse = true});
  CHECK(results.total == 4);
  REQUIRE(results.families == 2U);
  REQUIRE(results.hits.size() == 2);
  const auto& hit = results.hits[0].id == "first" ? results.hits[0] : results.hits[1];
  CHECK(hit.id == "first");
  CHECK(hit.copies == 2);
  REQUIRE(hit.copied_by.size() == 2);
  CHECK(hit.copied_by[0].id == "late");
  CHECK(hit.copied_by[0].source == "Le Soir");
  CHECK(hit.copied_by[0].difference == 0);
  CHECK(hit.copied_by[1].id == "undated");
  CHECK(std::abs(hit.copied_by[1].difference - 1.0 / 203) < 1e-9);

  SECTION("what a filter leaves out is no copy, and another may be the first") {
    const Results monde =
        searcher.search("canicule", {.filters = {{"section", "monde"}}, .collapse = true});
    REQUIRE(monde.hits.size() == 1);
    CHECK(monde.hits[0].id == "late");
    CHECK(monde.hits[0].copies == 0);
    CHECK(monde.families == 1U);
  }
  SECTION("a family is asked for by any of its articles") {
    for (const char* id : {"first", "late", "undated"}) {
      const auto family = searcher.family(id);
      REQUIRE(family.size() == 3);
      CHECK(family[0].id == "first");
      CHECK(family[0].difference == 0);
      CHECK(family[2].id == "undated");
    }
    CHECK(searcher.family("alone").empty());
    CHECK(searcher.family("nobody").empty());
  }
  SECTION("as many copies are listed as are asked for") {
    const Results one = searcher.search("canicule", {.collapse = true, .copies = 1});
    const auto& shown = one.hits[0].id == "first" ? one.hits[0] : one.hits[1];
    CHECK(shown.copies == 2);
    CHECK(shown.copied_by.size() == 1);
  }
}

TEST_CASE("Collapsed pages are what one would make of all the hits by hand") {
  Agencies agencies(14);
  for (int i = 0; i < 60; ++i) agencies.dispatch(1 + agencies.upto(6));
  agencies.series(10);
  for (Article& article : agencies.articles()) {
    if (agencies.upto(4) > 0) article.fields["words"] = {std::to_string(agencies.upto(30))};
  }
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive,
                  {.commit_bytes = 50'000, .schema = {{{"words", kiosque::FieldType::number}}}});
    put_all(writer, agencies.articles());
    for (int i = 0; i < 10; ++i) writer.remove(fmt::format("a{:03}", agencies.upto(150)));
    writer.commit();
  }
  const Searcher searcher(archive);
  std::map<std::string, std::vector<std::string>> family;
  for (const auto& ids : searcher.families()) {
    for (const auto& id : ids) family[id] = ids;
  }
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    std::string query;
    for (auto n = agencies.upto(4); n > 0; --n)
      query += fmt::format("mot{:03} ", agencies.upto(400));
    SearchOptions options{.limit = 1000, .snippet_length = 0};
    if (agencies.upto(3) == 0) options.filters = {{"section", "monde"}};
    if (agencies.upto(3) == 0) options.filters.push_back({"source", "journal 1"});
    options.sort = agencies.upto(2) == 0   ? Sort::relevance
                   : agencies.upto(2) == 0 ? Sort::newest
                                           : Sort::oldest;
    if (agencies.upto(4) == 0) options.sort_by = kiosque::FieldSort{"words"};
    const Results all = searcher.search(query, options);
    std::set<std::string> matching;
    for (const auto& hit : all.hits) matching.insert(hit.id);
    REQUIRE(matching.size() == all.total);

    // Where the best of a family stands, or, by date, where the one that is shown does.
    std::vector<std::string> shown;
    std::set<std::string> met;
    const bool relevance = options.sort == Sort::relevance && !options.sort_by && !query.empty();
    for (const auto& hit : all.hits) {
      std::string first = hit.id;
      for (const auto& id : family[hit.id]) {
        if (!matching.contains(id)) continue;
        first = id;
        break;
      }
      if ((relevance || first == hit.id) && met.insert(first).second) shown.push_back(first);
    }
    options.collapse = true;
    const Results collapsed = searcher.search(query, options);
    std::vector<std::string> ids;
    std::size_t copies = 0;
    for (const auto& hit : collapsed.hits) {
      ids.push_back(hit.id);
      copies += hit.copies;
    }
    REQUIRE(ids == shown);
    REQUIRE(collapsed.families == shown.size());
    REQUIRE(collapsed.total == all.total);
    REQUIRE(copies + shown.size() == all.total);

    options.offset = agencies.upto(12);
    options.limit = agencies.upto(12);
    const Results page = searcher.search(query, options);
    std::vector<std::string> on_page;
    for (const auto& hit : page.hits) on_page.push_back(hit.id);
    const std::size_t begin = std::min(options.offset, ids.size());
    const std::size_t end = std::min(begin + options.limit, ids.size());
    REQUIRE(on_page == std::vector<std::string>(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                                ids.begin() + static_cast<std::ptrdiff_t>(end)));
  }
}

TEST_CASE("A timeline of families has each once in every period of any of its articles") {
  Agencies agencies(15);
  for (int i = 0; i < 50; ++i) agencies.dispatch(1 + agencies.upto(6));
  // Copies of the next days too, both changes of summer time among them.
  for (Article& article : agencies.articles()) {
    if (agencies.upto(3) == 0)
      article.published = fmt::format("2020-03-29T{:02}:30:00Z", agencies.upto(24));
    if (agencies.upto(5) == 0)
      article.published = fmt::format("2020-10-25T{:02}:30:00Z", agencies.upto(4));
    if (agencies.upto(6) == 0) article.published.clear();
  }
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive, {.commit_bytes = 50'000});
    put_all(writer, agencies.articles());
  }
  const Searcher searcher(archive);
  std::map<std::string, std::string> family;
  for (const auto& ids : searcher.families()) {
    for (const auto& id : ids) family[id] = ids[0];
  }
  const auto unit =
      GENERATE(DateUnit::year, DateUnit::month, DateUnit::week, DateUnit::day, DateUnit::hour);
  CAPTURE(unit);
  for (int round = 0; round < 40; ++round) {
    const std::string query =
        fmt::format("mot{:03} mot{:03}", agencies.upto(400), agencies.upto(400));
    const SearchOptions options{.limit = 1000, .histogram = unit, .snippet_length = 0};
    // The bucket of an article is that of a search that finds it alone.
    std::map<std::string, std::set<std::string>> periods;  // by family
    const Results articles = searcher.search(query, options);
    for (const auto& hit : articles.hits) {
      const Results alone = searcher.search(
          "", {.filters = {{"id", hit.id}}, .histogram = unit, .snippet_length = 0});
      auto& of_family = periods[family.contains(hit.id) ? family[hit.id] : hit.id];
      for (const auto& bucket : alone.histogram->buckets) of_family.insert(bucket.from);
    }
    std::map<std::string, std::size_t> counts;
    std::size_t missing = 0;
    for (const auto& [first, found] : periods) {
      for (const auto& period : found) ++counts[period];
      if (found.empty()) ++missing;
    }
    SearchOptions by_family = options;
    by_family.counting = Counting::families;
    const Results results = searcher.search(query, by_family);
    REQUIRE(results.families == periods.size());
    REQUIRE(results.histogram->missing == missing);
    std::map<std::string, std::size_t> found;
    for (const auto& bucket : results.histogram->buckets) {
      if (bucket.count > 0) found[bucket.from] = bucket.count;
    }
    REQUIRE(found == counts);
  }
}

TEST_CASE("A timeline of families is as bounded as one of articles, whatever facets stand beside") {
  Agencies agencies(16);
  agencies.dispatch(2);
  // Both are Wednesdays: eight thousand years are whole weeks.
  agencies.articles()[0].published = "1000-01-01";
  agencies.articles()[1].published = "9000-01-01";
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive);
    put_all(writer, agencies.articles());
  }
  const Results results = Searcher(archive).search("", {.facets = {{"weekday"}, {"year"}},
                                                        .histogram = DateUnit::day,
                                                        .counting = Counting::families});
  CHECK(results.families == 1U);
  REQUIRE(results.facets[0].values.size() == 1);
  CHECK(results.facets[0].values[0].count == 1);
  CHECK(results.facets[1].values.size() == 2);
  CHECK(results.histogram->unit == DateUnit::month);
  REQUIRE(results.histogram->buckets.size() == 96'001);
  CHECK(results.histogram->buckets.front().count == 1);
  CHECK(results.histogram->buckets.back().count == 1);
  CHECK(results.histogram->buckets.back().all == 1);
}
