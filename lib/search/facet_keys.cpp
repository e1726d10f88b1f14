#include "search/facet_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "search/facet_list.hpp"

namespace kiosque::searching {
namespace {

// The matching articles by a field's spellings (those of `values`).
std::vector<std::size_t> count_spellings(Walk& walk, const Matches& matches, unsigned slot,
                                         const FieldValues& values, std::size_t& missing) {
  std::vector<std::size_t> counts(values.spellings.size());
  for (std::size_t part = 0; part < matches.size(); ++part) {
    const Snapshot::Part& one = walk.snapshot().parts()[part];
    const KeyColumn& column = one.columns->keys(slot, walk.seat().databases[part]);
    const Tally tally =
        tally_within(column, matches[part], one.living, one.living_count, values.living[part]);
    missing += tally.missing;
    for (std::size_t i = 0; i < tally.counts.size(); ++i) {
      if (tally.counts[i] > 0) counts[values.of_part[part][i]] += tally.counts[i];
    }
  }
  return counts;
}

// Each family once in each value, under the spelling of the first article that has it.
void add_families(Walk& walk, const Collapse& families, unsigned slot, const FieldValues& values,
                  std::vector<std::size_t>& counts, std::size_t& missing) {
  std::vector<std::uint32_t> met;  // values
  for (const auto& group : families.groups()) {
    met.clear();
    for (const DocumentPlace& place : group) {
      const KeyColumn& column = walk.snapshot().parts()[place.part].columns->keys(
          slot, walk.seat().databases[place.part]);
      column.for_each_key(place.document, [&](std::uint32_t key) {
        const std::uint32_t spelling = values.of_part[place.part][key];
        const std::uint32_t value = values.value_of[spelling];
        if (std::find(met.begin(), met.end(), value) != met.end()) return;
        met.push_back(value);
        ++counts[spelling];
      });
    }
    if (met.empty()) ++missing;
  }
}

}  // namespace

std::vector<ValueCount> count_values(Walk& walk, const Counted& counted, unsigned slot,
                                     std::size_t& missing) {
  const FieldValues& values = walk.snapshot().values(slot, walk.seat().databases);
  const Collapse* const families = counted.families;
  auto counts = count_spellings(walk, families == nullptr ? counted.matches : families->single(),
                                slot, values, missing);
  if (families != nullptr) add_families(walk, *families, slot, values, counts, missing);
  std::vector<ValueCount> of_values(values.folded.size());
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    ValueCount& value = of_values[values.value_of[i]];
    if (value.count == 0 || counts[i] > counts[value.spelling]) value.spelling = i;
    value.count += counts[i];
  }
  return of_values;
}

void count_keys(Walk& walk, const Counted& what, unsigned slot, const FacetRequest& request,
                const std::vector<std::string>& filtered, Facet& facet) {
  const FieldValues& values = walk.snapshot().values(slot, walk.seat().databases);
  const std::vector<ValueCount> counted = count_values(walk, what, slot, facet.missing);
  const FacetSieve sieve(request);
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < counted.size(); ++i) {
    if (counted[i].count > 0 && sieve.lets_through(values.folded[i])) found.push_back(i);
  }
  facet.distinct = found.size();
  const auto spelling = [&](std::uint32_t value) -> const std::string& {
    return values.spellings[counted[value].spelling];
  };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (request.order == FacetOrder::value) return values.folded[a] < values.folded[b];
    if (counted[a].count != counted[b].count) return counted[a].count > counted[b].count;
    return spelling(a) < spelling(b);
  };
  const auto listed =
      found.begin() + static_cast<std::ptrdiff_t>(std::min(request.limit, found.size()));
  std::partial_sort(found.begin(), listed, found.end(), before);
  found.erase(listed, found.end());
  // Behind them those that are filtered by.
  std::vector<std::uint32_t> more;
  for (const std::string& folded : filtered) {
    const auto at = std::find(values.folded.begin(), values.folded.end(), folded);
    const auto value = static_cast<std::uint32_t>(at - values.folded.begin());
    if (at == values.folded.end() || counted[value].count == 0) continue;
    if (std::find(found.begin(), found.end(), value) == found.end()) more.push_back(value);
  }
  std::sort(more.begin(), more.end(), before);
  found.insert(found.end(), more.begin(), more.end());
  for (const std::uint32_t value : found) {
    const bool selected =
        std::find(filtered.begin(), filtered.end(), values.folded[value]) != filtered.end();
    facet.values.push_back({spelling(value), counted[value].count, selected});
  }
}

}  // namespace kiosque::searching
