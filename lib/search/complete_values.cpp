#include <algorithm>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
#include "search/complete.hpp"
#include "search/list_counts.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLookedAt = 64;

const indexing::ListedField& field_of(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::tag:
      return indexing::kListedFields[0];
    case CompletionKind::author:
      return indexing::kListedFields[1];
    case CompletionKind::section:
      return indexing::kListedFields[2];
    default:
      return indexing::kListedFields[3];
  }
}

std::string_view spelling_of(std::string_view key) {
  return key.substr(std::min(key.find(indexing::kValueSeparator), key.size() - 1) + 1);
}

// The keys that begin with what was typed.
std::pair<std::size_t, std::size_t> range_of(const indexing::WordList& list, char letter,
                                             const Typed& typed) {
  if (!typed.prefix.empty()) return list.range(letter + typed.pattern());
  // Whole words: behind them the separator or a blank, which are neighbours.
  static_assert(indexing::kValueSeparator + 1 == indexing::kWordGap);
  const std::string words = letter + typed.whole_words();
  return {list.from(words + indexing::kValueSeparator).place(), list.from(words + '!').place()};
}

// A value with all its spellings.
struct Value {
  std::map<std::string, std::size_t> spellings = {};
  std::size_t count = 0;  // of living articles
};

Value look_up(Seat& seat, char letter, const indexing::Field& field, std::string_view spelling) {
  Value value;
  const std::string folded = analysis::fold_value(spelling);
  const std::string keys =
      indexing::value_key(letter, indexing::folded_words(spelling, seat.analyzer), {});
  const auto& parts = seat.snapshot->parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const indexing::WordList& list = parts[i].lists().values;
    const auto [first, last] = list.range(keys);
    std::size_t count = 0;
    std::size_t spellings = 0;
    for (std::size_t place = first; place < last; ++place) {
      const std::string key = list.word(place);
      const std::string_view other = spelling_of(key);
      // Values that differ in punctuation have the same words.
      if (other != spelling && analysis::fold_value(other) != folded) continue;
      value.spellings[std::string(other)] += list.count(place);
      count += list.count(place);
      ++spellings;
    }
    // An article may have it under several spellings.
    if (spellings > 1 || (count > 0 && parts[i].has_dead()))
      count = living_count(seat, i, indexing::exact_term(field, spelling));
    value.count += count;
  }
  return value;
}

}  // namespace

std::vector<Found> complete_values(Seat& seat, const Typed& typed, CompletionKind kind,
                                   std::size_t limit) {
  const auto [letter, name] = field_of(kind);
  const char kind_letter = letter;  // a lambda may not take a binding
  const indexing::Field& field = *indexing::find_field(name);
  Candidates candidates;  // by folded value
  std::map<std::string, std::string> spellings;
  for (const auto& part : seat.snapshot->parts()) {
    const indexing::WordList& list = part.lists().values;
    const auto [first, last] = range_of(list, letter, typed);
    const Best best = best_of(list, first, last, std::max(kLookedAt, 4 * limit));
    for (const std::size_t place : best.places) {
      const std::string key = list.word(place);
      const std::string_view spelling = spelling_of(key);
      std::string folded = analysis::fold_value(spelling);
      candidates.known[folded] += list.count(place);
      spellings.emplace(std::move(folded), spelling);
    }
    candidates.rest += best.rest;
  }
  std::map<std::string, Value> values;
  const auto settled = settle(candidates, limit, [&](const std::string& folded) {
    Value& value = values[folded];
    value = look_up(seat, kind_letter, field, spellings[folded]);
    return value.count;
  });
  std::vector<Found> found;
  for (const auto& [folded, count] : settled) {
    const auto& of_value = values[folded].spellings;
    const auto most =
        std::max_element(of_value.begin(), of_value.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == of_value.end()) continue;
    found.push_back({most->first, kind, count, indexing::folded_words(most->first, seat.analyzer)});
  }
  return found;
}

}  // namespace kiosque::searching
