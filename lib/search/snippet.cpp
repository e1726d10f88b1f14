#include "search/snippet.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include "analysis/sentences.hpp"
#include "support/text.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLongestText = 200'000;  // bytes looked at for a passage
constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kOpen = "«";
constexpr std::string_view kClose = "»";

// What a word tells that was seen before, of what it tells at first; how much more words tell that
// stand side by side; and a passage of the lead. Chosen by eye.
constexpr double kAgain = 0.1;
constexpr double kSideBySide = 0.3;
constexpr double kLead = 1.15;
constexpr std::size_t kMostAgain = 2;
// Of the length wanted: what is enough of a passage to end it with its sentence.
constexpr double kEnough = 0.6;
constexpr std::size_t kLongestQuotation = 4000;  // bytes looked back for where it begins

using Sightings = std::vector<Sighting>;

bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

// Where the character after `count` characters from `at` on begins.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  // Eight bytes at a time: those with the high bit and without the next one go on a character.
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  while (count >= 8 && at + 8 <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t going_on = eight & ~(eight << 1U) & kHighBits;
    count -= 8 - ((going_on >> 7U) * kOnes >> 56U);
    at += 8;
  }
  for (; at < text.size(); ++at) {
    if ((text[at] & 0xC0) != 0x80 && count-- == 0) break;
  }
  return at;
}

// Whether [begin, end) has at most `count` characters.
bool fits(std::string_view text, std::size_t begin, std::size_t end, std::size_t count) {
  return end <= begin + count || end <= forward(text, begin, count);
}

// The last border of words behind `begin`, up to `end`, in a text without blanks there: Chinese, an
// address. By Unicode's rules (UAX 29), so that no grapheme is cut.
std::size_t border_before(std::string_view text, std::size_t begin, std::size_t end) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getFrench(), error));
  if (U_FAILURE(error)) return begin;
  // Some way beyond the end, since a border depends on what follows.
  constexpr std::size_t kBeyond = 64;
  const std::string_view piece = support::cut_utf8(text.substr(begin), end - begin + kBeyond);
  UText* const bytes =
      utext_openUTF8(nullptr, piece.data(), static_cast<std::int64_t>(piece.size()), &error);
  words->setText(bytes, error);
  std::size_t border = begin;
  if (U_SUCCESS(error)) {
    const auto found = words->preceding(static_cast<std::int32_t>(end - begin) + 1);
    if (found > 0) border = begin + static_cast<std::size_t>(found);
  }
  utext_close(bytes);
  return border;
}

// A text, and where words of the query stand in it.
struct Source {
  std::string_view text;
  std::size_t lead = 0;  // bytes
  std::vector<std::size_t> starts;  // of sentences
  Sightings sightings;

  [[nodiscard]] std::size_t end_of(std::size_t sentence) const {
    std::size_t end = sentence + 1 < starts.size() ? starts[sentence + 1] : text.size();
    while (end > starts[sentence] && is_blank(text[end - 1])) --end;
    return end;
  }
  [[nodiscard]] std::size_t sentence_at(std::size_t at) const {
    const auto next = std::upper_bound(starts.begin(), starts.end(), at);
    return next == starts.begin() ? 0 : static_cast<std::size_t>(next - starts.begin()) - 1;
  }
};

struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  double value = -1;
};

// Chooses passages of one text.
class Chooser {
 public:
  Chooser(const Source& source, const querying::MatchWords& words, std::size_t length)
      : source_(source), words_(words), length_(length) {}

  Passage best() const {
    Passage best;
    const Sightings& all = source_.sightings;
    for (std::size_t first = 0; first < all.size(); ++first) {
      const std::size_t begin = begin_for(first);
      // The first sighting of a passage stands for it.
      if (first > 0 && all[first - 1].begin >= begin && begin_for(first - 1) == begin) continue;
      Passage passage{begin, end_from(begin, all[first].end), 0};
      passage.value = value_of(first, passage);
      if (passage.value > best.value * (1 + 1e-9)) best = passage;
    }
    return best;
  }

  // What was shown tells less.
  void showed(const Passage& passage) {
    taken_.push_back(passage);
    for (const Sighting& sighting : source_.sightings) {
      if (sighting.begin >= passage.begin && sighting.end <= passage.end)
        shown_.push_back(sighting.number);
    }
  }

  [[nodiscard]] std::size_t end_from(std::size_t begin, std::size_t least) const {
    const std::string_view text = source_.text;
    std::size_t sentence = source_.sentence_at(begin);
    std::size_t end = begin;
    for (; sentence < source_.starts.size(); ++sentence) {
      const std::size_t here = source_.end_of(sentence);
      if (!fits(text, begin, here, length_)) break;
      end = std::max(end, here);
    }
    const auto enough = static_cast<std::size_t>(static_cast<double>(length_) * kEnough);
    if (end >= least && (sentence == source_.starts.size() || !fits(text, begin, end, enough)))
      return end;
    return std::max(cut_before(begin, forward(text, begin, length_)), least);
  }

 private:
  // The start of the sentence, or of a word not far before, where the sentence is long.
  [[nodiscard]] std::size_t begin_for(std::size_t sighting) const {
    const std::string_view text = source_.text;
    const std::size_t at = source_.sightings[sighting].begin;
    const std::size_t start = source_.starts[source_.sentence_at(at)];
    if (fits(text, start, source_.sightings[sighting].end, length_ / 2) ||
        fits(text, start, source_.end_of(source_.sentence_at(at)), length_)) {
      return start;
    }
    // From about a quarter before.
    std::size_t begin = at;
    std::size_t reach = length_ / 4;
    while (begin > start && reach > 0) {
      --begin;
      if ((text[begin] & 0xC0) != 0x80) --reach;
    }
    while (begin < at && !is_blank(text[begin])) ++begin;
    while (begin < at && is_blank(text[begin])) ++begin;
    return begin;
  }

