#pragma once
// An archive's folder in the hands of its one writer: the committed segments, and the next commit.

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/archive.hpp"
#include "index/held_file.hpp"
#include "index/own_fields.hpp"
#include "index/runs.hpp"

namespace kiosque::indexing {

class Store {
 public:
  /// Creates the archive if the path is free or an empty folder; sweeps what a killed writer left.
  /// A new archive gets `schema`; that of an existing one has to be the same, or empty. Throws
  /// Error: archive_locked, archive_damaged, archive_version, disk, invalid_argument.
  Store(std::string path, std::size_t jobs, const Schema& schema = {});

  [[nodiscard]] const Schema& schema() const { return fields_.schema(); }

  /// Where an id's living article is, among what is committed and what is ready of the runs.
  struct Place {
    unsigned segment = 0;
    Xapian::docid document = 0;
    Xapian::Database* database = nullptr;
  };
  [[nodiscard]] std::optional<Place> find(std::string_view id);
  void kill(const Place& place) { dead_.add(place.segment, place.document); }

  /// Hashes of all ids that are committed.
  void visit_id_hashes(const std::function<void(std::uint64_t)>& visit) const;

  [[nodiscard]] Runs& runs() { return runs_; }

  /// Makes what was added and killed, and `last` behind it, the archive's newest commit; durable
  /// when it returns. Where it fails, all is as before.
  void commit(const std::vector<Article>& last);
  /// The same, as one segment without a dead article.
  void commit_compacted(const std::vector<Article>& last);

 private:
  struct Open {
    unsigned number = 0;
    std::size_t size = 0;
    Xapian::Database database = {};
  };

  Manifest created() const;
  void load();
  void require_same(const FieldTable& stored) const;
  void sweep() const;
  unsigned next_number() { return manifest_.next_segment++; }
  Open open(unsigned number) const;
  // Which of the dead a merge leaves out; the others stay listed.
  enum class Dead { where_many, all };
  void publish(std::size_t merged, Dead drop, const std::vector<Article>& last);
  void rewrite_the_dead(std::vector<Open>& segments, Tombstones& dead);
  void add_living(const Xapian::Database& database, unsigned number, SegmentMerge& merge);
  [[nodiscard]] SegmentFiles files_of(unsigned number) const;
  [[nodiscard]] SegmentFiles temporary_files();

  std::string path_;
  FieldTable fields_;
  HeldFile lock_;
  Manifest manifest_;  // of the last commit, but for the next segment number
  Tombstones dead_;
  std::vector<Open> segments_;  // oldest first
  Runs runs_;
};

}  // namespace kiosque::indexing
