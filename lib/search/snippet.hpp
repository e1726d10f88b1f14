#pragma once
// The passage of an article that shows why it matched.

#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "query/compile.hpp"

namespace kiosque::searching {

/// The words of `text` that the query matched, by the analyzer that matched them.
std::vector<Span> find_matches(std::string_view text, const querying::MatchWords& words,
                               analysis::Analyzer& analyzer);

struct Snippet {
  std::string text;         // one line, plain; "… " and " …" where the article goes on
  std::vector<Span> spans;  // the matches in `text`
};

/// At most about `length` characters around the most different matches of lead and body, from the
/// start of a sentence where one is near; without a match, the lead, or else how the body opens.
Snippet make_snippet(std::string_view lead, std::string_view body,
                     const querying::MatchWords& words, std::size_t length,
                     analysis::Analyzer& analyzer);

/// & < > " escaped, the spans in <mark>.
std::string to_html(std::string_view text, const std::vector<Span>& spans);

}  // namespace kiosque::searching
