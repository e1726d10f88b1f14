#include "search/spelling.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/rules.hpp"
#include "index/fields.hpp"
#include "search/neighbours.hpp"
#include "search/phrase.hpp"
#include "search/typing_cost.hpp"

namespace kiosque::searching {
namespace {

// Two slips in a word are believed from so many letters on.
constexpr std::size_t kTwoEdits = 8;
// Of all neighbours, so many of the likeliest are looked at closely.
constexpr std::size_t kLookedAt = 12;
// A space left out, or one too many.
constexpr double kSpace = 2.5;

// The odds that a word of the archive was meant, fitted to made slips and to right words that an
// archive lacks (docs/quality.md): each in natural logarithms.
constexpr double kSlip = 4;          // that a word which the archive lacks is one
constexpr double kPerLetter = 0.15;  // the longer a word, the less it is near another by chance
constexpr double kFrequency = 0.55;  // of the part of the articles that have the one meant
constexpr double kCost = 0.5;        // of the cost of the slip
constexpr double kContext = 0.6;     // of what the rest of the query says
constexpr double kSecondSlip = 1.5;  // against a second slip in a word, which is rare
constexpr double kName = 1.5;        // against a word with a capital: there are always new names
// In the context, beside what was counted there: a handful of articles is no proof.
constexpr double kSmoothing = 0.01;

std::string surface_of(const std::string& word) {
  return indexing::surface_term({}, word);
}

}  // namespace

Speller::Speller(Walk& walk, const std::vector<DocumentPlace>& context) : walk_(walk) {
  double sum = 0;
  for (std::size_t i = 0; i < context.size(); ++i) {
    const double weight = 1 / static_cast<double>(i + 1);
    context_.push_back({context[i].part, context[i].document, weight});
    sum += weight;
  }
  for (Context& one : context_) one.weight /= sum;
  std::sort(context_.begin(), context_.end(), [](const Context& a, const Context& b) {
    return std::pair(a.part, a.document) < std::pair(b.part, b.document);
  });
}

std::vector<Spelling> Speller::spellings(const std::string& word, bool capital) {
  std::vector<Spelling> found;
  if (word.size() < kShortest || !is_of_letters(word)) return found;
  add_neighbours(word, found);
  add_run_together(word, found);
  for (Spelling& spelling : found) judge(spelling, word.size(), capital);
  std::erase_if(found, [](const Spelling& spelling) { return spelling.frequency == 0; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Spelling& a, const Spelling& b) { return a.score > b.score; });
  return found;
}

Spelling Speller::joined(const std::string& left, const std::string& right) {
  Spelling spelling{.words = {left + right}, .edits = 1, .cost = kSpace};
  const std::string& word = spelling.words.front();
  if (word.size() < kShortest || !is_of_letters(word)) return spelling;
  spelling.frequency = walk_.look_up(surface_of(word)).frequency;
  judge(spelling, word.size(), false);
  return spelling;
}

void Speller::add_neighbours(const std::string& word, std::vector<Spelling>& found) {
  const auto& parts = walk_.snapshot().parts();
  std::map<std::string, std::pair<std::uint64_t, std::size_t>> near;  // counts and edits
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (auto& neighbour : neighbours(parts[i].words(), word, word.size() < kTwoEdits ? 1 : 2)) {
      auto& [count, edits] = near[std::move(neighbour.word)];
      count += neighbour.count;
      edits = neighbour.edits;
    }
  }
  // A sound written otherwise is one slip, however many letters it takes.
  for (auto& alike : heard_alike(word)) {
    if (const auto count = walk_.snapshot().count_of(alike); count > 0)
      near[std::move(alike)] = {count, 1};
  }
  std::vector<Spelling> all;
  for (const auto& [other, known] : near) {
    if (other.size() < kShortest - 1) continue;
    Spelling& spelling = all.emplace_back();
    spelling.words = {other};
    spelling.edits = known.second;
    spelling.cost = typing_cost(word, other);
    spelling.score =
        kFrequency * std::log(static_cast<double>(known.first)) - kCost * spelling.cost;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Spelling& a, const Spelling& b) { return a.score > b.score; });
  if (all.size() > kLookedAt) all.resize(kLookedAt);
  for (Spelling& spelling : all) {
    spelling.frequency = walk_.look_up(surface_of(spelling.words[0])).frequency;
    found.push_back(std::move(spelling));
  }
}

