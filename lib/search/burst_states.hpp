#pragma once
// Bursts in a stream of batches, by Kleinberg's automaton.

#include <cstddef>
#include <vector>

namespace kiosque::searching {

/// The documents of one period.
struct Batch {
  std::size_t count = 0;  // that are relevant
  std::size_t all = 0;
};

/// Batches [first, last]; the outer ones have something relevant.
struct BurstSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t count = 0;
  std::size_t all = 0;
  double strength = 0;
};

/// Of each batch the state of the cheapest way through all (Kleinberg, "Bursty and hierarchical
/// structure in streams", KDD 2002, section 4): state i has the share that all batches have
/// together, times 2^i; going up a state costs the logarithm of the number of batches.
std::vector<unsigned> burst_states(const std::vector<Batch>& batches);

/// The stretches in state 1 or above, in the order of time; or instead of one those inside it in a
/// higher state, where they stand out more than it does. `strength` is the log-likelihood ratio of
/// the span's own share against that of all.
std::vector<BurstSpan> find_bursts(const std::vector<Batch>& batches);

}  // namespace kiosque::searching
