#pragma once
// Sentences out of a vocabulary: see bench_corpus.cpp for the model. All that is written is fit to
// stand in a JSON string.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "random.hpp"
#include "vocabulary.hpp"

namespace bench {

/// The ranks of the words that an article comes back to.
using Subject = std::array<std::size_t, 14>;

class Prose {
 public:
  Prose(const Vocabulary& vocabulary, Random& random);

  /// `words` words without an end; each content word is one of the subject's by `focus`.
  void write_words(std::size_t words, double focus, const Subject& subject, std::string& out);
  void write_sentence(double focus, const Subject& subject, std::string& out);
  /// Paragraphs, some `words` words in all. Returns where a sentence begins, about half-way.
  std::size_t write_body(std::size_t words, const Subject& subject, std::string& out);

  /// What this paper writes for an apostrophe.
  void set_apostrophe(std::string_view apostrophe) { apostrophe_ = apostrophe; }

 private:
  void write_function_word(std::string& out);
  void write_content_word(double focus, const Subject& subject, std::string& out);
  void write_number(std::string& out);
  void separate(std::size_t word, std::string& out);

  const Vocabulary& vocabulary_;
  Random& random_;
  Weighted function_weights_;
  std::string_view apostrophe_ = "'";
  std::size_t before_ = 0;  // index of the function word just written, if it was one
  bool after_function_ = false;
  std::size_t function_begin_ = 0;  // where it begins
  std::size_t last_rank_ = 0;       // of the content word just written
};

}  // namespace bench
