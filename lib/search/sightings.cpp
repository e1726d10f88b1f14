#include "search/sightings.hpp"

#include <string_view>

namespace kiosque::searching {

std::vector<Sighting> Lookout::all(std::string_view text) {
  std::vector<Sighting> sightings;
  analyzer_.analyze(text, analyzed_);
  for (const auto& word : analyzed_.list()) {
    const std::size_t number =
        words_.match(analyzed_.surface(word), analyzed_.stem(word), analyzed_.exact(word));
    if (number == querying::MatchWords::kNone) continue;
    // The parts and forms of one word have its bytes.
    if (!sightings.empty() && sightings.back().end > word.begin) continue;
    sightings.push_back({word.begin, word.end, number});
  }
  return sightings;
}

std::vector<Sighting> Lookout::telling(std::string_view text, const WordStarts& starts) {
  if (!words_.by_beginning()) return all(text);
  std::vector<Sighting> sightings;
  starts.for_each([&](std::size_t begin) {
    const Beginning beginning = starts.beginning_of(begin);
    if (beginning.known && !words_.may_begin(beginning.first, beginning.second)) return;
    if (!sightings.empty() && sightings.back().end > begin) return;
    const bool in_digits = beginning.first >= '0' && beginning.first <= '9';
    look(text, begin, starts.end_of(begin), in_digits, sightings);
  });
  return sightings;
}

// Adds what is seen at a word that begins so.
void Lookout::look(std::string_view text, std::size_t begin, std::size_t word_end, bool in_digits,
                   std::vector<Sighting>& sightings) {
  std::size_t end = word_end;
  // What belongs to a word is before the next blank (élu·e·s), to a number behind one: 15 000,
  // 20 h 30. No farther than that, since it is looked at for each word of a text.
  constexpr std::size_t kBehind = 24;
  const std::string_view behind = text.substr(end, kBehind);
  std::size_t blank = in_digits ? behind.rfind(' ') : behind.find_first_of(" \n");
  if (behind.size() < kBehind && (in_digits || blank == std::string_view::npos))
    blank = behind.size();
  if (blank != std::string_view::npos) end += blank;
  analyzer_.analyze(text.substr(begin, end - begin), analyzed_);
  // Of Chinese there are several words in what has no blanks.
  for (const auto& word : analyzed_.list()) {
    const std::size_t at = begin + word.begin;
    if (at >= word_end) break;
    if (!sightings.empty() && sightings.back().end > at) continue;
    const std::size_t number =
        words_.match(analyzed_.surface(word), analyzed_.stem(word), analyzed_.exact(word));
    if (number == querying::MatchWords::kNone) continue;
    sightings.push_back({at, begin + word.end, number});
  }
}

}  // namespace kiosque::searching
