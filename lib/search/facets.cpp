#include "search/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <kiosque/error.hpp>

#include "analysis/characters.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// How much of "20220424" a period facet looks at; 0 for other fields.
std::size_t period_digits(std::string_view field) {
  if (field == "year") return 4;
  if (field == "month") return 6;
  if (field == "day") return 8;
  return 0;
}

std::string iso_period(std::string_view digits) {
  std::string iso(digits.substr(0, 4));
  for (std::size_t at = 4; at < digits.size(); at += 2)
    iso += "-" + std::string(digits.substr(at, 2));
  return iso;
}

// One value under all its spellings.
struct Value {
  std::size_t articles = 0;
  std::unordered_map<std::string, SlotCounter::Count> spellings;

  void add(std::string_view spelling, const SlotCounter::Count& count) {
    articles += count.articles;
    auto& known = spellings[std::string(spelling)];
    known.first = known.articles == 0 ? count.first : std::min(known.first, count.first);
    known.articles += count.articles;
  }

  [[nodiscard]] const std::string& most_used() const {
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& a, const auto& b) {
                              return a.second.articles != b.second.articles
                                         ? a.second.articles < b.second.articles
                                         : a.second.first > b.second.first;
                            })
        ->first;
  }
};

void count_periods(const SlotCounter& counter, std::size_t digits, Facet& facet) {
  std::map<std::string, std::size_t> periods;
  for (const auto& [day, count] : counter.counts())
    periods[day.substr(0, digits)] += count.articles;
  for (const auto& [period, count] : periods)
    facet.values.push_back({iso_period(period), count, false});
}

void count_values(const SlotCounter& counter, Facet& facet) {
  std::unordered_map<std::string, Value> values;
  for (const auto& [stored, count] : counter.counts()) {
    std::string_view rest = stored;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(indexing::kListSeparator), rest.size());
      const std::string_view spelling = rest.substr(0, end);
      values[analysis::fold_value(spelling)].add(spelling, count);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  for (const auto& [folded, value] : values) {
    facet.values.push_back({value.most_used(), value.articles, false});
  }
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

sys_days start_of(DateUnit unit, sys_days day) {
  const year_month_day date(day);
  switch (unit) {
    case DateUnit::year:
      return sys_days(date.year() / std::chrono::January / 1);
    case DateUnit::month:
      return sys_days(date.year() / date.month() / 1);
    case DateUnit::week:
      return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case DateUnit::day:
      return day;
  }
  return day;
}

sys_days next_of(DateUnit unit, sys_days start) {
  const year_month_day date(start);
  switch (unit) {
    case DateUnit::year:
      return sys_days((date.year() + std::chrono::years(1)) / date.month() / 1);
    case DateUnit::month:
      return sys_days(date.year() / date.month() / 1 + std::chrono::months(1));
    case DateUnit::week:
      return start + std::chrono::days(7);
    case DateUnit::day:
      return start + std::chrono::days(1);
  }
  return start + std::chrono::days(1);
}

}  // namespace

void SlotCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  std::string value = document.get_value(slot_);
  if (value.empty()) {
    ++missing_;
    return;
  }
  Count& count = counts_[std::move(value)];
  if (count.articles++ == 0) {
    count.first = document.get_docid();
  } else {
    count.first = std::min(count.first, document.get_docid());
  }
}

unsigned facet_slot(std::string_view field) {
  if (period_digits(field) > 0) return indexing::kDaySlot;
  const indexing::Field* const found = indexing::find_field(field);
  if (found != nullptr && found->facet) return found->slot;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("\"{}\" is no facet: there are section, tag, author, source, language, "
                          "year, month and day",
                          field));
}

std::string facet_name(std::string_view field) {
  if (period_digits(field) > 0) return std::string(field);
  const indexing::Field* const found = indexing::find_field(field);
  return std::string(found == nullptr ? field : found->name);
}

Facet make_facet(const FacetRequest& request, const SlotCounter& counter,
                 const std::vector<Filter>& filters) {
  Facet facet;
  facet.field = facet_name(request.field);
  facet.missing = counter.missing();
  const std::size_t digits = period_digits(facet.field);
  if (digits > 0) {
    count_periods(counter, digits, facet);
  } else {
    count_values(counter, facet);
  }
  facet.distinct = facet.values.size();

  // The values filtered by are listed whatever their count.
  for (const Filter& filter : filters) {
    if (facet_name(filter.field) != facet.field) continue;
    const std::string wanted = analysis::fold_value(filter.value);
    const auto found = std::find_if(
        facet.values.begin(), facet.values.end(),
        [&](const FacetValue& value) { return analysis::fold_value(value.value) == wanted; });
    if (found != facet.values.end()) {
      found->selected = true;
    } else {
      facet.values.push_back({filter.value, 0, true});
    }
  }
  if (facet.values.size() > request.limit) {
    // Of a period facet the busiest are kept, and stay in the order of time.
    std::vector<std::size_t> ranks;
    for (std::size_t i = 0; i < facet.values.size(); ++i) ranks.push_back(i);
    std::stable_sort(ranks.begin(), ranks.end(), [&](std::size_t a, std::size_t b) {
      return facet.values[a].count > facet.values[b].count;
    });
    std::vector<bool> kept(facet.values.size());
    for (std::size_t i = 0; i < request.limit; ++i) kept[ranks[i]] = true;
    std::vector<FacetValue> listed;
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
      if (kept[i] || facet.values[i].selected) listed.push_back(std::move(facet.values[i]));
    }
    facet.values = std::move(listed);
  }
  return facet;
}

Histogram make_histogram(DateUnit unit, const SlotCounter& counter) {
  Histogram histogram;
  histogram.unit = unit;
  histogram.missing = counter.missing();
  std::map<sys_days, std::size_t> buckets;
  for (const auto& [day, count] : counter.counts()) {
    buckets[start_of(unit, support::parse_compact_day(day).value_or(sys_days()))] += count.articles;
  }
  if (buckets.empty()) return histogram;
  const sys_days last = buckets.rbegin()->first;
  for (sys_days at = buckets.begin()->first; at <= last; at = next_of(unit, at)) {
    const auto found = buckets.find(at);
    histogram.buckets.push_back({support::to_iso(at), found == buckets.end() ? 0 : found->second});
  }
  return histogram;
}

}  // namespace kiosque::searching
