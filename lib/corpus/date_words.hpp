#pragma once
// The words that dates are made of, folded; and which days exist.

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace kiosque::corpus {

using MaybeDay = std::optional<std::chrono::year_month_day>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

/// 1 to 12, also of a short or foreign name; 0 for no month.
int month_named(std::string_view word);

bool is_weekday(std::string_view word);

/// The day, where it exists, in the years 1600 to 2199.
MaybeDay valid_day(int year, int month, int day);

}  // namespace kiosque::corpus
