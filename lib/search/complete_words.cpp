#include <algorithm>

#include "index/fields.hpp"
#include "search/complete.hpp"
#include "search/list_counts.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {
namespace {

// So many words of each segment are looked at, at least.
constexpr std::size_t kLookedAt = 64;

// In how many living articles a word is.
std::size_t frequency(Seat& seat, const std::string& word) {
  std::size_t count = 0;
  const auto& parts = seat.snapshot->parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto place = parts[i].words().find(word);
    if (!place) continue;
    count += parts[i].has_dead() ? living_count(seat, i, indexing::surface_term({}, word))
                                 : parts[i].words().count(*place);
  }
  return count;
}

std::vector<std::pair<std::string, std::size_t>> words_with(Seat& seat, const std::string& prefix,
                                                            std::size_t limit) {
  Candidates candidates;
  for (const auto& part : seat.snapshot->parts()) {
    const indexing::WordList& list = part.words();
    const auto [first, last] = list.range(prefix);
    const Best best = best_of(list, first, last, std::max(kLookedAt, 4 * limit));
    for (const std::size_t place : best.places) {
      const std::string word = list.word(place);
      if (!joins(word)) candidates.known[word] += list.count(place);
    }
    candidates.rest += best.rest;
  }
  return settle(candidates, limit, [&](const std::string& word) { return frequency(seat, word); });
}

// The last word completed behind the others: counted in articles where they stand side by side.
// Only as far as so many postings go: words that everything has are left to phrases.
std::vector<Found> words_behind(Seat& seat, const Typed& typed, std::size_t limit) {
  constexpr std::size_t kMostPostings = 10'000;
  constexpr std::size_t kLooked = 16;
  std::size_t postings = 0;
  for (const auto& word : typed.words) {
    if (!joins(word)) postings += frequency(seat, word);
  }
  std::vector<Found> found;
  if (postings > kMostPostings) return found;
  const Limits limits;
  Walk walk(seat, limits);
  querying::Node phrase{.kind = querying::Node::Kind::phrase, .words = typed.words};
  phrase.words.emplace_back();
  for (const auto& [word, total] : words_with(seat, typed.prefix, std::max(kLooked, limit))) {
    if (postings + total > kMostPostings) continue;
    postings += total;
    phrase.words.back() = word;
    const std::size_t together = count(walk.match(phrase));
    if (together == 0) continue;
    found.push_back(
        {typed.before, CompletionKind::word, together, Typed{typed.words, word, {}}.pattern()});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.count != b.count ? a.count > b.count : a.folded < b.folded;
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace

std::vector<Found> complete_words(Seat& seat, const Typed& typed, std::size_t limit) {
  if (typed.prefix.empty()) return {};
  if (!typed.words.empty()) return words_behind(seat, typed, limit);
  std::vector<Found> found;
  for (const auto& [word, count] : words_with(seat, typed.prefix, limit))
    found.push_back({{}, CompletionKind::word, count, word});
  return found;
}

}  // namespace kiosque::searching
