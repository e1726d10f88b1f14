#include "search/own_facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <kiosque/error.hpp>
#include <limits>
#include <optional>
#include <utility>

#include "query/compile.hpp"
#include "query/ranges.hpp"
#include "search/facet_list.hpp"
#include "support/number.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using indexing::Field;
using indexing::FieldKind;
using querying::NumberRange;
using std::chrono::sys_days;

// Matching articles by number, or by day (since 1970): rising, none of them empty.
using Counts = std::vector<std::pair<double, std::size_t>>;

double key_of(double number) {
  return number;
}
double key_of(sys_days day) {
  return static_cast<double>(day.time_since_epoch().count());
}

template <typename Column>
void add_counts(const Column& column, const Bitmap& matches, Counts& counts, std::size_t& missing) {
  const Tally tally = column.tally(matches);
  missing += tally.missing;
  for (std::size_t i = 0; i < tally.counts.size(); ++i) {
    if (tally.counts[i] > 0) counts.emplace_back(key_of(column.periods[i]), tally.counts[i]);
  }
}

Counts count_by_key(Walk& walk, const Matches& matches, const Field& field, std::size_t& missing) {
  Counts counts;
  for (std::size_t part = 0; part < matches.size(); ++part) {
    Columns& columns = *walk.snapshot().parts()[part].columns;
    const Xapian::Database& database = walk.seat().databases[part];
    if (field.kind == FieldKind::number) {
      const NumberColumn& column = columns.numbers(field.slot, database);
      add_counts(column, matches[part], counts, missing);
    } else {
      const DayColumn& column = columns.days(database, field.slot);
      add_counts(column, matches[part], counts, missing);
    }
  }
  // Each segment has its own.
  if (matches.size() < 2) return counts;
  std::sort(counts.begin(), counts.end());
  Counts merged;
  for (const auto& [key, count] : counts) {
    if (merged.empty() || merged.back().first != key) {
      merged.emplace_back(key, count);
    } else {
      merged.back().second += count;
    }
  }
  return merged;
}

// What a range holds, and how it is printed.
struct Range {
  NumberRange keys = {};
  std::string text = {};
};

Range range_of(const Field& field, std::string_view value) {
  if (field.kind == FieldKind::number) {
    if (const auto numbers = querying::parse_number_range(value))
      return {*numbers, querying::print_number_range(*numbers)};
  } else if (const auto days = querying::own_days(value)) {
    Range range{{}, querying::print_period(*days)};
    if (!days->from.empty()) range.keys.first = key_of(support::require_day(days->from));
    if (!days->to.empty()) range.keys.last = key_of(support::require_day(days->to));
    return range;
  }
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("\"{}\" is no range of {}: write {}", support::cut_utf8(value, 80), field.name,
                  field.kind == FieldKind::number ? "512, 300..800, 300.. or ..800"
                                                  : "2022, 2022-04 or 2021..2022"));
}

// An article's key.
std::optional<double> key_at(Walk& walk, const Field& field, const DocumentPlace& place) {
  Columns& columns = *walk.snapshot().parts()[place.part].columns;
  const Xapian::Database& database = walk.seat().databases[place.part];
  if (field.kind == FieldKind::number)
    return value_at(columns.numbers(field.slot, database), place.document);
  const auto day = value_at(columns.days(database, field.slot), place.document);
  return day ? std::optional(key_of(*day)) : std::nullopt;
}

std::size_t count_within(const Counts& counts, const NumberRange& range) {
  std::size_t count = 0;
  auto at = std::lower_bound(counts.begin(), counts.end(), std::pair(range.first, std::size_t{0}));
  for (; at != counts.end() && at->first <= range.last; ++at) count += at->second;
  return count;
}

// The first day of the year or month that a day is in, and how much of 2022-04-24 names it.
struct Period {
  sys_days first;
  std::size_t shown;
};

