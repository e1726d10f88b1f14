#pragma once
// Dates as people type them in a query: 2021, 2021-04, 24/04/2022, avril 2022, hier, 2021..2022.

#include <chrono>
#include <kiosque/query.hpp>
#include <optional>
#include <string_view>

namespace kiosque::querying {

/// The days that the whole text names, both ends included; A..B with an end left out is open there.
std::optional<DateRange> parse_days(std::string_view text, std::chrono::sys_days today);

/// What a word before the colon asks: `date:` within, `depuis:` from its first day to today,
/// `apres:` and `avant:` without the days named, `jusque:` with them.
enum class DateOperator { within, since, after, before, until };
std::optional<DateOperator> date_operator(std::string_view typed);

DateRange apply(DateOperator op, const DateRange& days, std::chrono::sys_days today);

}  // namespace kiosque::querying
