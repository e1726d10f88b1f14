#include "search/bursts.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <kiosque/error.hpp>
#include <set>
#include <utility>
#include <vector>

#include "query/compile.hpp"
#include "search/burst_states.hpp"
#include "search/histogram.hpp"
#include "search/ranking.hpp"
#include "search/selection.hpp"
#include "search/significance.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using std::chrono::sys_days;

// Batches need so many articles each, on average, to tell a day without the subject from a day
// without news.
constexpr std::size_t kLeastInBatch = 5;
constexpr std::size_t kMostBatches = 20'000;
// Articles of a burst that are read for its terms and headlines.
constexpr std::size_t kSample = 25;

// Articles by day, those of the archive beside those of the query.
struct Days {
  DayCounts found;
  DayCounts all;
};

// Of the days in `range` alone.
DayCounts within(const DayCounts& counts, sys_days first, sys_days last) {
  DayCounts kept;
  for (const auto& one : counts.periods)
    if (one.first >= first && one.first <= last) kept.periods.push_back(one);
  return kept;
}

std::size_t total_of(const DayCounts& counts) {
  std::size_t total = 0;
  for (const auto& [day, count] : counts.periods) total += count;
  return total;
}

// Batches from the first day of the archive to its last.
struct Batches {
  std::vector<sys_days> starts;  // and where the last one ends
  std::vector<Batch> batches;
};

Batches make_batches(const Days& days, DateUnit unit) {
  Batches made;
  auto found = days.found.periods.begin();
  auto any = days.all.periods.begin();
  sys_days at = start_of(unit, any->first);
  while (any != days.all.periods.end()) {
    const sys_days end = next_of(unit, at);
    Batch batch;
    for (; any != days.all.periods.end() && any->first < end; ++any) batch.all += any->second;
    for (; found != days.found.periods.end() && found->first < end; ++found)
      batch.count += found->second;
    made.starts.push_back(at);
    made.batches.push_back(batch);
    at = end;
  }
  made.starts.push_back(at);
  return made;
}

DateUnit fitting_unit(const DayCounts& all, const std::optional<DateUnit>& asked) {
  const auto days =
      static_cast<std::size_t>((all.periods.back().first - all.periods.front().first).count()) + 1;
  const std::size_t articles = total_of(all);
  const std::pair<DateUnit, std::size_t> units[] = {
      {DateUnit::day, 1}, {DateUnit::week, 7}, {DateUnit::month, 30}, {DateUnit::year, 365}};
  for (const auto& [unit, length] : units) {
    if ((asked && unit != *asked) || days / length > kMostBatches) continue;
    if (asked || articles / (days / length + 1) >= kLeastInBatch) return unit;
  }
  return DateUnit::month;
}

// The articles whose headlines have most of the words, weighted by what these tell.
std::vector<Headline> headlines_of(const WordSample& sample,
                                   const std::vector<SignificantPhrase>& phrases,
                                   std::size_t limit) {
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t i = 0; i < sample.articles().size(); ++i) {
    const WordSample::Text& article = sample.articles()[i];
    if (article.title.empty()) continue;
    std::set<std::uint32_t> in_title;
    for (std::size_t at = 0; at < article.title_tokens; ++at)
      in_title.insert(article.tokens[at].number);
    double score = 0;
    for (const SignificantPhrase& phrase : phrases) {
      const auto found = std::count_if(phrase.numbers.begin(), phrase.numbers.end(),
                                       [&](auto number) { return in_title.contains(number); });
      score += phrase.term.score * static_cast<double>(found) /
               static_cast<double>(phrase.numbers.size());
    }
    ranked.emplace_back(-score, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<Headline> headlines;
  for (std::size_t i = 0; i < std::min(limit, ranked.size()); ++i) {
    const WordSample::Text& article = sample.articles()[ranked[i].second];
    headlines.push_back({article.id, article.title});
  }
  return headlines;
}

void describe(Walk& walk, const Matches& matches, const querying::Compiled& compiled,
              const BurstOptions& options, sys_days first, sys_days last, Burst& burst) {
  Matches in_burst =
      walk.match({.kind = querying::Node::Kind::dates, .first = first, .last = last});
  for (std::size_t part = 0; part < in_burst.size(); ++part) in_burst[part] &= matches[part];
  WordSample sample(walk.seat(), compiled.words);
  for (const Ranked& one :
       rank(walk, in_burst, compiled.scores, compiled.plain_words, {.limit = kSample}))
    sample.add(one.place);
  // Headlines are chosen by more words than are told.
  constexpr std::size_t kForHeadlines = 10;
  auto phrases =
      significant_words(walk, sample, in_burst, &matches, std::max(options.terms, kForHeadlines));
  burst.headlines = headlines_of(sample, phrases, options.headlines);
  for (SignificantPhrase& phrase : phrases) {
    if (burst.terms.size() < options.terms) burst.terms.push_back(std::move(phrase.term));
  }
}

void require_unit(const BurstOptions& options) {
  if (options.unit == DateUnit::hour) {
    throw Error(ErrorCode::invalid_argument,
                "bursts are told by day, week, month or year: an hour has too few articles");
  }
}

}  // namespace

Bursts bursts(Seat& seat, const Query& query, const BurstOptions& options) {
  require_unit(options);
  Bursts result;
  const Limits limits = limits_of(options.search);
  Walk walk(seat, limits, options.search.zone);
  const Selection selected = select(walk, query, options.search);
  const auto& compiled = selected.compiled;
  const Matches& matches = selected.matches;
  const querying::Node range = querying::compile_dates(options.search.dates);
  // Filters narrow the archive too: the query stands out of what passes them.
  const DayCounts all =
      options.search.filters.empty()
          ? walk.days().all
          : count_days(walk, select(walk, querying::everything(), options.search));
  const Days days{count_days(walk, matches), within(all, range.first, range.last)};
  result.total = total_of(days.found);
  result.partial = walk.cut_short();
  if (result.total == 0 || result.partial) return result;

  result.unit = fitting_unit(days.all, options.unit);
  const Batches made = make_batches(days, result.unit);
  std::vector<BurstSpan> spans = find_bursts(made.batches);
  std::erase_if(spans, [&](const BurstSpan& span) { return span.count < options.least; });
  std::stable_sort(spans.begin(), spans.end(),
                   [](const BurstSpan& a, const BurstSpan& b) { return a.strength > b.strength; });
  if (spans.size() > options.limit) spans.resize(options.limit);
  const double usual = static_cast<double>(result.total) / static_cast<double>(total_of(days.all));
  for (const BurstSpan& span : spans) {
    if (walk.over()) break;
    const sys_days first = made.starts[span.first];
    const sys_days last = made.starts[span.last + 1] - std::chrono::days(1);
    Burst burst{.from = support::to_iso(first),
                .to = support::to_iso(last),
                .count = span.count,
                .all = span.all,
                .expected = usual * static_cast<double>(span.all),
                .strength = span.strength};
    describe(walk, matches, compiled, options, first, last, burst);
    result.periods.push_back(std::move(burst));
  }
  result.partial = walk.cut_short();
  return result;
}

}  // namespace kiosque::searching
