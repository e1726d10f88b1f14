#include "search/snippet.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "analysis/characters.hpp"
#include "support/text.hpp"
#include "support/utf8.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLongestText = 200'000;  // bytes looked at for a passage
constexpr std::string_view kEllipsis = "…";

struct Match {
  Span span;
  std::string stem;
};

std::vector<Match> matches_in(std::string_view text, const querying::MatchWords& words,
                              analysis::Analyzer& analyzer, analysis::Words& analyzed) {
  std::vector<Match> matches;
  analyzer.analyze(text, analyzed);
  for (const auto& word : analyzed.list()) {
    const auto stem = analyzed.stem(word);
    if (!words.match(analyzed.surface(word), stem, analyzed.exact(word))) continue;
    // The parts and forms of one word have its bytes.
    if (!matches.empty() && matches.back().span.end > word.begin) continue;
    matches.push_back({{word.begin, word.end}, std::string(stem)});
  }
  return matches;
}

// Rare words tell more than frequent ones, and long words are rarer (Zipf's law of abbreviation).
double worth(std::string_view stem) {
  return static_cast<double>(std::min<std::size_t>(stem.size(), 10));
}

bool ends_sentence(std::string_view text, std::size_t at) {
  return text[at] == '\n' ||
         ((text[at] == '.' || text[at] == '!' || text[at] == '?') && at + 1 < text.size() &&
          (text[at + 1] == ' ' || text[at + 1] == '\n'));
}

// Where the sentence that holds `at` begins, if that is less than `reach` bytes away; else the
// start of a word at about that distance.
std::size_t start_before(std::string_view text, std::size_t at, std::size_t reach) {
  const std::size_t limit = at > reach ? at - reach : 0;
  for (std::size_t i = at; i > limit; --i) {
    if (ends_sentence(text, i - 1)) return i;
  }
  if (limit == 0) return 0;
  for (std::size_t i = limit; i < at; ++i) {
    if (text[i] == ' ' || text[i] == '\n') return i + 1;
  }
  return at;
}

// The last break between words that leaves at most `length` characters from `begin`, but not before
// `least`.
std::size_t end_after(std::string_view text, std::size_t begin, std::size_t length,
                      std::size_t least) {
  std::size_t at = begin;
  std::size_t seen = 0;
  std::size_t last_break = 0;
  while (at < text.size() && seen < length) {
    const std::size_t here = at;
    support::next_code_point(text, at);
    ++seen;
    if (text[here] == ' ' || text[here] == '\n') last_break = here;
  }
  if (at >= text.size()) return text.size();
  if (text[at] == ' ' || text[at] == '\n') return at;
  return last_break > begin && last_break >= least ? last_break : std::max(at, least);
}

// Takes the passage [begin, end) as one line; white space is collapsed and the matches move along.
Snippet cut(std::string_view text, std::size_t begin, std::size_t end,
            const std::vector<Match>& matches) {
  Snippet snippet;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  if (begin > 0) snippet.text += std::string(kEllipsis) + " ";
  auto match = std::find_if(matches.begin(), matches.end(),
                            [&](const Match& candidate) { return candidate.span.begin >= begin; });
  std::size_t open = 0;
  bool inside = false;
  bool space = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (inside && i == match->span.end) {
      snippet.spans.push_back({open, snippet.text.size()});
      inside = false;
      ++match;
    }
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      space = true;
      continue;
    }
    if (space && !snippet.text.empty() && snippet.text.back() != ' ') snippet.text += ' ';
    space = false;
    if (!inside && match != matches.end() && i == match->span.begin) {
      open = snippet.text.size();
      inside = true;
    }
    snippet.text += text[i];
  }
  if (inside) snippet.spans.push_back({open, snippet.text.size()});
  if (!support::trim(text.substr(end)).empty()) snippet.text += " " + std::string(kEllipsis);
  return snippet;
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, const querying::MatchWords& words,
                               analysis::Analyzer& analyzer) {
  analysis::Words analyzed;
  std::vector<Span> spans;
  for (const Match& match : matches_in(text, words, analyzer, analyzed))
    spans.push_back(match.span);
  return spans;
}

Snippet make_snippet(std::string_view lead, std::string_view body,
                     const querying::MatchWords& words, std::size_t length,
                     analysis::Analyzer& analyzer) {
  if (length == 0) return {};
  std::string text(lead);
  if (!text.empty() && !body.empty()) text += "\n\n";
  text += support::cut_utf8(body, kLongestText);
  if (text.empty()) return {};

  analysis::Words analyzed;
  const std::vector<Match> matches = matches_in(text, words, analyzer, analyzed);
  if (matches.empty()) return cut(text, 0, end_after(text, 0, length, 0), matches);

  // The window of about `length` that holds the most worth of different words; of equals the first.
  double best = -1;
  std::size_t best_first = 0;
  std::size_t last = 0;
  std::multiset<std::string_view> held;
  double score = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    while (last < matches.size() &&
           matches[last].span.end - matches[first].span.begin <= length * 3 / 4) {
      if (held.count(matches[last].stem) == 0) score += worth(matches[last].stem);
      held.insert(matches[last].stem);
      ++last;
    }
    if (score > best) {
      best = score;
      best_first = first;
    }
    if (const auto found = held.find(matches[first].stem); found != held.end()) {
      held.erase(found);
      if (held.count(matches[first].stem) == 0) score -= worth(matches[first].stem);
    }
    last = std::max(last, first + 1);
  }
  const Span& anchor = matches[best_first].span;
  const std::size_t begin = start_before(text, anchor.begin, length / 4 + 10);
  const std::size_t end = end_after(text, begin, length, anchor.end);
  return cut(text, begin, end, matches);
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
