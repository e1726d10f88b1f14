#include <fmt/format.h>

#include <kiosque/error.hpp>
#include <kiosque/writer.hpp>
#include <utility>

#include "analysis/analyzer.hpp"
#include "index/archive.hpp"
#include "index/document.hpp"
#include "index/merge.hpp"

namespace kiosque {

struct Writer::Impl {
  Impl(std::string archive, const WriterOptions& writer_options)
      : path(std::move(archive)), options(writer_options), database(indexing::open_to_write(path)) {
    indexing::guarded(path, [&] { database.begin_transaction(); });
  }

  // Xapian would commit what is pending: a Writer that was not told to drops it.
  ~Impl() {
    try {
      database.cancel_transaction();
    } catch (const Xapian::Error&) {
      // Nothing was committed either way.
    }
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void commit() {
    indexing::guarded(path, [&] {
      database.commit_transaction();
      indexing::sync_folder(path);
      pending = 0;
      held_bytes = 0;
      database.begin_transaction();
    });
  }

  void changed(std::size_t bytes) {
    ++pending;
    held_bytes += bytes;
    if (held_bytes >= options.batch_bytes) commit();
  }

  std::string path;
  WriterOptions options;
  Xapian::WritableDatabase database;
  analysis::Analyzer analyzer;
  std::size_t pending = 0;
  std::size_t held_bytes = 0;
};

Writer::Writer(std::string path, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(std::move(path), options)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Put Writer::put(const Article& article) {
  const Article newcomer = indexing::normalise(article);
  return indexing::guarded(impl_->path, [&] {
    const Xapian::docid existing = indexing::find_document(impl_->database, newcomer.id);
    if (existing == 0) {
      impl_->database.add_document(indexing::to_document(newcomer, impl_->analyzer));
      impl_->changed(newcomer.body.size() + newcomer.lead.size() + newcomer.title.size());
      return Put::added;
    }
    const Article stored = indexing::from_document(impl_->database.get_document(existing));
    const Article merged = indexing::merge(stored, newcomer, impl_->options.on_duplicate);
    if (merged == stored) return Put::unchanged;
    impl_->database.replace_document(existing, indexing::to_document(merged, impl_->analyzer));
    impl_->changed(merged.body.size() + merged.lead.size() + merged.title.size());
    return Put::updated;
  });
}

bool Writer::remove(std::string_view id) {
  return indexing::guarded(impl_->path, [&] {
    const Xapian::docid existing = indexing::find_document(impl_->database, id);
    if (existing == 0) return false;
    impl_->database.delete_document(existing);
    impl_->changed(0);
    return true;
  });
}

void Writer::commit() {
  impl_->commit();
}

std::size_t Writer::pending() const noexcept {
  return impl_->pending;
}

IndexSummary index(Writer& writer, const std::vector<std::string>& paths,
                   const ReadOptions& options,
                   const std::function<void(const Rejected&)>& on_rejected) {
  IndexSummary summary;
  std::size_t refused = 0;
  const ReadSummary read_summary = read(
      paths, options,
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
  summary.notices = read_summary.notices;
  summary.stopped = read_summary.stopped;
  return summary;
}

}  // namespace kiosque
