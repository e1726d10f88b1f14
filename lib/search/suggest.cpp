#include "search/suggest.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "search/complete.hpp"
#include "search/near_words.hpp"
#include "search/written_form.hpp"

namespace kiosque::searching {
namespace {

// So many ways to read a typing error are followed.
constexpr std::size_t kCorrections = 2;
// More than anybody reads.
constexpr std::size_t kMost = 1000;

// Words and phrases, values, headlines.
constexpr std::size_t kGroups = 3;
using Groups = std::array<std::vector<Found>, kGroups>;

bool wanted(const SuggestOptions& options, CompletionKind kind) {
  return options.kinds.empty() ||
         std::find(options.kinds.begin(), options.kinds.end(), kind) != options.kinds.end();
}

// In turn, beginning with `first`.
std::vector<Found> in_turn(std::vector<Found> first, std::vector<Found> second) {
  std::vector<Found> all;
  for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
    for (auto* list : {&first, &second}) {
      if (i < list->size()) all.push_back(std::move((*list)[i]));
    }
  }
  return all;
}

Groups complete(Seat& seat, const Typed& typed, const SuggestOptions& options, std::size_t limit) {
  Groups groups;
  std::vector<Found> words;
  std::vector<Found> phrases;
  if (wanted(options, CompletionKind::phrase)) phrases = complete_phrases(seat, typed, limit);
  // Behind other words a phrase says more.
  const bool behind = !typed.words.empty();
  if (wanted(options, CompletionKind::word) && (!behind || phrases.size() < limit))
    words = complete_words(seat, typed, limit);
  groups[0] =
      behind ? in_turn(std::move(phrases), {}) : in_turn(std::move(words), std::move(phrases));
  if (behind) std::move(words.begin(), words.end(), std::back_inserter(groups[0]));
  for (const auto kind : {CompletionKind::tag, CompletionKind::author, CompletionKind::section,
                          CompletionKind::source}) {
    if (!wanted(options, kind)) continue;
    auto values = complete_values(seat, typed, kind, limit);
    std::move(values.begin(), values.end(), std::back_inserter(groups[1]));
  }
  std::stable_sort(groups[1].begin(), groups[1].end(),
                   [](const Found& a, const Found& b) { return a.count > b.count; });
  if (wanted(options, CompletionKind::title)) groups[2] = complete_headlines(seat, typed, limit);
  return groups;
}

// Each group's share, of what is new; what one does not fill goes to the others. Of a text of
// several kinds the value is taken, for it finds the articles exactly.
std::vector<Found> mix(Groups groups, std::size_t limit, std::set<std::string>& known) {
  const auto share = [limit](std::size_t group) { return (limit + kGroups - 1 - group) / kGroups; };
  const auto keep_new = [&known](std::vector<Found>& list, std::size_t from) {
    const auto is_known = [&known](const Found& found) {
      return !known.insert(found.folded).second;
    };
    list.erase(
        std::remove_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), is_known),
        list.end());
  };
  std::vector<Found> values = std::move(groups[1]);
  const std::size_t sure = std::min(values.size(), share(1));
  groups[1].assign(std::make_move_iterator(values.begin()),
                   std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(sure)));
  values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(sure));
  keep_new(groups[1], 0);
  keep_new(groups[0], 0);
  const std::size_t before = groups[1].size();
  std::move(values.begin(), values.end(), std::back_inserter(groups[1]));
  keep_new(groups[1], before);
  keep_new(groups[2], 0);
  std::array<std::size_t, kGroups> taken{};
  std::size_t left = limit;
  for (std::size_t i = 0; i < kGroups; ++i) {
    taken[i] = std::min(groups[i].size(), share(i));
    left -= taken[i];
  }
  for (std::size_t i = 0; i < kGroups; ++i) {
    const std::size_t more = std::min(left, groups[i].size() - taken[i]);
    taken[i] += more;
    left -= more;
  }
  std::vector<Found> mixed;
  for (std::size_t i = 0; i < kGroups; ++i) {
    for (std::size_t n = 0; n < groups[i].size(); ++n) {
      if (n < taken[i]) {
        mixed.push_back(std::move(groups[i][n]));
      } else {
        known.erase(groups[i][n].folded);
      }
    }
  }
  return mixed;
}

void add(Seat& seat, std::vector<Found> found, const Typed& typed, bool corrected,
         std::vector<Completion>& completions) {
  for (Found& one : found) {
    Completion& completion = completions.emplace_back();
    completion.text = std::move(one.text);
    if (one.kind == CompletionKind::word)
      completion.text += with_accents(*seat.snapshot, one.folded.substr(one.folded.rfind(' ') + 1));
    if (one.kind == CompletionKind::phrase) completion.text = spelled_phrase(seat, one.folded);
    completion.kind = one.kind;
    completion.count = one.count;
    completion.spans = find_typed(completion.text, typed, seat.analyzer);
    completion.corrected = corrected;
    completion.id = std::move(one.id);
  }
}

// What may have been meant: by words that hardly an article has, and by the one that is being
// typed.
std::vector<Typed> corrections(const Snapshot& snapshot, const Typed& typed) {
  Typed known = typed;
  bool corrected = false;
  for (std::string& word : known.words) {
    std::string near = near_word(snapshot, word);
    if (near.empty()) continue;
    word = std::move(near);
    corrected = true;
  }
  if (corrected) {
    known.before.clear();
    for (const auto& word : known.words) known.before += word + ' ';
  }
  std::vector<Typed> all;
  if (corrected) all.push_back(known);
  for (std::string& prefix : near_prefixes(snapshot, typed.prefix, kCorrections)) {
    all.push_back(known);
    all.back().prefix = std::move(prefix);
  }
  return all;
}

}  // namespace

std::vector<Completion> suggest(Seat& seat, std::string_view text, const SuggestOptions& options) {
  std::vector<Completion> completions;
  const Typed typed = read_typed(text, seat.analyzer);
  const std::size_t limit = std::min(options.limit, kMost);
  if (typed.empty() || limit == 0) return completions;
  std::set<std::string> known;
  add(seat, mix(complete(seat, typed, options, limit), limit, known), typed, false, completions);
  if (!options.typos || completions.size() >= limit) return completions;
  for (const Typed& meant : corrections(*seat.snapshot, typed)) {
    const std::size_t left = limit - completions.size();
    if (left == 0) break;
    add(seat, mix(complete(seat, meant, options, left), left, known), meant, true, completions);
  }
  return completions;
}

}  // namespace kiosque::searching
