#include "search/passages.hpp"

#include <algorithm>

#include "search/borders.hpp"

namespace kiosque::searching {
namespace {

// What a word tells that was seen before, of what it tells at first; how much more words tell that
// stand side by side; and a passage of the lead. Chosen by eye.
constexpr double kAgain = 0.1;
constexpr double kSideBySide = 0.3;
constexpr double kLead = 1.15;
constexpr unsigned kMostAgain = 2;
// Of the length wanted: what is enough of a passage to end it with its sentence.
constexpr double kEnough = 0.6;

// Chooses passages of one text.
class Chooser {
 public:
  Chooser(const Source& source, const querying::MatchWords& words, std::size_t length)
      : source_(source), words_(words), length_(length), shown_(words.terms().size()) {}

  Passage best() const {
    Passage best;
    const auto& all = source_.sightings;
    for (std::size_t first = 0; first < all.size(); ++first) {
      const std::size_t begin = begin_for(first);
      // The first sighting of a passage stands for it.
      if (first > 0 && all[first - 1].begin >= begin && begin_for(first - 1) == begin) continue;
      Passage passage{begin, end_from(begin, all[first].end), 0};
      passage.value = value_of(first, passage);
      if (passage.value > best.value * (1 + 1e-9)) best = passage;
    }
    if (best.value >= 0) best.begin = widened(best);
    return best;
  }

  // What was shown tells less.
  void showed(const Passage& passage) {
    taken_.push_back(passage);
    for (const Sighting& sighting : source_.sightings) {
      if (sighting.begin >= passage.begin && sighting.end <= passage.end) ++shown_[sighting.number];
    }
  }

  [[nodiscard]] std::size_t end_from(std::size_t begin, std::size_t least) const {
    const std::string_view text = source_.text;
    const std::size_t limit = forward(text, begin, length_);
    std::size_t sentence = source_.sentence_at(begin);
    std::size_t end = begin;
    for (; sentence < source_.starts.size() && source_.end_of(sentence) <= limit; ++sentence)
      end = std::max(end, source_.end_of(sentence));
    if (end >= least && (sentence == source_.starts.size() || !fits(text, begin, end, enough())))
      return end;
    return std::max(cut_before(text, begin, limit), least);
  }

 private:
  [[nodiscard]] std::size_t enough() const {
    return static_cast<std::size_t>(static_cast<double>(length_) * kEnough);
  }

  // The start of the sentence, or of a word not far before, where the sentence is long.
  [[nodiscard]] std::size_t begin_for(std::size_t sighting) const {
    const std::string_view text = source_.text;
    const std::size_t at = source_.sightings[sighting].begin;
    const std::size_t sentence = source_.sentence_at(at);
    const std::size_t start = source_.starts[sentence];
    if (fits(text, start, source_.sightings[sighting].end, length_ / 2) ||
        fits(text, start, source_.end_of(sentence), length_)) {
      return start;
    }
    // From about a quarter before.
    const std::size_t before = back(text, start, at, length_ / 4);
    return before == start ? start : word_after(text, before, at);
  }

  // The sentences before belong to a passage that is short, as the last of a text may be.
  [[nodiscard]] std::size_t widened(const Passage& passage) const {
    std::size_t begin = passage.begin;
    std::size_t sentence = source_.sentence_at(begin);
    std::size_t floor = 0;
    for (const Passage& other : taken_) {
      if (other.end <= begin) floor = std::max(floor, other.end);
    }
    // The beginning of its own sentence, where that was left out, is as good as another.
    if (begin > source_.starts[sentence]) ++sentence;
    while (sentence > 0 && source_.starts[sentence - 1] >= floor &&
           fits(source_.text, begin, passage.end, enough()) &&
           fits(source_.text, source_.starts[sentence - 1], passage.end, length_)) {
      begin = source_.starts[--sentence];
    }
    return begin;
  }

  [[nodiscard]] double value_of(std::size_t first, const Passage& passage) const {
    for (const Passage& other : taken_) {
      if (passage.begin < other.end && other.begin < passage.end) return -1;
    }
    double value = 0;
    std::vector<unsigned> seen = shown_;
    const auto& all = source_.sightings;
    for (std::size_t i = first; i < all.size() && all[i].end <= passage.end; ++i) {
      const unsigned times = seen[all[i].number]++;
      const double worth = words_.worth(all[i].number);
      if (times == 0) {
        value += worth;
      } else if (times <= kMostAgain) {
        value += worth * kAgain;
      }
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
  std::vector<unsigned> shown_;  // how often each word, by number
};

}  // namespace

std::size_t Source::end_of(std::size_t sentence) const {
  const std::size_t end = sentence + 1 < starts.size() ? starts[sentence + 1] : text.size();
  return trimmed(text, starts[sentence], end);
}

std::size_t Source::sentence_at(std::size_t at) const {
  const auto next = std::upper_bound(starts.begin(), starts.end(), at);
  return next == starts.begin() ? 0 : static_cast<std::size_t>(next - starts.begin()) - 1;
}

std::vector<Passage> choose_passages(const Source& source, const querying::MatchWords& words,
                                     std::size_t length, std::size_t passages) {
  const std::size_t opening = source.starts[0];
  const std::size_t closing = trimmed(source.text, opening, source.text.size());
  if (fits(source.text, opening, closing, length)) return {{opening, closing, 0}};
  Chooser chooser(source, words, std::max<std::size_t>(length / passages, 1));
  std::vector<Passage> chosen;
  while (chosen.size() < passages) {
    const Passage passage = chooser.best();
    if (passage.value < 0) break;
    chooser.showed(passage);
    chosen.push_back(passage);
  }
  if (chosen.empty()) return {{opening, chooser.end_from(opening, opening), 0}};
  std::sort(chosen.begin(), chosen.end(),
            [](const Passage& a, const Passage& b) { return a.begin < b.begin; });
  std::vector<Passage> apart;
  for (const Passage& passage : chosen) {
    if (!apart.empty() &&
        trimmed(source.text, apart.back().end, passage.begin) == apart.back().end) {
      apart.back().end = passage.end;
    } else {
      apart.push_back(passage);
    }
  }
  return apart;
}

}  // namespace kiosque::searching
