#include <algorithm>
#include <set>

#include "index/document.hpp"
#include "search/complete.hpp"

namespace kiosque::searching {
namespace {

using indexing::Headlines;

// Of words in any order, so many headlines with the rarest are looked at, the newest first.
constexpr std::size_t kMostLookedAt = 4000;

struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};
using Ranges = std::vector<Range>;  // by segment

Ranges ranges_of(const Snapshot& snapshot, const std::string& text, bool whole_words) {
  Ranges ranges;
  for (const auto& part : snapshot.parts()) {
    const Headlines& headlines = part.lists().headlines;
    const auto [first, last] =
        whole_words ? headlines.range_of_words(text, 0, headlines.size()) : headlines.range(text);
    ranges.push_back({first, last});
  }
  return ranges;
}

std::size_t total(const Ranges& ranges) {
  std::size_t total = 0;
  for (const Range& range : ranges) total += range.last - range.first;
  return total;
}

// Whether a word of the headline begins with `word`, or is it.
bool holds(std::string_view headline, std::string_view word, bool whole) {
  const auto is_gap = [&](std::size_t at) {
    return headline[at] == indexing::kWordGap || headline[at] == indexing::kBreak;
  };
  for (std::size_t at = headline.find(word); at != std::string_view::npos;
       at = headline.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || is_gap(at - 1)) && (!whole || end == headline.size() || is_gap(end))) {
      return true;
    }
  }
  return false;
}

// The last `most` living documents at the places of a range, rising.
std::set<std::uint32_t> last_documents(const Snapshot::Part& part, const Range& range,
                                       const std::string& pattern, bool whole, std::size_t most) {
  std::set<std::uint32_t> documents;
  const Headlines& headlines = part.lists().headlines;
  // Where many have it, it is soon found from the end.
  constexpr std::size_t kWalked = 1000;
  if ((range.last - range.first) > part.size() / 8) {
    std::size_t document = part.size();
    for (std::size_t walked = 0; document > 0 && walked < kWalked; --document, ++walked) {
      if (documents.size() == most) return documents;
      if (part.living.test(document) && holds(headlines.headline(document), pattern, whole))
        documents.insert(static_cast<std::uint32_t>(document));
    }
    if (documents.size() == most || document == 0) return documents;
  }
  for (std::size_t place = range.first; place < range.last; ++place) {
    const std::uint32_t document = headlines.document(place);
    if (documents.size() == most && document <= *documents.begin()) continue;
    if (document == 0 || document > part.size() || !part.living.test(document)) continue;
    documents.insert(document);
    if (documents.size() > most) documents.erase(documents.begin());
  }
  return documents;
}

// The last that came first.
std::vector<DocumentPlace> newest(const Snapshot& snapshot, const Ranges& ranges,
                                  const std::string& pattern, bool whole, std::size_t most) {
  std::vector<DocumentPlace> places;
  for (std::size_t part = ranges.size(); part-- > 0 && places.size() < most;) {
    if (ranges[part].first == ranges[part].last) continue;
    const auto documents =
        last_documents(snapshot.parts()[part], ranges[part], pattern, whole, most - places.size());
    for (auto document = documents.rbegin(); document != documents.rend(); ++document)
      places.push_back({static_cast<std::uint32_t>(part), *document});
  }
  return places;
}

// How many living articles have exactly these words for a headline.
std::size_t bearers(const Snapshot& snapshot, const std::string& headline) {
  std::size_t count = 0;
  for (const auto& part : snapshot.parts()) {
    const Headlines& headlines = part.lists().headlines;
    std::size_t place = headlines.lower_bound(headline, 0, headlines.size());
    for (; place < headlines.size() && headlines.text(place) == headline; ++place) {
      const bool whole = headlines.offset(place) == 0;
      if (whole && part.living.test(headlines.document(place))) ++count;
    }
  }
  return count;
}

class Collector {
 public:
  Collector(Seat& seat, std::size_t limit) : seat_(seat), limit_(limit) {}

  [[nodiscard]] bool full() const { return found_.size() >= limit_; }
  void add(const DocumentPlace& place) {
    const auto& part = seat_.snapshot->parts()[place.part];
    std::string folded(part.lists().headlines.headline(place.document));
    if (full() || !known_.insert(folded).second) return;
    Article article = indexing::decode_article(part.segment->words().at(place.document).card());
    const std::size_t count = bearers(*seat_.snapshot, folded);
    std::replace(folded.begin(), folded.end(), indexing::kBreak, indexing::kWordGap);
    found_.push_back({std::move(article.title), CompletionKind::title, count, std::move(folded),
                      std::move(article.id)});
  }
  std::vector<Found> take() { return std::move(found_); }

 private:
  Seat& seat_;
  std::size_t limit_;
  std::set<std::string> known_;  // folded
  std::vector<Found> found_;
};

void add_side_by_side(const Snapshot& snapshot, const Typed& typed, std::size_t limit,
                      Collector& collector) {
  const bool whole = typed.prefix.empty();
  const std::string pattern = whole ? typed.whole_words() : typed.pattern();
  const Ranges ranges = ranges_of(snapshot, pattern, whole);
  // Several may bear the same headline.
  for (std::size_t most = limit; !collector.full(); most *= 4) {
    const auto places = newest(snapshot, ranges, pattern, whole, most);
    for (const DocumentPlace& place : places) collector.add(place);
    if (places.size() < most || most > kMostLookedAt) return;
  }
}

void add_any_order(const Snapshot& snapshot, const Typed& typed, Collector& collector) {
  struct Word {
    std::string text;
    bool whole = true;
    Ranges ranges = {};
  };
  std::vector<Word> words;
  for (const auto& word : typed.words) words.push_back({word, true});
  if (!typed.prefix.empty()) words.push_back({typed.prefix, false});
  if (words.size() < 2) return;
  for (Word& word : words) word.ranges = ranges_of(snapshot, word.text, word.whole);
  const auto rarest = std::min_element(
      words.begin(), words.end(),
      [](const Word& a, const Word& b) { return total(a.ranges) < total(b.ranges); });
  for (const DocumentPlace& place :
       newest(snapshot, rarest->ranges, rarest->text, rarest->whole, kMostLookedAt)) {
    if (collector.full()) return;
    const auto headline = snapshot.parts()[place.part].lists().headlines.headline(place.document);
    if (std::all_of(words.begin(), words.end(),
                    [&](const Word& word) { return holds(headline, word.text, word.whole); })) {
      collector.add(place);
    }
  }
}

}  // namespace

std::vector<Found> complete_headlines(Seat& seat, const Typed& typed, std::size_t limit) {
  Collector collector(seat, limit);
  add_side_by_side(*seat.snapshot, typed, limit, collector);
  if (!collector.full()) add_any_order(*seat.snapshot, typed, collector);
  return collector.take();
}

}  // namespace kiosque::searching
