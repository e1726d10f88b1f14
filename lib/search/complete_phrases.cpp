#include <algorithm>
#include <unordered_map>

#include "index/document.hpp"
#include "search/complete.hpp"

namespace kiosque::searching {
namespace {

using indexing::Headlines;

// So many places of a range are looked at in all segments together, evenly over it, and at least
// and at most so many in each. Since equal phrases are neighbours, none is missed that takes so
// great a share of the range; of a range that is no longer, none at all.
constexpr std::size_t kProbes = 1024;
constexpr std::size_t kLeastProbes = 128;
constexpr std::size_t kMostProbes = 512;
// A phrase goes on over so many joining words at most.
constexpr std::size_t kMostJoining = 4;

bool is_gap(char c) {
  return c == indexing::kWordGap || c == indexing::kBreak;
}

// How much of `text`, which begins with `pattern`, is the phrase; 0: there is none.
std::size_t phrase_size(std::string_view text, std::size_t pattern, std::size_t words) {
  std::size_t begin = pattern;  // of the last word
  while (begin > 0 && !is_gap(text[begin - 1])) --begin;
  for (std::size_t joining = 0;; ++joining) {
    std::size_t end = std::max(begin, joining == 0 ? pattern : begin);
    while (end < text.size() && !is_gap(text[end])) ++end;
    if (end == begin) return 0;
    if (words > 1 && !joins(text.substr(begin, end - begin))) return end;
    if (joining > kMostJoining || end == text.size() || text[end] == indexing::kBreak) return 0;
    begin = end + 1;
    ++words;
  }
}

struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Phrase {
  std::size_t count = 0;      // of places, in living articles
  std::vector<Range> ranges;  // by segment
};

std::size_t living_places(const Snapshot::Part& part, const Range& range) {
  if (!part.has_dead()) return range.last - range.first;
  std::size_t count = 0;
  const Headlines& headlines = part.lists().headlines;
  for (std::size_t place = range.first; place < range.last; ++place)
    count += part.living.test(headlines.document(place)) ? 1 : 0;
  return count;
}

using Phrases = std::unordered_map<std::string, Phrase>;

// Of one segment; whether all were seen.
bool collect(const Snapshot& snapshot, std::size_t part, const std::string& pattern,
             std::size_t words, Phrases& phrases) {
  const Headlines& headlines = snapshot.parts()[part].lists().headlines;
  const auto [first, last] = headlines.range(pattern);
  const std::size_t probes =
      std::clamp(kProbes / snapshot.parts().size(), kLeastProbes, kMostProbes);
  const std::size_t step = std::max<std::size_t>(1, (last - first) / probes);
  std::size_t seen = first;  // everything before is of a phrase that is known
  for (std::size_t place = first; place < last;) {
    const std::string_view text = headlines.text(place);
    const std::size_t size = phrase_size(text, pattern.size(), words);
    if (size == 0) {
      place += step;
      continue;
    }
    std::string phrase(text.substr(0, size));
    const auto range = headlines.range_around(phrase, place, seen, last);
    Phrase& known = phrases[std::move(phrase)];
    known.ranges.resize(snapshot.parts().size());
    known.ranges[part] = {range.first, range.second};
    seen = std::max(seen, range.second);
    place = std::max(place + step, range.second);
  }
  return step == 1;
}

// As the headline at a place has it.
std::string spelled(Seat& seat, std::size_t part, std::size_t place, std::string_view phrase) {
  const auto& one = seat.snapshot->parts()[part];
  const Headlines& headlines = one.lists().headlines;
  const std::uint32_t document = headlines.document(place);
  const std::string_view before = headlines.headline(document).substr(0, headlines.offset(place));
  const auto first = static_cast<std::size_t>(std::count_if(before.begin(), before.end(), is_gap));
  const auto words = static_cast<std::size_t>(std::count_if(phrase.begin(), phrase.end(), is_gap));
  const std::string title =
      indexing::decode_article(one.segment->words().at(document).card()).title;
  analysis::Words analyzed;
  seat.analyzer.analyze(title, analyzed);
  std::size_t begin = title.size();
  std::size_t end = 0;
  std::size_t at = 0;
  for (const auto& word : analyzed.list()) {
    if (word.alternative) continue;
    if (at == first) begin = word.begin;
    if (at == first + words) end = word.end;
    ++at;
  }
  if (begin >= end) return std::string(phrase);
  return in_small_letters(std::string_view(title).substr(begin, end - begin));
}

}  // namespace

// As most of some headlines have it, taken evenly.
std::string spelled_phrase(Seat& seat, const std::string& folded) {
  constexpr std::size_t kAsked = 5;
  std::unordered_map<std::string, std::size_t> counts;
  std::string most;
  const auto& parts = seat.snapshot->parts();
  for (std::size_t part = parts.size(); part-- > 0;) {
    const auto& one = parts[part];
    const Headlines& headlines = one.lists().headlines;
    const auto [first, last] = headlines.range_of_words(folded, 0, headlines.size());
    const std::size_t step = std::max<std::size_t>(1, (last - first) / kAsked);
    std::size_t asked = 0;
    for (std::size_t place = first; place < last && asked < kAsked; place += step) {
      if (!one.living.test(headlines.document(place))) continue;
      ++asked;
      const std::string spelling = spelled(seat, part, place, folded);
      const std::size_t count = ++counts[spelling];
      if (most.empty() || count > counts[most] || (count == counts[most] && spelling > most))
        most = spelling;
    }
  }
  return most.empty() ? folded : most;
}

std::vector<Found> complete_phrases(Seat& seat, const Typed& typed, std::size_t limit) {
  const Snapshot& snapshot = *seat.snapshot;
  const std::string pattern = typed.pattern();
  Phrases phrases;
  bool all = true;
  for (std::size_t i = 0; i < snapshot.parts().size(); ++i)
    all = collect(snapshot, i, pattern, typed.size(), phrases) && all;
  std::vector<std::pair<const std::string*, Phrase*>> order;
  for (auto& [text, phrase] : phrases) {
    for (std::size_t i = 0; i < phrase.ranges.size(); ++i)
      phrase.count += living_places(snapshot.parts()[i], phrase.ranges[i]);
    order.emplace_back(&text, &phrase);
  }
  const auto sort = [&] {
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.second->count != b.second->count ? a.second->count > b.second->count
                                                : *a.first < *b.first;
    });
  };
  sort();
  if (!all && snapshot.parts().size() > 1) {
    // What was seen in one segment may be in another, between what was looked at there.
    if (order.size() > 3 * limit) order.resize(3 * limit);
    for (auto& [text, phrase] : order) {
      phrase->count = 0;
      for (std::size_t i = 0; i < phrase->ranges.size(); ++i) {
        const Headlines& headlines = snapshot.parts()[i].lists().headlines;
        const auto [first, last] = headlines.range_of_words(*text, 0, headlines.size());
        phrase->ranges[i] = {first, last};
        phrase->count += living_places(snapshot.parts()[i], phrase->ranges[i]);
      }
    }
    sort();
  }
  std::vector<Found> found;
  for (const auto& [text, phrase] : order) {
    if (found.size() == limit || phrase->count == 0) break;
    found.push_back({{}, CompletionKind::phrase, phrase->count, *text});
  }
  return found;
}

}  // namespace kiosque::searching
