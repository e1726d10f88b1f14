#pragma once
// Values of own numbers and dates as filters and facets have them, and weekdays.

#include <chrono>
#include <kiosque/query.hpp>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::querying {

/// Both ends included; an open one is infinite.
struct NumberRange {
  double first = -std::numeric_limits<double>::infinity();
  double last = std::numeric_limits<double>::infinity();
};

/// 512, 300..800, 300.. or ..800, each as parse_number takes it. Empty for anything else, and for a
/// range that ends before it begins.
std::optional<NumberRange> parse_number_range(std::string_view text);
/// Read again it gives the same range.
std::string print_number_range(const NumberRange& range);

/// A period as it is shown: 2022, 2022-04, 2022-04-24; else its days, 2021-03-02..2021-04-01.
std::string print_period(const DateRange& days);

/// From 1, Monday, to 7: by its number, or its French or English name.
std::optional<unsigned> parse_weekday(std::string_view text);
/// The same of a day.
unsigned weekday_of(std::chrono::sys_days day);

}  // namespace kiosque::querying
