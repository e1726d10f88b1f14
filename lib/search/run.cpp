#include "search/run.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "query/compile.hpp"
#include "search/card.hpp"
#include "search/collapse.hpp"
#include "search/corrections.hpp"
#include "search/facets.hpp"
#include "search/feedback.hpp"
#include "search/field_sort.hpp"
#include "search/histogram.hpp"
#include "search/ranking.hpp"
#include "search/selection.hpp"
#include "search/snippet.hpp"
#include "search/walk.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using Clock = std::chrono::steady_clock;

// What the query and the dates find, and apart from it what each field's filters let through.
struct Filtered {
  Matches found;
  std::map<std::string, Matches> filters;

  // Under all filters. Nothing is left here where there are none.
  [[nodiscard]] Matches within() {
    if (!filters.empty()) return without({});
    for (Bitmap& part : found) part.list();
    return std::move(found);
  }
  // Under all filters but for those of one field.
  [[nodiscard]] Matches without(std::string_view field) const {
    Matches matches = found;
    for (const auto& [name, passed] : filters) {
      if (name == field) continue;
      for (std::size_t part = 0; part < matches.size(); ++part) matches[part] &= passed[part];
    }
    for (Bitmap& part : matches) part.list();
    return matches;
  }
};

Filtered find(Walk& walk, const querying::Node& query, const Filters& filters,
              const DateRange& dates) {
  Filtered filtered;
  if (dates.from.empty() && dates.to.empty()) {
    filtered.found = walk.match(query);
  } else {
    filtered.found = walk.match(querying::all({query, querying::compile_dates(dates)}));
  }
  for (const auto& [field, values] : filters)
    filtered.filters.emplace(field, walk.match(querying::any(values)));
  return filtered;
}

// What words tell: by inverse document frequency.
std::vector<double> worth_of(Walk& walk, const std::vector<std::string>& terms) {
  std::vector<double> worth;
  const auto articles = static_cast<double>(walk.snapshot().articles());
  for (const auto& term : terms) {
    const auto frequency = static_cast<double>(walk.look_up(term).frequency);
    worth.push_back(std::log((articles + 1) / (frequency + 0.5)));
  }
  return worth;
}

constexpr std::size_t kCardsAhead = 32;

// Of the query as typed, that tell which words go with it.
constexpr std::size_t kContextArticles = 10;

void show(const Seat& seat, const DocumentPlace& place, const SearchOptions& options,
          Lookout& lookout, Hit& hit) {
  // Without a snippet the texts need not be unpacked.
  if (options.snippet_length == 0) {
    fill_hit(card_of(seat, place), hit);
    return;
  }
  const auto shown = shown_article(seat, place);
  Snippet snippet =
      make_snippet(shown->text, options.snippet_length, options.snippet_passages, lookout);
  hit.snippet = to_html(snippet.text, snippet.spans);
  hit.snippet_text = std::move(snippet.text);
  hit.snippet_spans = std::move(snippet.spans);
  hit.title_spans = find_matches(shown->article.title, lookout);
  fill_hit(Article(shown->article), hit);
}

}  // namespace

