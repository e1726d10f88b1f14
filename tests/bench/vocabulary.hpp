#pragma once
// The words that an invented press is written with: see bench_corpus.cpp for the model.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "random.hpp"

namespace bench {

/// Content words by rank of frequency, without end: the real ones first, then invented ones, which
/// are made from their rank alone, so that no list of them grows.
class Vocabulary {
 public:
  /// `real`: the most frequent first.
  explicit Vocabulary(std::vector<std::string> real);

  /// A rank, from 0, by its frequency.
  std::size_t draw(Random& random) const;
  /// Neither among the most frequent nor so rare that it never comes again: what news is about.
  std::size_t draw_subject(Random& random) const;
  void append(std::size_t rank, std::string& out) const;
  [[nodiscard]] std::string word(std::size_t rank) const;
  /// Written with a capital: one in six of the invented ones.
  static bool is_name(std::size_t rank);

 private:
  std::vector<std::string> head_;
  Weighted head_weights_;
  double tail_share_;
};

struct FunctionWord {
  std::string_view text;
  double per_thousand;        ///< of all words
  std::string_view elided{};  ///< before a vowel; empty: as it is
};

/// The grammar's words, with their rates in French newspapers, rounded.
const std::vector<FunctionWord>& function_words();

}  // namespace bench
