// What the walk finds by values: in columns, and by terms of exact fields.

#include <algorithm>

#include "query/ranges.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {
namespace {

using querying::Node;

// The documents whose ordinal is from `first` to `last`, the latter left out.
void add_range(const Ordinals& ordinals, std::size_t first, std::size_t last, Bitmap& found) {
  for (std::size_t document = 1; document < ordinals.size(); ++document) {
    const std::uint32_t ordinal = ordinals[document];
    if (ordinal >= first && ordinal < last) found.set(document);
  }
}

template <typename Value>
std::size_t place_of(const std::vector<Value>& rising, const Value& value) {
  return static_cast<std::size_t>(std::lower_bound(rising.begin(), rising.end(), value) -
                                  rising.begin());
}
template <typename Value>
std::size_t place_behind(const std::vector<Value>& rising, const Value& value) {
  return static_cast<std::size_t>(std::upper_bound(rising.begin(), rising.end(), value) -
                                  rising.begin());
}

}  // namespace

void Walk::add_dates(const Node& node, std::size_t part, Bitmap& found) {
  // Of publication in the walk's zone; an own date's as it was written.
  const DayColumn& column =
      node.slot == indexing::kDaySlot
          ? *days().columns[part]
          : snapshot().parts()[part].columns->days(seat_.databases[part], node.slot);
  add_range(column.ordinals, place_of(column.periods, node.first),
            place_behind(column.periods, node.last), found);
}

void Walk::add_numbers(const Node& node, std::size_t part, Bitmap& found) {
  const NumberColumn& column =
      snapshot().parts()[part].columns->numbers(node.slot, seat_.databases[part]);
  add_range(column.ordinals, place_of(column.periods, node.low),
            place_behind(column.periods, node.high), found);
}

void Walk::add_weekday(const Node& node, std::size_t part, Bitmap& found) {
  const DayColumn& column = *days().columns[part];
  std::vector<bool> asked;
  for (const auto day : column.periods) asked.push_back(querying::weekday_of(day) == node.count);
  for (std::size_t document = 1; document < column.ordinals.size(); ++document) {
    const std::uint32_t ordinal = column.ordinals[document];
    if (ordinal != DayColumn::kNone && asked[ordinal]) found.set(document);
  }
}

void Walk::add_values(const std::string& prefix, std::size_t part, Bitmap& found) {
  const Xapian::Database& database = seat_.databases[part];
  const std::size_t size = snapshot().parts()[part].size();
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (over()) return;
    // Not by way of what is kept: there may be as many values as articles.
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      if (*at <= size) found.set(*at);
    }
  }
}

}  // namespace kiosque::searching
