#include <fmt/format.h>

#include <algorithm>
#include <kiosque/error.hpp>
#include <kiosque/writer.hpp>
#include <unordered_map>
#include <utility>

#include "index/document.hpp"
#include "index/fields.hpp"
#include "index/hash_set.hpp"
#include "index/merge.hpp"
#include "index/store.hpp"

namespace kiosque {
namespace {

// Of text, that is turned into one run: in memory it takes some five times as much.
constexpr std::size_t kBatchBytes = 3U << 20U;

std::size_t text_bytes(const Article& article) {
  return article.body.size() + article.lead.size() + article.title.size();
}

std::uint64_t id_hash(const std::string& id) {
  return indexing::word_hash(indexing::exact_term(*indexing::find_field("id"), id));
}

}  // namespace

struct Writer::Impl {
  Impl(std::string archive, const WriterOptions& writer_options)
      : path(std::move(archive)), options(writer_options), store(indexing::guarded(path, [&] {
          return std::make_unique<indexing::Store>(path, options.jobs, options.schema);
        })) {}

  void commit() {
    indexing::guarded(path, [&] {
      store->commit(batch);
      committed();
    });
  }

  void compact() {
    indexing::guarded(path, [&] {
      store->commit_compacted(batch);
      committed();
    });
  }

  void committed() {
    take_batch();
    pending = 0;
    uncommitted_bytes = 0;
  }

  std::vector<Article> take_batch() {
    batch_places.clear();
    batch_bytes = 0;
    return std::exchange(batch, {});
  }

  void append(Article article) {
    const std::size_t bytes = text_bytes(article);
    if (!known.empty()) known.insert(id_hash(article.id));
    batch_places.emplace(article.id, batch.size());
    batch.push_back(std::move(article));
    batch_bytes += bytes;
    changed(bytes);
  }

  // May commit, or hand the batch over.
  void changed(std::size_t bytes) {
    ++pending;
    uncommitted_bytes += bytes;
    if (options.commit_bytes > 0 && uncommitted_bytes >= options.commit_bytes) {
      commit();
    } else if (batch_bytes >= kBatchBytes) {
      if (known.empty()) learn_ids();
      store->runs().add(take_batch());
    }
  }

  // With many articles to come, it pays to know at once that an id is new.
  void learn_ids() {
    store->visit_id_hashes([this](std::uint64_t hash) { known.insert(hash); });
    for (const auto& [id, place] : batch_places) known.insert(id_hash(id));
  }

  std::optional<indexing::Store::Place> find(const std::string& id) {
    if (!known.empty() && !known.contains(id_hash(id))) return {};
    const auto place = store->find(id);
    if (place || store->runs().empty()) return place;
    // It may be in what is being built just now.
    store->runs().wait();
    return store->find(id);
  }

  std::string path;
  WriterOptions options;
  std::unique_ptr<indexing::Store> store;
  std::vector<Article> batch;                                 // not yet handed over
  std::unordered_map<std::string, std::size_t> batch_places;  // by id
  std::size_t batch_bytes = 0;
  std::size_t pending = 0;
  std::size_t uncommitted_bytes = 0;
  indexing::HashSet known;  // ids, once there are many articles; empty before
};

Writer::Writer(std::string path, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(std::move(path), options)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Put Writer::put(const Article& article) {
  Article newcomer = indexing::normalise(article);
  return indexing::guarded(impl_->path, [&] {
    if (const auto found = impl_->batch_places.find(newcomer.id);
        found != impl_->batch_places.end()) {
      Article& waiting = impl_->batch[found->second];
      Article merged = indexing::merge(waiting, newcomer, impl_->options.on_duplicate);
      if (merged == waiting) return Put::unchanged;
      const std::size_t bytes = text_bytes(merged);
      impl_->batch_bytes += bytes - text_bytes(waiting);
      waiting = std::move(merged);
      impl_->changed(bytes);
      return Put::updated;
    }
    const auto place = impl_->find(newcomer.id);
    if (!place) {
      impl_->append(std::move(newcomer));
      return Put::added;
    }
    const Article stored = indexing::from_document(place->database->get_document(place->document));
    Article merged = indexing::merge(stored, newcomer, impl_->options.on_duplicate);
    if (merged == stored) return Put::unchanged;
    impl_->store->kill(*place);
    impl_->append(std::move(merged));
    return Put::updated;
  });
}

bool Writer::remove(std::string_view id) {
  return indexing::guarded(impl_->path, [&] {
    const std::string key(id);
    if (const auto found = impl_->batch_places.find(key); found != impl_->batch_places.end()) {
      const std::size_t place = found->second;
      impl_->batch_bytes -= text_bytes(impl_->batch[place]);
      impl_->batch.erase(impl_->batch.begin() + static_cast<std::ptrdiff_t>(place));
      impl_->batch_places.erase(found);
      for (auto& [other, at] : impl_->batch_places) at -= at > place ? 1 : 0;
      impl_->changed(0);
      return true;
    }
    const auto place = impl_->find(key);
    if (!place) return false;
    impl_->store->kill(*place);
    impl_->changed(0);
    return true;
  });
}

void Writer::commit() {
  impl_->commit();
}

void Writer::compact() {
  impl_->compact();
}

Schema Writer::schema() const {
  return impl_->store->schema();
}

std::size_t Writer::pending() const noexcept {
  return impl_->pending;
}

IndexSummary index(Writer& writer, const std::vector<std::string>& paths,
                   const ReadOptions& options,
                   const std::function<void(const Rejected&)>& on_rejected) {
  IndexSummary summary;
  std::size_t refused = 0;
  std::size_t unfit = 0;
  const Schema schema = writer.schema();
  ReadOptions own = options;
  for (const OwnField& field : schema.fields) own.fields.push_back(field.name);
  const auto tell_unfit = [&](const Record& record) {
    if (record.article.fields.empty() || schema.fields.empty()) return;
    for (const std::string& sentence : unfit_values(schema, record.article)) {
      ++unfit;
      if (!on_rejected) continue;
      on_rejected({.file = record.file,
                   .line = record.entry,
                   .code = "field",
                   .reason = sentence + ": the article is kept, and not found by it.",
                   .kept = true});
    }
  };
  const ReadSummary read_summary = read(
      paths, own,
      [&](const Record& record) {
        try {
          switch (writer.put(record.article)) {
            case Put::added:
              ++summary.added;
              break;
            case Put::updated:
              ++summary.updated;
              break;
            case Put::unchanged:
              ++summary.unchanged;
              break;
          }
          tell_unfit(record);
        } catch (const Error& error) {
          if (error.code() != ErrorCode::invalid_argument) throw;
          ++refused;
          if (on_rejected) {
            on_rejected({.file = record.file,
                         .line = record.entry,
                         .code = "article",
                         .reason = error.what()});
          }
        }
      },
      [&](const Rejected& rejected) {
        if (on_rejected) on_rejected(rejected);
      });
  writer.commit();
  summary.rejected = read_summary.rejected + refused;
  summary.notices = read_summary.notices + unfit;
  summary.stopped = read_summary.stopped;
  return summary;
}

}  // namespace kiosque
