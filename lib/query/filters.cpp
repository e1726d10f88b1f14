// Filters and dates of SearchOptions as plans.

#include <fmt/format.h>

#include <chrono>
#include <kiosque/error.hpp>

#include "query/compile.hpp"
#include "query/days.hpp"
#include "query/ranges.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

using indexing::Field;
using indexing::FieldKind;

[[noreturn]] void no_value(const Filter& filter, std::string_view what, std::string_view remedy) {
  throw Error(ErrorCode::invalid_argument,
              fmt::format("\"{}\" is no {} of {}: write {}", support::cut_utf8(filter.value, 80),
                          what, filter.field, remedy));
}

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

Node weekday(const Filter& filter) {
  const auto day = parse_weekday(filter.value);
  if (!day) no_value(filter, "day", "1 (Monday) to 7, or a name such as lundi or monday");
  return {.kind = Node::Kind::weekday, .count = *day};
}

}  // namespace

std::optional<DateRange> own_days(std::string_view text) {
  return parse_days(text, support::home_zone().today());
}

Node compile_number(const Field& field, std::string_view text) {
  const auto range = parse_number_range(text);
  if (!range)
    no_value({std::string(field.name), std::string(text)}, "number",
             "512, 300..800, 300.. or ..800");
  return {
      .kind = Node::Kind::numbers, .slot = field.slot, .low = range->first, .high = range->last};
}

Node compile_filter(const Filter& filter, const indexing::FieldTable& fields) {
  if (filter.field == "year") return period(filter, 4);
  if (filter.field == "month") return period(filter, 6);
  if (filter.field == "day") return period(filter, 8);
  if (filter.field == "weekday") return weekday(filter);
  const Field* const field = fields.find(filter.field);
  if (field != nullptr && field->kind == FieldKind::exact)
    return term(indexing::exact_term(*field, filter.value));
  if (field != nullptr && field->kind == FieldKind::number)
    return compile_number(*field, filter.value);
  if (field != nullptr && indexing::is_own(*field)) {
    const auto days = own_days(filter.value);
    if (!days) no_value(filter, "date", "2022, 2022-04, 2022-04-24 or 2021..2022");
    return compile_dates(*days, field->slot);
  }
  const std::string own = fields.names();
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("\"{}\" is no field to filter by: there are section, tag, author, source, "
                  "language, host, url, id, year, month, day and weekday{}{}",
                  filter.field, own.empty() ? "" : "; its own: ", own));
}

Node compile_dates(const DateRange& dates, unsigned slot) {
  Node node{.kind = Node::Kind::dates, .slot = slot};
  node.first = dates.from.empty() ? std::chrono::sys_days::min() : support::require_day(dates.from);
  node.last = dates.to.empty() ? std::chrono::sys_days::max() : support::require_day(dates.to);
  return node;
}

}  // namespace kiosque::querying
