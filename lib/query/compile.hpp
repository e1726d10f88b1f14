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

/// What matches and what scores are apart: Xapian 1.4 drops the weight of an AND or a phrase below
/// an OR where that OR is checked article by article, as it is under a filter. So operators only
/// choose, and the score is a flat OR of words: those of a phrase count one by one, which a pasted
/// headline needs anyhow.
struct Compiled {
  Xapian::Query matches;  ///< what was asked for; its weights mean nothing
  Xapian::Query scores;   ///< every word that counts; empty: none does
  Xapian::Query direct;   ///< both in one, where plain words decide what matches; else empty
  /// Surface terms, in order: where they stand near and in order an article ranks higher.
  std::vector<std::string> plain_words;
  MatchWords words;
};

Compiled compile(const Query& query, Match match, analysis::Analyzer& analyzer);

/// A filter of SearchOptions; also year, month and day. Throws Error(invalid_argument).
Xapian::Query compile_filter(const Filter& filter);

/// Throws Error(invalid_argument) for ends that are no ISO days.
Xapian::Query compile_dates(const DateRange& dates);

}  // namespace kiosque::querying
