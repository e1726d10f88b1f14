#include "search/selection.hpp"

#include <chrono>
#include <utility>

#include "search/facets.hpp"

namespace kiosque::searching {

Filters compile_filters(const std::vector<Filter>& filters, const indexing::FieldTable& fields) {
  Filters by_field;
  for (const Filter& filter : filters)
    by_field[facet_name(filter.field, fields)].push_back(querying::compile_filter(filter, fields));
  return by_field;
}

Matches select(Walk& walk, const querying::Node& query, const SearchOptions& options) {
  std::vector<querying::Node> all = {query};
  for (auto& [field, values] : compile_filters(options.filters, walk.snapshot().fields()))
    all.push_back(querying::any(values));
  if (options.dates != DateRange{}) all.push_back(querying::compile_dates(options.dates));
  return walk.match(querying::all(std::move(all)));
}

Selection select(Walk& walk, const Query& query, const SearchOptions& options) {
  Selection selection{
      querying::compile(query, options, walk.seat().analyzer, {}, walk.snapshot().fields()), {}};
  selection.compiled.words.prepare(std::vector<double>(selection.compiled.words.terms().size(), 1));
  selection.matches = select(walk, selection.compiled.matches, options);
  return selection;
}

std::optional<DocumentPlace> place_of(Walk& walk, std::string_view id) {
  const Matches stored = walk.match(querying::compile_filter({"id", std::string(id)}));
  std::optional<DocumentPlace> place;
  for (std::uint32_t part = 0; part < stored.size(); ++part)
    stored[part].for_each([&](std::uint32_t document) { place = DocumentPlace{part, document}; });
  return place;
}

Limits limits_of(const SearchOptions& options) {
  Limits limits{{}, options.stop};
  if (options.deadline.count() > 0)
    limits.deadline = std::chrono::steady_clock::now() + options.deadline;
  return limits;
}

}  // namespace kiosque::searching
