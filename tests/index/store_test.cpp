// An archive's folder through many commits: what is listed, counted and swept.

#include "index/store.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <kiosque/kiosque.hpp>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/archive.hpp"
#include "index/fields.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
namespace indexing = kiosque::indexing;
using kiosque::Writer;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

constexpr auto kReplace = kiosque::OnDuplicate::replace;

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

// What a finished archive consists of.
std::set<std::string> listed_files(const std::string& path) {
  std::set<std::string> names = {"XAPIANDB", "lock"};
  const auto numbers = *indexing::read_stub(path);
  for (const unsigned number : numbers) {
    names.insert(fs::path(indexing::segment_path(path, number)).filename().string());
    names.insert(fs::path(indexing::word_order_path(path, number)).filename().string());
  }
  return names;
}

void put_series(Writer& writer, const std::string& series, int count) {
  for (int i = 0; i < count; ++i)
    writer.put({.id = fmt::format("{}{}", series, i), .title = fmt::format("Dépêche {}", i)});
}

std::uint64_t revision_of(const std::string& path) {
  return indexing::open_commit(path)->manifest.revision;
}

// Commits of all sizes, deletions, replacements and writers that give up, from a seed. After each
// commit the archive is looked at as a whole, or else what `info` counts and by what `refresh` sees
// news.
void live_through(unsigned seed, bool counts) {
  {
    RandomText random(seed);
    const TemporaryFolder folder;
    const std::string path = folder / "a.kiosque";
    std::map<std::string, std::string> expected;  // titles by id
    std::set<unsigned> used;                      // numbers of segments
    std::uint64_t revision = 0;
    std::size_t most_segments = 0;
    auto writer = std::make_unique<Writer>(path, kiosque::WriterOptions{kReplace, 1 + seed % 2});
    for (int commit = 0; commit < 40; ++commit) {
      // Mostly segments above the smallest, so that there come to be many, merged by sixes.
      const std::size_t size = random.number(4) == 0 ? random.number(30) : 129 + random.number(20);
      for (std::size_t i = 0; i < size; ++i) {
        const std::string id = fmt::format("a{}", random.number(3000));
        const std::string title = fmt::format("Titre {}-{}", commit, i);
        writer->put({.id = id, .title = title});
        expected[id] = title;
      }
      for (auto n = random.number(3) == 0 ? random.number(400) : random.number(5); n > 0; --n) {
        const std::string id = fmt::format("a{}", random.number(3000));
        REQUIRE(writer->remove(id) == (expected.erase(id) > 0));
      }
      const bool changed = writer->pending() > 0;
      if (random.number(25) == 0) {
        writer->compact();
      } else {
        writer->commit();
      }
      if (random.number(6) == 0) {
        put_series(*writer, "jamais", static_cast<int>(random.number(300)));
        writer = nullptr;
        writer = std::make_unique<Writer>(path, kiosque::WriterOptions{kReplace, 1 + seed % 2});
      }

      INFO(fmt::format("seed {} commit {}", seed, commit));
      REQUIRE(kiosque::Searcher(path).search("").total == expected.size());
      if (counts) {
        REQUIRE(kiosque::info(path).articles == expected.size());
        REQUIRE(revision_of(path) >= revision + (changed ? 1 : 0));
        revision = revision_of(path);
        continue;
      }
      std::map<std::string, std::string> found;
      kiosque::for_each(path, [&](const kiosque::Article& article) {
        return found.emplace(article.id, article.title).second;
      });
      REQUIRE((found == expected));
      for (int i = 0; i < 20; ++i) {
        const std::string id = fmt::format("a{}", random.number(3000));
        const auto article = kiosque::get(path, id);
        REQUIRE(article.has_value() == expected.contains(id));
        if (article) REQUIRE(article->title == expected[id]);
      }
      REQUIRE(names_in(path) == listed_files(path));
      // A number once used is never that of other files.
      const auto numbers = *indexing::read_stub(path);
      const unsigned last = used.empty() ? 0 : *used.rbegin();
      for (const unsigned number : numbers) REQUIRE((used.contains(number) || number > last));
      used.insert(numbers.begin(), numbers.end());
      most_segments = std::max(most_segments, numbers.size());
    }
    CHECK((counts || most_segments > 4));
  }
}

}  // namespace

TEST_CASE("Through commits of all sizes an archive is what was made of it") {
  for (const unsigned seed : {420U, 421U, 422U, 423U, 424U}) live_through(seed, false);
}

TEST_CASE("Through commits of all sizes the counts are right and each is news") {
  for (const unsigned seed : {420U, 421U, 422U, 423U, 424U}) live_through(seed, true);
}

