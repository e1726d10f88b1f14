#pragma once
// Texts and the days they are read as, in tables. Each table has its own today.

#include <span>
#include <string_view>

#include "catch.hpp"
#include "query/days.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {

inline constexpr std::string_view kNoDays = "none";

struct DaysRow {
  std::string_view text;
  std::string_view from;  // kNoDays: no date
  std::string_view to = {};
};

inline void check_days(std::string_view today, std::span<const DaysRow> rows) {
  const auto day = *support::parse_iso_day(today);
  for (const DaysRow& row : rows) {
    CAPTURE(row.text, today);
    const auto days = parse_days(row.text, day);
    if (row.from == kNoDays) {
      CHECK_FALSE(days.has_value());
      continue;
    }
    REQUIRE(days.has_value());
    CHECK(days->from == row.from);
    CHECK(days->to == row.to);
  }
}

}  // namespace kiosque::querying
