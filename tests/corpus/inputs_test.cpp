// Paths of every kind, and what read() makes of them.

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <kiosque/read.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
using kiosque::Format;
using kiosque::Record;
using kiosque::Rejected;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

// What was read and refused, in order: "file:entry title" and "file:line code!", a file by its
// name.
std::vector<std::string> story(const std::vector<std::string>& paths,
                               const kiosque::ReadOptions& options = {}) {
  std::vector<std::string> told;
  const auto name = [](const std::string& file) { return fs::path(file).filename().string(); };
  kiosque::read(
      paths, options,
      [&](const Record& record) {
        told.push_back(
            fmt::format("{}:{} {}", name(record.file), record.entry, record.article.title));
      },
      [&](const Rejected& rejected) {
        CHECK_FALSE(rejected.reason.empty());
        CHECK_FALSE(rejected.remedy.empty());
        told.push_back(fmt::format("{}:{} {}!", name(rejected.file), rejected.line, rejected.code));
      });
  return told;
}

using Story = std::vector<std::string>;

}  // namespace

TEST_CASE("Paths are read in the order given, folders in the byte order of their paths") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "d/a/z");
  fs::create_directories(folder / "d/.hidden");
  write_file(folder / "d/a/z/1.jsonl", "{\"title\":\"d/a/z/1\"}");
  write_file(folder / "d/a/2.jsonl", "{\"title\":\"d/a/2\"}");
  write_file(folder / "d/a.jsonl", "{\"title\":\"d/a.jsonl\"}");
  write_file(folder / "d/a0.jsonl", "{\"title\":\"d/a0\"}");
  write_file(folder / "d/B.jsonl", "{\"title\":\"d/B\"}");
  write_file(folder / "d/é.jsonl", "{\"title\":\"d/é\"}");
  write_file(folder / "d/.hidden/x.jsonl", "{\"title\":\"hidden\"}");
  write_file(folder / "first.jsonl", "{\"title\":\"first\"}");
  CHECK(story({folder / "first.jsonl", folder / "d", folder / "first.jsonl"}) ==
        Story{"first.jsonl:1 first", "B.jsonl:1 d/B", "a.jsonl:1 d/a.jsonl", "2.jsonl:1 d/a/2",
              "1.jsonl:1 d/a/z/1", "a0.jsonl:1 d/a0", "é.jsonl:1 d/é", "first.jsonl:1 first"});
}

TEST_CASE("A hidden file or folder that is named is read") {
  const TemporaryFolder folder;
  fs::create_directory(folder / ".d");
  write_file(folder / ".d/a.jsonl", "{\"title\":\"a\"}");
  write_file(folder / ".b.jsonl", "{\"title\":\"b\"}");
  CHECK(story({folder / ".d", folder / ".b.jsonl"}) == Story{"a.jsonl:1 a", ".b.jsonl:1 b"});
}

TEST_CASE("Links to files are followed, a dead one is said, and no pipe is waited for") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "d");
  write_file(folder / "out.jsonl", "{\"title\":\"out\"}");
  fs::create_symlink(folder / "out.jsonl", folder / "d/link.jsonl");
  fs::create_symlink(folder / "gone", folder / "d/dead.jsonl");
  REQUIRE(::mkfifo((folder / "d/pipe").c_str(), 0600) == 0);
  CHECK(story({folder / "d"}) == Story{"dead.jsonl:0 missing!", "link.jsonl:1 out"});
}

TEST_CASE("What may not be read is said, and the rest goes on") {
  if (::geteuid() == 0) return;  // root may read all
  const TemporaryFolder folder;
  fs::create_directories(folder / "d/closed");
  write_file(folder / "d/a.jsonl", "{\"title\":\"a\"}");
  write_file(folder / "d/b.jsonl", "{\"title\":\"b\"}");
  fs::permissions(folder / "d/a.jsonl", fs::perms::none);
  fs::permissions(folder / "d/closed", fs::perms::none);
  CHECK(story({folder / "d"}) ==
        Story{"closed:0 unreadable!", "a.jsonl:0 unreadable!", "b.jsonl:1 b"});
  fs::permissions(folder / "d/closed", fs::perms::owner_all);
}

TEST_CASE("A disk that fails at the first byte is a rejection like any other") {
  // The system refuses to read this file where nothing is mapped: at its beginning.
  const std::string failing = "/proc/self/mem";
  if (!fs::exists(failing)) return;
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl", "{\"title\":\"a\"}");
  for (const Format format : {Format::automatic, Format::text, Format::jsonl}) {
    const Story told = story({failing, folder / "a.jsonl"}, {.format = format});
    REQUIRE(told.size() == 2);
    CHECK(told[0].starts_with("mem:"));
    CHECK_THAT(told[0], has("read!"));
  }
}

