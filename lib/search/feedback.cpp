#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "index/document.hpp"
#include "index/fields.hpp"
#include "search/card.hpp"

namespace kiosque::searching {
namespace {

// docs/quality.md has the figures behind them.
constexpr std::size_t kFeedbackTerms = 10;
constexpr double kFeedbackWeight = 0.1;  // of the strongest term, beside a word of the query at 1

// The stems of plain text: Z and the word itself, no field.
bool is_stem(const std::string& term) {
  return term.size() > 3 && term[0] == 'Z' && !(term[1] >= 'A' && term[1] <= 'Z');
}

// A word itself, no field.
bool is_surface(const std::string& term) {
  return term.size() > 2 && !(term[0] >= 'A' && term[0] <= 'Z');
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

std::vector<TellingTerm> telling_terms(Walk& walk, const std::vector<Article>& articles,
                                       const std::set<std::string>& known) {
  std::map<std::string, double> in_articles;
  for (const Article& article : articles) {
    const bool french = indexing::is_french(article);
    const auto indexed = indexing::index_article(article, walk.seat().analyzer);
    for (const auto& counted : indexed.terms) {
      std::string term(indexed.text(counted));
      if ((french ? is_stem(term) : is_surface(term)) && !known.contains(term))
        in_articles[std::move(term)] += counted.wdf;
    }
  }
  const auto all = static_cast<double>(walk.snapshot().articles());
  std::vector<TellingTerm> telling;
  for (const auto& [term, wdf] : in_articles) {
    const double mean = occurrences(walk, term) / all;
    if (mean <= 0) continue;
    telling.push_back({term, wdf * std::log2((1 + mean) / mean) + std::log2(1 + mean)});
  }
  std::sort(telling.begin(), telling.end(), [](const TellingTerm& a, const TellingTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  return telling;
}

std::vector<querying::ScoredTerm> feedback(Walk& walk, const std::vector<Ranked>& best,
                                           const std::vector<querying::ScoredTerm>& query) {
  std::set<std::string> known;
  for (const auto& scored : query) known.insert(scored.term);
  std::vector<Article> articles;
  for (const Ranked& one : best) {
    Article article = article_at(walk.seat(), one.place);
    if (indexing::is_french(article)) articles.push_back(std::move(article));
  }
  auto telling = telling_terms(walk, articles, known);
  if (telling.size() > kFeedbackTerms) telling.resize(kFeedbackTerms);
  std::vector<querying::ScoredTerm> terms;
  for (auto& [term, weight] : telling)
    terms.push_back({std::move(term), kFeedbackWeight * weight / telling.front().weight});
  return terms;
}

}  // namespace kiosque::searching