TEST_CASE("The next writer sweeps what no commit lists, and nothing that is not an archive's") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  {
    Writer writer(path);
    put_series(writer, "a", 10);
    writer.commit();
  }
  const auto before = names_in(path);
  CHECK(before == listed_files(path));
  for (const char* name : {"/seg-000999.glass", "/seg-000999.words", "/seg-000998.words",
                           "/tmp-000004.glass", "/tmp-000004.words"}) {
    write_file(path + name, "x");
  }
  fs::create_directories(path + "/tmp-000005/dessous");
  write_file(path + "/notes.txt", "x");
  {
    Writer writer(path);
    auto left = names_in(path);
    CHECK(left.erase("notes.txt") == 1);
    CHECK(left == before);
    put_series(writer, "b", 10);
    writer.commit();
  }
  CHECK(names_in(path).contains("notes.txt"));
  CHECK(kiosque::info(path).articles == 20);
}

TEST_CASE("What a killed writer left is swept by the next one") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  {
    Writer writer(path);
    put_series(writer, "a", 10);
    writer.commit();
  }
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      Writer writer(path);
      for (int i = 0; i < 600; ++i)  // more than is held in memory
        writer.put({.id = fmt::format("b{}", i), .body = std::string(10'000, 'x')});
      ::kill(::getpid(), SIGKILL);
    } catch (...) {
    }
    _exit(1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  const auto left = names_in(path);
  CHECK(std::any_of(left.begin(), left.end(),
                    [](const std::string& name) { return name.starts_with("tmp-"); }));
  const Writer writer(path);
  CHECK(names_in(path) == listed_files(path));
  CHECK(kiosque::info(path).articles == 10);
}

TEST_CASE("A writer destroyed leaves no file of what it did not commit") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  { Writer writer(path); }
  const auto before = names_in(path);
  for (const std::size_t jobs : {1U, 3U}) {
    Writer writer(path, {.jobs = jobs});
    put_series(writer, "a", 5000);
  }
  CHECK(names_in(path) == before);
}

TEST_CASE("Stock Xapian opens an archive, finds an article by its id and checks each segment") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  {
    Writer writer(path);
    for (const char* series : {"a", "b", "c"}) {
      put_series(writer, series, 150);
      writer.commit();
    }
    writer.remove("b7");
    writer.commit();
  }
  const auto numbers = *indexing::read_stub(path);
  REQUIRE(numbers.size() > 2);
  const Xapian::Database database(path);
  CHECK(database.get_doccount() == 450);  // the dead one included
  CHECK(database.get_metadata("kiosque.schema") == indexing::kSchemaVersion);
  for (const char* id : {"a0", "b149", "c75"}) {
    const std::string term = indexing::exact_term(*indexing::find_field("id"), id);
    CHECK(database.get_termfreq(term) == 1);
    CHECK(database.get_document(*database.postlist_begin(term)).get_value(indexing::kIdSlot) == id);
  }
  if (std::system("command -v xapian-check > /dev/null 2>&1") != 0) {
    WARN("xapian-check is not installed: the segments were not checked by it");
    return;
  }
  for (const unsigned number : numbers) {
    const std::string command = fmt::format("xapian-check '{}' > '{}' 2>&1",
                                            indexing::segment_path(path, number), folder / "said");
    CHECK(std::system(command.c_str()) == 0);
  }
}

TEST_CASE("A commit that failed and is made again loses nothing") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  Writer writer(path);
  put_series(writer, "a", 100);
  writer.commit();
  put_series(writer, "b", 10);
  // Nothing can be written there.
  const unsigned next = indexing::open_commit(path)->manifest.next_segment;
  const std::string obstacle = indexing::segment_path(path, next);
  fs::create_directories(obstacle + "/dessous");
  CHECK_THROWS_AS(writer.commit(), kiosque::Error);
  CHECK(kiosque::info(path).articles == 100);
  fs::remove_all(obstacle);
  writer.commit();
  CHECK(kiosque::info(path).articles == 110);
}

TEST_CASE("A stub that lost a line is an error") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  {
    Writer writer(path);
    for (const char* series : {"a", "b"}) {
      put_series(writer, series, 150);
      writer.commit();
    }
  }
  const auto numbers = *indexing::read_stub(path);
  REQUIRE(numbers.size() == 2);
  indexing::prepare_stub(path, {numbers.back()});
  indexing::put_stub(path);
  CHECK_THROWS_AS(kiosque::Searcher(path), kiosque::Error);
  CHECK_THROWS_AS(Writer(path), kiosque::Error);
}
