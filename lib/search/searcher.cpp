#include <xapian.h>

#include <algorithm>
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
#include "search/snippet.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace searching {
namespace {

using Clock = std::chrono::steady_clock;

// By field; those of one field are alternatives.
using Filters = std::map<std::string, std::vector<Xapian::Query>>;

Filters compile_filters(const std::vector<Filter>& filters) {
  Filters by_field;
  for (const Filter& filter : filters) {
    by_field[facet_name(filter.field)].push_back(querying::compile_filter(filter));
  }
  return by_field;
}

// The query under all filters, but for those of one field.
Xapian::Query filtered(const Xapian::Query& query, const Filters& filters, const DateRange& dates,
                       std::string_view without = {}) {
  std::vector<Xapian::Query> all;
  for (const auto& [field, values] : filters) {
    if (field == without) continue;
    all.emplace_back(Xapian::Query::OP_OR, values.begin(), values.end());
  }
  if (!dates.from.empty() || !dates.to.empty()) all.push_back(querying::compile_dates(dates));
  if (all.empty()) return query;
  return {Xapian::Query::OP_FILTER, query,
          Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end())};
}

// The same articles with their scores.
Xapian::Query scored(const querying::Compiled& compiled, const Filters& filters,
                     const DateRange& dates) {
  if (!compiled.direct.empty()) return filtered(compiled.direct, filters, dates);
  const Xapian::Query found(Xapian::Query::OP_SCALE_WEIGHT,
                            filtered(compiled.matches, filters, dates), 0);
  if (found.empty() || compiled.scores.empty()) return found;
  return {Xapian::Query::OP_AND_MAYBE, found, compiled.scores};
}

