#pragma once
// The passages of an article that show why it matched.

#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "search/shown_article.hpp"
#include "search/sightings.hpp"

namespace kiosque::searching {

/// The words of `text` that the query matched.
std::vector<Span> find_matches(std::string_view text, Lookout& lookout);

struct Snippet {
  std::string text;         // one line, plain; "…" where something is left out
  std::vector<Span> spans;  // the matches in `text`
};

/// Passages of lead and body, together of about `length` characters, with the words of the query
/// that tell the most, from the start of a sentence where that is near; in the order of the text.
/// Without a match, how lead and body open; what is not longer than `length` is shown whole. Never
/// empty where there is a text and a length. Longer than asked only by the marks of what is left
/// out and of quotations, or where a single match is.
Snippet make_snippet(const SnippetText& text, std::size_t length, std::size_t passages,
                     Lookout& lookout);

/// & < > " escaped, the spans in <mark>.
std::string to_html(std::string_view text, const std::vector<Span>& spans);

}  // namespace kiosque::searching
