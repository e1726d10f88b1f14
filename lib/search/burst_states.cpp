#include "search/burst_states.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace kiosque::searching {
namespace {

constexpr double kRatio = 2;  // of a state's share to that of the one below
constexpr std::size_t kMostStates = 24;

double share_of(const std::vector<Batch>& batches) {
  std::size_t count = 0;
  std::size_t all = 0;
  for (const Batch& batch : batches) {
    count += batch.count;
    all += batch.all;
  }
  return all == 0 ? 0 : static_cast<double>(count) / static_cast<double>(all);
}

// What of the batch's probability depends on the share; the smaller, the likelier.
double cost_of(const Batch& batch, double share) {
  const auto count = static_cast<double>(batch.count);
  const auto rest = static_cast<double>(batch.all - batch.count);
  return -(count * std::log(share) + rest * std::log1p(-share));
}

double price_of_a_state(const std::vector<Batch>& batches) {
  return std::log(static_cast<double>(batches.size()));
}

class Splitter {
 public:
  Splitter(const std::vector<Batch>& batches, const std::vector<unsigned>& states)
      : batches_(batches),
        states_(states),
        usual_(share_of(batches)),
        price_(price_of_a_state(batches)) {}

  // The best of the spans within [begin, end) that are in state `level` or above, and what they
  // are worth.
  double add(unsigned level, std::size_t begin, std::size_t end, std::vector<BurstSpan>& found) {
    double worth = 0;
    while (begin < end) {
      if (states_[begin] < level) {
        ++begin;
        continue;
      }
      std::size_t stop = begin;
      while (stop < end && states_[stop] >= level) ++stop;
      worth += add_one(level, begin, stop, found);
      begin = stop;
    }
    return worth;
  }

 private:
  double add_one(unsigned level, std::size_t begin, std::size_t end,
                 std::vector<BurstSpan>& found) {
    const BurstSpan span = span_of(begin, end);
    std::vector<BurstSpan> inside;
    const double whole = span.strength - price_;
    // The states are few, and with them how deep this goes.
    const bool higher = std::any_of(states_.begin() + static_cast<std::ptrdiff_t>(begin),
                                    states_.begin() + static_cast<std::ptrdiff_t>(end),
                                    [&](unsigned state) { return state > level; });
    const double parts = higher ? add(level + 1, begin, end, inside) : 0;
    if (higher && parts > whole) {
      found.insert(found.end(), inside.begin(), inside.end());
      return parts;
    }
    if (span.count > 0) found.push_back(span);
    return whole;
  }

  [[nodiscard]] BurstSpan span_of(std::size_t begin, std::size_t end) const {
    while (begin < end && batches_[begin].count == 0) ++begin;
    while (end > begin && batches_[end - 1].count == 0) --end;
    BurstSpan span;
    if (begin == end) return span;
    span.first = begin;
    span.last = end - 1;
    for (std::size_t i = begin; i < end; ++i) {
      span.count += batches_[i].count;
      span.all += batches_[i].all;
    }
    const Batch together{span.count, span.all};
    span.strength = cost_of(together, usual_);
    if (span.count < span.all) {
      span.strength -=
          cost_of(together, static_cast<double>(span.count) / static_cast<double>(span.all));
    }
    return span;
  }

  const std::vector<Batch>& batches_;
  const std::vector<unsigned>& states_;
  double usual_;
  double price_;
};

}  // namespace

std::vector<unsigned> burst_states(const std::vector<Batch>& batches) {
  std::vector<unsigned> states(batches.size());
  const double usual = share_of(batches);
  std::vector<double> shares;
  for (double share = usual; share > 0 && share < 1 && shares.size() < kMostStates; share *= kRatio)
    shares.push_back(share);
  if (shares.size() < 2) return states;
  const double price = price_of_a_state(batches);

  // The cheapest way to be in each state at a batch, and where it comes from.
  std::vector<double> costs(shares.size(), std::numeric_limits<double>::infinity());
  costs[0] = 0;
  std::vector<std::uint8_t> from(batches.size() * shares.size());
  std::vector<double> next(shares.size());
  for (std::size_t at = 0; at < batches.size(); ++at) {
    for (std::size_t to = 0; to < shares.size(); ++to) {
      std::size_t best = 0;
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t state = 0; state < shares.size(); ++state) {
        const double climb = state < to ? static_cast<double>(to - state) * price : 0;
        if (costs[state] + climb < least) {
          least = costs[state] + climb;
          best = state;
        }
      }
      next[to] = least + cost_of(batches[at], shares[to]);
      from[at * shares.size() + to] = static_cast<std::uint8_t>(best);
    }
    std::swap(costs, next);
  }
  auto state =
      static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
  for (std::size_t at = batches.size(); at-- > 0;) {
    states[at] = static_cast<unsigned>(state);
    state = from[at * shares.size() + state];
  }
  return states;
}

std::vector<BurstSpan> find_bursts(const std::vector<Batch>& batches) {
  std::vector<BurstSpan> found;
  const std::vector<unsigned> states = burst_states(batches);
  Splitter(batches, states).add(1, 0, batches.size(), found);
  return found;
}

}  // namespace kiosque::searching
