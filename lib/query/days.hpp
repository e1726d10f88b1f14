#pragma once
// Dates as people type them in a query: 2021-04, 24/04/2022, avril 2022, du 3 au 5 mai, hier, la
// semaine dernière, 2021..2022.
//
// The grammar is by hand: day_tokens cuts the text, day_words and day_numbers know the vocabulary,
// calendar the periods, and day_grammar.hpp says which file reads what. Ranges are inclusive; weeks
// run from Monday to Sunday; a day or month without a year is its latest occurrence not after
// today; seasons are those of the meteorologists. docs/query-syntax.md has the conventions.

#include <chrono>
#include <cstddef>
#include <kiosque/query.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace kiosque::querying {

/// The days that the whole text names, both ends included; A..B with an end left out is open there,
/// and so are "avant 2020" and "après 2016". Empty for anything else, for days that do not exist
/// and for more than 240 bytes.
std::optional<DateRange> parse_days(std::string_view text, std::chrono::sys_days today);

struct DaysFound {
  DateRange dates;
  std::size_t begin = 0;  // bytes of the text: [begin, end)
  std::size_t end = 0;
};

/// The longest date that the text begins with, up to the end of a word.
std::optional<DaysFound> leading_days(std::string_view text, std::chrono::sys_days today);

/// The dates among the words of a text that could hardly be anything else: "mars 2020" and "en
/// mars", not "mars". Linear in the text.
std::vector<DaysFound> find_days(std::string_view text, std::chrono::sys_days today);

/// What a word before the colon asks: `date:` within, `depuis:` from its first day to today,
/// `apres:` and `avant:` without the days named, `jusque:` with them.
enum class DateOperator { within, since, after, before, until };
std::optional<DateOperator> date_operator(std::string_view typed);

DateRange apply(DateOperator op, const DateRange& days, std::chrono::sys_days today);

}  // namespace kiosque::querying
