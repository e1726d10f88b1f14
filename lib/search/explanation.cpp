#include "search/explanation.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/compile.hpp"
#include "search/places.hpp"
#include "search/run.hpp"
#include "search/scoring.hpp"
#include "search/selection.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {
namespace {

// What each word of a query adds to the score of an article.
std::vector<WordShare> word_shares(Walk& walk, const querying::Compiled& compiled,
                                   const DocumentPlace& place) {
  using querying::Node;
  std::vector<WordShare> shares;
  for (std::size_t number = 0; number < compiled.words_at.size(); ++number) {
    const Node& node = compiled.words_at[number];
    if (node.empty()) continue;
    WordShare share;
    share.word = node.words[0];
    if (node.kind == Node::Kind::prefix) share.word += '*';
    if (node.kind == Node::Kind::similar) share.word.insert(0, "~");
    share.articles = count(walk.match(node));
    for (const auto& scored : compiled.scores) {
      if (scored.word == number) share.score += share_of(walk, scored, place);
    }
    const auto counts = PlaceFinder(walk, node, place.part).count(place.document);
    share.title = counts[0];
    share.lead = counts[1];
    share.body = counts[2];
    shares.push_back(std::move(share));
  }
  return shares;
}

// The clauses of the query, its filters and its dates, each by itself and each left out.
std::vector<Condition> conditions_of(Seat& seat, const Query& query, const SearchOptions& asked,
                                     std::string_view id) {
  constexpr std::size_t kMost = 64;
  SearchOptions options = asked;
  options.limit = 0;
  std::vector<Condition> conditions;
  const auto add = [&](Condition condition, const Query& alone, const SearchOptions& with,
                       const Query& rest, const SearchOptions& rest_options) {
    if (conditions.size() == kMost) return;
    condition.articles = run(seat, alone, with).total;
    condition.without = run(seat, rest, rest_options).total;
    if (!id.empty()) {
      SearchOptions only = with;
      only.filters.push_back({"id", std::string(id)});
      const bool has = run(seat, alone, only).total > 0;
      condition.holds = has != (condition.occur == Occur::must_not);
    }
    conditions.push_back(std::move(condition));
  };
  SearchOptions bare = options;
  bare.filters.clear();
  bare.dates = {};
  for (std::size_t i = 0; i < query.clauses.size() && i < kMost; ++i) {
    Query alone = query;
    alone.clauses = {query.clauses[i]};
    Condition condition{.occur = alone.clauses[0].occur,
                        .begin = alone.clauses[0].begin,
                        .end = alone.clauses[0].end};
    if (alone.clauses[0].occur != Occur::filter) alone.clauses[0].occur = Occur::should;
    condition.text = to_string(alone);
    Query rest = query;
    rest.clauses.erase(rest.clauses.begin() + static_cast<std::ptrdiff_t>(i));
    add(std::move(condition), alone, bare, rest, options);
  }
  for (std::size_t i = 0; i < options.filters.size(); ++i) {
    SearchOptions with = bare;
    with.filters = {options.filters[i]};
    SearchOptions without = options;
    without.filters.erase(without.filters.begin() + static_cast<std::ptrdiff_t>(i));
    add({.text = options.filters[i].field + ":\"" + options.filters[i].value + '"',
         .occur = Occur::filter},
        {}, with, query, without);
  }
  if (options.dates != DateRange{}) {
    SearchOptions with = bare;
    with.dates = options.dates;
    SearchOptions without = options;
    without.dates = {};
    add({.text = "date:" + options.dates.from + ".." + options.dates.to, .occur = Occur::filter},
        {}, with, query, without);
  }
  return conditions;
}

}  // namespace

Explanation explain(Seat& seat, const Query& query, std::string_view id,
                    const SearchOptions& asked) {
  SearchOptions options = asked;
  options.snippet_length = 0;
  options.offset = 0;
  options.limit = 0;
  options.facets.clear();
  options.histogram.reset();
  // What is looked for beside the query's own words is no word of it.
  options.suggest = options.correct = options.expand = false;
  Explanation explanation;
  explanation.total = run(seat, query, options).total;
  explanation.conditions = conditions_of(seat, query, options, id);
  if (id.empty()) return explanation;

  const Limits limits{{}, options.stop};
  Walk walk(seat, limits, options.zone);
  const auto place = place_of(walk, id);
  if (!place) return explanation;
  explanation.stored = true;
  const auto compiled =
      querying::compile(query, options, seat.analyzer, {}, seat.snapshot->fields());
  explanation.words = word_shares(walk, compiled, *place);
  for (const WordShare& word : explanation.words) explanation.score += word.score;
  options.limit = explanation.total;
  for (const Hit& hit : run(seat, query, options).hits) {
    if (hit.id != id) continue;
    explanation.found = true;
    explanation.rank = hit.rank;
    if (explanation.score > 0) explanation.nearness = hit.score / explanation.score;
    explanation.score = hit.score;
  }
  return explanation;
}

}  // namespace kiosque::searching
