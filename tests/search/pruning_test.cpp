// Of many articles the best are found without looking at all of them: the same ones.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/fields.hpp"
#include "search/ranking.hpp"
#include "search/walk_path.hpp"
#include "search/xapian_path.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::WalkPath;
using kiosque::testing::XapianPath;
namespace querying = kiosque::querying;

namespace {

constexpr std::size_t kArticles = 3200;
constexpr int kQueries = 250;

// Words by Zipf's law: the n-th stands for about one in n.
class ZipfPress {
 public:
  explicit ZipfPress(unsigned seed) : random_(seed) {}

  std::string word() {
    constexpr std::size_t kWords = 900;
    const double unit = static_cast<double>(random_.number(1'000'000)) / 1'000'000;
    return spelled(static_cast<std::size_t>(std::pow(static_cast<double>(kWords), unit)) - 1);
  }
  std::string text(std::size_t words) {
    std::string made;
    for (; words > 0; --words) made += (made.empty() ? "" : " ") + word();
    return made;
  }
  Article article(std::size_t number) {
    return {.id = fmt::format("a{}", number),
            .title = text(1 + random_.number(3)),
            .body = text(random_.number(14)),
            .published = fmt::format("2021-01-{:02}", 1 + random_.number(28))};
  }
  // A rare word, then frequent ones; or any.
  std::string query() {
    if (random_.number(3) == 0) return text(1 + random_.number(5));
    std::string made = spelled(100 + random_.number(800));
    for (auto n = 1 + random_.number(5); n > 0; --n) made += " " + spelled(random_.number(12));
    return made;
  }
  // Nothing that French has endings or other rules for.
  static std::string spelled(std::size_t number) {
    static const std::string consonants = "bdfgkptvzm";
    std::string made;
    for (int i = 0; i < 3; ++i, number /= 10) {
      made += consonants[number % 10];
      made += "aoau"[i];
    }
    return made + "k";
  }
  RandomText& random() { return random_; }

