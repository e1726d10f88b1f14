#pragma once
// What articles with own fields have in them, by plain loops and by hand: tables say what each text
// is and how it is printed.

#include <kiosque/kiosque.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kiosque::testing {

/// Texts of own numbers, what they are, and how they are printed.
struct NumberRow {
  std::string text;
  std::optional<double> number;
  std::string printed;
};
extern const std::vector<NumberRow> kNumbers;

struct NumberRangeRow {
  std::string text;
  double first;
  double last;
  std::string printed;
};
extern const std::vector<NumberRangeRow> kNumberRanges;

/// Texts of own dates, and their days in Paris.
struct DateRow {
  std::string text;
  std::string day;
};
extern const std::vector<DateRow> kDates;

struct DateRangeRow {
  std::string text;
  std::string first;
  std::string last;
  std::string printed;
};
extern const std::vector<DateRangeRow> kDateRanges;

std::string fold(const std::string& text);
/// year, month, day, weekday.
bool is_time(const std::string& field);

/// Of "words", of "embargo" (null: none), and of any field of texts, levels included.
std::optional<double> number_of(const Article& article);
const DateRow* date_of(const Article& article);
std::vector<std::string> keys_of(const Article& article, const std::string& field);

/// A label and its place among others.
using Place = std::pair<double, std::string>;
std::optional<Place> place_of(const Article& article, const FacetRequest& request);

/// Whether a filter on the field would let the article through.
bool holds(const Article& article, const std::string& field, const std::string& value);
/// A filter's value in the form of its facet's.
std::string listed(const std::string& field, const std::string& value);

}  // namespace kiosque::testing
