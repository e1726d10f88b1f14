// Filters and dates of SearchOptions as plans.

#include <fmt/format.h>

#include <chrono>
#include <kiosque/error.hpp>

#include "index/fields.hpp"
#include "query/compile.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

// Of a year, a month or a day: hyphens may be left out. One that does not exist is nobody's.
Node period(const Filter& filter, std::size_t digits) {
  std::string value = filter.value;
  std::erase(value, '-');
  if (value.size() != digits || value.find_first_not_of("0123456789") != std::string::npos) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no {}: write 2022, 2022-04 or 2022-04-24", filter.value,
                            filter.field));
  }
  const auto first = support::parse_compact_day(value + std::string("0101").substr(digits - 4));
  if (!first) return {};
  Node node{.kind = Node::Kind::dates, .first = *first, .last = *first};
  const std::chrono::year_month_day begin(*first);
  if (digits == 4) node.last = std::chrono::sys_days(begin.year() / std::chrono::December / 31);
  if (digits == 6)
    node.last = std::chrono::sys_days(begin.year() / begin.month() / std::chrono::last);
  return node;
}

}  // namespace

Node compile_filter(const Filter& filter) {
  if (filter.field == "year") return period(filter, 4);
  if (filter.field == "month") return period(filter, 6);
  if (filter.field == "day") return period(filter, 8);
  const indexing::Field* const field = indexing::find_field(filter.field);
  if (field == nullptr || field->kind != indexing::FieldKind::exact) {
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("\"{}\" is no field to filter by: there are section, tag, author, source, "
                    "language, host, url, id, year, month and day",
                    filter.field));
  }
  return term(indexing::exact_term(*field, filter.value));
}

Node compile_dates(const DateRange& dates) {
  Node node{.kind = Node::Kind::dates};
  node.first = dates.from.empty() ? std::chrono::sys_days::min() : support::require_day(dates.from);
  node.last = dates.to.empty() ? std::chrono::sys_days::max() : support::require_day(dates.to);
  return node;
}

}  // namespace kiosque::querying
