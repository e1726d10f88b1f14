#pragma once
// The table that the bench prints.

#include <string>
#include <vector>

namespace bench {

/// What one peer took; several times, or one figure.
struct Times {
  std::string peer;
  std::vector<double> milliseconds;
  double matches = -1;  ///< a question, on average; below 0: not told
};

enum class Compare { medians, p95s };

/// The machine, as far as the figures depend on it.
void print_machine();

/// A heading and a line a peer with median, 95th percentile and Kiosque's divided by the peer's.
void print_times(const std::string& heading, const std::vector<Times>& rows, Compare compare);

/// What indexing took.
struct Indexing {
  std::string peer;
  double articles_a_second = 0;
  double peak_mib = 0;
  double disk_mib = 0;
  double compacted_mib = -1;  ///< below 0: the engine has nothing of the kind
};
void print_indexing(const std::vector<Indexing>& rows);

}  // namespace bench
