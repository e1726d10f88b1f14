// Reading lists of searches.

#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

namespace kiosque {
namespace {

std::vector<Article> press() {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back({.id = "a" + number,
                        .title = i % 3 == 0 ? "Grève du rail" : "Le train " + number,
                        .lead = i % 7 == 0 ? "La grève continue" : "",
                        .body = i % 2 == 0 ? "Une grève des trains." : "Un train en retard.",
                        .published = "2022-0" + std::to_string(i % 9 + 1) + "-14",
                        .tags = {i % 5 == 0 ? "social" : "transports"},
                        .authors = {"Anne Dupré"},
                        .source = "Le Fanal"});
  }
  return articles;
}

void fill(const std::string& path, std::size_t jobs) {
  Writer writer(path, {.jobs = jobs});
  for (const Article& article : press()) writer.put(article);
  writer.commit();
}

std::string list_of(const Searcher& searcher, ListFormat format, const std::string& query,
                    SearchOptions options) {
  ReadingList list({.format = format, .body = true});
  std::string text = list.begin();
  options.limit = kEveryArticle;
  searcher.for_each(parse(query), options, [&](const Article& article) {
    text += list.add(article);
    return true;
  });
  return text + list.end();
}

const SearchOptions kSearches[] = {
    {},
    {.sort = Sort::newest},
    {.sort = Sort::oldest, .filters = {{"tag", "social"}}},
    {.match = Match::all},
    {.half_life = 30, .today = "2022-12-31"},
    {.expand = true},
};

}  // namespace

TEST_CASE("A reading list has the hits of a search, whole and in their order") {
  const testing::TemporaryFolder folder;
  fill(folder / "a.kiosque", 1);
  const Searcher searcher(folder / "a.kiosque");
  for (const std::string query : {"grève train", "", "\"grève des trains\"", "rien"}) {
    for (SearchOptions options : kSearches) {
      for (const auto& [offset, limit] :
           std::vector<std::pair<std::size_t, std::size_t>>{{0, kEveryArticle}, {7, 20}, {0, 0}}) {
        options.offset = offset;
        options.limit = limit;
        const Results expected = searcher.search(parse(query), options);
        std::vector<std::string> ids;
        const Results found = searcher.for_each(parse(query), options, [&](const Article& article) {
          ids.push_back(article.id);
          if (article != *searcher.get(article.id)) FAIL(article.id);
          return true;
        });
        std::vector<std::string> wanted;
        for (const Hit& hit : expected.hits) wanted.push_back(hit.id);
        INFO(query << ' ' << offset << ' ' << limit);
        CHECK(ids == wanted);
        CHECK(found.hits.empty());
        CHECK(found.total == expected.total);
        CHECK(found.revision == expected.revision);
        CHECK(found.understood == expected.understood);
      }
    }
  }
}

TEST_CASE("A reading list ends where the reader has enough, or a stop comes") {
  const testing::TemporaryFolder folder;
  fill(folder / "a.kiosque", 1);
  const Searcher searcher(folder / "a.kiosque");
  std::size_t seen = 0;
  const auto five = [&](const Article&) { return ++seen < 5; };
  CHECK_FALSE(searcher.for_each(parse("train"), {.limit = kEveryArticle}, five).partial);
  CHECK(seen == 5);
  std::stop_source source;
  seen = 0;
  const auto stop = [&](const Article&) {
    if (++seen == 3) source.request_stop();
    return true;
  };
  CHECK(
      searcher.for_each(parse("train"), {.limit = kEveryArticle, .stop = source.get_token()}, stop)
          .partial);
  CHECK(seen == 3);
}

TEST_CASE("The same question to the same articles gives the same bytes, whoever indexed and asks") {
  const testing::TemporaryFolder folder;
  fill(folder / "a.kiosque", 1);
  fill(folder / "b.kiosque", 3);
  const Searcher one(folder / "a.kiosque");
  const Searcher same(folder / "a.kiosque");
  const Searcher other(folder / "b.kiosque");
  for (const ListFormat format :
       {ListFormat::jsonl, ListFormat::csv, ListFormat::ris, ListFormat::csl}) {
    for (const SearchOptions& options : kSearches) {
      const std::string bytes = list_of(one, format, "grève du train", options);
      CHECK(bytes.size() > 5'000);
      CHECK(list_of(one, format, "grève du train", options) == bytes);
      CHECK(list_of(same, format, "grève du train", options) == bytes);
      CHECK(list_of(other, format, "grève du train", options) == bytes);
    }
  }
}

TEST_CASE("The query as it was read is the same question") {
  const testing::TemporaryFolder folder;
  fill(folder / "a.kiosque", 1);
  const Searcher searcher(folder / "a.kiosque");
  for (const std::string query : {"grève du train", "+grève -tag:social date:2022-03..2022-05",
                                  "train PRES/3 retard OU greve^2", "« Une grève » lead:grève",
                                  "2 DE (grève train retard)", "l'élection ("}) {
    INFO(query);
    const std::string understood = searcher.search(parse(query)).understood;
    CHECK(list_of(searcher, ListFormat::ris, understood, {}) ==
          list_of(searcher, ListFormat::ris, query, {}));
  }
}

TEST_CASE("JSON lines of a reading list are those of the articles") {
  ReadingList list;
  const Article article{.id = "a", .title = "Un\ntitre", .body = "Le texte"};
  CHECK(list.begin() + list.add(article) + list.end() == to_json(article) + "\n");
}

}  // namespace kiosque
