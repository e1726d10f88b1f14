#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "index/document.hpp"
#include "index/fields.hpp"

namespace kiosque::searching {
namespace {

// docs/quality.md has the figures behind them.
constexpr std::size_t kFeedbackTerms = 10;
constexpr double kFeedbackWeight = 0.1;  // of the strongest term, beside a word of the query at 1

// The stems of plain text: Z and the word itself, no field.
bool is_stem(const std::string& term) {
  return term.size() > 3 && term[0] == 'Z' && !(term[1] >= 'A' && term[1] <= 'Z');
}

// How often a term occurs in the living articles, weighted by where (the sum of its wdf).
double occurrences(Walk& walk, const std::string& term) {
  double sum = 0;
  const auto& parts = walk.snapshot().parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Xapian::Database& database = walk.seat().databases[i];
    sum += static_cast<double>(database.get_collection_freq(term));
    if (!parts[i].has_dead()) continue;
    auto at = database.postlist_begin(term);
    for (const auto document :
         walk.snapshot().commit().manifest.dead.of(parts[i].segment->number())) {
      if (at == database.postlist_end(term)) break;
      at.skip_to(document);
      if (at != database.postlist_end(term) && *at == document) sum -= at.get_wdf();
    }
  }
  return sum;
}

}  // namespace

std::vector<querying::ScoredTerm> feedback(Walk& walk, const std::vector<Ranked>& best,
                                           const std::vector<querying::ScoredTerm>& query) {
  std::set<std::string> known;
  for (const auto& scored : query) known.insert(scored.term);
  std::map<std::string, double> in_best;
  for (const Ranked& one : best) {
    const Xapian::Database& database = walk.seat().databases[one.place.part];
    const auto indexed = indexing::index_article(
        indexing::from_document(database.get_document(one.place.document)), walk.seat().analyzer);
    for (const auto& counted : indexed.terms) {
      const std::string term(indexed.text(counted));
      if (is_stem(term) && !known.contains(term)) in_best[term] += counted.wdf;
    }
  }
  const auto articles = static_cast<double>(walk.snapshot().articles());
  std::vector<std::pair<double, std::string>> weighted;
  for (const auto& [term, wdf] : in_best) {
    const double mean = occurrences(walk, term) / articles;
    if (mean <= 0) continue;
    weighted.emplace_back(wdf * std::log2((1 + mean) / mean) + std::log2(1 + mean), term);
  }
  std::sort(weighted.begin(), weighted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (weighted.size() > kFeedbackTerms) weighted.resize(kFeedbackTerms);
  std::vector<querying::ScoredTerm> terms;
  for (auto& [weight, term] : weighted)
    terms.push_back({std::move(term), kFeedbackWeight * weight / weighted.front().first});
  return terms;
}

}  // namespace kiosque::searching
