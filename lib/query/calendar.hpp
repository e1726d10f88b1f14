#pragma once
// Periods of the Gregorian calendar, as days.

#include <chrono>
#include <optional>

namespace kiosque::querying {

/// Both ends included.
struct Days {
  std::chrono::sys_days from;
  std::chrono::sys_days to;
};

/// A part of a period: of a month its days 1–10, 11–20 and the rest; of a year January–March,
/// April–September and October–December; of a week its first two days, the next two and the rest;
/// of other whole months their thirds. Halves are cut behind the 15th or in the middle.
enum class Part { whole, beginning, middle, end, first_half, second_half };

int year_of(std::chrono::sys_days day);
int month_of(std::chrono::sys_days day);

/// Whether its days can be written: years from 1000 to 9999.
bool is_writable(std::chrono::sys_days day);

/// Empty for a day that does not exist, as for all that follow.
std::optional<std::chrono::sys_days> day_of(int year, int month, int day);

/// `count` whole months from a month of the year on; 0 is December of the year before, and so on.
std::optional<Days> whole_months(int year, int month, int count);
std::optional<Days> whole_years(int year, int count);

/// From Monday to Sunday.
Days week_of(std::chrono::sys_days day);
/// The Saturday and the Sunday of its week.
Days weekend_of(std::chrono::sys_days day);
/// The week of a number in the year of ISO 8601.
std::optional<Days> iso_week(int year, int week);
/// The latest such day that is not after `last`.
std::chrono::sys_days weekday_until(std::chrono::weekday weekday, std::chrono::sys_days last);

/// The same day of another month, or that month's last; `months` within a hundred thousand.
std::chrono::sys_days plus_months(std::chrono::sys_days day, int months);

/// Easter Sunday, by the method that Nature published in 1876 (Meeus, Astronomical Algorithms).
std::chrono::sys_days easter(int year);

/// Empty for another period, or one that cannot be cut so.
std::optional<Days> part_of(const Days& period, Part part);

}  // namespace kiosque::querying
