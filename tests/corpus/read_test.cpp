// From files to articles, and what is said of those that are none.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <kiosque/read.hpp>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "corpus/json.hpp"
#include "support/temporary.hpp"

using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

struct Outcome {
  std::vector<kiosque::Record> records;
  std::vector<kiosque::Rejected> rejected;
  kiosque::ReadSummary summary;
};

Outcome read(const std::vector<std::string>& paths, const kiosque::ReadOptions& options = {}) {
  Outcome outcome;
  outcome.summary = kiosque::read(
      paths, options, [&](kiosque::Record record) { outcome.records.push_back(std::move(record)); },
      [&](const kiosque::Rejected& rejected) { outcome.rejected.push_back(rejected); });
  return outcome;
}

kiosque::Article parsed(const char* json) {
  return std::get<kiosque::corpus::JsonArticle>(kiosque::corpus::article_from_json(json)).article;
}

}  // namespace

TEST_CASE("An article is read by its own names and by those of exports") {
  CHECK(
      parsed(
          R"({"id": 7, "title": " Titre ", "tags": ["a", "b"], "authors": ["Anne"], "published": "2022-04-24"})") ==
      kiosque::Article{.id = "7",
                       .title = "Titre",
                       .published = "2022-04-24",
                       .tags = {"a", "b"},
                       .authors = {"Anne"}});
  CHECK(
      parsed(
          R"({"headline": "T", "chapo": "C", "maintext": "M", "date_publish": "24/04/2022", "author": {"name": "Anne"}, "sitename": "S",
                   "keywords": "a, b", "rubrique": "R", "url": "u", "datePublished": "2020-01-01"})") ==
      kiosque::Article{.title = "T",
                       .lead = "C",
                       .body = "M",
                       .published = "2022-04-24",
                       .section = "R",
                       .tags = {"a", "b"},
                       .authors = {"Anne"},
                       .source = "S",
                       .url = "u"});
  CHECK(
      parsed(
          R"({"title": null, "headline": "T", "description": "D", "text": "X", "byline": "A; B"})") ==
      kiosque::Article{.title = "T", .lead = "D", .body = "X", .authors = {"A", "B"}});
  CHECK(
      parsed(
          R"({"title": "T", "tags": {"x": 1}, "section": ["Monde"], "authors": [null, 3, {"name": "Anne"}]})")
          .section == "Monde");
}

TEST_CASE("What a JSON article says comes back from to_json") {
  const kiosque::Article article{.id = "a",
                                 .title = "L’été \"indien\"",
                                 .lead = "c",
                                 .body = "un\n\ndeux",
                                 .published = "2022-04-24T18:05:00+02:00",
                                 .modified = "2022-04-25",
                                 .section = "s",
                                 .tags = {"é", "b"},
                                 .authors = {"x"},
                                 .source = "j",
                                 .url = "u",
                                 .language = "fr"};
  CHECK(parsed(kiosque::to_json(article).c_str()) == article);
}

TEST_CASE("Each bad line says where it is and what to do, and the others are read") {
  const TemporaryFolder folder;
  const std::string file = folder / "export.jsonl";
  write_file(file,
             "\xEF\xBB\xBF{\"title\":\"un\"}\r\n\n{\"title\":\"deux\n{\"title\":\"\xFF\"}\n{\"id\":"
             "\"x\",\"lead\":\"seul\"}\n[1]\n"
             "{\"title\":\"trois\",\"published\":\"31 "
             "\u064A\u0646\u0627\u064A\u0631\"}\n{\"title\":\"fin\"}");
  const Outcome outcome = read({file});
  REQUIRE(outcome.records.size() == 3);
  CHECK(outcome.records[0].article.title == "un");
  CHECK(outcome.records[0].entry == 1);
  CHECK(outcome.records[1].article.title == "trois");
  CHECK(outcome.records[1].article.published.empty());
  CHECK(outcome.records[2].entry == 8);
  std::string said;
  for (const auto& rejected : outcome.rejected) {
    said += fmt::format("{}:{}{} ", rejected.line, rejected.code, rejected.kept ? " kept" : "");
    CHECK_THAT(rejected.text(), has(file + ":" + std::to_string(rejected.line) + ":"));
    CHECK_FALSE(rejected.remedy.empty());
  }
  CHECK(said == "3:json 4:utf8 5:empty 6:not_object 7:date kept ");
  CHECK(outcome.summary.rejected == 4);
  CHECK(outcome.summary.notices == 1);
}

