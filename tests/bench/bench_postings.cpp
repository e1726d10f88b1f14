// Reading posting lists: `bench_postings ARCHIVE` prints, for the frequent terms of the archive's
// largest segment, the processor time that a posting takes to be decoded from the file and to be
// read through Xapian (whose postings are counted and dropped); then what the headlines of some
// articles take as queries, the first time and once more.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <ctime>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "index/archive.hpp"
#include "search/postings.hpp"

namespace {

template <typename Work>
double seconds(Work&& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void compare_lists(const std::string& path) {
  using kiosque::indexing::Segment;
  const auto commit = kiosque::indexing::open_commit(path);
  const auto largest = std::max_element(
      commit->segments.begin(), commit->segments.end(),
      [](const auto& one, const auto& other) { return one->size() < other->size(); });
  const Segment& segment = **largest;
  const Xapian::Database database(segment.path());
  constexpr std::size_t kShare = 20;
  constexpr std::size_t kMostTerms = 400;
  std::size_t terms = 0;
  std::size_t postings = 0;
  std::size_t other_postings = 0;
  double ours = 0;
  double theirs = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (term.get_termfreq() * kShare < segment.size() || terms == kMostTerms) continue;
    ++terms;
    ours +=
        seconds([&] { postings += kiosque::searching::decode(segment, database, *term).count; });
    theirs += seconds([&] {
      const auto end = database.postlist_end(*term);
      for (auto at = database.postlist_begin(*term); at != end; ++at) {
        if (*at > 0 && at.get_wdf() < 1U << 31U) ++other_postings;
      }
    });
  }
  if (postings == 0 || postings != other_postings) {
    fmt::print("{} postings in the file, {} through Xapian\n", postings, other_postings);
    return;
  }
  const auto each = [&](double time) { return time / static_cast<double>(postings) * 1e9; };
  fmt::print("{} lists, {} postings: decoded {:.1f} ns each, through Xapian {:.1f}: ratio {:.2f}\n",
             terms, postings, each(ours), each(theirs), ours / theirs);
}

void ask_headlines(const std::string& path) {
  constexpr std::size_t kQueries = 60;
  std::vector<kiosque::Query> queries;
  const std::size_t every = std::max<std::size_t>(1, kiosque::info(path).articles / kQueries);
  std::size_t number = 0;
  kiosque::for_each(path, [&](const kiosque::Article& article) {
    if (number++ % every == 0) queries.push_back(kiosque::parse(article.title));
    return queries.size() < kQueries;
  });
  const kiosque::Searcher searcher(path);
  for (const char* const turn : {"the first time", "once more"}) {
    std::vector<double> times;
    for (const kiosque::Query& query : queries) {
      times.push_back(1e3 * seconds([&] {
                        (void)searcher.search(query,
                                              {.limit = 10, .suggest = false, .snippet_length = 0});
                      }));
    }
    std::sort(times.begin(), times.end());
    fmt::print("{} headlines, {}: median {:.2f} ms, 95 % {:.2f} ms\n", times.size(), turn,
               times[times.size() / 2], times[times.size() * 95 / 100]);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    fmt::print(stderr, "usage: bench_postings ARCHIVE\n");
    return 2;
  }
  compare_lists(argv[1]);
  ask_headlines(argv[1]);
  return 0;
} catch (const kiosque::Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
