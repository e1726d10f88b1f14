// A writer killed at any moment: what it said was committed is there, whole, and nothing of what
// came after.

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <kiosque/kiosque.hpp>
#include <map>
#include <string>
#include <thread>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace {

using Articles = std::map<std::string, std::string>;  // body by id

constexpr int kAdded = 5;

std::string body_of(int commit, int i) {
  std::string body = fmt::format("Dépêche {} de la série {}.", i, commit);
  for (int n = 0; n < 50; ++n) body += fmt::format(" Le mot {} est long.", n * commit);
  return body;
}

// After commit n the archive holds the dispatches of n and n - 1, and how far it is: each commit
// adds, updates and removes.
Articles expected(int commit) {
  Articles articles;
  if (commit == 0) return articles;
  for (int back = 0; back < 2 && commit - back > 0; ++back) {
    for (int i = 0; i < kAdded; ++i) {
      articles[fmt::format("{}-{}", commit - back, i)] = body_of(commit - back, i);
    }
  }
  articles["compte"] = std::to_string(commit);
  return articles;
}

[[noreturn]] void write_until_killed(const std::string& path, int commit, int acknowledge) {
  try {
    kiosque::Writer writer(path, {.on_duplicate = kiosque::OnDuplicate::replace});
    for (;;) {
      ++commit;
      for (int i = 0; i < kAdded; ++i) {
        writer.put({.id = fmt::format("{}-{}", commit, i), .body = body_of(commit, i)});
        if (commit > 2) writer.remove(fmt::format("{}-{}", commit - 2, i));
      }
      writer.put({.id = "compte", .body = std::to_string(commit)});
      writer.commit();
      if (::write(acknowledge, &commit, sizeof commit) != sizeof commit) break;
    }
  } catch (...) {
    // Said by the exit: in this process nothing of the test framework may run.
  }
  _exit(1);
}

Articles read_all(const std::string& path) {
  Articles articles;
  kiosque::for_each(path, [&](const kiosque::Article& article) {
    articles[article.id] = article.body;
    return true;
  });
  return articles;
}

}  // namespace

TEST_CASE("What a killed writer acknowledged is there, and no part of a commit that was not made") {
  const kiosque::testing::TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  { kiosque::Writer writer(path); }
  kiosque::testing::RandomText random(73);
  int commit = 0;
  for (int round = 0; round < 25; ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) write_until_killed(path, commit, ends[1]);
    ::close(ends[1]);
    std::this_thread::sleep_for(std::chrono::microseconds(1000 + random.number(40'000)));
    REQUIRE(::kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    int acknowledged = commit;
    while (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) continue;
    ::close(ends[0]);

    const Articles articles = read_all(path);
    const int found = articles.contains("compte") ? std::stoi(articles.at("compte")) : 0;
    INFO(fmt::format("round {}: {} acknowledged, {} found", round, acknowledged, found));
    // The last may have been made without there having been time to say so.
    REQUIRE((found == acknowledged || found == acknowledged + 1));
    REQUIRE(articles == expected(found));
    REQUIRE(kiosque::info(path).articles == articles.size());
    const kiosque::Searcher searcher(path);
    REQUIRE(searcher.search("dépêche").total == articles.size() - (found > 0 ? 1 : 0));
    commit = found;
  }
  CHECK(commit > 0);
}
