#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <kiosque/bursts.hpp>
#include <kiosque/error.hpp>
#include <kiosque/related.hpp>
#include <kiosque/search.hpp>
#include <mutex>
#include <utility>

#include "index/archive.hpp"
#include "search/bursts.hpp"
#include "search/collapse.hpp"
#include "search/explanation.hpp"
#include "search/related.hpp"
#include "search/run.hpp"
#include "search/similar.hpp"
#include "search/snapshot.hpp"
#include "search/suggest.hpp"

namespace kiosque {

namespace {

// What `work` gives, with the time that it took.
template <typename Work>
auto timed(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  auto result = work();
  result.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace

struct Searcher::Impl {
  Impl(std::string archive, const SearcherOptions& asked)
      : path(std::move(archive)), options(asked) {
    snapshot = std::make_shared<const searching::Snapshot>(indexing::open_commit(path), nullptr);
    caches = std::make_shared<searching::Caches>(posting_cache_size(*snapshot));
  }

  [[nodiscard]] std::size_t posting_cache_size(const searching::Snapshot& of) const {
    // Postings of frequent words take a byte and a bit an article and word.
    constexpr std::size_t kLeast = 64U << 20U;
    constexpr std::size_t kPerArticle = 512;
    return options.cache_bytes > 0 ? options.cache_bytes
                                   : std::max(kLeast, of.articles() * kPerArticle);
  }

  std::unique_ptr<searching::Seat> take() {
    std::shared_ptr<const searching::Snapshot> current;
    std::shared_ptr<searching::Caches> current_caches;
    {
      const std::scoped_lock lock(mutex);
      if (!seats.empty()) {
        auto seat = std::move(seats.back());
        seats.pop_back();
        return seat;
      }
      current = snapshot;
      current_caches = caches;
    }
    auto seat = std::make_unique<searching::Seat>();
    seat->caches = std::move(current_caches);
    seat->move_to(std::move(current));
    return seat;
  }

  // Makes `fresh` the snapshot that is searched.
  void publish(std::shared_ptr<const searching::Snapshot> fresh) {
    std::vector<std::unique_ptr<searching::Seat>> moved;
    {
      const std::scoped_lock lock(mutex);
      moved.swap(seats);
    }
    // Segments are known by their numbers, which another archive begins anew.
    const bool same = fresh->commit().manifest.archive == snapshot->commit().manifest.archive;
    const auto next =
        same ? caches : std::make_shared<searching::Caches>(posting_cache_size(*fresh));
    next->postings.allow(posting_cache_size(*fresh));
    for (auto& seat : moved) {
      seat->move_to(fresh);
      seat->caches = next;
    }
    const std::scoped_lock lock(mutex);
    snapshot = std::move(fresh);
    caches = next;
    seats = std::move(moved);
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
  SearcherOptions options;
  std::mutex refreshing;
  std::mutex mutex;
  std::shared_ptr<const searching::Snapshot> snapshot;
  std::shared_ptr<searching::Caches> caches;
  std::vector<std::unique_ptr<searching::Seat>> seats;  // all of `snapshot`
};

Searcher::Searcher(std::string path, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(std::move(path), options)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Results Searcher::search(const Query& query, const SearchOptions& options) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::run(seat, query, options); });
}

Results Searcher::search(std::string_view text, const SearchOptions& options) const {
  return search(parse(text, {.schema = schema()}), options);
}

Results Searcher::for_each(const Query& query, const SearchOptions& options,
                           const std::function<bool(const Article&)>& visit) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::run(seat, query, options, visit); });
}

Explanation Searcher::explain(const Query& query, std::string_view id,
                              const SearchOptions& options) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::explain(seat, query, id, options); });
}

std::vector<Completion> Searcher::suggest(std::string_view typed,
                                          const SuggestOptions& options) const {
  return impl_->with_seat(
      [&](searching::Seat& seat) { return searching::suggest(seat, typed, options); });
}

Bursts Searcher::bursts(const Query& query) const {
  return bursts(query, {});
}

Bursts Searcher::bursts(const Query& query, const BurstOptions& options) const {
  return impl_->with_seat([&](searching::Seat& seat) {
    return timed([&] { return searching::bursts(seat, query, options); });
  });
}

Related Searcher::related(const Query& query) const {
  return related(query, {});
}

Related Searcher::related(const Query& query, const RelatedOptions& options) const {
  return impl_->with_seat([&](searching::Seat& seat) {
    return timed([&] { return searching::related(seat, query, options); });
  });
}

Similar Searcher::similar(std::string_view id) const {
  return similar(id, {});
}

Similar Searcher::similar(std::string_view id, const SimilarOptions& options) const {
  return impl_->with_seat([&](searching::Seat& seat) {
    return timed([&] { return searching::similar(seat, id, options); });
  });
}

Schema Searcher::schema() const {
  const std::scoped_lock lock(impl_->mutex);
  return impl_->snapshot->fields().schema();
}

std::optional<Article> Searcher::get(std::string_view id) const {
  return impl_->with_seat([&](searching::Seat& seat) {
    return indexing::find(seat.snapshot->commit(), seat.databases, id);
  });
}

std::vector<Copy> Searcher::family(std::string_view id) const {
  return impl_->with_seat([&](searching::Seat& seat) { return searching::family_of(seat, id); });
}

std::vector<std::vector<std::string>> Searcher::families() const {
  return impl_->with_seat([](searching::Seat& seat) { return searching::all_families(seat); });
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
  impl_->publish(std::move(fresh));
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