// The real search against plain loops: random archives, random queries, every count.

#include "search/oracle.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "search/random_press.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::testing::Oracle;
using kiosque::testing::OracleFacet;
using kiosque::testing::RandomPress;
using kiosque::testing::TemporaryFolder;

namespace {

constexpr int kArchives = 12;
constexpr int kQueries = 350;  // each

OracleFacet folded(const kiosque::Facet& facet) {
  OracleFacet result;
  for (const auto& value : facet.values) {
    if (value.count > 0) result.counts[kiosque::analysis::fold_value(value.value)] += value.count;
  }
  result.missing = facet.missing;
  return result;
}

}  // namespace

TEST_CASE("Hits, totals, facets and timelines are those of a naive search") {
  int found_something = 0;
  for (int round = 0; round < kArchives; ++round) {
    RandomPress random(static_cast<unsigned>(100 + round));
    const TemporaryFolder folder;
    std::vector<Article> articles;
    {
      kiosque::Writer writer(folder / "a.kiosque");
      const int count = 1 + static_cast<int>(random.upto(60));
      for (int i = 0; i < count; ++i) {
        articles.push_back(random.article(i));
        writer.put(articles.back());
      }
      writer.commit();
    }
    const Oracle oracle(articles);
    const kiosque::Searcher searcher(folder / "a.kiosque");
    for (int i = 0; i < kQueries; ++i) {
      const std::string text = random.query();
      const auto query = kiosque::parse(text, {.today = "2021-11-15"});
      const auto options = random.options();
      const auto results = searcher.search(query, options);
      const auto expected = oracle.search(query, options);
      INFO(fmt::format("round {} query {} [{}] read [{}]", round, i, text, results.understood));
      std::set<std::string> ids;
      for (const auto& hit : results.hits) ids.insert(hit.id);
      REQUIRE(ids == expected);
      REQUIRE(results.total == expected.size());
      REQUIRE(results.hits.size() == expected.size());
      found_something += expected.empty() ? 0 : 1;
      for (const auto& facet : results.facets) {
        INFO(facet.field);
        const auto counted = folded(facet);
        const auto naive = oracle.facet(query, options, facet.field);
        REQUIRE(counted.counts == naive.counts);
        REQUIRE(counted.missing == naive.missing);
      }
      std::size_t in_time = results.histogram->missing;
      for (const auto& bucket : results.histogram->buckets) in_time += bucket.count;
      REQUIRE(in_time == results.total);
    }
  }
  CHECK(found_something > kArchives * kQueries / 3);
}

TEST_CASE("Pages of results tile the whole list, each article once") {
  RandomPress random(1);
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    for (int i = 0; i < 120; ++i) writer.put(random.article(i));
    writer.commit();
  }
  const kiosque::Searcher searcher(folder / "a.kiosque");
  const auto sort =
      GENERATE(kiosque::Sort::relevance, kiosque::Sort::newest, kiosque::Sort::oldest);
  for (const char* text :
       {"", "élection", "de la grève", "tag:politique", "\"l'été indien\" réforme"}) {
    const auto whole = searcher.search(text, {.limit = 1000, .sort = sort});
    std::vector<std::string> tiled;
    for (std::size_t offset = 0; offset < whole.total; offset += 7) {
      const auto page = searcher.search(text, {.limit = 7, .offset = offset, .sort = sort});
      CHECK(page.total == whole.total);
      for (const auto& hit : page.hits) {
        tiled.push_back(hit.id);
        CHECK(hit.rank == tiled.size());
      }
    }
    std::vector<std::string> all;
    for (const auto& hit : whole.hits) all.push_back(hit.id);
    INFO(text);
    CHECK(tiled == all);
  }
}
