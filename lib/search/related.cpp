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
  struct Counted {
    std::size_t count = 0;
    std::size_t all = 0;
    std::uint32_t spelling = 0;  // that most of them have
    std::size_t most = 0;
  };
  std::vector<std::size_t> counts(values.spellings.size());
  std::vector<Counted> counted(values.folded.size());
  for (std::size_t part = 0; part < some.size(); ++part) {
    const KeyColumn& column =
        walk.snapshot().parts()[part].columns->keys(slot, walk.seat().databases[part]);
    const Tally tally = column.tally(some[part]);
    for (std::size_t i = 0; i < tally.counts.size(); ++i) {
      const std::uint32_t spelling = values.of_part[part][i];
      if (spelling == KeyColumn::kNone) continue;
      counts[spelling] += tally.counts[i];
      counted[values.value_of[spelling]].all += values.living[part].counts[i];
    }
  }
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    Counted& value = counted[values.value_of[i]];
    value.count += counts[i];
    if (counts[i] > value.most) {
      value.most = counts[i];
      value.spelling = i;
    }
  }
  const std::size_t size = count(some);
  const std::size_t articles = walk.snapshot().articles();
  std::vector<SignificantTerm> significant;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const auto& [with, all, spelling, most] = counted[i];
    if (with < std::min(kLeastArticles, size) || asked.contains(values.folded[i])) continue;
    const double score = log_likelihood(with, size, all - with, articles - size);
    if (score < kSignificant) continue;
    const std::string& text = values.spellings[spelling];
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
  querying::Compiled compiled =
      querying::compile(query, options.search, seat.analyzer, {}, seat.snapshot->fields());
  compiled.words.prepare(std::vector<double>(compiled.words.terms().size(), 1));
  const Matches matches = select(walk, compiled.matches, options.search);
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
