// From files into an archive, in one call.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
using kiosque::IndexSummary;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

const std::string kSamples = KIOSQUE_SOURCE_DIR "/data/articles";

std::vector<std::string> sample_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(kSamples)) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

IndexSummary index_into(const std::string& path, const std::vector<std::string>& inputs,
                        const kiosque::WriterOptions& options = {}) {
  kiosque::Writer writer(path, options);
  return kiosque::index(writer, inputs);
}

std::string exported(const std::string& path) {
  std::string all;
  kiosque::for_each(path, [&](const kiosque::Article& article) {
    all += to_json(article) + "\n";
    return true;
  });
  return all;
}

}  // namespace

TEST_CASE("Indexing twice changes nothing the second time") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  const IndexSummary first = index_into(path, {kSamples});
  CHECK(first.added > 30);
  CHECK(first.rejected == 0);
  const std::string before = exported(path);
  const IndexSummary second = index_into(path, {kSamples});
  CHECK(second.added == 0);
  CHECK(second.updated == 0);
  CHECK(second.unchanged == first.added + first.updated + first.unchanged);
  CHECK(exported(path) == before);
}

TEST_CASE("In one run, in two halves or in small batches the archive is the same") {
  const TemporaryFolder folder;
  const auto files = sample_files();
  REQUIRE(files.size() >= 2);
  index_into(folder / "whole.kiosque", files);
  index_into(folder / "halves.kiosque", {files.begin(), files.begin() + 2});
  index_into(folder / "halves.kiosque", {files.begin() + 2, files.end()});
  index_into(folder / "batches.kiosque", files, {.commit_bytes = 3000});
  const std::string whole = exported(folder / "whole.kiosque");
  CHECK(exported(folder / "halves.kiosque") == whole);
  CHECK(exported(folder / "batches.kiosque") == whole);
  const kiosque::Searcher one(folder / "whole.kiosque");
  const kiosque::Searcher two(folder / "batches.kiosque");
  for (const char* const query : {"élections régionales", "\"chemins de fer\"", "tag:politique"}) {
    const auto expected = one.search(query);
    const auto found = two.search(query);
    CHECK(found.total == expected.total);
    REQUIRE(found.hits.size() == expected.hits.size());
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      CHECK(found.hits[i].id == expected.hits[i].id);
      CHECK(found.hits[i].score == expected.hits[i].score);
    }
  }
}

TEST_CASE(
    "What an export gives is what an archive takes: exported and indexed again it is the same") {
  const TemporaryFolder folder;
  index_into(folder / "a.kiosque", {kSamples});
  const std::string first = exported(folder / "a.kiosque");
  write_file(folder / "export.jsonl", first);
  const IndexSummary summary = index_into(folder / "b.kiosque", {folder / "export.jsonl"});
  CHECK(summary.rejected == 0);
  CHECK(summary.notices == 0);
  CHECK(exported(folder / "b.kiosque") == first);
}

TEST_CASE("Each loss is counted and said, and the rest is stored") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl",
             "{\"id\":\"a\",\"title\":\"un\"}\n"
             "{\"id\":\"a\",\"title\":\"un\"}\n"
             "{\"id\":\"a\",\"title\":\"deux\"}\n"
             "{\"id\":\"b\",\"title\":\"trois\",\"published\":\"la semaine des quatre jeudis\"}\n"
             "{\"id\":\"c\"}\n"
             "pas du JSON\n");
  kiosque::Writer writer(folder / "a.kiosque");
  std::string said;
  const IndexSummary summary = kiosque::index(
      writer, {folder / "a.jsonl", folder / "absent"}, {}, [&](const kiosque::Rejected& rejected) {
        said += fmt::format("{}:{} ", rejected.line, rejected.code);
      });
  CHECK(summary.added == 2);
  CHECK(summary.updated == 1);
  CHECK(summary.unchanged == 1);
  CHECK(summary.notices == 1);
  CHECK(summary.rejected == 3);
  CHECK(said == "0:missing 4:date 5:empty 6:json ");
  CHECK(writer.pending() == 0);
  CHECK(kiosque::get(folder / "a.kiosque", "b")->published.empty());
}

TEST_CASE("A stop keeps what was read before it") {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 50; ++i) lines += fmt::format("{{\"id\":\"{}\",\"title\":\"t\"}}\n", i);
  write_file(folder / "a.jsonl", lines);
  std::stop_source source;
  kiosque::ReadOptions options;
  options.stop = source.get_token();
  options.progress = [&](const kiosque::Progress& progress) {
    if (progress.done == 20) source.request_stop();
  };
  kiosque::Writer writer(folder / "a.kiosque");
  const IndexSummary summary = kiosque::index(writer, {folder / "a.jsonl"}, options);
  CHECK(summary.stopped);
  CHECK(summary.added == 20);
  CHECK(kiosque::info(folder / "a.kiosque").articles == 20);
}

TEST_CASE("An article that is refused leaves what is pending as it was") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque");
  writer.put({.id = "a", .title = "Titre"});
  CHECK_THROWS_AS(writer.put({.id = "b"}), kiosque::Error);
  CHECK_THROWS_AS(writer.put({.id = "a", .title = "Autre", .published = "hier"}), kiosque::Error);
  CHECK(writer.pending() == 1);
  kiosque::Writer moved(std::move(writer));
  CHECK(moved.put({.id = "a", .title = "Titre"}) == kiosque::Put::unchanged);
  moved.commit();
  CHECK(kiosque::get(folder / "a.kiosque", "a")->title == "Titre");
  CHECK_FALSE(kiosque::get(folder / "a.kiosque", "b"));
}

TEST_CASE("Nobody sees what is pending, the writer does") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  writer.put({.id = "a", .title = "Titre"});
  CHECK(writer.put({.id = "a", .title = "Titre"}) == kiosque::Put::unchanged);
  CHECK_FALSE(kiosque::get(path, "a"));
  writer.commit();
  CHECK(kiosque::get(path, "a"));
  CHECK(writer.remove("a"));
  CHECK(writer.put({.id = "a", .title = "Titre"}) == kiosque::Put::added);
  CHECK(writer.remove("a"));
  CHECK_FALSE(writer.remove("a"));
  CHECK_FALSE(writer.remove(""));
  CHECK(kiosque::get(path, "a"));
  writer.commit();
  CHECK_FALSE(kiosque::get(path, "a"));
}
