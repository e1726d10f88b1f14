#include "query/days.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Days {
  sys_days from;
  sys_days to;
};

constexpr std::array<std::string_view, 12> kMonths = {
    "janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
    "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};
constexpr std::size_t kShortestMonth = 3;  // "jan", "fev": but "jui" is two months

std::optional<unsigned> month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < kShortestMonth) return {};
  std::optional<unsigned> found;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == word) return i + 1;
    if (!kMonths[i].starts_with(word)) continue;
    if (found) return {};
    found = i + 1;
  }
  return found;
}

std::optional<int> number(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return {};
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return {};
  return value;
}

std::optional<sys_days> day_of(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                            std::chrono::day(day)};
  if (!date.ok() || year < 1000 || year > 9999) return {};
  return sys_days(date);
}

std::optional<Days> whole_year(int year) {
  if (year < 1000 || year > 9999) return {};
  return Days{*day_of(year, 1, 1), *day_of(year, 12, 31)};
}

std::optional<Days> whole_month(int year, unsigned month) {
  const auto first = day_of(year, month, 1);
  if (!first) return {};
  return Days{*first,
              sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last)};
}

std::optional<Days> one_day(std::optional<sys_days> day) {
  if (!day) return {};
  return Days{*day, *day};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> full_year(std::string_view text) {
  if (const auto year = number(text, 4, 4)) return year;
  // The convention of POSIX: 00 to 68 are of this century.
  if (const auto year = number(text, 2, 2)) return *year <= 68 ? 2000 + *year : 1900 + *year;
  return {};
}

// 2022, 2022-04, 2022-04-24, 04/2022, 24/04/2022, 24.04.22
std::optional<Days> numeric(std::string_view text) {
  if (const auto year = number(text, 4, 4)) return whole_year(*year);
  if (const auto parts = split(text, '-'); parts.size() > 1 && parts[0].size() == 4) {
    const auto year = number(parts[0], 4, 4);
    const auto month = number(parts[1], 1, 2);
    if (!year || !month) return {};
    if (parts.size() == 2) return whole_month(*year, static_cast<unsigned>(*month));
    const auto day = parts.size() == 3 ? number(parts[2], 1, 2) : std::nullopt;
    if (!day) return {};
    return one_day(day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)));
  }
  for (const char separator : {'/', '.', '-'}) {
    const auto parts = split(text, separator);
    if (parts.size() == 2 && separator == '/') {
      const auto month = number(parts[0], 1, 2);
      const auto year = number(parts[1], 4, 4);
      if (month && year) return whole_month(*year, static_cast<unsigned>(*month));
    }
    if (parts.size() != 3) continue;
    const auto day = number(parts[0], 1, 2);
    const auto month = number(parts[1], 1, 2);
    const auto year = full_year(parts[2]);
    if (!day || !month || !year) return {};
    return one_day(day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)));
  }
  return {};
}

// avril 2022, 24 avril 2022, 1er mai 2020
std::optional<Days> worded(std::string_view text) {
  auto words = split(text, ' ');
  if (words.size() > 1 && words.front() == "le") words.erase(words.begin());
  if (words.size() < 2 || words.size() > 3) return {};
  const auto year = number(words.back(), 4, 4);
  const auto month = month_named(words[words.size() - 2]);
  if (!year || !month) return {};
  if (words.size() == 2) return whole_month(*year, *month);
  const auto day = words[0] == "1er" ? 1 : number(words[0], 1, 2);
  if (!day) return {};
  return one_day(day_of(*year, *month, static_cast<unsigned>(*day)));
}

std::optional<Days> one(std::string_view text, sys_days today) {
  if (text == "aujourd'hui") return one_day(today);
  if (text == "hier") return one_day(today - days(1));
  if (text == "avant-hier") return one_day(today - days(2));
  if (const auto found = numeric(text)) return found;
  return worded(text);
}

}  // namespace

std::optional<DateRange> parse_days(std::string_view text, sys_days today) {
  const std::string folded = analysis::fold_value(text);
  const std::string_view plain = folded;
  const std::size_t dots = plain.find("..");
  if (dots == std::string_view::npos) {
    const auto found = one(plain, today);
    if (!found) return {};
    return DateRange{support::to_iso(found->from), support::to_iso(found->to)};
  }
  const auto end_of = [&](std::string_view part) -> std::optional<Days> {
    while (part.starts_with(' ') || part.starts_with('.')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    return one(part, today);
  };
  const std::string_view left = plain.substr(0, dots);
  const std::string_view right = plain.substr(dots + 2);
  const bool open_left = left.empty();
  const bool open_right = right.find_first_not_of(". ") == std::string_view::npos;
  const auto from = end_of(left);
  const auto to = end_of(right);
  if ((!open_left && !from) || (!open_right && !to) || (open_left && open_right)) return {};
  if (from && to && from->from > to->to) return {};
  return DateRange{from ? support::to_iso(from->from) : std::string(),
                   to ? support::to_iso(to->to) : std::string()};
}

std::optional<DateOperator> date_operator(std::string_view typed) {
  const std::string key = indexing::field_key(typed);
  if (key == "depui") return DateOperator::since;  // field_key takes off a final s
  if (key == "apre") return DateOperator::after;
  if (key == "avant") return DateOperator::before;
  if (key == "jusque" || key == "jusqu'a") return DateOperator::until;
  const indexing::Field* const field = indexing::find_field(typed);
  if (field != nullptr && field->kind == indexing::FieldKind::date) return DateOperator::within;
  return {};
}

DateRange apply(DateOperator op, const DateRange& range, sys_days today) {
  // Beyond the last year that has four digits there is nothing.
  const auto shifted = [](const std::string& iso, int by) {
    if (iso.empty()) return iso;
    const std::string day = support::to_iso(*support::parse_iso_day(iso) + days(by));
    return support::parse_iso_day(day) ? day : std::string();
  };
  switch (op) {
    case DateOperator::within:
      return range;
    case DateOperator::since: {
      const std::string end = support::to_iso(today);
      return {range.from, range.from <= end ? end : std::string()};
    }
    case DateOperator::after:
      return {shifted(range.to, 1), ""};
    case DateOperator::before:
      return {"", shifted(range.from, -1)};
    case DateOperator::until:
      return {"", range.to};
  }
  return range;
}

}  // namespace kiosque::querying
