#pragma once
// What goes with a result, and with an article.
//
//   const kiosque::Related related = searcher.related(kiosque::parse("réforme des retraites"));
//   for (const auto& term : related.terms) fmt::print("{} ({})\n", term.text, term.count);
//
//   for (const auto& found : searcher.similar("a1").articles)
//     fmt::print("{} ({})\n", found.hit.title, fmt::join(found.words, ", "));

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

namespace kiosque {

/// A word, several that mostly stand together, or a value, that some articles have more often than
/// the rest of the archive.
struct SignificantTerm {
  std::string text = {};  ///< as those articles write it most often
  std::size_t count = 0;  ///< of those articles, that have it (words: all, in any inflection)
  std::size_t all = 0;    ///< of the archive's
  double score = 0;       ///< the log-likelihood ratio
};

struct RelatedOptions {
  std::size_t limit = 10;      ///< of each kind
  std::size_t articles = 200;  ///< how many of the best are read; at most 1000
  /// Filters, dates, match, strict, zone, deadline and stop are looked at.
  SearchOptions search = {};
};

/// Words, tags and authors that the best articles of a result have significantly more often than
/// the archive (beyond chance with 99.9 %), by the log-likelihood ratio of Dunning ("Accurate
/// methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993).
/// Left out are words of the query, French stop words, numbers, and values that consist of these.
struct Related {
  std::size_t total = 0;     ///< articles that the query finds
  std::size_t articles = 0;  ///< the best of them that were read; counts are of these, and exact
  bool partial = false;      ///< a deadline or a stop came first
  std::vector<SignificantTerm> terms = {};  ///< the most significant first, as the others
  std::vector<SignificantTerm> tags = {};
  std::vector<SignificantTerm> authors = {};
  double took_ms = 0;
};

struct SimilarOptions {
  std::size_t limit = 10;
  std::size_t words = 5;      ///< how many are told of each
  double likeness = 0.15;     ///< the least that is wanted; 0: whatever comes nearest
  SearchOptions search = {};  ///< as RelatedOptions::search
};

struct SimilarArticle {
  Hit hit = {};  ///< without a snippet; its score is the likeness: what it would have of the
                 ///< article's own score, 1 for one like it
  std::vector<std::string> words = {};  ///< that both have, those that count most first
};

/// Of each family (family.hpp) one, and none of the article's own.
struct Similar {
  bool stored = false;   ///< an article has the id; else there is nothing
  bool partial = false;  ///< a deadline or a stop came first
  std::vector<SimilarArticle> articles = {};
  double took_ms = 0;
};

}  // namespace kiosque