Hit to_hit(const Xapian::Document& document, const SearchOptions& options,
           const querying::MatchWords& words, analysis::Analyzer& analyzer) {
  Article article = indexing::from_document(document);
  Hit hit;
  if (options.snippet_length > 0) {
    hit.title_spans = find_matches(article.title, words, analyzer);
    Snippet snippet =
        make_snippet(article.lead, article.body, words, options.snippet_length, analyzer);
    hit.snippet = to_html(snippet.text, snippet.spans);
    hit.snippet_text = std::move(snippet.text);
    hit.snippet_spans = std::move(snippet.spans);
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

// What one search works with: nothing of Xapian's may be shared between threads.
struct Seat {
  Xapian::Database database;
  analysis::Analyzer analyzer;
};

Results run(Seat& seat, const Query& query, const SearchOptions& options) {
  const auto start = Clock::now();
  Results results;
  results.revision = indexing::revision_of(seat.database);
  results.understood = to_string(query);
  results.warnings = query.warnings;
  if (!options.strict) results.variants = query.variants;

  const Limits limits{
      options.deadline.count() > 0 ? std::optional(start + options.deadline) : std::nullopt,
      options.stop};
  querying::Compiled compiled = querying::compile(query, options, seat.analyzer);
  const auto filters = compile_filters(options.filters);
  if (options.expand && !compiled.scores.empty()) {
    const Xapian::Query beside =
        feedback(seat.database, scored(compiled, filters, options.dates), limits);
    compiled = querying::compile(query, options, seat.analyzer, beside);
  }

  // Facets under all filters are counted in the main match; one that is itself filtered by has a
  // match of its own, without its filter.
  std::map<std::string, std::unique_ptr<SlotCounter>> own;
  std::map<unsigned, std::unique_ptr<SlotCounter>> shared;
  const auto share = [&](unsigned slot) {
    auto& counter = shared[slot];
    if (!counter) counter = std::make_unique<SlotCounter>(slot);
  };
  for (const FacetRequest& request : options.facets) {
    const std::string name = facet_name(request.field);
    const unsigned slot = facet_slot(request.field);
    if (filters.contains(name)) {
      own[name] = std::make_unique<SlotCounter>(slot);
    } else {
      share(slot);
    }
  }
  if (options.histogram) share(indexing::kDaySlot);

  std::vector<SlotCounter*> counters;
  for (const auto& [slot, counter] : shared) counters.push_back(counter.get());
  // Nothing to score: the newest come first.
  const bool by_date = options.sort == Sort::relevance && compiled.scores.empty();
  Page page{options.offset, options.limit, by_date ? Sort::newest : options.sort};
  if (options.half_life > 0) {
    page.half_life = options.half_life;
    page.today =
        options.today.empty() ? support::home_zone().today() : support::require_day(options.today);
  }
  const bool page_wanted = options.limit > 0 && options.offset < seat.database.get_doccount();
  const Ranking ranking =
      page_wanted ? rank(seat.database, scored(compiled, filters, options.dates),
                         compiled.plain_words, page, counters, limits)
                  : count(seat.database, filtered(compiled.matches, filters, options.dates),
                          counters, limits);
  results.total = ranking.total;
  results.partial = ranking.partial;
  for (const auto& [name, counter] : own) {
    if (results.partial) break;
    results.partial = count(seat.database, filtered(compiled.matches, filters, options.dates, name),
                            {counter.get()}, limits)
                          .partial;
  }
  for (const FacetRequest& request : options.facets) {
    const auto found = own.find(facet_name(request.field));
    const SlotCounter& counter =
        found != own.end() ? *found->second : *shared.at(facet_slot(request.field));
    results.facets.push_back(make_facet(request, counter, options.filters));
  }
  if (options.histogram) {
    results.histogram = make_histogram(*options.histogram, *shared.at(indexing::kDaySlot));
  }
  for (const Ranked& ranked : ranking.hits) {
    Hit hit =
        to_hit(seat.database.get_document(ranked.document), options, compiled.words, seat.analyzer);
    hit.rank = options.offset + results.hits.size() + 1;
    hit.score = ranked.score;
    results.hits.push_back(std::move(hit));
  }
  results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return results;
}

}  // namespace searching

struct Searcher::Impl {
  explicit Impl(std::string archive) : path(std::move(archive)) {
    seats.push_back(open());
    revision =
        indexing::guarded(path, [&] { return indexing::revision_of(seats.front()->database); });
  }

  [[nodiscard]] std::unique_ptr<searching::Seat> open() const {
    auto seat = std::make_unique<searching::Seat>();
    seat->database = indexing::open_to_read(path);
    return seat;
  }

  std::unique_ptr<searching::Seat> take() {
    {
      const std::scoped_lock lock(mutex);
      if (!seats.empty()) {
        auto seat = std::move(seats.back());
        seats.pop_back();
        return seat;
      }
    }
    return open();
  }

  // Runs `work` with a seat, which goes to the newest commit where a writer has taken its own away.
  template <typename Work>
  auto with_seat(Work&& work) {
    auto seat = take();
    auto result = indexing::guarded(path, [&] {
      return indexing::persist([&] { return work(*seat); }, [&] { seat->database.reopen(); });
    });
    const std::scoped_lock lock(mutex);
    seats.push_back(std::move(seat));
    return result;
  }

  std::string path;
  std::string revision;
  std::mutex mutex;
  std::vector<std::unique_ptr<searching::Seat>> seats;
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

std::optional<Article> Searcher::get(std::string_view id) const {
  return impl_->with_seat([&](searching::Seat& seat) { return indexing::find(seat.database, id); });
}

bool Searcher::refresh() {
  auto seat = impl_->open();
  const std::string revision =
      indexing::guarded(impl_->path, [&] { return indexing::revision_of(seat->database); });
  const std::scoped_lock lock(impl_->mutex);
  if (revision == impl_->revision) return false;
  impl_->revision = revision;
  impl_->seats.clear();
  impl_->seats.push_back(std::move(seat));
  return true;
}

ArchiveInfo info(const std::string& path) {
  return indexing::describe(path);
}

void for_each(const std::string& path, const std::function<bool(const Article&)>& visit) {
  const Xapian::Database database = indexing::open_to_read(path, indexing::Versions::every);
  indexing::guarded(path, [&] {
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting) {
      if (!visit(indexing::from_document(database.get_document(*posting)))) return;
    }
  });
}

std::optional<Article> get(const std::string& path, std::string_view id) {
  const Xapian::Database database = indexing::open_to_read(path, indexing::Versions::every);
  return indexing::guarded(path, [&] { return indexing::find(database, id); });
}

}  // namespace kiosque
