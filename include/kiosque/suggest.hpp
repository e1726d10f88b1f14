#pragma once
// Completions of what is being typed, out of what an archive holds.
//
//   for (const auto& completion : searcher.suggest("réforme des ret", {.limit = 8}))
//     fmt::print("{} ({})\n", completion.text, completion.count);  // réforme des retraites (12) …

#include <cstddef>
#include <kiosque/span.hpp>
#include <string>
#include <vector>

namespace kiosque {

/// What a completion is.
enum class CompletionKind {
  word,    ///< of title, lead or body; behind others that stand before it in articles
  phrase,  ///< words side by side in headlines
  tag,     ///< these four: a value of the field, one of whose words begins so
  author,
  section,
  source,
  title,  ///< the headline of an article, its words in any order
};

struct Completion {
  std::string text = {};  ///< words and phrases in small letters, all else as it is printed
  CompletionKind kind = CompletionKind::word;
  /// Articles: with the word (behind those typed before it), with the value, under the headline. Of
  /// a phrase: how often it stands in headlines.
  std::size_t count = 0;
  std::vector<Span> spans = {};  ///< in `text`: what was typed
  bool corrected = false;        ///< it was typed with an error
  std::string id = {};           ///< of a title: the article's, the newest where several bear it
};

struct SuggestOptions {
  std::size_t limit = 10;
  std::vector<CompletionKind> kinds = {};  ///< empty: all
  bool typos =
      true;  ///< from four letters on a typing error is forgiven where little else is found
};

}  // namespace kiosque
