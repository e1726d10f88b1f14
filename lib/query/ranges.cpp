#include "query/ranges.hpp"

#include <algorithm>
#include <array>

#include "analysis/characters.hpp"
#include "support/number.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

constexpr std::string_view kDots = "..";

// French, then English, each from Monday.
constexpr std::array<std::string_view, 14> kWeekdays = {
    "lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi", "samedi",   "dimanche",
    "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday"};

}  // namespace

std::optional<NumberRange> parse_number_range(std::string_view text) {
  NumberRange range;
  const std::size_t dots = text.find(kDots);
  if (dots == std::string_view::npos) {
    const auto number = support::parse_number(text);
    if (!number) return {};
    return NumberRange{*number, *number};
  }
  const std::string_view first = support::trim(text.substr(0, dots));
  const std::string_view last = support::trim(text.substr(dots + kDots.size()));
  if (first.empty() && last.empty()) return {};
  const auto from = support::parse_number(first);
  const auto to = support::parse_number(last);
  if ((!from && !first.empty()) || (!to && !last.empty())) return {};
  if (from) range.first = *from;
  if (to) range.last = *to;
  if (range.first > range.last) return {};
  return range;
}

std::string print_number_range(const NumberRange& range) {
  constexpr NumberRange kOpen;
  if (range.first == range.last) return support::print_number(range.first);
  std::string text;
  if (range.first != kOpen.first) text += support::print_number(range.first);
  text += kDots;
  if (range.last != kOpen.last) text += support::print_number(range.last);
  return text;
}

std::string print_period(const DateRange& days) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  if (!days.from.empty() && days.from == days.to) return days.from;
  const auto first = support::parse_iso_day(days.from);
  const auto last = support::parse_iso_day(days.to);
  if (first && last) {
    // A period goes up to the day before the next one.
    const std::chrono::year_month_day begin(*first);
    const std::chrono::year_month_day behind(*last + std::chrono::days(1));
    const auto month_begins = [](const auto& date) { return date.day() == std::chrono::day(1); };
    if (month_begins(begin) && month_begins(behind)) {
      const auto from = begin.year() / begin.month();
      const auto next = behind.year() / behind.month();
      if (from + std::chrono::months(1) == next) return days.from.substr(0, kMonth);
      if (begin.month() == std::chrono::January && from + std::chrono::months(12) == next)
        return days.from.substr(0, kYear);
    }
  }
  return days.from + std::string(kDots) + days.to;
}

std::optional<unsigned> parse_weekday(std::string_view text) {
  const std::string folded = analysis::fold_value(text);
  if (folded.size() == 1 && folded[0] >= '1' && folded[0] <= '7')
    return static_cast<unsigned>(folded[0] - '0');
  const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), folded);
  if (found == kWeekdays.end()) return {};
  return static_cast<unsigned>((found - kWeekdays.begin()) % 7 + 1);
}

unsigned weekday_of(std::chrono::sys_days day) {
  return std::chrono::weekday(day).iso_encoding();
}

}  // namespace kiosque::querying
