#pragma once
// The values of a segment's documents, read once from Xapian's value slots and held densely, so
// that counting an article by a field costs one look into an array.

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "index/fields.hpp"
#include "index/word_order_file.hpp"
#include "search/bitmap.hpp"
#include "search/ordinals.hpp"

namespace kiosque::searching {

/// How many documents have each of a column's values, and how many none.
struct Tally {
  std::vector<std::uint32_t> counts;
  std::uint32_t missing = 0;
};

/// A facet field: each document's values, and what they lie in (levels.hpp), as numbers into
/// `spellings`; none comes twice, case and accents aside.
struct KeyColumn {
  std::vector<std::string> spellings;  // as printed, in the order of their first document
  bool many = false;                   // whether a document may have several
  Ordinals one;                        // not many: of each document
  std::vector<std::uint32_t> begins;   // many: of each document, where its values begin in `keys`
  std::vector<std::uint32_t> keys;
  static constexpr std::uint32_t kNone = Ordinals::kNone;

  /// Calls `visit` with each of a document's.
  template <typename Visit>
  void for_each_key(std::size_t document, Visit&& visit) const {
    if (!many) {
      if (one[document] != kNone) visit(one[document]);
      return;
    }
    for (auto at = begins[document]; at < begins[document + 1]; ++at) visit(keys[at]);
  }
  [[nodiscard]] Tally tally(const Bitmap& documents) const;
  [[nodiscard]] std::size_t bytes() const;
};

/// Days or other periods of publication, an own field's dates or numbers: each document's as a
/// number into `periods`.
template <typename Period>
struct PeriodColumn {
  std::vector<Period> periods;  // rising
  Ordinals ordinals;            // kNone where there is no date
  static constexpr std::uint32_t kNone = Ordinals::kNone;

  [[nodiscard]] Tally tally(const Bitmap& documents) const {
    Tally tally;
    tally.counts.resize(periods.size());
    ordinals.for_each(documents, [&](std::uint32_t, std::uint32_t ordinal) {
      ++(ordinal == kNone ? tally.missing : tally.counts[ordinal]);
    });
    return tally;
  }
  [[nodiscard]] std::size_t bytes() const {
    return periods.capacity() * sizeof(Period) + ordinals.bytes();
  }
};
using DayColumn = PeriodColumn<std::chrono::sys_days>;
using NumberColumn = PeriodColumn<double>;

/// The tally of `some` where that of all `living` documents, so many, is known: only the fewer are
/// counted.
template <typename Column>
Tally tally_within(const Column& column, const Bitmap& some, const Bitmap& living,
                   std::size_t living_count, const Tally& all) {
  if (some.count() * 2 <= living_count) return column.tally(some);
  Bitmap others = living;
  others -= some;
  Tally rest = column.tally(others);
  for (std::size_t i = 0; i < rest.counts.size(); ++i)
    rest.counts[i] = all.counts[i] - rest.counts[i];
  rest.missing = all.missing - rest.missing;
  return rest;
}

/// The instants of publication, or of an own date; kNoInstant where there is none.
using InstantColumn = std::vector<double>;
inline constexpr double kNoInstant = -std::numeric_limits<double>::infinity();

/// A segment's columns, each read when it is first asked for. Safe to share between threads; the
/// database is the asking thread's own.
class Columns {
 public:
  explicit Columns(std::size_t size) : size_(size) {}

  /// `slot` is that of a facet field (fields.hpp), or of an own keyword.
  const KeyColumn& keys(unsigned slot, const Xapian::Database& database);
  /// Of publication, or of an own date's slot.
  const DayColumn& days(const Xapian::Database& database, unsigned slot = indexing::kDaySlot);
  const InstantColumn& instants(const Xapian::Database& database,
                                unsigned slot = indexing::kInstantSlot);
  /// `slot` is that of an own number.
  const NumberColumn& numbers(unsigned slot, const Xapian::Database& database);
  /// The documents whose date is a bare day: the same day in every zone. `words` are the segment's.
  const Bitmap& bare_days(const indexing::WordOrderFile& words, const Xapian::Database& database);
  /// Of what was read so far.
  [[nodiscard]] std::size_t bytes() const;

 private:
  template <typename Column>
  using BySlot = std::map<unsigned, std::unique_ptr<const Column>>;

  std::size_t size_;
  mutable std::mutex mutex_;
  BySlot<KeyColumn> keys_;
  BySlot<DayColumn> days_;
  BySlot<InstantColumn> instants_;
  BySlot<NumberColumn> numbers_;
  std::unique_ptr<const Bitmap> bare_days_;
};

}  // namespace kiosque::searching
