#pragma once
// The best of the articles that match, in a settled order.

#include <chrono>
#include <cstddef>
#include <functional>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "query/plan.hpp"
#include "search/snapshot.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Okapi BM25 as Xapian has it (Robertson et al., TREC-3). docs/quality.md has the figures behind
/// them.
struct Bm25 {
  double k1 = 1.1;
  double b = 0.8;
  double min_normlen = 0.0;
};

struct Page {
  std::size_t offset = 0;
  std::size_t limit = 0;
  Sort sort = Sort::relevance;
  double half_life = 0;              // days after which a score counts half; 0: age does not count
  std::chrono::sys_days today = {};  // that ages count from, where they do
  std::function<double(const DocumentPlace&)> key = {};  // instead of `sort`: the larger first
};

struct Ranked {
  DocumentPlace place = {};
  double score = 0;
};

/// The page of `matches` that scores best. Those where `plain_words` (folded, in the order typed)
/// stand near and in order are raised by proximity.hpp. Scores that are equal as floats: the newer
/// article first, then by id.
std::vector<Ranked> rank(Walk& walk, const Matches& matches,
                         const std::vector<querying::ScoredTerm>& scores,
                         const std::vector<std::string>& plain_words, const Page& page);

}  // namespace kiosque::searching