TEST_CASE("The format that is asked for is the one that is read") {
  const TemporaryFolder folder;
  write_file(folder / "page.jsonl", "Un titre de page\n\nUn premier paragraphe de texte.\n");
  CHECK(story({folder / "page.jsonl"}, {.format = Format::jsonl}) ==
        Story{"page.jsonl:1 json!", "page.jsonl:3 json!"});
  write_file(folder / "lines.txt", "\n\n{\"title\":\"a\"}\n");
  CHECK(story({folder / "lines.txt"}) == Story{"lines.txt:3 a"});
  CHECK(story({folder / "lines.txt"}, {.format = Format::jsonl}) == Story{"lines.txt:3 a"});
}

TEST_CASE("A page longer than allowed is refused whole") {
  const TemporaryFolder folder;
  write_file(folder / "page.txt", std::string(5000, 'x'));
  CHECK(story({folder / "page.txt"}, {.max_page_bytes = 4999}) == Story{"page.txt:0 too_long!"});
}

TEST_CASE("A page of text in another encoding is read") {
  const TemporaryFolder folder;
  write_file(folder / "page.txt",
             "La gare retrouve son caf\xE9\n\nLe caf\xE9 de la gare a rouvert lundi matin, "
             "apr\xE8s quatorze mois de "
             "travaux et deux hivers de retard.\n\nLes clients du caf\xE9, venus \xE0 pied, ont "
             "applaudi le patron quand il a lev\xE9 le rideau de fer.\n");
  CHECK(story({folder / "page.txt"}) == Story{"page.txt:0 La gare retrouve son café"});
}

TEST_CASE("A JSON line with a byte order mark, carriage returns and no end is an article") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl", "\xEF\xBB\xBF{\"title\":\"a\"}\r\n\r\n \t\n{\"title\":\"b\"}");
  CHECK(story({folder / "a.jsonl"}) == Story{"a.jsonl:1 a", "a.jsonl:4 b"});
}

TEST_CASE("A rejection is one line that names the place") {
  CHECK(Rejected{.file = "a.jsonl", .line = 3, .reason = "cassé.", .remedy = "Réparez."}.text() ==
        "a.jsonl:3: cassé. Réparez.");
  CHECK(Rejected{.file = "a.txt", .reason = "cassé."}.text() == "a.txt: cassé.");
  CHECK(Rejected{.reason = "cassé."}.text() == "cassé.");
}

TEST_CASE("What a callback throws comes out") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl", "{\"title\":\"a\"}\nx\n");
  const auto fine = [](const Record&) {};
  CHECK_THROWS_AS(kiosque::read({folder / "a.jsonl"}, {},
                                [](const Record&) { throw std::runtime_error("plein"); }, {}),
                  std::runtime_error);
  CHECK_THROWS_AS(kiosque::read({folder / "a.jsonl"}, {}, fine,
                                [](const Rejected&) { throw std::runtime_error("plein"); }),
                  std::runtime_error);
  CHECK(kiosque::read({folder / "a.jsonl"}, {}, fine, {}).rejected == 1);
}

TEST_CASE("Progress counts every input, and stops where it is told to") {
  const TemporaryFolder folder;
  std::uintmax_t total = 0;
  std::vector<std::string> files;
  for (int i = 0; i < 5; ++i) {
    files.push_back(folder / fmt::format("{}.jsonl", i));
    write_file(files.back(), "{\"title\":\"a\"}\nx\n{\"title\":\"b\"}\n");
    total += fs::file_size(files.back());
  }
  kiosque::ReadOptions options;
  kiosque::Progress last;
  options.progress = [&](const kiosque::Progress& progress) {
    CHECK(progress.done >= last.done);
    CHECK(progress.rejected >= last.rejected);
    CHECK(progress.bytes >= last.bytes);
    CHECK(progress.total_bytes == total);
    last = progress;
  };
  CHECK(story(files, options).size() == 15);
  CHECK(last.done == 10);
  CHECK(last.rejected == 5);
  CHECK(last.bytes == total);

  std::stop_source source;
  source.request_stop();
  const auto summary = kiosque::read(files, {.stop = source.get_token()}, [](const Record&) {}, {});
  CHECK(summary.stopped);
  CHECK(summary.read == 0);
}

TEST_CASE("Any file is read to its end: what is read and refused is what the summary counts") {
  const TemporaryFolder folder;
  kiosque::testing::RandomText random(97);
  for (int round = 0; round < 200; ++round) {
    std::string content;
    for (auto n = random.number(12); n > 0; --n) {
      content += random.number(3) == 0 ? "{\"title\":\"a\"}" : random.any(30);
      content += random.number(3) == 0 ? "" : "\n";
    }
    write_file(folder / "f", content);
    for (const Format format : {Format::automatic, Format::text, Format::jsonl}) {
      std::size_t read = 0;
      std::size_t rejected = 0;
      const auto summary = kiosque::read(
          {folder / "f"}, {.format = format}, [&](const Record&) { ++read; },
          [&](const Rejected& bad) { rejected += bad.kept ? 0 : 1; });
      REQUIRE(summary.read == read);
      REQUIRE(summary.rejected == rejected);
      REQUIRE_FALSE(summary.stopped);
      if (format != Format::automatic) REQUIRE(summary.bytes == content.size());
    }
  }
}
