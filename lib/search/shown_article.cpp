#include "search/shown_article.hpp"

#include <string_view>
#include <utility>

#include "analysis/sentences.hpp"
#include "support/text.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLongestText = 200'000;  // bytes looked at for a passage

std::string joined(std::string_view lead, std::string_view body) {
  std::string text;
  text.reserve(lead.size() + 2 + body.size());
  text = lead;
  if (!text.empty() && !body.empty()) text += "\n\n";
  text += support::cut_utf8(body, kLongestText);
  return text;
}

}  // namespace

SnippetText::SnippetText(std::string_view lead_text, std::string_view body)
    : text(joined(lead_text, body)),
      lead(lead_text.size()),
      starts(analysis::sentence_starts(text)),
      quotations(text),
      words(text) {}

ShownArticle::ShownArticle(Article read) : text(read.lead, read.body), article(std::move(read)) {
  article.lead = {};
  article.body = {};
}

std::size_t ShownArticle::bytes() const {
  // The rest of the article is short, and about a thousand bytes.
  constexpr std::size_t kRest = 1'000;
  return sizeof *this + kRest + text.text.capacity() +
         text.starts.capacity() * sizeof(std::size_t) + text.words.bytes();
}

}  // namespace kiosque::searching
