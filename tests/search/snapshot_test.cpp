// A searcher goes on with the commit that it opened, whatever a writer does to the archive.

#include "search/snapshot.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <kiosque/kiosque.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/archive.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
namespace indexing = kiosque::indexing;
using kiosque::Searcher;
using kiosque::Writer;
using kiosque::testing::TemporaryFolder;

namespace {

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

// A lock, the stub, and two files for each segment.
std::size_t files_of(std::size_t segments) {
  return 2 + 2 * segments;
}

void put_series(Writer& writer, const std::string& title, int from, int to) {
  for (int i = from; i < to; ++i) {
    writer.put({.id = std::to_string(i),
                .title = fmt::format("{} {}", title, i),
                .body = "La grève de la pêche.",
                .published = "2022-04-24",
                .section = title});
  }
}

// Lazily read things among it: phrases, facets, timelines, texts, single articles.
std::string answers(const Searcher& searcher) {
  std::string text;
  for (const char* query : {"", "dépêche", "\"grève de la\"", "titre:reprise"}) {
    const auto results = searcher.search(
        query, {.limit = 300, .facets = {{"section"}}, .histogram = kiosque::DateUnit::year});
    text += fmt::format("{} {}\n", query, results.total);
    for (const auto& hit : results.hits)
      text += fmt::format("{} {:.17g} {}\n", hit.id, hit.score, hit.title);
    for (const auto& value : results.facets[0].values)
      text += fmt::format("{} {}\n", value.value, value.count);
  }
  for (const char* id : {"0", "7", "999"}) {
    const auto article = searcher.get(id);
    text += article ? article->title : "nothing";
  }
  return text;
}

}  // namespace

TEST_CASE("A searcher goes on with its commit while a writer replaces, deletes and compacts") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path, {.on_duplicate = kiosque::OnDuplicate::replace});
  put_series(writer, "Dépêche", 0, 200);
  writer.commit();
  std::optional<Searcher> first(path);
  const std::string expected = answers(*first);
  // One that reads nothing before the files it needs are off the list.
  std::optional<Searcher> late(path);
  std::vector<Searcher> others;
  for (int round = 0; round < 12; ++round) {
    put_series(writer, "Reprise", round * 10, round * 10 + 150);
    writer.commit();
    for (int i = round; i < 200; i += 13) writer.remove(std::to_string(i));
    writer.commit();
    if (round % 4 == 3) writer.compact();
    others.emplace_back(path);
    CHECK(answers(*first) == expected);
  }
  for (int i = 0; i < 1000; ++i) writer.remove(std::to_string(i));
  writer.compact();
  CHECK(kiosque::info(path).articles == 0);
  CHECK(answers(*first) == expected);
  CHECK(answers(*late) == expected);

  // What they hold is there, and goes with the last of them.
  CHECK(files_in(path) > files_of(1) + 2);
  others.clear();
  first->refresh();
  CHECK(first->search("").total == 0);
  first.reset();
  CHECK(answers(*late) == expected);
  put_series(writer, "Dépêche", 0, 1);
  writer.commit();
  const auto segments = kiosque::info(path).segments;
  // The one with the late searcher's segment.
  CHECK(files_in(path) == files_of(segments + 1));
  late.reset();
  put_series(writer, "Dépêche", 1, 2);
  writer.commit();
  CHECK(files_in(path) == files_of(kiosque::info(path).segments));
}

TEST_CASE("An archive that was made anew at the same place is seen whole after a refresh") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  const auto make = [&](const std::string& title, int articles) {
    fs::remove_all(path);
    Writer writer(path);
    put_series(writer, title, 0, articles);
    writer.commit();
  };
  make("Dépêche", 200);
  Searcher searcher(path);
  CHECK(searcher.search("dépêche").total == 200);
  CHECK_FALSE(searcher.search("dépêche").hits[0].snippet.empty());
  CHECK(searcher.search("reprise").total == 0);
  // Its segments have the numbers of the other's.
  make("Reprise", 150);
  REQUIRE(searcher.refresh());
  CHECK(searcher.search("dépêche").total == 0);
  CHECK(searcher.search("reprise").total == 150);
  CHECK(answers(searcher) == answers(Searcher(path)));
}

TEST_CASE("A searcher that is refreshed after every commit answers as a fresh one") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path, {.on_duplicate = kiosque::OnDuplicate::replace});
  put_series(writer, "Dépêche", 0, 50);
  writer.commit();
  Searcher searcher(path);
  for (int round = 0; round < 40; ++round) {
    put_series(writer, fmt::format("{} {}", round % 3 == 0 ? "Reprise" : "Dépêche", round),
               round * 2, round * 2 + 3);
    if (round % 5 == 4) writer.remove(std::to_string(round));
    writer.commit();
    CAPTURE(round);
    REQUIRE(searcher.refresh());
    REQUIRE(answers(searcher) == answers(Searcher(path)));
  }
}

TEST_CASE("However little a searcher may keep, it answers the same") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "Dépêche", 0, 200);
  put_series(writer, "Reprise", 200, 300);
  writer.commit();
  const Searcher searcher(path, {.cache_bytes = 1});
  const std::string expected = answers(Searcher(path));
  for (int again = 0; again < 3; ++again) CHECK(answers(searcher) == expected);
}

TEST_CASE("A refreshed searcher shares the segments that stayed") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "Dépêche", 0, 200);
  writer.commit();
  const auto before = indexing::open_commit(path);
  put_series(writer, "Dépêche", 200, 400);
  writer.commit();
  const auto after = indexing::open_commit(path, indexing::Versions::current_only, before.get());
  REQUIRE(after->segments.size() == 2);
  CHECK(after->segments[0] == before->segments[0]);
  const kiosque::searching::Snapshot old(before, nullptr);
  const kiosque::searching::Snapshot fresh(after, &old);
  CHECK(fresh.parts()[0].columns == old.parts()[0].columns);
  CHECK(fresh.articles() == 400);
  CHECK(old.articles() == 200);
}

TEST_CASE("A snapshot's living articles and their mean length leave out the dead") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "Dépêche", 0, 200);
  writer.put({.id = "long", .body = std::string(20'000, 'a') + " b c d e f g h"});
  writer.commit();
  const kiosque::searching::Snapshot whole(indexing::open_commit(path), nullptr);
  writer.remove("long");
  for (int i = 0; i < 20; ++i) writer.remove(std::to_string(i));
  writer.commit();
  const kiosque::searching::Snapshot rest(indexing::open_commit(path), nullptr);
  CHECK(whole.articles() == 201);
  CHECK(rest.articles() == 180);
  CHECK(rest.parts()[0].has_dead());
  CHECK(rest.parts()[0].living_count == 180);
  CHECK(rest.parts()[0].living.count() == 180);
  std::uint64_t length = 0;
  rest.parts()[0].living.for_each(
      [&](std::uint32_t i) { length += rest.parts()[0].segment->words().length(i); });
  CHECK(rest.parts()[0].total_length == length);
  CHECK(rest.average_length() == static_cast<double>(length) / 180);
}
