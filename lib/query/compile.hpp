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

/// The weight of the form with its accents, where the query has them: pêche before péché. It is
/// divided by the square of the number of words: alone, the accent tells which is meant; among
/// others, they do, and a reader in haste leaves the accents out.
inline constexpr double kFormWeight = 0.5;

/// The weight of another spelling of a name, beside what was typed at 1: chosen, since no
/// evaluation set has such names.
inline constexpr double kVariantWeight = 0.5;

/// The words to highlight.
struct MatchWords {
  std::set<std::string, std::less<>> surfaces;
  std::set<std::string, std::less<>> stems;
  std::set<std::string, std::less<>>
      forms;  ///< with their accents; where there are any, only these
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

/// Of the options only `match` and `strict` are looked at. `beside` counts as one more of the words
/// any of which may match, where there is one.
Compiled compile(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer,
                 const Xapian::Query& beside = {});

/// A filter of SearchOptions; also year, month and day. Throws Error(invalid_argument).
Xapian::Query compile_filter(const Filter& filter);

/// Throws Error(invalid_argument) for ends that are no ISO days.
Xapian::Query compile_dates(const DateRange& dates);

}  // namespace kiosque::querying
