#pragma once
// The parts of a date: a day and a time of day, each taken where the cursor stands. What is no such
// part leaves the cursor where it was.

#include <optional>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/date_tokens.hpp"
#include "corpus/date_words.hpp"

namespace kiosque::corpus {

struct Time {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset_minutes = {};
};

/// "vendredi 31 janvier 2025", "1er févr. 2025", "January 31, 2025", "31/01/2025", "2025-01-31".
MaybeDay take_day(DateCursor& cursor);

/// "hier", "avant-hier", "aujourd'hui", "il y a 3 jours", or a day without a year ("31 janv."),
/// which is the latest such one; where the context has a day.
MaybeDay take_relative(DateCursor& cursor, const DateContext& context);

/// "18:05", "18:05:00.123+01:00", "18h05", "18h", "6:05 pm".
std::optional<Time> take_clock(DateCursor& cursor);

}  // namespace kiosque::corpus
