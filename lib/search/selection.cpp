#include "search/selection.hpp"

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "search/facets.hpp"

namespace kiosque::searching {

Matches select(Walk& walk, const querying::Node& query, const SearchOptions& options) {
  const indexing::FieldTable& fields = walk.snapshot().fields();
  std::map<std::string, std::vector<querying::Node>> filters;  // those of one field: either
  for (const Filter& filter : options.filters)
    filters[facet_name(filter.field, fields)].push_back(querying::compile_filter(filter, fields));
  std::vector<querying::Node> all = {query};
  for (auto& [field, values] : filters) all.push_back(querying::any(std::move(values)));
  if (options.dates != DateRange{}) all.push_back(querying::compile_dates(options.dates));
  return walk.match(querying::all(std::move(all)));
}

Limits limits_of(const SearchOptions& options) {
  Limits limits{{}, options.stop};
  if (options.deadline.count() > 0)
    limits.deadline = std::chrono::steady_clock::now() + options.deadline;
  return limits;
}

}  // namespace kiosque::searching
