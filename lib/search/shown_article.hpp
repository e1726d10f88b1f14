#pragma once
// An article that is shown with a snippet, and what snippets need of its texts. It is kept for a
// while: who types is shown nearly the same articles at each letter.

#include <cstddef>
#include <cstdint>
#include <kiosque/article.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/quotations.hpp"
#include "search/recent.hpp"
#include "search/word_starts.hpp"

namespace kiosque::searching {

/// Lead and body as one text. Never changes.
struct SnippetText {
  SnippetText(std::string_view lead, std::string_view body);
  SnippetText(const SnippetText&) = delete;
  SnippetText& operator=(const SnippetText&) = delete;

  std::string text;                 // what of a body is beyond 200 kB is left out
  std::size_t lead = 0;             // bytes
  std::vector<std::size_t> starts;  // of sentences
  Quotations quotations;
  WordStarts words;
};

struct ShownArticle {
  explicit ShownArticle(Article read);

  SnippetText text;
  Article article;  // without lead and body

  [[nodiscard]] std::size_t bytes() const;
};

/// By the numbers of segment and document.
using ShownArticles = Recent<std::uint64_t, ShownArticle>;

}  // namespace kiosque::searching
