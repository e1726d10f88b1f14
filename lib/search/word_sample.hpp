#pragma once
// The words of a few articles: how many have each, how it is written, which stand in headlines.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.hpp"
#include "query/match_words.hpp"
#include "search/snapshot.hpp"

namespace kiosque::searching {

/// Whether a word tells nothing by itself: of grammar, a single letter, or with digits.
bool tells_nothing(std::string_view surface);

class WordSample {
 public:
  /// The words of `left_out` (prepared) are left out, and those that tell nothing.
  WordSample(Seat& seat, const querying::MatchWords& left_out) : seat_(seat), left_out_(left_out) {}

  struct Word {
    std::string term = {};       // finds it: its stem, or in an article not in French its surface
    std::uint32_t articles = 0;  // of the sample
    std::map<std::string, std::uint32_t, std::less<>> spellings = {};
    std::uint32_t last = 0;  // the last article with it, from 1
    /// The one used most; of equals that in small letters, then the first by letter.
    [[nodiscard]] const std::string& written() const;
  };
  /// A word at its place: bytes [begin, end) of Text::text.
  struct Token {
    std::uint32_t number = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Text {
    std::string id;
    std::string title;
    std::string text;  // title, lead and body
    std::vector<Token> tokens;
    std::size_t title_tokens = 0;  // the first of them
  };

  void add(const DocumentPlace& place);

  /// In the order in which they were met.
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::vector<Text>& articles() const { return articles_; }

 private:
  void read(std::string_view text, bool french, Text& article);

  Seat& seat_;
  const querying::MatchWords& left_out_;
  analysis::Words analyzed_;
  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by term
  std::vector<Text> articles_;
};

}  // namespace kiosque::searching
