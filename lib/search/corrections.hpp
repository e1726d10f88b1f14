#pragma once
// A query with its misspelt words put right.

#include <cstddef>
#include <functional>
#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <vector>

#include "search/snapshot.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// What there is to tell of a query's misspelt words.
struct Corrected {
  std::vector<Correction> corrections = {};  // in the order of the text
  std::string suggestion = {};               // the query's text with all of them; empty without any
  std::optional<Query> instead = {};  // the query with those that are applied, where some are
};

/// What a search knows of the query as typed.
struct Asked {
  std::size_t total = 0;                              // articles that it finds
  std::function<std::vector<DocumentPlace>()> best;   // the best of them, best first
  std::function<std::size_t(const Query&)> total_of;  // what another query would find
};

/// Looks at the words that the archive does not have at all and, in short queries, at very rare
/// ones that a far more frequent word is near. Only the former are ever applied
/// (SearchOptions::correct); the latter are for a suggestion alone, as is what stands in a phrase.
/// Excluded words, values of fields, numbers, acronyms and words of less than four letters are left
/// as they are, and so is the word being typed; of a long query some words are looked at. Nothing
/// is suggested or applied that finds less than the query as typed.
Corrected correct(Walk& walk, const Query& query, const SearchOptions& options, const Asked& asked);

}  // namespace kiosque::searching
