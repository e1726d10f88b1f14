#include "search/related.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
#include "query/compile.hpp"
#include "search/facet_keys.hpp"
#include "search/ranking.hpp"
#include "search/selection.hpp"
#include "search/significance.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kMostArticles = 1000;
constexpr std::size_t kLeastArticles = 2;  // that have a value, unless there is only one at all

// The values, folded, that the query or its filters ask for.
void add_values(const std::vector<Clause>& clauses, std::set<std::string>& values) {
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::exact) values.insert(analysis::fold_value(clause.text));
    add_values(clause.clauses, values);
  }
}

// Whether all words of a value are the query's, or tell nothing.
bool is_asked(std::string_view value, const querying::MatchWords& words,
              analysis::Analyzer& analyzer) {
  analysis::Words analyzed;
  analyzer.analyze(value, analyzed);
  return std::all_of(analyzed.list().begin(), analyzed.list().end(),
                     [&](const analysis::Word& word) {
                       const std::string_view surface = analyzed.surface(word);
                       return tells_nothing(surface) ||
                              words.match(surface, analyzed.stem(word), analyzed.exact(word)) !=
                                  querying::MatchWords::kNone;
                     });
}

// Of a facet field.
std::vector<SignificantTerm> significant_values(Walk& walk, const Matches& some,
                                                std::string_view field,
                                                const querying::MatchWords& asked_words,
                                                const std::set<std::string>& asked,
                                                std::size_t limit) {
  const unsigned slot = indexing::find_field(field)->slot;
  const FieldValues& values = walk.snapshot().values(slot, walk.seat().databases);
  Matches living;
  for (const auto& part : walk.snapshot().parts()) living.push_back(part.living);
  std::size_t missing = 0;
  const auto counts = count_values(walk, {some}, slot, missing);
  const auto all_counts = count_values(walk, {living}, slot, missing);
  const std::size_t size = count(some);
  const std::size_t articles = walk.snapshot().articles();
  std::vector<SignificantTerm> significant;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::size_t with = counts[i].count;
    const std::size_t all = all_counts[i].count;
    if (with < std::min(kLeastArticles, size) || asked.contains(values.folded[i])) continue;
    const double score = log_likelihood(with, size, all - with, articles - size);
    if (score < kSignificant) continue;
    const std::string& text = values.spellings[counts[i].spelling];
    if (is_asked(text, asked_words, walk.seat().analyzer)) continue;
    significant.push_back({text, with, all, score});
  }
  std::sort(significant.begin(), significant.end(), [](const auto& a, const auto& b) {
    return a.score != b.score ? a.score > b.score : a.text < b.text;
  });
  if (significant.size() > limit) significant.resize(limit);
  return significant;
}

}  // namespace

Related related(Seat& seat, const Query& query, const RelatedOptions& options) {
  Related result;
  const Limits limits = limits_of(options.search);
  Walk walk(seat, limits, options.search.zone);
  const Selection selected = select(walk, query, options.search);
  const auto& compiled = selected.compiled;
  const Matches& matches = selected.matches;
  result.total = count(matches);

  Matches best;
  for (const auto& part : walk.snapshot().parts()) best.emplace_back(part.size());
  WordSample sample(seat, compiled.words);
  for (const Ranked& one : rank(walk, matches, compiled.scores, compiled.plain_words,
                                {.limit = std::min(options.articles, kMostArticles)})) {
    if (walk.over()) break;
    best[one.place.part].set(one.place.document);
    sample.add(one.place);
    ++result.articles;
  }
  for (SignificantPhrase& phrase : significant_words(walk, sample, best, nullptr, options.limit))
    result.terms.push_back(std::move(phrase.term));
  std::set<std::string> asked;
  add_values(query.clauses, asked);
  for (const Filter& filter : options.search.filters)
    asked.insert(analysis::fold_value(filter.value));
  const auto values_of = [&](std::string_view field) {
    return significant_values(walk, best, field, compiled.words, asked, options.limit);
  };
  result.tags = values_of("tag");
  result.authors = values_of("author");
  result.partial = walk.cut_short();
  return result;
}

}  // namespace kiosque::searching