  // The last end of a word up to `limit`.
  [[nodiscard]] std::size_t cut_before(std::size_t begin, std::size_t limit) const {
    const std::string_view text = source_.text;
    if (limit >= text.size() || is_blank(text[limit])) return trimmed(begin, limit);
    std::size_t end = limit;
    while (end > begin && !is_blank(text[end - 1])) --end;
    if (end == begin) return border_before(text, begin, limit);
    return trimmed(begin, end);
  }
  [[nodiscard]] std::size_t trimmed(std::size_t begin, std::size_t end) const {
    while (end > begin && is_blank(source_.text[end - 1])) --end;
    return end;
  }

  [[nodiscard]] double value_of(std::size_t first, const Passage& passage) const {
    for (const Passage& other : taken_) {
      if (passage.begin < other.end && other.begin < passage.end) return -1;
    }
    double value = 0;
    std::vector<std::size_t> seen = shown_;
    const Sightings& all = source_.sightings;
    for (std::size_t i = first; i < all.size() && all[i].end <= passage.end; ++i) {
      const auto times = std::count(seen.begin(), seen.end(), all[i].number);
      const double worth = words_.worth(all[i].number);
      if (times == 0) {
        value += worth;
      } else if (times <= static_cast<std::ptrdiff_t>(kMostAgain)) {
        value += worth * kAgain;
      }
      seen.push_back(all[i].number);
      // An article, an elision or a hyphen may be between.
      constexpr std::size_t kNear = 5;
      if (i > first && all[i].number != all[i - 1].number &&
          all[i].begin <= all[i - 1].end + kNear) {
        value += kSideBySide * std::min(worth, words_.worth(all[i - 1].number));
      }
    }
    return passage.begin < source_.lead ? value * kLead : value;
  }

  const Source& source_;
  const querying::MatchWords& words_;
  std::size_t length_;
  std::vector<Passage> taken_;
  std::vector<std::size_t> shown_;  // numbers of words
};

// Whether `at` is inside a quotation « … » that begins on the same line.
bool is_quoted(std::string_view text, std::size_t at) {
  const std::size_t from = at > kLongestQuotation ? at - kLongestQuotation : 0;
  std::string_view before = text.substr(from, at - from);
  before.remove_prefix(std::min(before.rfind('\n') + 1, before.size()));
  const std::size_t open = before.rfind(kOpen);
  const std::size_t close = before.rfind(kClose);
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

// Appends a passage as one line: white space is collapsed, and quotations that are cut keep both
// their marks.
void append_passage(const Source& source, const Passage& passage, Lookout& lookout,
                    Snippet& snippet) {
  const std::string_view text = source.text.substr(passage.begin, passage.end - passage.begin);
  const bool begins = passage.begin == 0 || (source.lead > 0 && passage.begin == source.starts[0]);
  const bool quoted = is_quoted(source.text, passage.begin) && !text.starts_with(kOpen);
  if (!snippet.text.empty()) {
    if (!snippet.text.ends_with(kEllipsis)) snippet.text += " …";
    snippet.text += ' ';
    if (quoted) snippet.text += "« … ";
  } else if (quoted) {
    snippet.text += "« … ";
  } else if (!begins) {
    snippet.text += "… ";
  }
  const Sightings sightings = lookout.all(text);
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
  const bool goes_on = !support::trim(source.text.substr(passage.end)).empty();
  if (goes_on) snippet.text += " …";
  if (goes_on && is_quoted(source.text, passage.end)) snippet.text += " »";
}

}  // namespace

std::vector<Span> find_matches(std::string_view text, Lookout& lookout) {
  std::vector<Span> spans;
  for (const Sighting& sighting : lookout.all(text))
    spans.push_back({sighting.begin, sighting.end});
  return spans;
}

Snippet make_snippet(std::string_view lead, std::string_view body, std::size_t length,
                     std::size_t passages, Lookout& lookout) {
  if (length == 0) return {};
  std::string whole(lead);
  if (!whole.empty() && !body.empty()) whole += "\n\n";
  whole += support::cut_utf8(body, kLongestText);
  Source source{whole, lead.size(), analysis::sentence_starts(whole), {}};
  if (source.starts.empty()) return {};
  source.sightings = lookout.telling(whole);
  if (source.sightings.empty()) source.sightings = lookout.all(whole);

  passages = std::clamp<std::size_t>(passages, 1, 10);
  Chooser chooser(source, lookout.words(), std::max<std::size_t>(length / passages, 1));
  std::vector<Passage> chosen;
  while (chosen.size() < passages) {
    const Passage passage = chooser.best();
    if (passage.value < 0) break;
    chooser.showed(passage);
    chosen.push_back(passage);
  }
  if (chosen.empty()) {
    const std::size_t begin = source.starts[0];
    chosen.push_back({begin, chooser.end_from(begin, begin), 0});
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Passage& a, const Passage& b) { return a.begin < b.begin; });
  Snippet snippet;
  for (const Passage& passage : chosen) append_passage(source, passage, lookout, snippet);
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
