#include "search/snippet.hpp"

#include <algorithm>

#include "search/borders.hpp"
#include "search/passages.hpp"
#include "support/text.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kMostSightings = 2000;  // that a passage is chosen from
constexpr std::string_view kEllipsis = "…";

void append_times(std::string& text, std::string_view piece, std::size_t times) {
  for (; times > 0; --times) text += piece;
}

// Appends a passage as one line: white space is collapsed, and quotations that are cut keep both
// their marks.
void append_passage(const Source& source, const Quotations& quotations, const Passage& passage,
                    Lookout& lookout, Snippet& snippet) {
  const std::string_view text = source.text.substr(passage.begin, passage.end - passage.begin);
  const auto [opening, closing] = quotations.lacking(passage.begin, passage.end);
  if (!snippet.text.empty()) {
    if (!snippet.text.ends_with(kEllipsis)) snippet.text += " …";
    snippet.text += ' ';
  } else if (opening == 0 && passage.begin > source.starts[0]) {
    snippet.text += "… ";
  }
  append_times(snippet.text, "« … ", opening);
  const std::vector<Sighting> sightings = lookout.all(text);
  auto sighting = sightings.begin();
  std::size_t open = 0;
  bool inside = false;
  bool blank = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (inside && i == sighting->end) {
      snippet.spans.push_back({open, snippet.text.size()});
      inside = false;
      ++sighting;
    }
    if (i == text.size()) break;
    if (is_blank(text[i])) {
      blank = true;
      continue;
    }
    if (blank && !snippet.text.empty() && snippet.text.back() != ' ') snippet.text += ' ';
    blank = false;
    if (!inside && sighting != sightings.end() && i == sighting->begin) {
      open = snippet.text.size();
      inside = true;
    }
    snippet.text += text[i];
  }
  if (!support::trim(source.text.substr(passage.end)).empty()) snippet.text += " …";
  append_times(snippet.text, " »", closing);
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, Lookout& lookout) {
  std::vector<Span> spans;
  for (const Sighting& sighting : lookout.all(text))
    spans.push_back({sighting.begin, sighting.end});
  return spans;
}

Snippet make_snippet(const SnippetText& text, std::size_t length, std::size_t passages,
                     Lookout& lookout) {
  if (length == 0 || text.starts.empty()) return {};
  Source source{text.text, text.lead, text.starts, lookout.telling(text.text, text.words)};
  if (source.sightings.empty()) source.sightings = lookout.all(text.text);
  if (source.sightings.size() > kMostSightings) source.sightings.resize(kMostSightings);
  Snippet snippet;
  passages = std::clamp<std::size_t>(passages, 1, 10);
  for (const Passage& passage : choose_passages(source, lookout.words(), length, passages))
    append_passage(source, text.quotations, passage, lookout, snippet);
  return snippet;
}

std::string to_html(std::string_view text, const std::vector<Span>& spans) {
  std::string html;
  html.reserve(text.size() + spans.size() * 13 + 16);
  auto span = spans.begin();
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (span != spans.end() && i == span->end) {
      html += "</mark>";
      ++span;
    }
    if (span != spans.end() && i == span->begin) html += "<mark>";
    if (i == text.size()) break;
    switch (text[i]) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += text[i];
    }
  }
  return html;
}

}  // namespace kiosque::searching
