// Pages of HTML: one article a stream.

#include <string>
#include <utility>

#include "corpus/html/page.hpp"
#include "corpus/readers.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

std::string lower(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (c == '\0') continue;  // two bytes a character
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

}  // namespace

bool is_html(std::string_view head) {
  constexpr std::size_t kEnough = 16U << 10U;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (head.starts_with(mark)) head.remove_prefix(mark.size());
  }
  const std::string start = lower(head.substr(0, kEnough));
  const std::string_view text = support::trim(start);
  const bool markup = text.starts_with('<');
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body"}) {
    const std::size_t at = start.find(mark);
    if (at == std::string::npos) continue;
    // A page that something was written before is a page; a text that speaks of one is not.
    constexpr std::size_t kPreamble = 512;
    if (markup || at < kPreamble) return true;
  }
  if (!markup) return false;
  for (const std::string_view mark :
       {"<div",     "<p>",    "<p ",     "<article", "<main", "<style", "</",    "<link",
        "<header",  "<base",  "<font",   "<b>",      "<a ",   "<h1",    "<meta", "<title",
        "<section", "<table", "<script", "<span",    "<ul",   "<!--"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

void record_page(Input& input, std::string bytes, const std::string& url, std::size_t entry) {
  try {
    Page page =
        html::read_page(std::move(bytes), {.url = url, .today = input.today, .rules = input.rules});
    if (page.article.body.empty() && page.article.lead.empty()) {
      input.reject({.line = entry,
                    .code = "empty",
                    .reason = "no article was found in the page.",
                    .remedy = "Is it an article's page? See `kiosque clean --explain`."});
      return;
    }
    input.record(std::move(page.article), entry);
  } catch (const html::TooMuch& problem) {
    input.reject({.line = entry,
                  .code = "too_complex",
                  .reason = problem.what(),
                  .remedy = "No browser would show such a page: leave it out."});
  }
}

void read_html(Input& input) {
  auto bytes = read_whole(input, input.max_page_bytes);
  if (bytes) record_page(input, std::move(*bytes), {}, 0);
}

}  // namespace kiosque::corpus
