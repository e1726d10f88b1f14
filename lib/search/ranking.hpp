#pragma once
// A match of the whole archive: exact total, the articles asked for in a settled order, and the
// counts.

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <kiosque/search.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "search/facets.hpp"

namespace kiosque::searching {

/// Okapi BM25 as Xapian has it (Robertson et al., TREC-3). docs/quality.md has the figures behind
/// them.
struct Bm25 {
  double k1 = 1.1;
  double b = 0.8;
  double min_normlen = 0.0;
};

struct Limits {
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
  std::stop_token stop = {};
};

struct Page {
  std::size_t offset = 0;
  std::size_t limit = 0;
  Sort sort = Sort::relevance;
  double half_life = 0;              // days after which a score counts half; 0: age does not count
  std::chrono::sys_days today = {};  // that ages count from, where they do
};

struct Ranked {
  Xapian::docid document = 0;
  double score = 0;
};

struct Ranking {
  std::size_t total = 0;
  bool partial = false;
  std::vector<Ranked> hits;
};

/// The page of articles that `query` scores best, and how many match; `counters` see each of them
/// once. Those where `plain_words` (surface terms, in the order typed) stand near and in order are
/// raised by proximity.hpp. Scores that are equal as floats: the newer article first, then by id.
/// `partial` where the limits came first. Every match is scored: left to skip what cannot reach the
/// page, Xapian 1.4 loses an article now and then where a word is two terms (docs/performance.md).
Ranking rank(const Xapian::Database& database, const Xapian::Query& query,
             const std::vector<std::string>& plain_words, const Page& page,
             const std::vector<SlotCounter*>& counters, const Limits& limits);

/// Only how many match, and the counters: faster, for it needs no scores.
Ranking count(const Xapian::Database& database, const Xapian::Query& query,
              const std::vector<SlotCounter*>& counters, const Limits& limits);

}  // namespace kiosque::searching
