// Ten ways to one archive: whatever its segments, it answers alike, to the last digit.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/random_press.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Writer;
using kiosque::WriterOptions;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::WidePress;
using Articles = std::vector<Article>;

namespace {

constexpr auto kReplace = kiosque::OnDuplicate::replace;

// Without a value in two spellings: of those that come equally often the one first seen is shown,
// and that depends on the order of arrival.
Articles articles_of(WidePress& random, int count) {
  Articles articles;
  for (int i = 0; i < count; ++i) {
    Article article = random.article(i);
    const auto one_spelling = [](std::string& value) {
      if (value == "monde") value = "Monde";
      if (value == "Politique") value = "politique";
      if (value == "Regions") value = "régions";
      if (value == "ANNE DUPRE") value = "Anne Dupré";
    };
    one_spelling(article.section);
    for (auto* list : {&article.tags, &article.authors}) {
      for (auto& value : *list) one_spelling(value);
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

std::string answers(const std::string& archive) {
  const kiosque::Searcher searcher(archive);
  std::string text;
  for (const char* query :
       {"", "élection", "la grève de la pêche", "\"de la\"", "étudiant·e·s SAUF police",
        "\"étudiantes de\"", "+relance tag:politique", "titre:côte OU chapo:côté",
        "langue:en strike", "depuis:2021-03 réforme retraites élues union national important",
        "-\"la pêche\"", "badoba"}) {
    for (const char* way : {"", "strict", "all", "expand", "aged", "filtered"}) {
      const std::string_view chosen(way);
      kiosque::SearchOptions options{
          .limit = 1000,
          .match = chosen == "all" ? kiosque::Match::all : kiosque::Match::any,
          .strict = chosen == "strict",
          .expand = chosen == "expand",
          .half_life = chosen == "aged" ? 200.0 : 0.0,
          .today = "2022-07-01",
          .histogram = kiosque::DateUnit::month};
      if (chosen == "filtered") options.filters = {{"section", "monde"}, {"section", "sport"}};
      for (const char* field : {"tag", "section", "author", "source", "language", "month"})
        options.facets.push_back({field, 100});
      options.facets.push_back({"day", 3});
      const auto results = searcher.search(kiosque::parse(query, {.today = "2021-11-15"}), options);
      text += fmt::format("{} {} {}\n", query, way, results.total);
      for (const auto& hit : results.hits)
        text += fmt::format("{} {:.17g} {} {}\n", hit.id, hit.score, hit.title, hit.snippet);
      for (const auto& facet : results.facets) {
        text += fmt::format("{} {} {}\n", facet.field, facet.distinct, facet.missing);
        for (const auto& value : facet.values)
          text += fmt::format(" {} {} {}\n", value.value, value.count, value.selected);
      }
      for (const auto& bucket : results.histogram->buckets)
        text += fmt::format("{} {}\n", bucket.from, bucket.count);
    }
  }
  return text;
}

void put_all(Writer& writer, const Articles& articles) {
  for (const auto& article : articles) writer.put(article);
}

void write_all(const std::string& path, const Articles& articles, const WriterOptions& options) {
  Writer writer(path, options);
  put_all(writer, articles);
  writer.commit();
}

// Provisional versions, articles that go again, articles that go and come back.
void by_detours(const std::string& path, const Articles& articles) {
  Writer writer(path, {.on_duplicate = kReplace});
  WidePress random(441);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Article early = random.article(static_cast<int>(i));
    writer.put(early);
    if (i % 3 == 0) writer.put(articles[i]);
    early.id = fmt::format("passing{}", i);
    if (i % 4 == 0) writer.put(early);
    if (i % 70 == 69) writer.commit();
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (i % 5 == 0) writer.remove(articles[i].id);
    if (i % 90 == 89) writer.commit();
    writer.put(articles[i]);
    writer.remove(fmt::format("passing{}", i));
  }
  writer.commit();
}

struct History {
  const char* name;
  std::function<void(const std::string&, const Articles&)> write;
};

const std::vector<History>& histories() {
  static const std::vector<History> all = {
      {"one by one",
       [](const std::string& path, const Articles& articles) {
         Writer writer(path);
         for (const auto& article : articles) {
           writer.put(article);
           writer.commit();
         }
       }},
      {"by two threads",
       [](const auto& path, const auto& articles) { write_all(path, articles, {.jobs = 2}); }},
      {"by four threads",
       [](const auto& path, const auto& articles) { write_all(path, articles, {.jobs = 4}); }},
      {"committed every few",
       [](const auto& path, const auto& articles) {
         write_all(path, articles, {.jobs = 2, .commit_bytes = 3000});
       }},
      {"backwards",
       [](const std::string& path, Articles articles) {
         std::reverse(articles.begin(), articles.end());
         write_all(path, articles, {});
       }},
      {"by detours", by_detours},
      {"compacted in the middle",
       [](const std::string& path, const Articles& articles) {
         Writer writer(path);
         for (std::size_t i = 0; i < articles.size(); ++i) {
           writer.put(articles[i]);
           if (i % 150 == 140) writer.commit();
           if (i == articles.size() / 2) writer.compact();
         }
         writer.commit();
       }},
      {"by two writers",
       [](const std::string& path, const Articles& articles) {
         const auto middle = articles.begin() + static_cast<std::ptrdiff_t>(articles.size() / 2);
         write_all(path, {articles.begin(), middle}, {});
         write_all(path, {middle, articles.end()}, {});
       }},
      {"after a writer that did not commit",
       [](const std::string& path, const Articles& articles) {
         write_all(path, articles, {});
         {
           Writer writer(path, {.on_duplicate = kReplace});
           WidePress random(442);
           for (int i = 0; i < 400; ++i) writer.put(random.article(i + 50));
           for (int i = 0; i < 20; ++i) writer.remove(fmt::format("a{}", i));
         }
         write_all(path, articles, {});
       }},
      {"in many segments, with some dead in each",
       [](const std::string& path, const Articles& articles) {
         Writer writer(path, {.on_duplicate = kReplace});
         Article early;
         for (std::size_t i = 0; i < articles.size(); ++i) {
           // Replaced only after its segment was written.
           if (i % 9 == 0) {
             early = articles[i];
             early.title += " élection de la pêche";
             writer.put(early);
           } else {
             writer.put(articles[i]);
           }
           if (i % 130 == 129) writer.commit();
         }
         writer.commit();
         put_all(writer, articles);
         writer.commit();
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("However the articles came in, every answer is the same to the last digit") {
  WidePress random(440);
  const Articles articles = articles_of(random, 560);
  const TemporaryFolder folder;
  write_all(folder / "at once", articles, {.commit_bytes = 0});
  REQUIRE(kiosque::info(folder / "at once").segments == 1);
  const std::string expected = answers(folder / "at once");
  REQUIRE(expected.size() > 100'000);
  std::uint64_t most_segments = 0;
  std::uint64_t dead = 0;
  for (const History& history : histories()) {
    const std::string path = folder / history.name;
    history.write(path, articles);
    const auto info = kiosque::info(path);
    most_segments = std::max(most_segments, info.segments);
    dead += info.deleted;
    INFO(fmt::format("{}, in {} segments with {} dead", history.name, info.segments, info.deleted));
    const std::string found = answers(path);
    const auto at = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    const auto where = static_cast<std::size_t>(at.first - found.begin());
    const std::size_t from = where > 100 ? where - 100 : 0;
    INFO(found.substr(from, 200) << "\ninstead of\n" << expected.substr(from, 200));
    CHECK((found == expected));
    // And compacted it is one segment without the dead, which answers alike.
    { Writer(path).compact(); }
    CHECK(kiosque::info(path).segments == 1);
    CHECK((answers(path) == expected));
  }
  CHECK(most_segments > 2);
  CHECK(dead > 50);
}
