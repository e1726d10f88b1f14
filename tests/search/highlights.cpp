#include "search/highlights.hpp"

#include <algorithm>
#include <string_view>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

namespace kiosque::testing {
namespace {

std::string without_brackets(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// What a browser shows of it, marks in brackets.
std::string shown(std::string html) {
  replace(html, "<mark>", "[");
  replace(html, "</mark>", "]");
  replace(html, "&lt;", "<");
  replace(html, "&gt;", ">");
  replace(html, "&quot;", "\"");
  replace(html, "&amp;", "&");
  return html;
}

}  // namespace

std::string in_brackets(const std::string& text, const std::vector<Span>& spans) {
  std::string marked;
  std::size_t at = 0;
  for (const Span& span : spans) {
    if (span.begin < at || span.end <= span.begin || span.end > text.size()) return "spans: broken";
    marked += text.substr(at, span.begin - at) + '[';
    marked += text.substr(span.begin, span.end - span.begin) + ']';
    at = span.end;
  }
  return marked + text.substr(at);
}

void check_highlights(std::span<const Highlight> cases, const SearchOptions& options) {
  std::vector<Article> articles;
  for (const Highlight& row : cases) {
    const std::string text = without_brackets(row.marked);
    articles.push_back({.id = std::to_string(articles.size()), .title = text, .body = text});
  }
  const TinyArchive archive(articles);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].query << " / " << cases[i].marked);
    SearchOptions one = options;
    one.filters.push_back({"id", std::to_string(i)});
    const Results results = archive.search(cases[i].query, one);
    const bool wanted = std::string_view(cases[i].marked).find('[') != std::string_view::npos;
    CHECK(results.total <= 1);
    if (wanted) CHECK(results.total == 1);
    for (const Hit& hit : results.hits) {
      CHECK(in_brackets(hit.snippet_text, hit.snippet_spans) == cases[i].marked);
      CHECK(in_brackets(hit.title, hit.title_spans) == cases[i].marked);
      CHECK(shown(hit.snippet) == cases[i].marked);
    }
  }
}

}  // namespace kiosque::testing
