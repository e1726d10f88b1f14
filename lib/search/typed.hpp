#pragma once
// A text that is being typed: whole words, and the beginning of one.

#include <kiosque/span.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"

namespace kiosque::searching {

struct Typed {
  std::vector<std::string> words = {};  // folded
  std::string prefix = {};              // folded; empty: the next word has not begun
  std::string before = {};              // as typed, up to the word that is being typed

  [[nodiscard]] bool empty() const { return words.empty() && prefix.empty(); }
  /// Of words, the one that is being typed included.
  [[nodiscard]] std::size_t size() const { return words.size() + 1; }
  /// All of it, with blanks between the words; behind the last where the next has not begun.
  [[nodiscard]] std::string pattern() const;
  /// The words that are complete, with blanks between them.
  [[nodiscard]] std::string whole_words() const;
};

/// Any bytes are taken; of a text too long to have been typed, nothing.
Typed read_typed(std::string_view text, analysis::Analyzer& analyzer);

/// Where it stands in a text: side by side, else each word where it comes first.
std::vector<Span> find_typed(std::string_view text, const Typed& typed,
                             analysis::Analyzer& analyzer);

/// Whether a word (folded) only joins others: an article, a preposition, a pronoun. Nobody looks
/// for it, and no phrase ends in it.
bool joins(std::string_view word);

/// In small letters, with the apostrophes of print and single blanks.
std::string in_small_letters(std::string_view text);

}  // namespace kiosque::searching
