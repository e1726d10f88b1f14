// One Searcher, many threads, while a writer commits.

#include <atomic>
#include <kiosque/kiosque.hpp>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

TEST_CASE("Threads share a searcher while a writer commits, and see news when they ask") {
  const kiosque::testing::TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  const auto put = [&](int from, int to) {
    for (int i = from; i < to; ++i)
      writer.put(
          {.id = std::to_string(i), .title = "Grève générale", .body = "Un texte sur la grève."});
    writer.commit();
  };
  put(0, 100);
  kiosque::Searcher searcher(path);
  CHECK_FALSE(searcher.refresh());
  std::atomic<int> failures = 0;
  std::atomic<bool> done = false;
  std::mutex mutex;
  std::string said;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      while (!done) {
        try {
          const auto results = searcher.search("\"grève générale\"", {.facets = {{"tag"}}});
          if (results.total < 100 || results.hits.size() != 10) ++failures;
        } catch (const kiosque::Error& error) {
          ++failures;
          const std::scoped_lock lock(mutex);
          said = error.what();
        }
      }
    });
  }
  for (int i = 1; i < 12; ++i) put(i * 100, i * 100 + 100);
  done = true;
  for (auto& thread : threads) thread.join();
  INFO(said);
  CHECK(failures == 0);
  CHECK(searcher.refresh());
  CHECK(searcher.search("grève").total == 1200);
}
