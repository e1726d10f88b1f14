#include "report.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace bench {
namespace {

constexpr const char* kOurs = "kiosque";

struct Spread {
  double median = 0;
  double p95 = 0;
};

Spread spread(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  if (times.empty()) return {};
  return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

std::string ratio(double ours, double theirs) {
  return theirs > 0 ? fmt::format("{:.3f}", ours / theirs) : "-";
}

}  // namespace

void print_machine() {
  const double bytes =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  fmt::print("machine: {} cores, {:.0f} GiB of memory\n", std::thread::hardware_concurrency(),
             bytes / (1U << 30U));
}

void print_times(const std::string& heading, const std::vector<Times>& rows, Compare compare) {
  const char* const label =
      compare == Compare::medians ? "kiosque/peer, medians" : "kiosque/peer, p95s";
  fmt::print("\n{}\n  {:14} {:>11} {:>11} {:>23} {:>14}\n", heading, "", "median ms", "p95 ms",
             label, "matches, mean");
  Spread ours;
  for (const Times& row : rows) {
    if (row.peer == kOurs) ours = spread(row.milliseconds);
  }
  for (const Times& row : rows) {
    const Spread theirs = spread(row.milliseconds);
    fmt::print("  {:14} {:11.3f} {:11.3f} {:>23} {:>14}\n", row.peer, theirs.median, theirs.p95,
               row.peer == kOurs             ? ""
               : compare == Compare::medians ? ratio(ours.median, theirs.median)
                                             : ratio(ours.p95, theirs.p95),
               row.matches < 0 ? "" : fmt::format("{:.0f}", row.matches));
  }
  std::fflush(stdout);
}

void print_indexing(const std::vector<Indexing>& rows) {
  fmt::print(
      "\nindexing; ratios are kiosque/peer\n  {:14} {:>11} {:>6} {:>11} {:>6} {:>11} {:>6} "
      "{:>13}\n",
      "", "articles/s", "ratio", "memory MiB", "ratio", "disk MiB", "ratio", "compacted MiB");
  const auto found =
      std::find_if(rows.begin(), rows.end(), [](const Indexing& row) { return row.peer == kOurs; });
  const Indexing ours = found == rows.end() ? Indexing{} : *found;
  for (const Indexing& row : rows) {
    const bool other = row.peer != kOurs;
    fmt::print("  {:14} {:11.0f} {:>6} {:11.1f} {:>6} {:11.1f} {:>6} {:>13}\n", row.peer,
               row.articles_a_second,
               other ? ratio(ours.articles_a_second, row.articles_a_second) : "", row.peak_mib,
               other ? ratio(ours.peak_mib, row.peak_mib) : "", row.disk_mib,
               other ? ratio(ours.disk_mib, row.disk_mib) : "",
               row.compacted_mib < 0 ? "" : fmt::format("{:.1f}", row.compacted_mib));
  }
  std::fflush(stdout);
}

}  // namespace bench
