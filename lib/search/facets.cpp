#include "search/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <kiosque/error.hpp>

#include "analysis/characters.hpp"
#include "query/ranges.hpp"
#include "search/facet_keys.hpp"
#include "search/facet_list.hpp"
#include "search/own_facets.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

using std::chrono::sys_days;

// How much of "20220424" a period facet looks at; 0 for other fields.
std::size_t period_digits(std::string_view field) {
  if (field == "year") return 4;
  if (field == "month") return 6;
  if (field == "day") return 8;
  return 0;
}

DateUnit unit_of(std::size_t digits) {
  return digits == 4 ? DateUnit::year : digits == 6 ? DateUnit::month : DateUnit::day;
}

void count_periods(const DayCounts& counts, std::size_t digits, Facet& facet) {
  facet.missing = counts.missing;
  // "2022-04-24" has two more characters for each two digits behind the year.
  const std::size_t size = digits + (digits - 4) / 2;
  for (const auto& [period, count] : by_period(unit_of(digits), counts).periods)
    facet.values.push_back({support::to_iso(period).substr(0, size), count, false});
}

// By number from Monday; empty days are no values.
void count_weekdays(const DayCounts& counts, Facet& facet) {
  facet.missing = counts.missing;
  std::array<std::size_t, 7> weekdays{};
  for (const auto& [day, count] : counts.periods) weekdays[querying::weekday_of(day) - 1] += count;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    if (weekdays[i] > 0) facet.values.push_back({std::to_string(i + 1), weekdays[i], false});
  }
}

bool is_time(std::string_view field) {
  return period_digits(field) > 0 || field == "weekday";
}

// A filter's value in the form in which the facet of its field has values: "2022-04" of "202204",
// a folded text.
std::string listed_form(const indexing::Field* field, std::string_view name,
                        const std::string& value) {
  if (name == "weekday") {
    const auto day = querying::parse_weekday(value);
    return day ? std::to_string(*day) : value;
  }
  if (period_digits(name) > 0) {
    std::string period = value;
    std::erase(period, '-');
    for (const std::size_t hyphen : {7U, 5U}) {
      if (period.size() >= hyphen) period.insert(hyphen - 1, 1, '-');
    }
    return period;
  }
  if (field != nullptr && field->kind != indexing::FieldKind::exact)
    return own_value(*field, value);
  return analysis::fold_value(value);
}

}  // namespace

void require_facet(std::string_view field, const indexing::FieldTable& fields) {
  if (is_time(field)) return;
  const indexing::Field* const found = fields.find(field);
  if (found != nullptr && found->facet) return;
  const std::string own = fields.names();
  throw Error(ErrorCode::invalid_argument,
              fmt::format("\"{}\" is no facet: there are section, tag, author, source, language, "
                          "year, month, day and weekday{}{}",
                          field, own.empty() ? "" : "; its own: ", own));
}

std::string facet_name(std::string_view field, const indexing::FieldTable& fields) {
  if (is_time(field)) return std::string(field);
  const indexing::Field* const found = fields.find(field);
  return std::string(found == nullptr ? field : found->name);
}

Facet make_facet(Walk& walk, const Counted& counted, const FacetRequest& request,
                 const std::vector<Filter>& filters, std::optional<DayCounts>& days) {
  const indexing::FieldTable& fields = walk.snapshot().fields();
  Facet facet;
  facet.field = facet_name(request.field, fields);
  const bool time = is_time(facet.field);
  const indexing::Field* const field = time ? nullptr : fields.find(facet.field);
  std::vector<std::string> filtered;  // as the facet has them
  std::vector<std::string> as_given;
  for (const Filter& filter : filters) {
    if (facet_name(filter.field, fields) != facet.field) continue;
    std::string value = listed_form(field, facet.field, filter.value);
    if (std::find(filtered.begin(), filtered.end(), value) != filtered.end()) continue;
    filtered.push_back(std::move(value));
    as_given.push_back(filter.value);
  }
  if (field != nullptr && field->kind != indexing::FieldKind::exact) {
    count_own(walk, counted, *field, request, filtered, facet);
    return facet;
  }
  if (time) {
    const std::size_t digits = period_digits(facet.field);
    DayCounts of_families;
    if (counted.families != nullptr) {
      // Of weekdays those of one week stand for all.
      of_families = count_days(walk, *counted.families, [&](sys_days day) {
        return digits > 0 ? start_of(unit_of(digits), day)
                          : sys_days(std::chrono::days(querying::weekday_of(day)));
      });
    } else if (!days) {
      days = count_days(walk, counted.matches);
    }
    const DayCounts& counts = counted.families != nullptr ? of_families : *days;
    if (digits > 0) {
      count_periods(counts, digits, facet);
    } else {
      count_weekdays(counts, facet);
    }
    for (FacetValue& value : facet.values)
      value.selected = std::find(filtered.begin(), filtered.end(), value.value) != filtered.end();
    list_values(request, facet);
  } else {
    count_keys(walk, counted, field->slot, request, filtered, facet);
  }
  // Values that no article has are listed all the same where they were asked for.
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    const bool listed =
        std::any_of(facet.values.begin(), facet.values.end(), [&](const FacetValue& value) {
          return value.selected && analysis::fold_value(value.value) == filtered[i];
        });
    if (!listed) facet.values.push_back({time ? filtered[i] : as_given[i], 0, true});
  }
  return facet;
}

}  // namespace kiosque::searching
