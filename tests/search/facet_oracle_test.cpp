// Facets against plain loops: random archives with a past, own fields, levels, filters, orders.

#include "search/facet_oracle.hpp"

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/messy_archive.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::testing::FacetOracle;
using kiosque::testing::FieldPress;
using kiosque::testing::TemporaryFolder;

namespace {

constexpr int kArchives = 25;
constexpr int kSearches = 140;  // each, with six facets

}  // namespace

TEST_CASE("Every facet is that of counting the stored articles one by one") {
  int facets = 0;
  int values = 0;
  int several_segments = 0;
  int dead_articles = 0;
  int copies = 0;
  for (int round = 0; round < kArchives; ++round) {
    FieldPress random(static_cast<unsigned>(4000 + round));
    const TemporaryFolder folder;
    const std::string path = folder / "a.kiosque";
    std::vector<Article> articles;
    const std::size_t count = 1 + random.upto(round % 5 == 0 ? 150 : 50);
    for (std::size_t i = 0; i < count; ++i) articles.push_back(random.article(static_cast<int>(i)));
    kiosque::Writer(path, {.schema = kiosque::testing::own_schema()}).commit();
    kiosque::testing::fill_in_a_mess(random, path, articles);
    const auto info = kiosque::info(path);
    REQUIRE(info.fields.fields.size() == 4);
    several_segments += info.segments > 1 ? 1 : 0;
    dead_articles += static_cast<int>(info.deleted);

    const FacetOracle oracle(articles);
    const kiosque::Searcher searcher(path);
    const auto& queries = kiosque::testing::plain_queries();
    for (int i = 0; i < kSearches; ++i) {
      const auto& query = queries[random.upto(queries.size())];
      const auto options = random.options();
      const auto results = searcher.search(
          kiosque::parse(query.text, {.today = "2022-01-15", .schema = searcher.schema()}),
          options);
      INFO(fmt::format("round {} search {} [{}] read [{}]", round, i, query.text,
                       results.understood));
      REQUIRE(results.warnings.empty());
      REQUIRE(results.total == oracle.matching(query, options).size());
      REQUIRE(results.facets.size() == options.facets.size());
      if (options.counting == kiosque::Counting::families) {
        const auto families = FacetOracle::counted(oracle.matching(query, options), options);
        REQUIRE(results.families == families.size());
        copies += static_cast<int>(results.total - families.size());
      }
      for (std::size_t at = 0; at < results.facets.size(); ++at) {
        INFO(options.facets[at].field);
        REQUIRE(oracle.difference(results.facets[at], options.facets[at], query, options) == "");
        ++facets;
        values += static_cast<int>(results.facets[at].values.size());
      }
      if (!options.sort_by) continue;
      std::vector<std::string> ids;
      for (const auto& hit : results.hits) ids.push_back(hit.id);
      REQUIRE(ids == oracle.sorted(query, options));
    }
  }
  CHECK(facets >= 20'000);
  CHECK(values > facets);
  CHECK(several_segments > kArchives / 5);
  CHECK(dead_articles > 0);
  CHECK(copies > 2'000);
}
