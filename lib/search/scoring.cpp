#include "search/scoring.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace kiosque::searching {
namespace {

constexpr Bm25 kBm25;

// Below a threshold by so much, a score is below it as a float too.
constexpr double kFloatSlack = 1e-6;

// Matches of a segment that are looked up in the posting lists, instead of adding up the lists.
constexpr std::size_t kFewMatches = 512;

struct WeightedTerm {
  const Walk::Term* term = nullptr;
  double weight = 0;
  double most = 0;  // that it can add to a score
};

// Terms without effect on any score left out, the heaviest first. The order depends on nothing but
// the living articles, and with it every rounding of every sum.
std::vector<WeightedTerm> weigh(Walk& walk, const std::vector<querying::ScoredTerm>& scored) {
  std::map<std::string, double> factors;
  for (const auto& one : scored) factors[one.term] += one.factor;
  const auto articles = static_cast<double>(walk.snapshot().articles());
  std::vector<WeightedTerm> weighted;
  for (const auto& [text, factor] : factors) {
    const Walk::Term& term = walk.look_up(text);
    if (term.frequency == 0) continue;
    const auto frequency = static_cast<double>(term.frequency);
    double odds = (articles - frequency + 0.5) / (frequency + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    WeightedTerm one;
    one.term = &term;
    one.weight = std::log(odds) * factor * (kBm25.k1 + 1);
    // Of the shortest article that there could be.
    const double denominator = kBm25.k1 * (1 - kBm25.b) + static_cast<double>(term.most);
    one.most = one.weight * static_cast<double>(term.most) / denominator;
    weighted.push_back(one);
  }
  // The map's order settles ties.
  std::stable_sort(weighted.begin(), weighted.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return weighted;
}

// What occurrences of a term are worth in a segment's documents.
class Saturation {
 public:
  Saturation(const Walk& walk, std::size_t part)
      : lengths_(walk.snapshot().parts()[part].segment->words().lengths() - 1) {
    const double average = walk.snapshot().average_length();
    length_factor_ = average > 0 ? 1 / average : 0;
  }

  [[nodiscard]] double share(double weight, std::uint32_t wdf, std::uint32_t document) const {
    const double normlen =
        std::max(static_cast<double>(lengths_[document]) * length_factor_, kBm25.min_normlen);
    const auto occurrences = static_cast<double>(wdf);
    const double denominator = kBm25.k1 * (normlen * kBm25.b + (1 - kBm25.b)) + occurrences;
    return weight * (occurrences / denominator);
  }

 private:
  const std::uint32_t* lengths_;  // by document number, from 1
  double length_factor_ = 0;
};

// Of a few documents, which rise, without the room for all.
std::vector<double> score_few(const Walk& walk, std::size_t part,
                              const std::vector<std::uint32_t>& documents,
                              const std::vector<WeightedTerm>& terms) {
  const Saturation saturation(walk, part);
  std::vector<double> scores(documents.size());
  for (const WeightedTerm& term : terms) {
    const Postings& postings = *term.term->parts[part];
    if (postings.count == 0) continue;
    std::size_t from = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const std::uint32_t wdf = postings.wdf(documents[i], from);
      if (wdf > 0) scores[i] += saturation.share(term.weight, wdf, documents[i]);
    }
  }
  return scores;
}

// The `wanted`th best of what `score_of` gives; 0 where there are not so many.
template <typename List, typename ScoreOf>
double nth_best(const List& list, std::size_t wanted, ScoreOf&& score_of) {
  if (list.size() < wanted || wanted == 0) return 0;
  std::vector<double> all;
  all.reserve(list.size());
  for (const auto& one : list) all.push_back(score_of(one));
  const auto nth = all.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
  std::nth_element(all.begin(), nth, all.end(), std::greater<>());
  return *nth;
}

class PartScorer {
 public:
  PartScorer(Walk& walk, std::size_t part, const Bitmap& matches, std::vector<double>& scores)
      : part_(part),
        matches_(matches),
        scores_(scores),
        saturation_(walk, part),
        touched_(walk.snapshot().parts()[part].size()) {
    if (scores_.size() < walk.snapshot().parts()[part].size() + 1)
      scores_.resize(walk.snapshot().parts()[part].size() + 1);
  }
  // What it wrote into the scores is zero again.
  ~PartScorer() {
    touched_.for_each([&](std::uint32_t document) { scores_[document] = 0; });
  }
  PartScorer(const PartScorer&) = delete;
  PartScorer& operator=(const PartScorer&) = delete;

  void add_everywhere(const WeightedTerm& term) {
    const Postings& postings = *term.term->parts[part_];
    if (postings.dense) touched_ |= postings.set;
    postings.for_each([&](std::uint32_t document, std::uint32_t wdf) {
      scores_[document] += saturation_.share(term.weight, wdf, document);
      if (!postings.dense) touched_.set(document);
    });
  }

  // The articles that have any of the terms added so far and could reach `least` with `more`.
  std::vector<std::uint32_t> candidates(double least, double more) const {
    std::vector<std::uint32_t> found;
    touched_.for_each_with(matches_, [&](std::uint32_t document) {
      if (scores_[document] + more >= least) found.push_back(document);
    });
    return found;
  }

  void add_to(std::vector<std::uint32_t>& documents, const WeightedTerm& term) {
    const Postings& postings = *term.term->parts[part_];
    if (postings.count == 0) return;
    std::size_t from = 0;
    for (const std::uint32_t document : documents) {
      const std::uint32_t wdf = postings.wdf(document, from);
      if (wdf == 0) continue;
      scores_[document] += saturation_.share(term.weight, wdf, document);
      touched_.set(document);
    }
  }

  void prune(std::vector<std::uint32_t>& documents, double least, double more) const {
    std::erase_if(documents,
                  [&](std::uint32_t document) { return scores_[document] + more < least; });
  }

  // How many have any of the terms so far.
  [[nodiscard]] std::size_t touched() const { return touched_.count_with(matches_); }

  // The `wanted`th best score so far, 0 where there are not so many.
  [[nodiscard]] double nth_best(const std::vector<std::uint32_t>& documents,
                                std::size_t wanted) const {
    return searching::nth_best(documents, wanted, [&](std::uint32_t one) { return scores_[one]; });
  }

  [[nodiscard]] double score(std::uint32_t document) const { return scores_[document]; }

 private:
  std::size_t part_;
  const Bitmap& matches_;
  std::vector<double>& scores_;
  Saturation saturation_;
  Bitmap touched_;
};

}  // namespace

double share_of(Walk& walk, const querying::ScoredTerm& scored, const DocumentPlace& place) {
  std::vector<Ranked> one = {{place, 0}};
  score_these(walk, {scored}, one);
  return one.front().score;
}

std::vector<Ranked> score(Walk& walk, const Matches& matches,
                          const std::vector<querying::ScoredTerm>& scored, std::size_t wanted) {
  const std::vector<WeightedTerm> terms = weigh(walk, scored);
  // What all the terms from each on can add.
  std::vector<double> rest(terms.size() + 1);
  for (std::size_t i = terms.size(); i-- > 0;) rest[i] = rest[i + 1] + terms[i].most;

  std::vector<Ranked> found;
  double least = 0;  // that an article needs to be among the `wanted` best of what was seen
  const auto slack = [](double score) { return score * (1 - kFloatSlack); };
  // Those without a score are left to the caller: of them the newest come first, in all parts.
  const auto add = [&](std::size_t part, std::uint32_t document, double score) {
    if (score > 0) found.push_back({{static_cast<std::uint32_t>(part), document}, score});
  };
  // What a part gave, cut back to those that may be among the best.
  const auto keep_best = [&] {
    const double best = nth_best(found, wanted, [](const Ranked& one) { return one.score; });
    least = std::max(least, slack(best));
    std::erase_if(found, [&](const Ranked& ranked) { return ranked.score < least; });
  };
  for (std::size_t part = 0; part < matches.size(); ++part) {
    if (matches[part].empty() || walk.over()) continue;
    const std::size_t matching = matches[part].count();
    if (matching <= kFewMatches) {
      std::vector<std::uint32_t> documents;
      matches[part].for_each([&](std::uint32_t one) { documents.push_back(one); });
      const std::vector<double> scores = score_few(walk, part, documents, terms);
      for (std::size_t i = 0; i < documents.size(); ++i) add(part, documents[i], scores[i]);
      keep_best();
      continue;
    }
    PartScorer scorer(walk, part, matches[part], walk.seat().scores);
    std::vector<std::uint32_t> candidates;
    double here = least;  // as `least`, as far as this part was looked at
    // Where few match of the many that have the terms, only those are looked at.
    constexpr std::size_t kFew = 4;
    std::size_t postings = 0;
    for (const WeightedTerm& term : terms) postings += term.term->parts[part]->count;
    bool narrowed = matching * kFew * terms.size() < postings;
    if (narrowed) matches[part].for_each([&](std::uint32_t one) { candidates.push_back(one); });
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const std::size_t frequency = terms[i].term->parts[part]->count;
      if (narrowed) {
        scorer.prune(candidates, here, rest[i]);
        scorer.add_to(candidates, terms[i]);
        continue;
      }
      // Looking for a way out costs as much as adding a term: only where there is hope for one.
      constexpr std::size_t kWorthwhile = 512;
      constexpr double kHope = 1.5;
      if (frequency > kWorthwhile && i > 0 && (here == least || rest[i] < here * kHope)) {
        // Scores only grow: the best are among those that reach what was enough before.
        here = std::max(here, slack(scorer.nth_best(scorer.candidates(here, 0), wanted)));
        if (rest[i] < here) {
          narrowed = true;
          candidates = scorer.candidates(here, rest[i]);
          scorer.add_to(candidates, terms[i]);
          continue;
        }
      }
      scorer.add_everywhere(terms[i]);
    }
    if (!narrowed) candidates = scorer.candidates(least, 0);
    least = std::max(least, slack(scorer.nth_best(candidates, wanted)));
    scorer.prune(candidates, least, 0);
    for (const std::uint32_t document : candidates) add(part, document, scorer.score(document));
    keep_best();
  }
  return found;
}

void score_these(Walk& walk, const std::vector<querying::ScoredTerm>& scored,
                 std::vector<Ranked>& ranked) {
  const std::vector<WeightedTerm> terms = weigh(walk, scored);
  const auto& parts = walk.snapshot().parts();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::vector<std::uint32_t> documents;
    for (const Ranked& one : ranked) {
      if (one.place.part == part) documents.push_back(one.place.document);
    }
    if (documents.empty()) continue;
    std::sort(documents.begin(), documents.end());
    const std::vector<double> scores = score_few(walk, part, documents, terms);
    for (Ranked& one : ranked) {
      if (one.place.part != part) continue;
      const auto at = std::lower_bound(documents.begin(), documents.end(), one.place.document);
      one.score = scores[static_cast<std::size_t>(at - documents.begin())];
    }
  }
}

}  // namespace kiosque::searching
