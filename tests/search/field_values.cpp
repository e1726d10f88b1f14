#include "search/field_values.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "analysis/characters.hpp"
#include "support/zone.hpp"

namespace kiosque::testing {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string published_day(const Article& article) {
  const auto moment = support::parse_moment(article.published, support::home_zone());
  return moment ? support::to_iso(moment->day) : std::string();
}

std::string weekday_of(const std::string& day) {
  const auto parsed = support::parse_iso_day(day);
  if (!parsed) return {};
  // The first day of 1970 was a Thursday.
  const auto since = parsed->time_since_epoch().count();
  return std::to_string(((since + 3) % 7 + 7) % 7 + 1);
}

std::vector<std::string> own(const Article& article, const std::string& field) {
  const auto found = article.fields.find(field);
  return found == article.fields.end() ? std::vector<std::string>() : found->second;
}

// Each value, then what it lies in; what comes again, case and accents aside, once.
std::vector<std::string> with_levels(const std::vector<std::string>& values) {
  std::vector<std::string> all;
  std::set<std::string> seen;
  const auto add = [&](const std::string& value) {
    if (!fold(value).empty() && seen.insert(fold(value)).second) all.push_back(value);
  };
  for (const std::string& value : values) {
    add(value);
    for (auto at = value.find(" > "); at != std::string::npos; at = value.find(" > ", at + 1))
      add(value.substr(0, at));
  }
  return all;
}

}  // namespace

const std::vector<NumberRow> kNumbers = {
    {"100", 100, "100"}, {"250", 250, "250"},  {"1 500", 1500, "1500"}, {"12,5", 12.5, "12.5"},
    {"-3", -3, "-3"},    {"beaucoup", {}, ""}, {"1e3", 1000, "1000"}};

const std::vector<NumberRangeRow> kNumberRanges = {{"100..1 500", 100, 1500, "100..1500"},
                                                   {"..100", -kInfinity, 100, "..100"},
                                                   {"1000..", 1000, kInfinity, "1000.."},
                                                   {"250", 250, 250, "250"},
                                                   {"7..8", 7, 8, "7..8"},
                                                   {"12,5..12.5", 12.5, 12.5, "12.5"}};

const std::vector<DateRow> kDates = {{"2021-03-27", "2021-03-27"},
                                     {"2021-03-28T00:30:00+01:00", "2021-03-28"},
                                     {"2021-03-28T22:30:00Z", "2021-03-29"},
                                     {"2021-10-30T21:59:00Z", "2021-10-30"},
                                     {"2021-10-30T22:01:00Z", "2021-10-31"},
                                     {"2021-10-31T22:59:00Z", "2021-10-31"},
                                     {"2021-10-31T23:01:00Z", "2021-11-01"},
                                     {"2020-12-31T23:30:00Z", "2021-01-01"},
                                     {"demain peut-être", ""},
                                     {"2022-06-01", "2022-06-01"}};

const std::vector<DateRangeRow> kDateRanges = {
    {"2021", "2021-01-01", "2021-12-31", "2021"},
    {"2021-03", "2021-03-01", "2021-03-31", "2021-03"},
    {"octobre 2021", "2021-10-01", "2021-10-31", "2021-10"},
    {"2021-10-31", "2021-10-31", "2021-10-31", "2021-10-31"},
    {"2021-03-28..2021-10-30", "2021-03-28", "2021-10-30", "2021-03-28..2021-10-30"},
    {"1999", "1999-01-01", "1999-12-31", "1999"}};

std::string fold(const std::string& text) {
  return analysis::fold_value(text);
}

std::optional<double> number_of(const Article& article) {
  for (const auto& text : own(article, "words")) {
    for (const auto& row : kNumbers)
      if (row.text == text && row.number) return row.number;
  }
  return {};
}

const DateRow* date_of(const Article& article) {
  for (const auto& text : own(article, "embargo")) {
    for (const auto& row : kDates)
      if (row.text == text && !row.day.empty()) return &row;
  }
  return nullptr;
}

std::vector<std::string> keys_of(const Article& article, const std::string& field) {
  if (field == "tag") return with_levels(article.tags);
  if (field == "author") return with_levels(article.authors);
  if (field == "section") return with_levels({article.section});
  if (field == "source") return with_levels({article.source});
  if (field == "language") return with_levels({article.language});
  if (field == "desk") return with_levels(own(article, "desk"));
  const auto themes = own(article, "theme");
  return themes.empty() ? themes : with_levels({themes.front()});
}

bool is_time(const std::string& field) {
  return field == "year" || field == "month" || field == "day" || field == "weekday";
}

std::optional<Place> place_of(const Article& article, const FacetRequest& request) {
  const auto rank = [](const std::string& iso) {
    std::string digits = iso;
    std::erase(digits, '-');
    return std::stod(digits);
  };
  if (request.field == "words") {
    const auto number = number_of(article);
    if (!number) return {};
    for (const auto& row : kNumbers)
      if (row.number == number) return Place(*number, row.printed);
  }
  if (request.field == "embargo") {
    const DateRow* const date = date_of(article);
    if (date == nullptr) return {};
    const std::size_t size = request.unit == DateUnit::year    ? 4
                             : request.unit == DateUnit::month ? 7
                                                               : 10;
    return Place(rank(date->day.substr(0, size)), date->day.substr(0, size));
  }
  const std::string day = published_day(article);
  if (day.empty()) return {};
  const std::string label = request.field == "weekday" ? weekday_of(day)
                            : request.field == "year"  ? day.substr(0, 4)
                            : request.field == "month" ? day.substr(0, 7)
                                                       : day;
  return Place(rank(label), label);
}

bool holds(const Article& article, const std::string& field, const std::string& value) {
  if (field == "words") {
    const auto number = number_of(article);
    for (const auto& row : kNumberRanges)
      if (row.text == value || row.printed == value)
        return number && *number >= row.first && *number <= row.last;
    return false;
  }
  if (field == "embargo") {
    const DateRow* const date = date_of(article);
    for (const auto& row : kDateRanges)
      if (row.text == value || row.printed == value)
        return date != nullptr && date->day >= row.first && date->day <= row.last;
    return false;
  }
  if (is_time(field)) {
    const std::string day = published_day(article);
    if (field == "weekday")
      return weekday_of(day) == (value == "lundi" ? "1" : value == "Sunday" ? "7" : value);
    return !day.empty() && day.substr(0, value.size()) == value;
  }
  const auto keys = keys_of(article, field);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const auto& key) { return fold(key) == fold(value); });
}

std::string listed(const std::string& field, const std::string& value) {
  if (field == "weekday") return value == "lundi" ? "1" : value == "Sunday" ? "7" : value;
  for (const auto& row : kNumberRanges)
    if (field == "words" && row.text == value) return row.printed;
  for (const auto& row : kDateRanges)
    if (field == "embargo" && row.text == value) return row.printed;
  return is_time(field) ? value : fold(value);
}

}  // namespace kiosque::testing
