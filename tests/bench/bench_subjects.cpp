// Timelines and subjects: `bench_subjects ARCHIVE QUERY...` prints how many milliseconds of
// processor time each kind of question takes: the median of nine turns for each query, then the
// median and the slowest of the queries. The first turn, in which columns and postings are read,
// stands apart.

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

namespace {

using Work = std::function<void(const std::string&)>;

// In processor time: what else runs does not count.
double milliseconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times.empty() ? 0 : times[times.size() / 2];
}

void measure(const std::string& what, const std::vector<std::string>& queries, const Work& work) {
  constexpr int kTurns = 9;
  double first = 0;
  std::vector<double> medians;
  for (const std::string& query : queries) {
    const double cold = milliseconds([&] { work(query); });
    if (medians.empty()) first = cold;
    std::vector<double> times;
    for (int turn = 0; turn < kTurns; ++turn) times.push_back(milliseconds([&] { work(query); }));
    medians.push_back(median(times));
  }
  fmt::print("{:28} {:8.2f} median {:8.2f} slowest {:8.2f} first\n", what, median(medians),
             *std::max_element(medians.begin(), medians.end()), first);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    fmt::print(stderr, "bench_subjects ARCHIVE QUERY...\n");
    return 2;
  }
  measure("opened, families found", {""},
          [&](const std::string&) { static_cast<void>(kiosque::Searcher(argv[1]).families()); });
  const kiosque::Searcher searcher(argv[1]);
  const std::vector<std::string> queries(argv + 2, argv + argc);
  const auto timeline = [&](kiosque::DateUnit unit, const std::string& zone) {
    return [&searcher, unit, zone](const std::string& query) {
      static_cast<void>(
          searcher.search(query, {.limit = 0, .suggest = false, .histogram = unit, .zone = zone}));
    };
  };
  measure("no timeline", queries, [&](const std::string& query) {
    static_cast<void>(searcher.search(query, {.limit = 0, .suggest = false}));
  });
  measure("timeline by month", queries, timeline(kiosque::DateUnit::month, ""));
  measure("timeline by day", queries, timeline(kiosque::DateUnit::day, ""));
  measure("timeline by hour", queries, timeline(kiosque::DateUnit::hour, ""));
  measure("by month, in New York", queries, timeline(kiosque::DateUnit::month, "America/New_York"));
  measure("bursts", queries, [&](const std::string& query) {
    static_cast<void>(searcher.bursts(kiosque::parse(query)));
  });
  measure("related", queries, [&](const std::string& query) {
    static_cast<void>(searcher.related(kiosque::parse(query)));
  });
  measure("similar to the first hit", queries, [&](const std::string& query) {
    for (const auto& hit :
         searcher.search(query, {.limit = 1, .suggest = false, .snippet_length = 0}).hits)
      static_cast<void>(searcher.similar(hit.id));
  });
} catch (const kiosque::Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
