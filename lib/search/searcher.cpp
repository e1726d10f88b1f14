#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <kiosque/error.hpp>
#include <kiosque/search.hpp>
#include <map>
#include <mutex>
#include <utility>

#include "analysis/analyzer.hpp"
#include "index/archive.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "query/compile.hpp"
#include "search/facets.hpp"
#include "search/feedback.hpp"
#include "search/ranking.hpp"
#include "search/snapshot.hpp"
#include "search/snippet.hpp"
#include "search/suggest.hpp"
#include "search/walk.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace searching {
namespace {

using Clock = std::chrono::steady_clock;

// By field; those of one field are alternatives.
using Filters = std::map<std::string, std::vector<querying::Node>>;

Filters compile_filters(const std::vector<Filter>& filters) {
  Filters by_field;
  for (const Filter& filter : filters)
    by_field[facet_name(filter.field)].push_back(querying::compile_filter(filter));
  return by_field;
}

// What the query and the dates find, and apart from it what each field's filters let through.
struct Filtered {
  Matches found;
  std::map<std::string, Matches> filters;

  // Under all filters but for those of one field.
  [[nodiscard]] Matches without(std::string_view field) const {
    Matches matches = found;
    for (const auto& [name, passed] : filters) {
      if (name == field) continue;
      for (std::size_t part = 0; part < matches.size(); ++part) matches[part] &= passed[part];
    }
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

Hit to_hit(const Seat& seat, const DocumentPlace& place, const SearchOptions& options,
           Lookout& lookout) {
  Article article;
  Hit hit;
  // Without a snippet the texts need not be unpacked.
  if (options.snippet_length == 0) {
    const auto& segment = *seat.snapshot->parts()[place.part].segment;
    article = indexing::decode_article(segment.words().at(place.document).card());
  }
  if (article.id.empty()) {
    article = indexing::from_document(
        seat.databases[place.part].get_document(place.document, Xapian::DOC_ASSUME_VALID));
  }
  if (options.snippet_length > 0) {
    Snippet snippet = make_snippet(article.lead, article.body, options.snippet_length,
                                   options.snippet_passages, lookout);
    hit.snippet = to_html(snippet.text, snippet.spans);
    hit.snippet_text = std::move(snippet.text);
    hit.snippet_spans = std::move(snippet.spans);
    hit.title_spans = find_matches(article.title, lookout);
  }
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.published = std::move(article.published);
  hit.section = std::move(article.section);
  hit.tags = std::move(article.tags);
  hit.authors = std::move(article.authors);
  hit.source = std::move(article.source);
  hit.url = std::move(article.url);
  return hit;
}

}  // namespace

Results run(Seat& seat, const Query& query, const SearchOptions& options) {
  const auto start = Clock::now();
  Results results;
  results.revision = seat.snapshot->commit().revision();
  results.understood = to_string(query);
  results.warnings = query.warnings;
  if (!options.strict) results.variants = query.variants;
  for (const FacetRequest& request : options.facets) require_facet(request.field);

  const Limits limits{
      options.deadline.count() > 0 ? std::optional(start + options.deadline) : std::nullopt,
      options.stop};
  Walk walk(seat, limits);
  querying::Compiled compiled = querying::compile(query, options, seat.analyzer);
  const auto filters = compile_filters(options.filters);
  Filtered filtered = find(walk, compiled.matches, filters, options.dates);
  Matches matches = filtered.without({});
  if (options.expand && !compiled.scores.empty()) {
    const auto best = rank(walk, matches, compiled.scores, {}, {.limit = kFeedbackArticles});
    compiled =
        querying::compile(query, options, seat.analyzer, feedback(walk, best, compiled.scores));
    filtered = find(walk, compiled.matches, filters, options.dates);
    matches = filtered.without({});
  }
  results.total = count(matches);

  // A facet is counted without the filters on its own field.
  std::optional<DayCounts> days;
  for (const FacetRequest& request : options.facets) {
    const std::string name = facet_name(request.field);
    if (filters.contains(name)) {
      std::optional<DayCounts> own;
      results.facets.push_back(
          make_facet(walk, filtered.without(name), request, options.filters, own));
    } else {
      results.facets.push_back(make_facet(walk, matches, request, options.filters, days));
    }
  }
  if (options.histogram) {
    if (!days) days = count_days(walk, matches);
    results.histogram = make_histogram(*options.histogram, *days);
  }

  // Nothing to score: the newest come first.
  const bool by_date = options.sort == Sort::relevance && compiled.scores.empty();
  Page page{options.offset, options.limit, by_date ? Sort::newest : options.sort};
  if (options.half_life > 0) {
    page.half_life = options.half_life;
    page.today =
        options.today.empty() ? support::home_zone().today() : support::require_day(options.today);
  }
  if (options.snippet_length > 0) compiled.words.set_worth(worth_of(walk, compiled.words.terms()));
  Lookout lookout(compiled.words, seat.analyzer);
  for (const Ranked& ranked : rank(walk, matches, compiled.scores, compiled.plain_words, page)) {
    Hit hit = to_hit(seat, ranked.place, options, lookout);
    hit.rank = options.offset + results.hits.size() + 1;
    hit.score = ranked.score;
    results.hits.push_back(std::move(hit));
  }
  results.partial = walk.cut_short();
  results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return results;
}

}  // namespace searching

struct Searcher::Impl {
  explicit Impl(std::string archive) : path(std::move(archive)) {
    snapshot = std::make_shared<const searching::Snapshot>(indexing::open_commit(path), nullptr);
    const std::size_t articles = snapshot->articles();
    cache = std::make_shared<searching::PostingCache>(
        std::max(kLeastCache, articles * kCachePerArticle));
  }