Results run(Seat& seat, const Query& query, const SearchOptions& options, const Visit& visit) {
  const auto start = Clock::now();
  Results results;
  results.revision = seat.snapshot->commit().revision();
  results.understood = to_string(query);
  results.warnings = query.warnings;
  results.interpretations = query.interpretations;
  if (!options.strict) results.variants = query.variants;
  const indexing::FieldTable& fields = seat.snapshot->fields();
  for (const FacetRequest& request : options.facets) require_facet(request.field, fields);

  const Limits limits = limits_of(options);
  Walk walk(seat, limits, options.zone);
  querying::Compiled compiled = querying::compile(query, options, seat.analyzer, {}, fields);
  const auto filters = compile_filters(options.filters, fields);
  Filtered filtered = find(walk, compiled.matches, filters, options.dates);
  Matches matches = filtered.within();
  Corrected corrected;
  if ((options.correct || options.suggest) && !options.strict) {
    const auto best = [&] {
      std::vector<DocumentPlace> places;
      for (const Ranked& one :
           rank(walk, matches, compiled.scores, {}, {.limit = kContextArticles}))
        places.push_back(one.place);
      return places;
    };
    const auto total_of = [&](const Query& other) {
      const auto others = querying::compile(other, options, seat.analyzer, {}, fields);
      return count(find(walk, others.matches, filters, options.dates).within());
    };
    corrected = correct(walk, query, options, {count(matches), best, total_of});
    results.suggestion = std::move(corrected.suggestion);
    results.corrections = std::move(corrected.corrections);
  }
  const Query& asked = corrected.instead ? *corrected.instead : query;
  if (corrected.instead) {
    compiled = querying::compile(asked, options, seat.analyzer, {}, fields);
    filtered = find(walk, compiled.matches, filters, options.dates);
    matches = filtered.within();
  }
  if (options.expand && !compiled.scores.empty()) {
    const auto best = rank(walk, matches, compiled.scores, {}, {.limit = kFeedbackArticles});
    compiled = querying::compile(asked, options, seat.analyzer,
                                 feedback(walk, best, compiled.scores), fields);
    filtered = find(walk, compiled.matches, filters, options.dates);
    matches = filtered.within();
  }
  results.total = count(matches);
  std::optional<Collapse> collapse;
  if (options.collapse || options.counting == Counting::families) {
    collapse.emplace(walk, matches);
    results.families = collapse->count();
  }

  const bool by_family = options.counting == Counting::families;
  const Counted counted{matches, by_family ? &*collapse : nullptr};
  // A facet is counted without the filters on its own field.
  std::optional<DayCounts> days;
  for (const FacetRequest& request : options.facets) {
    const std::string name = facet_name(request.field, fields);
    if (filters.contains(name)) {
      const Matches others = filtered.without(name);
      std::optional<Collapse> families;
      if (by_family) families.emplace(walk, others);
      std::optional<DayCounts> own;
      results.facets.push_back(make_facet(walk, {others, by_family ? &*families : nullptr}, request,
                                          options.filters, own));
    } else {
      results.facets.push_back(make_facet(walk, counted, request, options.filters, days));
    }
  }
  if (options.histogram) {
    results.histogram = make_histogram(walk, counted, *options.histogram, days);
    if (results.histogram->unit != *options.histogram)
      results.warnings.push_back(coarse_histogram(*options.histogram, results.histogram->unit));
  }

  // Nothing to score: the newest come first.
  const bool by_date = options.sort == Sort::relevance && compiled.scores.empty();
  Page page{options.offset, options.limit, by_date ? Sort::newest : options.sort};
  if (options.sort_by) page.key = sort_key(walk, *options.sort_by);
  if (options.half_life > 0) {
    page.half_life = options.half_life;
    page.today =
        options.today.empty() ? support::home_zone().today() : support::require_day(options.today);
  }
  if (options.snippet_length > 0 && !visit) {
    for (const auto& [word, number] : compiled.words.similar()) {
      for (const auto& surface : walk.words_like(word)) compiled.words.add_surface(surface, number);
    }
    compiled.words.prepare(worth_of(walk, compiled.words.terms()));
  }
  Lookout lookout(compiled.words, seat.analyzer);
  const auto hits = options.collapse
                        ? collapse->rank(compiled.scores, compiled.plain_words, page)
                        : rank(walk, matches, compiled.scores, compiled.plain_words, page);
  if (!visit) results.hits.reserve(hits.size());
  const bool cards = !visit && options.snippet_length == 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const Ranked& ranked = hits[i];
    if (cards && i % kCardsAhead == 0)
      prefetch_cards(seat, std::span(hits).subspan(i, std::min(kCardsAhead, hits.size() - i)));
    if (visit) {
      if (walk.over() || !visit(article_at(seat, ranked.place))) break;
      continue;
    }
    Hit& hit = results.hits.emplace_back();
    hit.rank = options.offset + results.hits.size();
    hit.score = ranked.score;
    show(seat, ranked.place, options, lookout, hit);
    if (options.collapse) {
      const auto copies = collapse->copies(ranked.place);
      hit.copies = copies.size();
      hit.copied_by = describe_copies(seat, ranked.place, copies, options.copies);
    }
  }
  results.partial = walk.cut_short();
  results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return results;
}

}  // namespace kiosque::searching
