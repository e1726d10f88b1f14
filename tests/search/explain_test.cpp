// Why an article has its rank, or is not found.

#include <cmath>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/random_press.hpp"
#include "support/temporary.hpp"

using kiosque::testing::RandomPress;
using kiosque::testing::TemporaryFolder;

namespace {

const kiosque::Condition& condition(const kiosque::Explanation& why, const std::string& text) {
  for (const auto& one : why.conditions) {
    if (one.text == text) return one;
  }
  FAIL(text + " is no condition");
  return why.conditions.front();
}

class Archive {
 public:
  Archive() {
    kiosque::Writer writer(path());
    writer.put({.id = "a1",
                .title = "La grève à la SNCF",
                .lead = "Les trains restent à quai.",
                .body = "La grève des trains continue. Une grève longue.",
                .published = "2018-04-03",
                .section = "Économie"});
    writer.put({.id = "a2",
                .title = "Retraites : la réforme",
                .body = "Une grève est annoncée à la SNCF.",
                .published = "2019-12-05",
                .section = "Politique"});
    writer.put({.id = "a3", .title = "Le tour de France", .body = "Une étape sans histoire."});
    writer.commit();
  }
  [[nodiscard]] std::string path() const { return folder_ / "a.kiosque"; }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("An explanation tells what each condition finds and what leaving it out would find") {
  const Archive archive;
  const kiosque::Searcher searcher(archive.path());
  const auto query = kiosque::parse("grève +sncf -retraites date:2018");
  const auto why = searcher.explain(query, "a2");
  CHECK(why.total == 1);
  REQUIRE(why.conditions.size() == 4);
  CHECK(why.stored);
  CHECK_FALSE(why.found);
  CHECK(why.rank == 0);

  CHECK(condition(why, "grève").articles == 2);
  CHECK(condition(why, "grève").holds);
  CHECK(condition(why, "sncf").occur == kiosque::Occur::must);
  CHECK(condition(why, "sncf").holds);
  CHECK(condition(why, "retraites").occur == kiosque::Occur::must_not);
  CHECK_FALSE(condition(why, "retraites").holds);
  CHECK(condition(why, "retraites").articles == 1);
  CHECK(condition(why, "retraites").without == 1);
  const auto& dates = condition(why, "date:2018-01-01..2018-12-31");
  CHECK_FALSE(dates.holds);
  CHECK(dates.without == 1);
  CHECK(query.text.substr(dates.begin, dates.end - dates.begin) == "date:2018");

  // A filter and the dates of the options are conditions too.
  const auto filtered = searcher.explain(
      kiosque::parse("grève"), "a2",
      {.filters = {{"section", "Économie"}}, .dates = {.from = "2019-01-01", .to = ""}});
  CHECK(filtered.total == 0);
  CHECK_FALSE(condition(filtered, "section:\"Économie\"").holds);
  CHECK(condition(filtered, "section:\"Économie\"").without == 1);
  CHECK(condition(filtered, "date:2019-01-01..").holds);
}

TEST_CASE("The words' shares and their nearness make the score") {
  const Archive archive;
  const kiosque::Searcher searcher(archive.path());
  const auto why = searcher.explain(kiosque::parse("grève sncf"), "a1");
  REQUIRE(why.found);
  REQUIRE(why.words.size() == 2);
  CHECK(why.words[0].word == "greve");
  CHECK(why.words[0].articles == 2);
  CHECK(why.words[0].title == 1);
  CHECK(why.words[0].lead == 0);
  CHECK(why.words[0].body == 2);
  CHECK(why.words[1].title == 1);
  CHECK(why.words[1].body == 0);
  CHECK(why.nearness > 1);

  CHECK(searcher.explain(kiosque::parse("grève"), "none").stored == false);
  CHECK(searcher.explain(kiosque::parse("grève")).words.empty());
  const auto prefix = searcher.explain(kiosque::parse("gre* ~sncg"), "a1");
  REQUIRE(prefix.words.size() == 2);
  CHECK(prefix.words[0].word == "gre*");
  CHECK(prefix.words[1].word == "~sncg");
  CHECK(prefix.words[1].articles == 2);
}

TEST_CASE("Rank and score are those of the search, in any archive") {
  RandomPress random(77);
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    for (int i = 0; i < 60; ++i) {
      writer.put(random.article(i));
      if (i % 25 == 0) writer.commit();
    }
    writer.commit();
  }
  const kiosque::Searcher searcher(folder / "a.kiosque");
  int found = 0;
  for (int i = 0; i < 60; ++i) {
    const auto query = kiosque::parse(random.query(), {.today = "2021-11-15"});
    const auto results = searcher.search(query, {.limit = 1000, .snippet_length = 0});
    INFO(query.text);
    for (std::size_t at = 0; at < results.hits.size(); at += 7) {
      const auto& hit = results.hits[at];
      const auto why = searcher.explain(query, hit.id);
      REQUIRE(why.found);
      REQUIRE(why.total == results.total);
      REQUIRE(why.rank == hit.rank);
      REQUIRE(why.score == hit.score);
      double sum = 0;
      for (const auto& word : why.words) sum += word.score;
      REQUIRE(std::abs(sum * why.nearness - hit.score) <= 1e-9 * std::max(1.0, hit.score));
      REQUIRE((std::abs(why.nearness - 1) < 1e-6 || std::abs(why.nearness - 1.05) < 1e-6 ||
               std::abs(why.nearness - 1.1) < 1e-6));
      ++found;
    }
  }
  CHECK(found > 50);
}