  // Postings of frequent words take a byte and a bit an article and word.
  static constexpr std::size_t kLeastCache = 64U << 20U;
  static constexpr std::size_t kCachePerArticle = 160;

  std::unique_ptr<searching::Seat> take() {
    std::shared_ptr<const searching::Snapshot> current;
    {
      const std::scoped_lock lock(mutex);
      if (!seats.empty()) {
        auto seat = std::move(seats.back());
        seats.pop_back();
        return seat;
      }
      current = snapshot;
    }
    auto seat = std::make_unique<searching::Seat>();
    seat->snapshot = std::move(current);
    seat->cache = cache;
    seat->databases = indexing::open_databases(seat->snapshot->commit());
    return seat;
  }

  // Runs `work` with a seat; one that fails is not used again.
  template <typename Work>
  auto with_seat(Work&& work) {
    auto seat = take();
    auto result = indexing::guarded(path, [&] { return work(*seat); });
    const std::scoped_lock lock(mutex);
    if (seat->snapshot == snapshot) seats.push_back(std::move(seat));
    return result;
  }

  std::string path;
  std::mutex refreshing;
  std::mutex mutex;
  std::shared_ptr<const searching::Snapshot> snapshot;
  std::shared_ptr<searching::PostingCache> cache;
  std::vector<std::unique_ptr<searching::Seat>> seats;  // all of `snapshot`
};

Searcher::Searcher(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Results Searcher::search(const Query& query, const SearchOptions& options) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::run(seat, query, options); });
}

Results Searcher::search(std::string_view text, const SearchOptions& options) const {
  return search(parse(text), options);
}

std::vector<Completion> Searcher::suggest(std::string_view typed,
                                          const SuggestOptions& options) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::suggest(seat, typed, options); });
}

std::optional<Article> Searcher::get(std::string_view id) const {
  return impl_->with_seat([&](searching::Seat& seat) {
    return indexing::find(seat.snapshot->commit(), seat.databases, id);
  });
}

bool Searcher::refresh() {
  const std::scoped_lock one_at_a_time(impl_->refreshing);
  std::shared_ptr<const searching::Snapshot> before;
  {
    const std::scoped_lock lock(impl_->mutex);
    before = impl_->snapshot;
  }
  const auto commit =
      indexing::open_commit(impl_->path, indexing::Versions::current_only, &before->commit());
  if (commit->revision() == before->commit().revision()) return false;
  auto fresh = std::make_shared<const searching::Snapshot>(commit, before.get());
  const std::scoped_lock lock(impl_->mutex);
  impl_->snapshot = std::move(fresh);
  impl_->seats.clear();
  return true;
}

ArchiveInfo info(const std::string& path) {
  ArchiveInfo info = indexing::describe(path);
  if (!info.readable) return info;
  const auto commit = indexing::open_commit(path);
  info.memory = indexing::guarded(path, [&] {
    const searching::Snapshot snapshot(commit, nullptr);
    return snapshot.bytes_in_full(indexing::open_databases(*commit));
  });
  return info;
}

void for_each(const std::string& path, const std::function<bool(const Article&)>& visit) {
  indexing::visit_articles(*indexing::open_commit(path, indexing::Versions::every), visit);
}

std::optional<Article> get(const std::string& path, std::string_view id) {
  const auto commit = indexing::open_commit(path, indexing::Versions::every);
  return indexing::guarded(
      path, [&] { return indexing::find(*commit, indexing::open_databases(*commit), id); });
}

}  // namespace kiosque
