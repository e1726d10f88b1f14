#include "search/proximity.hpp"

#include <algorithm>
#include <cstddef>

namespace kiosque::searching {
namespace {

// Small: on the evaluation sets nearness tells next to nothing beside BM25 (docs/quality.md), and
// what it is for is to part articles that are otherwise alike.
constexpr double kAllWords = 0.05;
constexpr double kInOrder = 0.05;
constexpr std::size_t kMostWords = 6;
constexpr Xapian::termpos kBetween = 2;

using Positions = std::vector<Xapian::termpos>;

// Whether a first word begins a chain in which each next word follows within reach.
bool in_order(const std::vector<Positions>& words) {
  for (const Xapian::termpos start : words[0]) {
    Xapian::termpos at = start;
    bool chained = true;
    for (std::size_t i = 1; i < words.size() && chained; ++i) {
      const auto next = std::upper_bound(words[i].begin(), words[i].end(), at);
      chained = next != words[i].end() && *next <= at + 1 + kBetween;
      if (chained) at = *next;
    }
    if (chained) return true;
  }
  return false;
}

}  // namespace

double proximity(const Xapian::Database& database, Xapian::docid document,
                 const std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > kMostWords) return 1;
  std::vector<Positions> positions;
  positions.reserve(words.size());
  for (const auto& word : words) {
    positions.emplace_back(database.positionlist_begin(document, word),
                           database.positionlist_end(document, word));
    if (positions.back().empty()) return 1;
  }
  return 1 + kAllWords + (in_order(positions) ? kInOrder : 0);
}

}  // namespace kiosque::searching
