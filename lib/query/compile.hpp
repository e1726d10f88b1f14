#pragma once
// Clauses → a Xapian query: the one place where a question becomes terms.

#include <xapian.h>

#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"

namespace kiosque::querying {

/// The weight of a word as typed (folded), beside its stem at 1. docs/quality.md has the figure
/// behind it.
inline constexpr double kSurfaceWeight = 0.4;

/// The words to highlight.
struct MatchWords {
  std::set<std::string, std::less<>> surfaces;
  std::set<std::string, std::less<>> stems;
};

struct Compiled {
  Xapian::Query query;    // scores
  Xapian::Query matches;  // finds the same articles without scores, and faster
  std::vector<std::string>
      plain_words;      // surface terms, in order: near and in order they rank higher
  bool scored = false;  // false: nothing but filters, every score is 0
  MatchWords words;
};

Compiled compile(const Query& query, Match match, analysis::Analyzer& analyzer);

/// A filter of SearchOptions; also year, month and day. Throws Error(invalid_argument).
Xapian::Query compile_filter(const Filter& filter);

/// Throws Error(invalid_argument) for ends that are no ISO days.
Xapian::Query compile_dates(const DateRange& dates);

}  // namespace kiosque::querying