TEST_CASE("A folder is walked in order, hidden entries and archives left out") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "d/b");
  std::filesystem::create_directories(folder / "d/presse.kiosque");
  write_file(folder / "d/presse.kiosque/iamglass", "x");
  write_file(folder / "d/c.jsonl", "{\"title\":\"c\"}\n");
  write_file(folder / "d/b/2.jsonl", "{\"title\":\"b2\"}\n");
  write_file(folder / "d/a.jsonl", "{\"title\":\"a\"}\n");
  write_file(folder / "d/.cache", "{\"title\":\"hidden\"}\n");
  std::filesystem::create_directory_symlink(folder / "d", folder / "d/b/loop");
  const Outcome outcome = read({folder / "d"}, {.source = "Export"});
  std::string titles;
  for (const auto& record : outcome.records) titles += record.article.title + " ";
  CHECK(titles == "a b2 c ");
  CHECK(outcome.records[0].article.source == "Export");
  CHECK(outcome.rejected.empty());
}

TEST_CASE("What is no text of ours is refused with a remedy") {
  struct Row {
    std::string content;
    const char* code;
  };
  const Row row =
      GENERATE(Row{"\x1F\x8B\x08 gzip", "compressed"}, Row{"\x28\xB5\x2F\xFD zstd", "compressed"},
               Row{"<!DOCTYPE html><p>x", "empty"}, Row{std::string("PK\0\0", 4), "binary"},
               Row{"%PDF-1.7", "binary"}, Row{"", "empty"}, Row{"\n \n", "empty"});
  const TemporaryFolder folder;
  write_file(folder / "f", row.content);
  const Outcome outcome = read({folder / "f"});
  CHECK(outcome.records.empty());
  REQUIRE(outcome.rejected.size() == 1);
  CHECK(outcome.rejected[0].code == row.code);
  CHECK_FALSE(outcome.rejected[0].remedy.empty());
}

TEST_CASE("A path that is not there is said, and the others are read") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl", "{\"title\":\"a\"}\n");
  const Outcome outcome = read({folder / "absent", folder / "a.jsonl"});
  CHECK(outcome.records.size() == 1);
  REQUIRE(outcome.rejected.size() == 1);
  CHECK(outcome.rejected[0].code == "missing");
}

TEST_CASE("Progress rises to the total, and a stop ends the run between records") {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += "{\"title\":\"t\"}\n";
  write_file(folder / "a.jsonl", lines);
  std::uint64_t bytes = 0;
  kiosque::Progress last;
  std::stop_source source;
  kiosque::ReadOptions options;
  options.progress = [&](const kiosque::Progress& progress) {
    CHECK(progress.bytes >= bytes);
    bytes = progress.bytes;
    last = progress;
  };
  CHECK(read({folder / "a.jsonl"}, options).records.size() == 100);
  CHECK(last.total_bytes == lines.size());
  CHECK(last.bytes == lines.size());
  options.stop = source.get_token();
  options.progress = [&](const kiosque::Progress& progress) {
    if (progress.done == 10) source.request_stop();
  };
  const Outcome stopped = read({folder / "a.jsonl"}, options);
  CHECK(stopped.summary.stopped);
  CHECK(stopped.records.size() == 10);
}

TEST_CASE("Any bytes are read, as an article or as a rejection") {
  std::mt19937 random(13);
  const std::vector<std::string> pieces = {"{", "}",  "\"title\"", ":",      "\"",      "[",
                                           "]", ",",  "null",      "1e999",  "\\u00e9", "\\ud800",
                                           "x", "\n", "\xFF",      "{\"a\":"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
    CHECK_NOTHROW(kiosque::corpus::article_from_json(text));
  }
  CHECK_NOTHROW(kiosque::corpus::article_from_json(std::string(200'000, '[')));
  std::string nested;
  for (int i = 0; i < 50'000; ++i) nested += "{\"a\":";
  CHECK_NOTHROW(kiosque::corpus::article_from_json(nested));
  const TemporaryFolder folder;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (auto n = random() % 400; n > 0; --n) text += static_cast<char>(random() % 256);
    write_file(folder / "f", text);
    for (const auto format :
         {kiosque::Format::automatic, kiosque::Format::text, kiosque::Format::jsonl}) {
      const Outcome outcome = read({folder / "f"}, {.format = format});
      CHECK(outcome.records.size() == outcome.summary.read);
    }
  }
}
