#pragma once
// A query with its misspelt words put right.

#include <functional>
#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "search/snapshot.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// What could be put right in a query, and the query that it would be.
struct Corrected {
  std::vector<Correction> corrections;  // in the order of the text, none of them applied
  std::string suggestion;               // the query's text with all of them; empty without any
  Query suggested;                      // the query with all of them
  Query applicable;  // with those alone that take the place of words that the archive lacks
  std::vector<bool> is_applicable;  // by correction
};

/// The best articles for the query as typed, best first; asked for where a word is misspelt.
using BestArticles = std::function<std::vector<DocumentPlace>()>;

/// Looks at the words that the archive does not have at all and, in short queries, at very rare ones
/// that a far more frequent word is near. The latter are for a suggestion alone, as is what stands in
/// a phrase. Excluded words, values of fields, numbers, acronyms and words of less than four letters
/// are left as they are, and so is the word being typed. Of a long query some words are looked at.
Corrected correct(Walk& walk, const Query& query, const SearchOptions& options,
                  const BestArticles& best_articles);

}  // namespace kiosque::searching
