// Kleinberg's automaton: against every way there is, and what is told of it.

#include "search/burst_states.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using kiosque::searching::Batch;
using kiosque::searching::burst_states;
using kiosque::searching::BurstSpan;
using kiosque::searching::find_bursts;

namespace {

double share(const std::vector<Batch>& batches) {
  double count = 0;
  double all = 0;
  for (const Batch& batch : batches) {
    count += static_cast<double>(batch.count);
    all += static_cast<double>(batch.all);
  }
  return all > 0 ? count / all : 0;
}

// What a way through the batches costs, as the paper writes it.
double cost(const std::vector<Batch>& batches, const std::vector<unsigned>& states) {
  double sum = 0;
  unsigned before = 0;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const double p = share(batches) * std::exp2(states[i]);
    if (p >= 1) return std::numeric_limits<double>::infinity();
    const auto r = static_cast<double>(batches[i].count);
    const auto d = static_cast<double>(batches[i].all);
    sum -= r * std::log(p) + (d - r) * std::log(1 - p);
    if (states[i] > before)
      sum += (states[i] - before) * std::log(static_cast<double>(batches.size()));
    before = states[i];
  }
  return sum;
}

std::string shown(const std::vector<BurstSpan>& spans) {
  std::string text;
  for (const BurstSpan& span : spans) {
    text += std::to_string(span.first) + "-" + std::to_string(span.last) + ":" +
            std::to_string(span.count) + "/" + std::to_string(span.all) + " ";
  }
  return text;
}

std::vector<Batch> batches_of(const std::vector<std::size_t>& counts, std::size_t all = 20) {
  std::vector<Batch> batches;
  for (const std::size_t count : counts) batches.push_back({count, all});
  return batches;
}

}  // namespace

TEST_CASE("No way through the batches is cheaper than the one that is taken") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<Batch> batches;
    for (int i = 0; i < 6; ++i) {
      const std::size_t all = random() % 30;
      batches.push_back({random() % 3 == 0 ? random() % (all + 1) : random() % (all / 8 + 1), all});
    }
    const double p = share(batches);
    if (p <= 0 || p >= 1) continue;
    const double taken = cost(batches, burst_states(batches));
    constexpr unsigned kStates = 5;
    for (unsigned way = 0; way < kStates * kStates * kStates * kStates * kStates * kStates; ++way) {
      std::vector<unsigned> states;
      for (unsigned rest = way, i = 0; i < 6; ++i, rest /= kStates)
        states.push_back(rest % kStates);
      REQUIRE(taken <= cost(batches, states) + 1e-9);
    }
  }
}

TEST_CASE("Bursts are told in the order of time, without what is quiet around them") {
  struct Row {
    std::vector<std::size_t> counts;
    const char* bursts;
  };
  const Row row = GENERATE(
      Row{{}, ""}, Row{{0, 0, 0}, ""}, Row{{20, 20, 20}, ""}, Row{{1, 1, 1, 1, 1, 1, 1, 1}, ""},
      Row{{0, 1, 0, 12, 15, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0}, "3-4:27/40 "},
      Row{{0, 1, 0, 12, 15, 0, 1, 0, 0, 1, 0, 0, 0, 14, 1, 0}, "3-4:27/40 13-13:14/20 "},
      // A long wave with a peak that stands out more than the whole.
      Row{{0, 0, 0, 0, 2, 1, 2, 18, 19, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
          "7-8:37/40 "});
  CHECK(shown(find_bursts(batches_of(row.counts))) == row.bursts);
}

TEST_CASE("A rising archive fakes no burst") {
  std::vector<Batch> batches;
  for (std::size_t i = 1; i <= 100; ++i) batches.push_back({i, i * 10});
  CHECK(find_bursts(batches).empty());
}

TEST_CASE("Empty batches, and batches that are all relevant, are no trouble") {
  std::vector<Batch> batches(50);
  CHECK(find_bursts(batches).empty());
  batches[7] = {9, 9};
  batches[30] = {0, 200};
  CHECK(shown(find_bursts(batches)) == "7-7:9/9 ");
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    std::vector<Batch> any(random() % 60);
    for (Batch& batch : any) {
      batch.all = random() % 4 == 0 ? 0 : random() % 1000;
      batch.count = random() % (batch.all + 1);
      if (random() % 3 != 0) batch.count = std::min<std::size_t>(batch.count, 2);
    }
    std::size_t end = 0;
    for (const BurstSpan& span : find_bursts(any)) {
      REQUIRE(span.first >= end);
      REQUIRE(span.last < any.size());
      REQUIRE(any[span.first].count > 0);
      REQUIRE(any[span.last].count > 0);
      REQUIRE(std::isfinite(span.strength));
      REQUIRE(span.strength > 0);
      end = span.last + 1;
    }
  }
}