Period period_of(const FacetRequest& request, sys_days day) {
  const std::chrono::year_month_day date(day);
  switch (request.unit) {
    case DateUnit::year:
      return {sys_days(date.year() / std::chrono::January / 1), 4};
    case DateUnit::month:
      return {sys_days(date.year() / date.month() / 1), 7};
    case DateUnit::day:
      return {day, 10};
    default:
      break;
  }
  throw Error(ErrorCode::invalid_argument,
              fmt::format("{} can be counted by year, month and day only", request.field));
}

// What is counted by value or by period: a family once in each.
Counts count_values(Walk& walk, const Counted& counted, const Field& field,
                    const FacetRequest& request, std::size_t& missing) {
  if (counted.families == nullptr) return count_by_key(walk, counted.matches, field, missing);
  const auto value_of = [&](const DocumentPlace& place) {
    auto key = key_at(walk, field, place);
    if (key && field.kind == FieldKind::date && request.ranges.empty()) {
      const sys_days day{std::chrono::days(static_cast<int>(*key))};
      *key = key_of(period_of(request, day).first);
    }
    return key;
  };
  return count_by_key(walk, one_for_each_value(*counted.families, value_of), field, missing);
}

// Within a range: a family once. `counts`: of articles, where these are counted.
std::size_t count_within(Walk& walk, const Counted& counted, const Field& field,
                         const Counts& counts, const NumberRange& range) {
  if (counted.families == nullptr) return count_within(counts, range);
  std::size_t missing = 0;
  const Matches some = one_for_each_value(*counted.families, [&](const DocumentPlace& place) {
    const auto key = key_at(walk, field, place);
    const bool within = key && *key >= range.first && *key <= range.last;
    return within ? std::optional(true) : std::nullopt;
  });
  return count_within(count_by_key(walk, some, field, missing), range);
}

void list_numbers(const Counts& counts, Facet& facet) {
  for (const auto& [number, count] : counts)
    facet.values.push_back({support::print_number(number), count, false});
}

void list_periods(const Counts& counts, const FacetRequest& request, Facet& facet) {
  period_of(request, {});  // whether or not anything matches, the unit has to be one
  std::optional<sys_days> under_way;
  for (const auto& [key, count] : counts) {
    const Period period = period_of(request, sys_days{std::chrono::days(static_cast<int>(key))});
    if (under_way != period.first)
      facet.values.push_back({support::to_iso(period.first).substr(0, period.shown), 0, false});
    under_way = period.first;
    facet.values.back().count += count;
  }
}

}  // namespace

std::string own_value(const Field& field, std::string_view value) {
  return range_of(field, value).text;
}

void count_own(Walk& walk, const Counted& counted, const Field& field, const FacetRequest& request,
               const std::vector<std::string>& filtered, Facet& facet) {
  const Counts counts = count_values(walk, counted, field, request, facet.missing);
  const auto within = [&](const NumberRange& range) {
    return count_within(walk, counted, field, counts, range);
  };
  if (request.ranges.empty() && field.kind == FieldKind::number) {
    list_numbers(counts, facet);
  } else if (request.ranges.empty()) {
    list_periods(counts, request, facet);
  } else {
    for (const std::string& text : request.ranges) {
      Range range = range_of(field, text);
      facet.values.push_back({std::move(range.text), within(range.keys), false});
    }
  }
  std::vector<FacetValue> others;  // filtered by, and not among the values
  for (const std::string& value : filtered) {
    bool listed = false;
    for (FacetValue& one : facet.values) {
      if (one.value != value) continue;
      one.selected = true;
      listed = true;
    }
    if (!listed) others.push_back({value, within(range_of(field, value).keys), true});
  }
  if (request.ranges.empty()) {
    list_values(request, facet);
  } else {
    facet.distinct = static_cast<std::size_t>(
        std::count_if(facet.values.begin(), facet.values.end(),
                      [](const FacetValue& value) { return value.count > 0; }));
  }
  for (FacetValue& value : others) facet.values.push_back(std::move(value));
}

}  // namespace kiosque::searching
