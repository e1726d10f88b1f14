#pragma once
// The parts of a date: a day and a time of day, each taken where the cursor stands. What is no such
// part leaves the cursor where it was.

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/date_tokens.hpp"

namespace kiosque::corpus {

struct Time {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset_minutes = {};
};

using MaybeDay = std::optional<std::chrono::year_month_day>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

/// "vendredi 31 janvier 2025", "1er févr. 2025", "January 31, 2025", "31/01/2025", "2025-01-31".
MaybeDay take_day(DateCursor& cursor);

/// "hier", "avant-hier", "aujourd'hui", where the context has a day.
MaybeDay take_relative(DateCursor& cursor, const DateContext& context);

/// "18:05", "18:05:00.123+01:00", "18h05", "18h", "6:05 pm".
std::optional<Time> take_clock(DateCursor& cursor);

}  // namespace kiosque::corpus
