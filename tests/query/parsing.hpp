#pragma once
// What the tests of the parser share.

#include <cstddef>
#include <kiosque/query.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::querying {

/// The day that every date of these tables counts from, a Sunday.
inline constexpr std::string_view kToday = "2022-04-24";

inline Query parse_on_that_day(std::string_view text) {
  return parse(text, {.today = std::string(kToday)});
}

/// A typed text, what it is read as in the syntax of queries, and the codes of its warnings.
struct ParseRow {
  std::string_view text;
  std::string_view understood;
  std::string_view warnings = {};  // parted by spaces
};

/// Checks every row; and of each that its print is read as the same, and that the spans lie in the
/// text.
void check_rows(std::span<const ParseRow> rows);

/// The codes of the warnings, parted by spaces.
std::string warning_codes(const Query& query);

/// Whether every span of clauses and warnings lies in the text, on the boundaries of its words, and
/// those of inner clauses in those of their group.
bool spans_are_sound(const Query& query);

}  // namespace kiosque::querying
