#pragma once
// Which articles match: posting lists become sets of documents, and operators work on sets. Totals
// and facet counts are exact by nature.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/plan.hpp"
#include "search/bitmap.hpp"
#include "search/limits.hpp"
#include "search/postings.hpp"
#include "search/snapshot.hpp"

namespace kiosque::searching {

/// A set of articles, by segment.
using Matches = std::vector<Bitmap>;

std::size_t count(const Matches& matches);

/// One search's way through the archive; each term is looked up once.
class Walk {
 public:
  /// Days are those in `zone`; empty: at home. Throws Error(invalid_argument) for an unknown one.
  Walk(Seat& seat, const Limits& limits, std::string_view zone = {});

  struct Term {
    std::vector<std::shared_ptr<const Postings>> parts;
    std::size_t frequency = 0;  // in living articles
    std::uint32_t most = 0;     // the largest wdf
  };
  /// Also a prefix term (plan.hpp): the kPrefixWords most frequent words that begin so, as one.
  const Term& look_up(const std::string& term);
  static constexpr std::size_t kPrefixWords = 64;

  /// All words of a segment that begin so, and those that have a stem.
  std::vector<std::string> all_words_with(std::string_view prefix, std::size_t part);
  std::vector<std::string> words_of(std::string_view stem, std::size_t part);
  /// The word, and the archive's words that are spelt nearly so: by one edit, two from eight
  /// letters on (neighbours.hpp).
  std::vector<std::string> words_like(const std::string& word);

  /// The living articles that match. Where the limits come first, `cut_short` and those so far.
  Matches match(const querying::Node& node);

  /// The articles by day, and by hour, in the zone.
  const LocalDays& days();
  const LocalHours& hours();
  [[nodiscard]] const std::string& zone() const { return zone_; }

  [[nodiscard]] bool cut_short() const { return cut_short_; }
  [[nodiscard]] bool over() {
    if (!cut_short_ && limits_.over()) cut_short_ = true;
    return cut_short_;
  }
  [[nodiscard]] Seat& seat() { return seat_; }
  [[nodiscard]] const Snapshot& snapshot() const { return *seat_.snapshot; }

 private:
  [[nodiscard]] std::vector<std::string> words_with(std::string_view prefix) const;
  void add(const querying::Node& node, std::size_t part, Bitmap& found);
  Bitmap find(const querying::Node& node, std::size_t part);
  void add_dates(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_unaccented(const std::string& folded, std::size_t part, Bitmap& found);
  void add_phrase(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_places(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_quorum(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_values(const std::string& prefix, std::size_t part, Bitmap& found);
  void add_numbers(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_weekday(const querying::Node& node, std::size_t part, Bitmap& found);
  void add_verbatim(const querying::Node& node, std::size_t part, Bitmap& found);
  void verify(const querying::Node& node, std::size_t part, Bitmap& candidates);

  Seat& seat_;
  const Limits& limits_;
  std::string zone_;
  std::shared_ptr<const LocalDays> days_;
  std::shared_ptr<const LocalHours> hours_;
  std::unordered_map<std::string, Term> terms_;
  std::unordered_map<std::string, std::vector<std::string>> similar_;
  bool cut_short_ = false;
};

}  // namespace kiosque::searching