 private:
  RandomText random_;
};

// What `term` can add to a score at most.
double most_of(WalkPath& walk, const querying::ScoredTerm& scored) {
  constexpr kiosque::searching::Bm25 kBm25;
  const auto articles = static_cast<double>(walk.seat().snapshot->articles());
  const auto frequency = static_cast<double>(walk.frequency(scored.term));
  if (frequency == 0) return 0;
  double odds = (articles - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * scored.factor * (kBm25.k1 + 1);
}

// Whether score() looks up some frequent term for the best articles only: in an archive of one
// segment, where few articles have any of the heavier terms, and ten of them are out of reach of
// what has but the rest.
bool is_narrowed(WalkPath& walk, const std::vector<querying::Node>& nodes,
                 const std::vector<querying::ScoredTerm>& terms) {
  std::vector<std::pair<double, querying::ScoredTerm>> heaviest;
  double rest = 0;
  for (const auto& term : terms) {
    heaviest.emplace_back(most_of(walk, term), term);
    rest += heaviest.back().first;
  }
  std::stable_sort(heaviest.begin(), heaviest.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<querying::ScoredTerm> before;
  for (const auto& [most, term] : heaviest) {
    const std::size_t frequency = walk.frequency(term.term);
    if (!before.empty() && frequency > 256) {
      const auto found = walk.search(nodes, before, {.limit = kArticles});
      const auto touched = static_cast<std::size_t>(std::count_if(
          found.hits.begin(), found.hits.end(), [](const auto& hit) { return hit.score > 0; }));
      if (touched >= 10 && touched * 2 < frequency && found.hits[9].score * 0.999 > rest)
        return true;
    }
    before.push_back(term);
    rest -= most;
  }
  return false;
}

}  // namespace

TEST_CASE("The ten best of thousands are the first ten of all, and those of Xapian") {
  const TemporaryFolder folder;
  ZipfPress press(430);
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kArticles; ++i) articles.push_back(press.article(i));
  {
    kiosque::Writer clean(folder / "clean", {.commit_bytes = 0});
    for (const auto& article : articles) clean.put(article);
    clean.commit();
    // In three segments, each with some dead articles.
    kiosque::Writer writer(folder / "messy", {.on_duplicate = kiosque::OnDuplicate::replace});
    for (std::size_t i = 0; i < kArticles; ++i) {
      if (press.random().number(20) == 0) {
        Article early = press.article(i);
        early.body += " " + press.text(20);
        writer.put(early);
        if (press.random().number(2) == 0) writer.put(press.article(100'000 + i));
      }
      writer.put(articles[i]);
      if (i == 1500 || i == 2400) writer.commit();
      if (i % 1000 == 999) {
        writer.put(press.article(0));
        writer.put(articles[0]);
      }
    }
    writer.commit();
    for (std::size_t i = 0; i < kArticles; ++i) writer.remove(fmt::format("a{}", 100'000 + i));
    writer.commit();
  }
  XapianPath xapian(folder / "clean");
  WalkPath walk(folder / "messy");
  WalkPath single(folder / "clean");
  REQUIRE(single.seat().databases.size() == 1);
  REQUIRE(walk.seat().snapshot->articles() == kArticles);
  REQUIRE(walk.seat().databases.size() > 1);
  int narrowed = 0;
  int dense = 0;
  for (int i = 0; i < kQueries; ++i) {
    const std::string text = press.query();
    INFO(fmt::format("query {} [{}]", i, text));
    kiosque::SearchOptions options;
    const auto compiled = querying::compile(kiosque::parse(text), options, walk.seat().analyzer);
    const auto nodes = kiosque::testing::plans(compiled, options);
    options.limit = kArticles;
    const auto all = walk.search(nodes, compiled.scores, options);
    options.limit = 10;
    const auto best = walk.search(nodes, compiled.scores, options);
    REQUIRE(all.total == best.total);
    REQUIRE(all.hits.size() == all.total);
    REQUIRE(best.hits.size() == std::min<std::size_t>(10, all.total));
    REQUIRE(std::equal(best.hits.begin(), best.hits.end(), all.hits.begin()));
    REQUIRE(single.search(nodes, compiled.scores, options).hits == best.hits);

    narrowed += is_narrowed(single, nodes, compiled.scores) ? 1 : 0;
    const kiosque::searching::Limits limits;
    kiosque::searching::Walk looking(single.seat(), limits);
    for (const auto& scored : compiled.scores)
      for (const auto& part : looking.look_up(scored.term).parts) dense += part->dense ? 1 : 0;

    if (i % 5 != 0) continue;
    const auto expected = xapian.search(nodes, compiled.scores);
    REQUIRE(all.total == expected.total);
    for (const auto& hit : all.hits) {
      const auto found = expected.scores.find(hit.id);
      REQUIRE(found != expected.scores.end());
      const bool close = std::abs(found->second - hit.score) <= 1e-9 * hit.score;
      if (!close) FAIL(fmt::format("{} {:.17g} {:.17g}", hit.id, hit.score, found->second));
    }
  }
  // The test is about these.
  CHECK(narrowed > kQueries / 6);
  CHECK(dense > kQueries / 2);
}

TEST_CASE("Of matches without a score the newest come first, wherever few others match") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  const auto put = [&](const std::string& name, int articles, const std::string& year) {
    for (int i = 0; i < articles; ++i) {
      writer.put({.id = fmt::format("{}{}", name, i),
                  .title = i % 400 == 0 ? "Grève" : "Dépêche",
                  .published = fmt::format("{}-01-{:02}", year, 1 + i % 28),
                  .section = "Monde"});
    }
    writer.commit();
  };
  put("many", 900, "2020");
  put("few", 20, "2010");
  REQUIRE(kiosque::info(path).segments == 2);
  const kiosque::Searcher searcher(path);
  const std::string query = "rubrique:Monde OU grève";
  const auto all = searcher.search(query, {.limit = 1000});
  REQUIRE(all.total == 920);
  // Four of the ten are about a strike.
  for (const std::size_t limit : {10U, 25U, 60U}) {
    const auto page = searcher.search(query, {.limit = limit});
    REQUIRE(page.hits.size() == limit);
    for (std::size_t i = 0; i < limit; ++i) CHECK(page.hits[i].id == all.hits[i].id);
  }
}
