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

/// How the parts of a word's score are weighed. docs/quality.md has what each gave.
struct ScoreWeights {
  double surface = 0.4;     // the word as typed (folded), beside its stem at 1
  double all_words = 0.05;  // once more for articles that hold every plain word
  double in_order = 0.05;   // once more where the plain words stand close together in their order
};

/// The words to highlight.
struct MatchWords {
  std::set<std::string, std::less<>> surfaces;
  std::set<std::string, std::less<>> stems;
};

struct Compiled {
  Xapian::Query query;    // scores
  Xapian::Query matches;  // finds the same articles without scores, and faster
  bool scored = false;    // false: nothing but filters, every score is 0
  MatchWords words;
};

Compiled compile(const Query& query, Match match, analysis::Analyzer& analyzer);

/// A filter of SearchOptions; also year, month and day. Throws Error(invalid_argument).
Xapian::Query compile_filter(const Filter& filter);

/// Throws Error(invalid_argument) for ends that are no ISO days.
Xapian::Query compile_dates(const DateRange& dates);

}  // namespace kiosque::querying
