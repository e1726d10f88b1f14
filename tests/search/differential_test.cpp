// The walk over archives with a past against Xapian's matcher over the same articles indexed at
// once: the same articles, the same total, the same scores, the same order.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <kiosque/kiosque.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/messy_archive.hpp"
#include "search/random_press.hpp"
#include "search/walk_path.hpp"
#include "search/xapian_path.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::SearchOptions;
using kiosque::Sort;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::WalkPath;
using kiosque::testing::WidePress;
using kiosque::testing::XapianPath;
namespace querying = kiosque::querying;

namespace {

constexpr int kArchives = 50;
constexpr int kQueries = 400;  // each

// By id.
std::map<std::string, Article> all_of(const std::string& archive) {
  std::map<std::string, Article> articles;
  kiosque::for_each(archive, [&](const Article& article) {
    return articles.emplace(article.id, article).second;
  });
  return articles;
}

bool close(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

using Hits = std::vector<WalkPath::Hit>;

// The same hits in their settled order.
Hits settled(Hits hits, const XapianPath& xapian, Sort sort) {
  const auto key = [&](const WalkPath::Hit& hit) {
    const double instant = xapian.instants().at(hit.id);
    if (sort == Sort::relevance) return std::pair(static_cast<double>(float(hit.score)), instant);
    return std::pair(std::isfinite(instant) && sort == Sort::oldest ? -instant : instant, 0.0);
  };
  std::sort(hits.begin(), hits.end(), [&](const auto& a, const auto& b) {
    return key(a) != key(b) ? key(a) > key(b) : a.id < b.id;
  });
  return hits;
}

// What is wrong with an answer; empty: nothing.
std::string difference(const XapianPath::Answer& expected, const WalkPath::Answer& answer) {
  if (answer.total != expected.total || answer.hits.size() != expected.scores.size()) {
    return fmt::format("{} in all and {} listed, not {} and {}", answer.total, answer.hits.size(),
                       expected.total, expected.scores.size());
  }
  std::set<std::string_view> seen;
  for (const auto& hit : answer.hits) {
    const auto found = expected.scores.find(hit.id);
    if (found == expected.scores.end()) return hit.id + " does not match";
    if (!seen.insert(hit.id).second) return hit.id + " comes twice";
    if (!close(hit.score, found->second))
      return fmt::format("{} scores {:.17g}, not {:.17g}", hit.id, hit.score, found->second);
  }
  return {};
}

// What a caller gets: the same, but that nearness raises some of the first fifty.
void check_searcher(const kiosque::Searcher& searcher, const kiosque::Query& query,
                    const SearchOptions& options, const WalkPath::Answer& answer,
                    std::size_t plain_words) {
  const auto results = searcher.search(query, options);
  REQUIRE(results.total == answer.total);
  REQUIRE(results.hits.size() == answer.hits.size());
  const bool near = options.sort == Sort::relevance && plain_words > 1 && plain_words <= 6;
  std::map<std::string, double> scores;
  for (const auto& hit : answer.hits) scores[hit.id] = hit.score;
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    const auto& hit = results.hits[i];
    const double before = scores.at(hit.id);
    const bool raised =
        near && i < 50 && (close(hit.score, before * 1.05) || close(hit.score, before * 1.10));
    const bool same = hit.score == before && (near || hit.id == answer.hits[i].id);
    if (raised || same) continue;
    FAIL(fmt::format("{} {} {:.17g}", i, hit.id, hit.score));
  }
}

}  // namespace

TEST_CASE("The walk finds, counts, scores and orders as Xapian's matcher does") {
  int found_something = 0;
  int several_segments = 0;
  int dead_articles = 0;
  int wide_codes = 0;
  for (int round = 0; round < kArchives; ++round) {
    WidePress random(static_cast<unsigned>(700 + round));
    const TemporaryFolder folder;
    std::vector<Article> articles;
    const std::size_t count = 10 + random.upto(round % 6 == 0 ? 900 : 290);
    for (std::size_t i = 0; i < count; ++i) articles.push_back(random.article(static_cast<int>(i)));
    kiosque::testing::fill_in_a_mess(random, folder / "messy", articles);
    kiosque::testing::fill_at_once(folder / "clean", articles);
    REQUIRE(kiosque::info(folder / "clean").segments == 1);

    INFO(fmt::format("round {}", round));
    REQUIRE((all_of(folder / "messy") == all_of(folder / "clean")));

    XapianPath xapian(folder / "clean");
    WalkPath walk(folder / "messy");
    const kiosque::Searcher searcher(folder / "messy");
    several_segments += walk.seat().databases.size() > 1 ? 1 : 0;
    for (const auto& part : walk.seat().snapshot->parts()) {
      dead_articles += static_cast<int>(part.size() - part.living_count);
      for (std::size_t i = 1; i <= part.size(); ++i)
        wide_codes += part.segment->words().at(i).width() == 4 ? 1 : 0;
    }
    for (int i = 0; i < kQueries; ++i) {
      const std::string text = random.query();
      const auto query = kiosque::parse(text, {.today = "2021-11-15"});
      auto options = random.options();
      INFO(
          fmt::format("round {} query {} [{}]{}", round, i, text, options.strict ? " strict" : ""));
      const auto compiled = querying::compile(query, options, walk.seat().analyzer);
      const auto nodes = kiosque::testing::plans(compiled, options);
      const auto expected = xapian.search(nodes, compiled.scores);
      const auto answer = walk.search(nodes, compiled.scores, options);
      found_something += expected.total > 0 ? 1 : 0;
      REQUIRE(difference(expected, answer) == "");
      const bool by_date = options.sort == Sort::relevance && compiled.scores.empty();
      REQUIRE(answer.hits == settled(answer.hits, xapian, by_date ? Sort::newest : options.sort));
      if (i % 8 == 0) check_searcher(searcher, query, options, answer, compiled.plain_words.size());

      // Any page is a part of the whole.
      options.offset = random.upto(answer.total + 2);
      options.limit = random.upto(12);
      const auto page = walk.search(nodes, compiled.scores, options);
      const std::size_t begin = std::min(options.offset, answer.hits.size());
      const std::size_t end = std::min(begin + options.limit, answer.hits.size());
      REQUIRE(page.hits == Hits(answer.hits.begin() + static_cast<std::ptrdiff_t>(begin),
                                answer.hits.begin() + static_cast<std::ptrdiff_t>(end)));
    }
  }
  CHECK(found_something > kArchives * kQueries / 2);
  CHECK(several_segments > kArchives / 4);
  CHECK(dead_articles > kArchives);
  CHECK(wide_codes > 0);
}
