#pragma once
// Clauses → a plan: the one place where a question becomes terms.

#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/own_fields.hpp"
#include "query/match_words.hpp"
#include "query/plan.hpp"

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

/// The weight of all words that begin like the one being typed, beside that word itself at 1:
/// chosen, so that the word itself comes first.
inline constexpr double kPrefixWeight = 0.6;

/// What matches and what scores are apart: operators and filters only choose, and the score is a
/// flat sum over words. Those of a phrase count one by one, which a pasted headline needs anyhow.
struct Compiled {
  Node matches;
  std::vector<ScoredTerm> scores;  ///< every word that counts; empty: none does
  /// Folded, in order: where they stand near and in order an article ranks higher.
  std::vector<std::string> plain_words;
  MatchWords words;
  std::vector<Node> words_at;  ///< of each of `words`, by number: what stands at its places
};

/// Of the options only `match`, `strict` and `typing` are looked at. `beside` counts as more of the
/// words any of which may match. `fields` are the archive's.
Compiled compile(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer,
                 const std::vector<ScoredTerm>& beside = {},
                 const indexing::FieldTable& fields = indexing::library_fields());

/// A filter of SearchOptions; also year, month, day and weekday. Throws Error(invalid_argument).
Node compile_filter(const Filter& filter,
                    const indexing::FieldTable& fields = indexing::library_fields());

/// Of an own number: one, or a range. Throws Error(invalid_argument).
Node compile_number(const indexing::Field& field, std::string_view text);

/// The days that a value of an own date's filter or range names; relative ones are told from today.
std::optional<DateRange> own_days(std::string_view text);

/// Of publication, or of an own date. Throws Error(invalid_argument) for ends that are no ISO days.
Node compile_dates(const DateRange& dates, unsigned slot = indexing::kDaySlot);

}  // namespace kiosque::querying
