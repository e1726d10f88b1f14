#pragma once
// What is asked in a bench, drawn from the articles themselves.

#include <cstddef>
#include <cstdint>
#include <kiosque/article.hpp>
#include <string>
#include <vector>

namespace bench {

/// Each of them plain words: nothing in them is an operator to any of the engines.
struct Queries {
  std::vector<std::string> headlines;
  std::vector<std::string> pairs;          ///< two words of one headline or lead
  std::vector<std::string> words;          ///< even in the logarithm of their frequency
  std::vector<std::string> rare;           ///< words of some ten articles, more than wanted
  std::vector<std::string> phrases;        ///< two or three neighbours of a body, likewise
  std::vector<std::string> keystrokes;     ///< a headline cut in its first four words
  std::vector<std::string> prefixes;       ///< all that is seen while those four words are typed
  std::vector<kiosque::Article> articles;  ///< where they come from
};

/// `count` of each, of the `total` articles in the file.
Queries draw_queries(const std::string& articles, std::size_t total, std::size_t count,
                     std::uint64_t seed);

}  // namespace bench
