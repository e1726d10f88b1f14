#pragma once
// The dates that pages and exports print, as ISO 8601.
//
//   parse_date("Publié le 31 janvier 2025 à 18h05");            // "2025-01-31T18:05:00+01:00"
//   parse_date("hier", {.today = "2025-02-01"});                // "2025-01-31"
//   find_date("Paris, le 31/01/2025, de notre envoyée")->iso;   // "2025-01-31"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::corpus {

struct DateContext {
  std::string today = {};  ///< an ISO day; empty: "hier" and its kin are refused
};

/// The date that the whole text is: a bare day where it gives no time, else an instant with the
/// offset given, or that of Europe/Paris. Nothing where a part is missing, impossible (31 February,
/// 25h00) or not a date, and outside the years 1600 to 2199. Never throws on any bytes.
[[nodiscard]] std::optional<std::string> parse_date(std::string_view text,
                                                    const DateContext& context = {});

/// A date and the bytes of the line that it stands in.
struct FoundDate {
  std::string iso = {};
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first full date (day, month and year) inside a line, with its time where one follows; with a
/// day in the context also "hier" and its kin.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view line,
                                                 const DateContext& context = {});

}  // namespace kiosque::corpus
