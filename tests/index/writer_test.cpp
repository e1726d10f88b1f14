// Filling an archive, and what is left when that is cut short.

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <kiosque/kiosque.hpp>
#include <random>
#include <string>
#include <thread>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Put;
using kiosque::testing::TemporaryFolder;

TEST_CASE("Articles are added, updated, left unchanged and removed") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque");
  CHECK(writer.put({.id = "a", .title = "Titre"}) == Put::added);
  CHECK(writer.put({.id = "a", .title = "Titre"}) == Put::unchanged);
  CHECK(writer.put({.id = "a", .title = "Autre"}) == Put::updated);
  CHECK(writer.put({.id = "b", .title = "Titre"}) == Put::added);
  CHECK(writer.pending() == 3);
  writer.commit();
  CHECK(writer.pending() == 0);
  CHECK(writer.remove("b"));
  CHECK_FALSE(writer.remove("b"));
  writer.commit();
  CHECK(kiosque::info(folder / "a.kiosque").articles == 1);
  CHECK(kiosque::get(folder / "a.kiosque", "a")->title == "Autre");
}

TEST_CASE("A writer that is not told to commit drops what is pending") {
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    writer.put({.id = "a", .title = "Titre"});
    writer.commit();
    writer.put({.id = "b", .title = "Titre"});
    writer.remove("a");
  }
  CHECK(kiosque::info(folder / "a.kiosque").articles == 1);
  CHECK(kiosque::get(folder / "a.kiosque", "a"));
}

TEST_CASE("A full batch is committed of itself") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque", {.batch_bytes = 1000});
  const std::string text(300, 'x');
  for (int i = 0; i < 10; ++i) writer.put({.id = std::to_string(i), .body = text});
  CHECK(writer.pending() < 10);
  CHECK(kiosque::info(folder / "a.kiosque").articles >= 4);
}

TEST_CASE("A second writer is told that the archive is held") {
  const TemporaryFolder folder;
  const kiosque::Writer writer(folder / "a.kiosque");
  try {
    const kiosque::Writer second(folder / "a.kiosque");
    FAIL("two writers");
  } catch (const kiosque::Error& error) {
    CHECK(error.code() == kiosque::ErrorCode::archive_locked);
    CHECK_THAT(error.what(), has("a.kiosque"));
  }
}

TEST_CASE("One article too long in everything drags no other down") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque");
  const std::string huge(5000, 'x');
  writer.put({.id = "a", .title = "Titre"});
  writer.put({.id = huge,
              .title = huge,
              .lead = huge,
              .body = huge,
              .section = huge,
              .tags = {huge, huge + "y"},
              .authors = {huge},
              .source = huge,
              .url = "https://" + huge + ".example/" + huge,
              .language = huge});
  writer.put({.id = "b", .title = std::string(200, '\0') + "b"});
  writer.commit();
  CHECK(kiosque::info(folder / "a.kiosque").articles == 3);
  CHECK(kiosque::get(folder / "a.kiosque", huge)->body == huge);
}

TEST_CASE("A writer killed at any moment leaves the last commit whole") {
  constexpr int kRounds = 20;
  constexpr std::size_t kBatch = 7;
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  std::mt19937 random(5);
  std::size_t before = 0;
  for (int round = 0; round < kRounds; ++round) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      // In the child nothing of the test framework may run.
      try {
        kiosque::Writer writer(path);
        for (int i = 0;; ++i) {
          writer.put({.id = fmt::format("{}-{}", round, i),
                      .title = "Titre",
                      .body = fmt::format("Texte numéro {} du tour {}", i, round)});
          if ((static_cast<std::size_t>(i) + 1) % kBatch == 0) writer.commit();
        }
      } catch (...) {
      }
      _exit(1);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 60));
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    std::size_t articles = 0;
    try {
      kiosque::for_each(path, [&](const kiosque::Article& article) {
        ++articles;
        const auto dash = article.id.find('-');
        CHECK(article.body == fmt::format("Texte numéro {} du tour {}", article.id.substr(dash + 1),
                                          article.id.substr(0, dash)));
        return true;
      });
    } catch (const kiosque::Error& error) {
      // Killed before the archive was made: nothing was committed.
      REQUIRE(before == 0);
      INFO(error.what());
    }
    CHECK(articles % kBatch == 0);
    CHECK(articles >= before);
    before = articles;
  }
  CHECK(before > 0);
}
