#pragma once
// What facets and histograms count: matching articles, or their families.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "search/collapse.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Of the matches; where there are families, each counts once in each value that any of its
/// matching articles has, and as missing where none has any.
struct Counted {
  const Matches& matches;
  const Collapse* families = nullptr;
};

/// Articles that stand for their families, where an article has one value at most: of each family
/// one for each value, by `value_of(place)`, an optional.
template <typename ValueOf>
Matches one_for_each_value(const Collapse& families, ValueOf&& value_of) {
  Matches chosen = families.single();
  using Value = typename decltype(value_of(DocumentPlace{}))::value_type;
  std::vector<Value> met;
  for (const auto& group : families.groups()) {
    met.clear();
    for (const DocumentPlace& place : group) {
      const auto value = value_of(place);
      if (!value || std::find(met.begin(), met.end(), *value) != met.end()) continue;
      met.push_back(*value);
      chosen[place.part].set(place.document);
    }
    if (met.empty()) chosen[group[0].part].set(group[0].document);
  }
  return chosen;
}

/// A document's period in a column; nothing where it has none.
template <typename Period>
std::optional<Period> value_at(const PeriodColumn<Period>& column, std::uint32_t document) {
  const std::uint32_t ordinal = column.ordinals[document];
  if (ordinal == PeriodColumn<Period>::kNone) return {};
  return column.periods[ordinal];
}

}  // namespace kiosque::searching
