#pragma once
// Why an article stands where it does in a result, and why another is not in it.
//
//   const kiosque::Explanation why = searcher.explain(kiosque::parse("grève sncf"), "a1");
//   for (const auto& word : why.words) fmt::print("{} {:.2f}\n", word.word, word.score);

#include <cstddef>
#include <kiosque/query.hpp>
#include <string>
#include <vector>

namespace kiosque {

/// A clause of the query, a filter or the dates of the options.
struct Condition {
  std::string text = {};  ///< in the query language
  Occur occur = Occur::should;
  std::size_t begin = 0;  ///< bytes of the query it came from: [begin, end); 0, 0 of an option
  std::size_t end = 0;
  std::size_t articles = 0;  ///< that it finds by itself, whatever its sign
  std::size_t without = 0;   ///< that the query finds where it is left out
  bool holds = false;        ///< the article asked for has it, or, of must_not, has it not
};

/// A word of the query that scores.
struct WordShare {
  std::string word = {};     ///< folded
  std::size_t articles = 0;  ///< of the archive, that have it in any form
  double score = 0;          ///< what it adds to the score of the article asked for
  std::size_t title = 0;     ///< how often that has it there, in any form
  std::size_t lead = 0;
  std::size_t body = 0;
};

struct Explanation {
  std::size_t total = 0;                   ///< articles that the query finds
  std::vector<Condition> conditions = {};  ///< the first 64
  bool stored = false;   ///< an article has the id asked for; else all below is empty
  bool found = false;    ///< the query finds it
  std::size_t rank = 0;  ///< from 1, where it is found
  double score = 0;      ///< the sum of the words' shares, times `nearness` where it is found and
                         ///< age does not count
  double nearness = 1;
  std::vector<WordShare> words = {};
};

}  // namespace kiosque
