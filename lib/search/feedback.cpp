#include "search/feedback.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kiosque::searching {
namespace {

// docs/quality.md has the figures behind them.
constexpr std::size_t kFeedbackArticles = 5;
constexpr Xapian::termcount kFeedbackTerms = 10;
constexpr double kFeedbackWeight = 0.1;  // of the strongest term, beside a word of the query at 1

// The stems of plain text: Z and the word itself, no field.
class Stems : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return term.size() > 3 && term[0] == 'Z' && !(term[1] >= 'A' && term[1] <= 'Z');
  }
};

}  // namespace

Xapian::Query feedback(const Xapian::Database& database, const Xapian::Query& query,
                       const Limits& limits) {
  Xapian::RSet best;
  const Ranking ranking = rank(database, query, {}, {.limit = kFeedbackArticles}, {}, limits);
  for (const Ranked& ranked : ranking.hits) best.add_document(ranked.document);
  if (best.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(query);  // whose own terms are left out
  enquire.set_expansion_scheme("bo1");
  const Stems stems;
  const Xapian::ESet terms = enquire.get_eset(kFeedbackTerms, best, 0, &stems);
  std::vector<Xapian::Query> all;
  double strongest = 0;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    strongest = std::max(strongest, term.get_weight());
  }
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    all.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(*term),
                     kFeedbackWeight * term.get_weight() / strongest);
  }
  if (all.empty()) return {};
  return {Xapian::Query::OP_OR, all.begin(), all.end()};
}

}  // namespace kiosque::searching
