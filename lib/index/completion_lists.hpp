#pragma once
// What completions are looked up in, beside each segment: sorted when the segment is written,
// mapped and used in place (docs/decisions/completions.md).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <kiosque/article.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/headlines.hpp"
#include "index/word_list.hpp"

namespace kiosque::indexing {

/// Counts are of articles, the dead ones included.
struct CompletionLists {
  WordList words;       // the folded words of title, lead and body
  WordList forms;       // their forms with accents: the folded word, a colon, the form
  WordList values;      // of tag, author, section and source: see value_key
  Headlines headlines;  // of every article

  CompletionLists() = default;
  /// As written, of so many documents. The bytes have to outlive it.
  CompletionLists(std::string_view bytes, std::size_t documents);

  [[nodiscard]] bool empty() const { return words.size() + headlines.size() == 0; }
};

/// Fields whose values are listed, by the letter that their keys begin with.
struct ListedField {
  char letter;
  std::string_view name;
};
inline constexpr ListedField kListedFields[] = {
    {'k', "tag"}, {'a', "author"}, {'r', "section"}, {'s', "source"}};

/// A value is listed once for each of its words: the field's letter, the folded words from that one
/// on, the separator, the value as it is printed.
inline constexpr char kValueSeparator = '\x1f';
std::string value_key(char letter, std::string_view words, std::string_view spelling);

/// The folded words of a text, with blanks between them.
std::string folded_words(std::string_view text, analysis::Analyzer& analyzer);

class CompletionBuilder {
 public:
  /// The next article.
  void add(const Article& article, analysis::Analyzer& analyzer);
  /// A term of the segment, in their order, and how many articles have it.
  void add_term(std::string_view term, std::uint32_t count);
  void write(std::string& out) const;

 private:
  void add_value(char letter, std::string_view value, analysis::Analyzer& analyzer);

  struct Value {
    std::uint32_t count = 0;
    std::uint32_t last = 0;  // the last article with it
    std::string words = {};  // folded
  };
  WordListBuilder words_;
  WordListBuilder forms_;
  HeadlinesBuilder headlines_;
  std::map<std::string, Value, std::less<>> values_;  // the letter and the value
  std::uint32_t articles_ = 0;
  analysis::Words analyzed_;
};

/// One of several, their documents one after the other.
void merge_completions(const std::vector<const CompletionLists*>& sources, std::ostream& out);

}  // namespace kiosque::indexing
