// The real search against plain loops: random archives, random queries, every count.

#include "search/oracle.hpp"

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::testing::Oracle;
using kiosque::testing::OracleFacet;
using kiosque::testing::TemporaryFolder;

namespace {

constexpr int kArchives = 12;
constexpr int kQueries = 350;  // each

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t upto(std::size_t n) { return random_() % n; }
  bool chance(std::size_t one_in) { return upto(one_in) == 0; }
  const std::string& of(const std::vector<std::string>& list) { return list[upto(list.size())]; }

  std::string text(std::size_t most) {
    static const std::vector<std::string> words = {
        "élection", "élections", "l'élection",  "Élu",    "élue",
        "réforme",  "retraites", "l’été",       "indien", "porte-parole",
        "parole",   "de",        "la",          "des",    "Saint-Étienne",
        "S.N.C.F.", "1.700",     "aujourd'hui", "pêche",  "péché",
        "jeudi.Le", "d'or",      "œuvre",       "grève",  "manifestation"};
    std::string made;
    for (auto n = upto(most); n > 0; --n) made += (made.empty() ? "" : " ") + of(words);
    return made;
  }

  Article article(int number) {
    static const std::vector<std::string> days = {"",
                                                  "2020-12-31",
                                                  "2021-01-01",
                                                  "2021-03-28T00:30:00+01:00",
                                                  "2021-03-28T22:30:00Z",
                                                  "2021-10-31T22:59:00Z",
                                                  "2021-10-31T23:01:00Z",
                                                  "2020-12-31T23:30:00Z",
                                                  "2022-06-01"};
    static const std::vector<std::string> tags = {"politique", "Politique", "régions",
                                                  "Regions",   "été",       "mer du Nord"};
    Article made{.id = fmt::format("a{}", number),
                 .title = text(5),
                 .lead = text(6),
                 .body = text(25),
                 .published = of(days)};
    if (made.title.empty()) made.title = "sans";
    made.section = chance(4) ? "" : of({"Monde", "monde", "Économie", "Sport"});
    for (auto n = upto(4); n > 0; --n) made.tags.push_back(of(tags));
    for (auto n = upto(3); n > 0; --n)
      made.authors.push_back(of({"Anne Dupré", "Karim d’Aubrac", "ANNE DUPRE"}));
    made.source = chance(3) ? "" : of({"L'Écho", "La Gazette"});
    made.language = "fr";
    return made;
  }

  std::string query() {
    static const std::vector<std::string> pieces = {"ET",
                                                    "OU",
                                                    "SAUF",
                                                    "(",
                                                    ")",
                                                    "\"l'été indien\"",
                                                    "\"de la\"",
                                                    "\"porte parole\"",
                                                    "« des élections »",
                                                    "tag:politique",
                                                    "tag:\"mer du nord\"",
                                                    "section:(monde OU sport)",
                                                    "-section:sport",
                                                    "titre:élection",
                                                    "chapo:été",
                                                    "texte:grève",
                                                    "date:2021",
                                                    "depuis:2021-03",
                                                    "avant:2021-01-02",
                                                    "date:2021-03-28..2021-10-31",
                                                    "auteur:\"anne dupré\"",
                                                    "source:l'écho",
                                                    "-grève",
                                                    "+réforme",
                                                    "+porte-parole",
                                                    "-\"la de\"",
                                                    "d'",
                                                    "l'"};
    std::string made;
    for (auto n = upto(5); n > 0; --n)
      made += (made.empty() ? "" : " ") + (chance(2) ? text(4) : of(pieces));
    return made;
  }

  kiosque::SearchOptions options() {
    static const std::vector<kiosque::Filter> filters = {
        {"section", "MONDE"}, {"section", "sport"}, {"tag", "regions"},   {"tag", "absent"},
        {"year", "2021"},     {"month", "2021-03"}, {"source", "l’echo"}, {"author", "Anne Dupre"}};
    kiosque::SearchOptions made;
    made.limit = 1000;
    made.snippet_length = 0;
    made.match = chance(4) ? kiosque::Match::all : kiosque::Match::any;
    for (auto n = chance(2) ? upto(3) : 0; n > 0; --n)
      made.filters.push_back(filters[upto(filters.size())]);
    if (chance(5)) made.dates.from = "2021-01-01";
    if (chance(5)) made.dates.to = "2021-10-31";
    for (const char* field : {"section", "tag", "author", "source", "year", "month", "day"})
      made.facets.push_back({field, 1000});
    made.histogram = chance(2) ? kiosque::DateUnit::day : kiosque::DateUnit::month;
    return made;
  }

 private:
  std::mt19937 random_;
};

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
    Generator random(static_cast<unsigned>(100 + round));
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
  Generator random(1);
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
