// Segments made of segments: what they say about the archive.

#include "index/segment_builder.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "catch.hpp"
#include "index/archive.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace indexing = kiosque::indexing;
using indexing::Manifest;
using indexing::SegmentFiles;
using kiosque::Writer;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;

namespace {

void put_series(Writer& writer, const std::string& series, int count) {
  for (int i = 0; i < count; ++i)
    writer.put({.id = fmt::format("{}{}", series, i), .title = fmt::format("Dépêche {}", i)});
}

SegmentFiles segment_in(const std::string& folder, unsigned number) {
  return {indexing::segment_path(folder, number), indexing::word_order_path(folder, number)};
}

Manifest manifest_of(std::uint64_t revision, bool has_dead) {
  Manifest manifest{.schema = "3", .analyzer = "fr-1", .fingerprint = "abc", .archive = "0123"};
  manifest.revision = revision;
  manifest.next_segment = static_cast<unsigned>(revision) + 1;
  if (has_dead) manifest.dead.add(1, static_cast<std::uint32_t>(revision));
  return manifest;
}

}  // namespace

TEST_CASE("A segment of segments has their articles in their order, with their words") {
  const TemporaryFolder folder;
  kiosque::analysis::Analyzer analyzer;
  std::vector<SegmentFiles> sources;
  std::vector<std::string> ids;
  for (unsigned n = 1; n <= 5; ++n) {
    indexing::SegmentBuilder builder;
    for (unsigned i = 0; i < n * 3 % 5; ++i) {
      ids.push_back(fmt::format("a{}-{}", n, i));
      builder.add({.id = ids.back(), .title = "Grève " + std::string(i, 'x')}, analyzer);
    }
    CHECK(builder.size() == n * 3 % 5);
    sources.push_back(segment_in(folder / "", 100 + n));
    builder.write(sources.back());
  }
  const SegmentFiles target = segment_in(folder / "", 1);
  indexing::compact(sources, nullptr, target);
  const Xapian::Database database(target.database);
  const indexing::WordOrderFile words(target.words);
  REQUIRE(database.get_doccount() == ids.size());
  REQUIRE(database.get_lastdocid() == ids.size());
  REQUIRE(words.size() == ids.size());
  for (unsigned i = 1; i <= ids.size(); ++i) {
    CHECK(indexing::find_document(database, ids[i - 1]) == i);
    CHECK(database.get_doclength(i) == words.length(i));
    CHECK(words.at(i).known());
  }
}

TEST_CASE(
    "Articles and segments are merged in the order in which they come, whatever their number") {
  const TemporaryFolder folder;
  kiosque::analysis::Analyzer analyzer;
  std::vector<std::string> ids;
  unsigned number = 1;
  const auto next_files = [&] { return segment_in(folder / "", number++); };
  indexing::SegmentMerge merge(next_files);
  const auto add = [&](int count) {
    for (int i = 0; i < count; ++i) {
      ids.push_back(fmt::format("a{}", ids.size()));
      merge.add({.id = ids.back(), .title = "Grève"}, analyzer);
    }
  };
  add(4100);  // more than are held in memory
  indexing::SegmentBuilder builder;
  ids.push_back("segment");
  builder.add({.id = "segment", .title = "Grève"}, analyzer);
  const SegmentFiles segment = next_files();
  builder.write(segment);
  merge.add(segment);
  add(3);
  const SegmentFiles target = next_files();
  merge.write(target);
  const Xapian::Database database(target.database);
  REQUIRE(database.get_doccount() == ids.size());
  for (unsigned i = 1; i <= ids.size(); ++i)
    REQUIRE(indexing::find_document(database, ids[i - 1]) == i);
  CHECK(indexing::WordOrderFile(target.words).size() == ids.size());
}

// Left to itself, Xapian's compact takes the metadata of any of the databases.
TEST_CASE("A segment of segments says what its manifest says") {
  RandomText random(450);
  const TemporaryFolder folder;
  kiosque::analysis::Analyzer analyzer;
  std::vector<SegmentFiles> runs;
  for (int i = 0; i < 10; ++i) {
    indexing::SegmentBuilder builder;
    builder.add({.id = fmt::format("a{}", i), .title = "Grève"}, analyzer);
    runs.push_back(segment_in(folder / "", 1000 + static_cast<unsigned>(i)));
    builder.write(runs.back());
  }
  unsigned number = 0;
  for (int round = 0; round < 60; ++round) {
    // Segments as commits leave them, then what came since.
    std::vector<SegmentFiles> sources;
    for (auto segments = random.number(7); segments > 0; --segments) {
      const Manifest manifest = manifest_of(++number, random.number(3) > 0);
      sources.push_back(segment_in(folder / "", number));
      indexing::compact({runs[0]}, &manifest, sources.back());
    }
    for (auto n = random.number(runs.size() + 1), i = std::size_t{0}; i < n; ++i)
      sources.push_back(runs[i]);
    const Manifest manifest = manifest_of(++number, random.number(3) > 0);
    indexing::compact(sources, &manifest, segment_in(folder / "", number));
    const Manifest read =
        indexing::read_metadata(Xapian::Database(indexing::segment_path(folder / "", number)), "a");
    INFO(fmt::format("round {}, {} sources", round, sources.size()));
    CHECK(read.revision == manifest.revision);
    CHECK(read.next_segment == manifest.next_segment);
    CHECK(read.dead == manifest.dead);
  }
}

// The same, as it is seen.
TEST_CASE("Dead articles that were dropped are not counted any more") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "a", 200);
  writer.commit();
  const auto remove = [&](int from, int to) {
    for (int i = from; i < to; ++i) writer.remove(fmt::format("a{}", i));
    writer.commit();
  };
  remove(0, 10);  // a segment of no articles, with a list of ten dead
  CHECK(kiosque::info(path).articles == 190);
  remove(10, 100);  // which rewrites the first and merges the second away
  CHECK(kiosque::info(path).deleted == 0);
  CHECK(kiosque::info(path).articles == 100);
}

TEST_CASE("A commit that merges a segment of a time without dead articles is news") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "a", 140);
  writer.commit();
  put_series(writer, "b", 20);
  writer.commit();
  kiosque::Searcher searcher(path);
  writer.remove("a0");
  put_series(writer, "c", 140);
  writer.commit();
  CHECK(searcher.refresh());
  CHECK(searcher.search("").total == 299);
}

TEST_CASE("What a large commit deletes stays deleted") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "a", 5000);
  writer.commit();
  for (int i = 0; i < 5; ++i) {
    writer.remove(fmt::format("a{}", i));
    put_series(writer, fmt::format("b{}-", i), 130);
    writer.commit();
  }
  writer.remove("a100");
  put_series(writer, "c", 2560);
  writer.commit();
  CHECK_FALSE(kiosque::get(path, "a100"));
  CHECK(kiosque::Searcher(path).search("").total == 5000 - 6 + 5 * 130 + 2560);
}