// lesélections, lélection.
void Speller::add_run_together(const std::string& word, std::vector<Spelling>& found) {
  std::vector<std::pair<std::uint64_t, std::size_t>> places;  // the rarer part's count
  for (std::size_t at = 1; at + 2 <= word.size(); ++at) {
    const std::string left = word.substr(0, at);
    const std::string right = word.substr(at);
    if (right.size() >= kShortest && analysis::lost_apostrophe(left, right)) {
      Spelling spelling{.words = {right}, .elided = left, .edits = 1, .cost = kSpace};
      spelling.frequency = walk_.look_up(surface_of(right)).frequency;
      if (spelling.frequency > 0) found.push_back(std::move(spelling));
    }
    if (at < 2) continue;
    const auto count = std::min(walk_.snapshot().count_of(left), walk_.snapshot().count_of(right));
    if (count > 0) places.emplace_back(count, at);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  constexpr std::size_t kTried = 3;
  if (places.size() > kTried) places.resize(kTried);
  for (const auto& [count, at] : places) {
    Spelling spelling{.words = {word.substr(0, at), word.substr(at)}, .edits = 1, .cost = kSpace};
    spelling.frequency = side_by_side(spelling.words[0], spelling.words[1]);
    if (spelling.frequency > 0) found.push_back(std::move(spelling));
  }
}

// In how many living articles the words stand side by side, from a sample of those that have both.
std::size_t Speller::side_by_side(const std::string& left, const std::string& right) {
  constexpr std::size_t kSample = 256;
  const std::vector<std::string> words = {left, right};
  const Phrase phrase(words, {});
  std::vector<DocumentPlace> both;
  const auto& parts = walk_.snapshot().parts();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    Bitmap with_left(parts[part].size());
    Bitmap with_right(parts[part].size());
    walk_.look_up(surface_of(left)).parts[part]->add_to(with_left);
    walk_.look_up(surface_of(right)).parts[part]->add_to(with_right);
    with_left &= with_right;
    with_left &= parts[part].living;
    with_left.for_each([&](std::uint32_t document) {
      both.push_back({static_cast<std::uint32_t>(part), document});
    });
  }
  const std::size_t step = both.size() / kSample + 1;
  std::size_t standing = 0;
  for (std::size_t i = 0; i < both.size(); i += step) {
    const auto& [part, document] = both[i];
    if (phrase.stands_in(parts[part].segment->words().at(document), walk_.seat().databases[part],
                         document, walk_.seat().analyzer)) {
      ++standing;
    }
  }
  return standing * step;
}

// How much likelier the word is in the best articles for the rest of the query than in any: the
// logarithm of the ratio.
double Speller::context_of(const std::string& word) {
  if (context_.empty()) return 0;
  const std::string stem(walk_.seat().analyzer.stem(word));
  const Walk::Term& term = walk_.look_up(indexing::stem_term({}, stem));
  double here = 0;
  std::size_t part = 0;
  std::size_t from = 0;
  for (const Context& one : context_) {
    if (one.part != part) from = 0;
    part = one.part;
    if (term.parts[part]->wdf(one.document, from) > 0) here += one.weight;
  }
  const double anywhere =
      static_cast<double>(term.frequency) / static_cast<double>(walk_.snapshot().articles());
  return std::log((here + kSmoothing) / (anywhere + kSmoothing));
}

void Speller::judge(Spelling& spelling, std::size_t letters, bool capital) {
  if (spelling.frequency == 0) return;
  // Of two words the rarer tells: les goes with everything.
  const auto rarer = std::min_element(
      spelling.words.begin(), spelling.words.end(), [&](const auto& a, const auto& b) {
        return walk_.look_up(surface_of(a)).frequency < walk_.look_up(surface_of(b)).frequency;
      });
  spelling.context = context_of(*rarer);
  const double part =
      static_cast<double>(spelling.frequency) / static_cast<double>(walk_.snapshot().articles());
  spelling.score = kSlip + kPerLetter * static_cast<double>(letters) + kFrequency * std::log(part) -
                   kCost * spelling.cost + kContext * spelling.context -
                   (spelling.edits > 1 ? kSecondSlip : 0) - (capital ? kName : 0);
}

}  // namespace kiosque::searching
