#pragma once
// An archive as one commit left it, with what queries need of it in memory.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/archive.hpp"
#include "index/own_fields.hpp"
#include "search/bitmap.hpp"
#include "search/columns.hpp"
#include "search/document_place.hpp"
#include "search/families.hpp"
#include "search/local_times.hpp"
#include "search/postings.hpp"
#include "search/shown_article.hpp"
#include "search/stem_index.hpp"

namespace kiosque::searching {

/// The values of a facet field over all segments: each is a folded value under all its spellings.
struct FieldValues {
  std::vector<std::string> spellings;   // in the order in which living articles first had them
  std::vector<std::uint32_t> value_of;  // of each spelling
  std::vector<std::string> folded;      // of each value
  std::vector<std::vector<std::uint32_t>> of_part;  // by segment: its own spelling numbers → these
  std::vector<Tally> living;                        // by segment: of all living articles
};

/// Never changes; safe to share between threads. What is read lazily is read through the asking
/// thread's databases.
class Snapshot {
 public:
  /// What segments of `before` hold already is taken from there.
  Snapshot(std::shared_ptr<const indexing::Commit> commit, const Snapshot* before);

  struct Part {
    std::shared_ptr<const indexing::Segment> segment;
    std::shared_ptr<Columns> columns;
    std::shared_ptr<StemIndex> stems;
    Bitmap living;
    std::size_t living_count = 0;
    std::uint64_t whole_length = 0;  // of all, the dead among them
    std::uint64_t total_length = 0;  // of the living

    [[nodiscard]] std::size_t size() const { return segment->size(); }
    /// What completions are looked up in; mapped, not held.
    [[nodiscard]] const indexing::CompletionLists& lists() const {
      return segment->words().completions();
    }
    [[nodiscard]] const indexing::WordList& words() const { return lists().words; }
    [[nodiscard]] bool has_dead() const { return living_count != size(); }
  };
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] const indexing::Commit& commit() const { return *commit_; }
  [[nodiscard]] std::shared_ptr<const indexing::Commit> shared_commit() const { return commit_; }
  [[nodiscard]] const indexing::FieldTable& fields() const { return fields_; }
  [[nodiscard]] std::size_t articles() const { return articles_; }
  [[nodiscard]] double average_length() const { return average_length_; }
  /// Of articles with a folded word, dead ones included: from the word lists, at the cost of a
  /// look.
  [[nodiscard]] std::uint64_t count_of(std::string_view word) const;

  /// Empty where the file beside the segment is damaged.
  [[nodiscard]] std::string id_of(const DocumentPlace& place) const;

  /// By day and hour in a zone that is known. Beside those of the home zone, what was asked for
  /// last is kept for a few zones.
  std::shared_ptr<const LocalDays> days(const std::string& zone,
                                        const std::vector<Xapian::Database>& databases) const;
  std::shared_ptr<const LocalHours> hours(const std::string& zone,
                                          const std::vector<Xapian::Database>& databases) const;
  const FieldValues& values(unsigned slot, const std::vector<Xapian::Database>& databases) const;

  /// Which articles are the same dispatch. Found when it is first asked for, in a fraction of a
  /// second for a million articles.
  const Families& families(const std::vector<Xapian::Database>& databases) const;

  /// Held in memory so far, but for the caches.
  [[nodiscard]] std::size_t bytes() const;
  /// The same once everything has been read.
  [[nodiscard]] std::size_t bytes_in_full(const std::vector<Xapian::Database>& databases) const;

 private:
  std::shared_ptr<const indexing::Commit> commit_;
  indexing::FieldTable fields_;
  std::vector<Part> parts_;
  std::size_t articles_ = 0;
  double average_length_ = 0;
  mutable std::mutex mutex_;
  mutable std::map<unsigned, std::unique_ptr<const FieldValues>> values_;
  mutable std::map<std::string, std::shared_ptr<const LocalDays>> days_;  // by zone
  mutable std::map<std::string, std::shared_ptr<const LocalHours>> hours_;
  mutable std::unique_ptr<const Families> families_;
};

/// What threads share, of segments that never change.
struct Caches {
  explicit Caches(std::size_t posting_bytes) : postings(posting_bytes), articles(kArticleBytes) {}

  static constexpr std::size_t kArticleBytes = 8U << 20U;  // some two thousand
  PostingCache postings;
  ShownArticles articles;
};

/// What one search works with: nothing of Xapian's may be shared between threads.
struct Seat {
  /// Another snapshot's, at the cost of what is new in it: databases of segments that both have
  /// stay open, and what the analyzer has learnt stays known.
  void move_to(std::shared_ptr<const Snapshot> next);

  std::shared_ptr<const Snapshot> snapshot;
  std::shared_ptr<Caches> caches;
  std::vector<Xapian::Database> databases;  // of the snapshot's segments
  analysis::Analyzer analyzer;
  std::vector<double> scores;  // room for ranking; all zero between searches
};

}  // namespace kiosque::searching
