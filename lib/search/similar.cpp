#include "search/similar.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index/fields.hpp"
#include "query/compile.hpp"
#include "search/card.hpp"
#include "search/feedback.hpp"
#include "search/ranking.hpp"
#include "search/scoring.hpp"
#include "search/selection.hpp"
#include "search/word_sample.hpp"

namespace kiosque::searching {
namespace {

// With more, what comes up shares turns of phrase; with fewer, one word decides.
constexpr std::size_t kTerms = 30;

// The article's most telling words, by their terms, as it writes them.
struct Subject {
  std::vector<querying::ScoredTerm> terms;
  std::map<std::string, std::string> written;
};

Subject subject_of(Walk& walk, const DocumentPlace& place) {
  querying::MatchWords none;
  none.prepare({});
  WordSample sample(walk.seat(), none);
  sample.add(place);
  Subject subject;
  for (const auto& word : sample.words()) subject.written.emplace(word.term, word.written());
  auto telling = telling_terms(walk, {article_at(walk.seat(), place)}, {});
  std::erase_if(telling,
                [&](const TellingTerm& one) { return !subject.written.contains(one.term); });
  if (telling.size() > kTerms) telling.resize(kTerms);
  for (auto& [term, weight] : telling)
    subject.terms.push_back({std::move(term), weight / telling.front().weight});
  return subject;
}

// Those of its words that add most to an article's score.
std::vector<std::string> shared_words(Walk& walk, const Subject& subject,
                                      const DocumentPlace& place, std::size_t limit) {
  std::vector<std::pair<double, std::size_t>> shares;
  for (std::size_t i = 0; i < subject.terms.size(); ++i) {
    const double share = share_of(walk, subject.terms[i], place);
    if (share > 0) shares.emplace_back(-share, i);
  }
  std::sort(shares.begin(), shares.end());
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(limit, shares.size()); ++i)
    words.push_back(subject.written.at(subject.terms[shares[i].second].term));
  return words;
}

}  // namespace

Similar similar(Seat& seat, std::string_view id, const SimilarOptions& options) {
  Similar result;
  const Limits limits = limits_of(options.search);
  Walk walk(seat, limits, options.search.zone);
  const auto place = place_of(walk, id);
  if (!place) {
    result.partial = walk.cut_short();
    return result;
  }
  result.stored = true;
  const Subject subject = subject_of(walk, *place);
  std::vector<Ranked> itself = {{*place, 0}};
  score_these(walk, subject.terms, itself);
  if (itself.front().score <= 0) return result;

  std::vector<querying::Node> any;
  for (const auto& term : subject.terms) any.push_back(querying::term(term.term));
  Matches matches = select(walk, querying::any(std::move(any)), options.search);
  matches[place->part].reset(place->document);
  // One page after another, until there are enough that are no copies of others.
  const Families& families = walk.snapshot().families(seat.databases);
  std::unordered_set<std::uint32_t> met = {families.of(*place)};
  for (Page page{.limit = options.limit}; result.articles.size() < options.limit;) {
    const std::vector<Ranked> ranked = rank(walk, matches, subject.terms, {}, page);
    for (const Ranked& one : ranked) {
      const double likeness = one.score / itself.front().score;
      if (likeness < options.likeness || likeness <= 0 || result.articles.size() == options.limit) {
        result.partial = walk.cut_short();
        return result;
      }
      const std::uint32_t family = families.of(one.place);
      if (family != Families::kNone && !met.insert(family).second) continue;
      SimilarArticle found;
      fill_hit(card_of(seat, one.place), found.hit);
      found.hit.rank = result.articles.size() + 1;
      found.hit.score = likeness;
      found.words = shared_words(walk, subject, one.place, options.words);
      result.articles.push_back(std::move(found));
    }
    if (ranked.size() < page.limit) break;
    page.offset += page.limit;
  }
  result.partial = walk.cut_short();
  return result;
}

}  // namespace kiosque::searching
