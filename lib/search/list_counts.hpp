#pragma once
// The most frequent entries of sorted lists, over all segments.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "index/word_list.hpp"
#include "search/snapshot.hpp"

namespace kiosque::searching {

struct Best {
  std::vector<std::size_t> places;  // in the list
  std::uint32_t rest = 0;           // none of those left out has a higher count
};

/// Of the entries [first, last), the `most` with the highest counts.
Best best_of(const indexing::WordList& list, std::size_t first, std::size_t last, std::size_t most);

/// How many living articles of a segment have a term: for segments with dead ones.
std::size_t living_count(Seat& seat, std::size_t part, const std::string& term);

/// Candidates with what is known of their counts, which may be too low by `rest` at most, and never
/// is below what the living have otherwise.
struct Candidates {
  std::map<std::string, std::uint64_t> known = {};
  std::uint64_t rest = 0;
};

/// A candidate with its exact count.
using Settled = std::pair<std::string, std::size_t>;

/// The `limit` candidates with the highest exact counts: `exact` is asked for as few as can be.
template <typename Exact>
std::vector<Settled> settle(const Candidates& candidates, std::size_t limit, Exact&& exact) {
  constexpr std::size_t kMostAsked = 200;
  std::vector<std::pair<std::uint64_t, const std::string*>> order;
  for (const auto& [text, count] : candidates.known) order.emplace_back(count, &text);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Settled> settled;
  std::size_t asked = 0;
  for (const auto& [known, text] : order) {
    if (settled.size() == limit &&
        (known + candidates.rest < settled.back().second || asked == kMostAsked + limit)) {
      break;
    }
    ++asked;
    const std::size_t count = exact(*text);
    if (count == 0) continue;
    const auto place =
        std::upper_bound(settled.begin(), settled.end(), Settled(*text, count),
                         [](const Settled& a, const Settled& b) {
                           return a.second != b.second ? a.second > b.second : a.first < b.first;
                         });
    if (place == settled.end() && settled.size() == limit) continue;
    settled.insert(place, Settled(*text, count));
    if (settled.size() > limit) settled.pop_back();
  }
  return settled;
}

}  // namespace kiosque::searching
