#include "search/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <kiosque/error.hpp>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
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

// The matching articles by a field's spellings (those of `values`).
std::vector<std::size_t> count_spellings(Walk& walk, const Matches& matches, unsigned slot,
                                         const FieldValues& values, std::size_t& missing) {
  std::vector<std::size_t> counts(values.spellings.size());
  for (std::size_t part = 0; part < matches.size(); ++part) {
    const KeyColumn& column =
        walk.snapshot().parts()[part].columns->keys(slot, walk.seat().databases[part]);
    const Tally tally = tally_within(column, matches[part], walk.snapshot().parts()[part].living,
                                     values.living[part]);
    missing += tally.missing;
    for (std::size_t i = 0; i < tally.counts.size(); ++i) {
      if (tally.counts[i] > 0) counts[values.of_part[part][i]] += tally.counts[i];
    }
  }
  return counts;
}

// Each value under the spelling most used, on a tie the one first seen; the most frequent values
// first, as many as are asked for, and those `filtered` by whatever their count.
void count_values(Walk& walk, const Matches& matches, unsigned slot, std::size_t limit,
                  const std::vector<std::string>& filtered, Facet& facet) {
  const FieldValues& values = walk.snapshot().values(slot, walk.seat().databases);
  const auto counts = count_spellings(walk, matches, slot, values, facet.missing);
  struct Counted {
    std::size_t articles = 0;
    std::uint32_t spelling = 0;
  };
  std::vector<Counted> counted(values.folded.size());
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    Counted& value = counted[values.value_of[i]];
    if (value.articles == 0 || counts[i] > counts[value.spelling]) value.spelling = i;
    value.articles += counts[i];
  }
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < counted.size(); ++i) {
    if (counted[i].articles > 0) found.push_back(i);
  }
  facet.distinct = found.size();
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (counted[a].articles != counted[b].articles)
      return counted[a].articles > counted[b].articles;
    return values.spellings[counted[a].spelling] < values.spellings[counted[b].spelling];
  };
  const std::size_t listed = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(listed), found.end(),
                    before);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool selected =
        std::find(filtered.begin(), filtered.end(), values.folded[found[i]]) != filtered.end();
    if (i < listed || selected) {
      facet.values.push_back(
          {values.spellings[counted[found[i]].spelling], counted[found[i]].articles, selected});
    }
    if (i >= listed && filtered.empty()) break;
  }
}

void count_periods(const DayCounts& counts, std::size_t digits, Facet& facet) {
  facet.missing = counts.missing;
  // "2022-04-24" has two more characters for each two digits behind the year.
  const std::size_t size = digits + (digits - 4) / 2;
  const DateUnit unit = digits == 4   ? DateUnit::year
                        : digits == 6 ? DateUnit::month
                                      : DateUnit::day;
  std::optional<sys_days> period;
  for (const auto& [day, count] : counts.periods) {
    if (!period || day >= next_of(unit, *period)) {
      period = start_of(unit, day);
      facet.values.push_back({support::to_iso(*period).substr(0, size), 0, false});
    }
    facet.values.back().count += count;
  }
  facet.distinct = facet.values.size();
}

// Of periods the busiest are kept, and those filtered by, in the order of time.
void keep_busiest(std::size_t limit, Facet& facet) {
  if (facet.values.size() <= limit) return;
  std::vector<std::size_t> ranks;
  for (std::size_t i = 0; i < facet.values.size(); ++i) ranks.push_back(i);
  std::stable_sort(ranks.begin(), ranks.end(), [&](std::size_t a, std::size_t b) {
    return facet.values[a].count > facet.values[b].count;
  });
  std::vector<bool> kept(facet.values.size());
  for (std::size_t i = 0; i < limit; ++i) kept[ranks[i]] = true;
  std::vector<FacetValue> listed;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    if (kept[i] || facet.values[i].selected) listed.push_back(std::move(facet.values[i]));
  }
  facet.values = std::move(listed);
}

}  // namespace

void require_facet(std::string_view field) {
  if (period_digits(field) > 0) return;
  const indexing::Field* const found = indexing::find_field(field);
  if (found != nullptr && found->facet) return;
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

Facet make_facet(Walk& walk, const Matches& matches, const FacetRequest& request,
                 const std::vector<Filter>& filters, std::optional<DayCounts>& days) {
  Facet facet;
  facet.field = facet_name(request.field);
  std::vector<std::string> filtered;  // folded
  std::vector<std::string> as_given;
  for (const Filter& filter : filters) {
    if (facet_name(filter.field) != facet.field) continue;
    std::string folded = analysis::fold_value(filter.value);
    if (std::find(filtered.begin(), filtered.end(), folded) != filtered.end()) continue;
    filtered.push_back(std::move(folded));
    as_given.push_back(filter.value);
  }
  const std::size_t digits = period_digits(facet.field);
  if (digits > 0) {
    if (!days) days = count_days(walk, matches);
    count_periods(*days, digits, facet);
    for (FacetValue& value : facet.values)
      value.selected = std::find(filtered.begin(), filtered.end(), value.value) != filtered.end();
    keep_busiest(request.limit, facet);
  } else {
    const unsigned slot = indexing::find_field(request.field)->slot;
    count_values(walk, matches, slot, request.limit, filtered, facet);
  }
  // Values that no article has are listed all the same where they were asked for.
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    const bool listed =
        std::any_of(facet.values.begin(), facet.values.end(), [&](const FacetValue& value) {
          return value.selected && analysis::fold_value(value.value) == filtered[i];
        });
    if (!listed) facet.values.push_back({as_given[i], 0, true});
  }
  return facet;
}

}  // namespace kiosque::searching
