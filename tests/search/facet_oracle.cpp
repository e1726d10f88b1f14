#include "search/facet_oracle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "analysis/characters.hpp"
#include "support/zone.hpp"

namespace kiosque::testing {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string fold(const std::string& text) {
  return analysis::fold_value(text);
}

// Texts of own numbers, what they are, and how they are printed.
struct NumberRow {
  std::string text;
  std::optional<double> number;
  std::string printed;
};
const std::vector<NumberRow> kNumbers = {
    {"100", 100, "100"}, {"250", 250, "250"},  {"1 500", 1500, "1500"}, {"12,5", 12.5, "12.5"},
    {"-3", -3, "-3"},    {"beaucoup", {}, ""}, {"1e3", 1000, "1000"}};

struct NumberRangeRow {
  std::string text;
  double first;
  double last;
  std::string printed;
};
const std::vector<NumberRangeRow> kNumberRanges = {{"100..1 500", 100, 1500, "100..1500"},
                                                   {"..100", -kInfinity, 100, "..100"},
                                                   {"1000..", 1000, kInfinity, "1000.."},
                                                   {"250", 250, 250, "250"},
                                                   {"7..8", 7, 8, "7..8"},
                                                   {"12,5..12.5", 12.5, 12.5, "12.5"}};

// Texts of own dates, and their days in Paris.
struct DateRow {
  std::string text;
  std::string day;
};
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

struct DateRangeRow {
  std::string text;
  std::string first;
  std::string last;
  std::string printed;
};
const std::vector<DateRangeRow> kDateRanges = {
    {"2021", "2021-01-01", "2021-12-31", "2021"},
    {"2021-03", "2021-03-01", "2021-03-31", "2021-03"},
    {"octobre 2021", "2021-10-01", "2021-10-31", "2021-10"},
    {"2021-10-31", "2021-10-31", "2021-10-31", "2021-10-31"},
    {"2021-03-28..2021-10-30", "2021-03-28", "2021-10-30", "2021-03-28..2021-10-30"},
    {"1999", "1999-01-01", "1999-12-31", "1999"}};

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

// A label and its place among others.
using Place = std::pair<double, std::string>;

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

// A filter's value in the form of its facet's.
std::string listed(const std::string& field, const std::string& value) {
  if (field == "weekday") return value == "lundi" ? "1" : value == "Sunday" ? "7" : value;
  for (const auto& row : kNumberRanges)
    if (field == "words" && row.text == value) return row.printed;
  for (const auto& row : kDateRanges)
    if (field == "embargo" && row.text == value) return row.printed;
  return is_time(field) ? value : fold(value);
}

bool lets_through(const FacetRequest& request, const std::string& folded) {
  if (request.parent) {
    const auto at = folded.rfind(" > ");
    const std::string above = at == std::string::npos ? "" : folded.substr(0, at);
    if (above != fold(*request.parent)) return false;
  }
  const std::string prefix = fold(request.prefix);
  bool word = false;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    const bool letter = std::isalnum(byte) != 0 || byte > 127;
    if (!word && folded.compare(at, prefix.size(), prefix) == 0) return true;
    word = letter;
  }
  return prefix.empty();
}

// A facet's values as they should be listed, by folded value.
struct Expected {
  std::vector<std::tuple<std::string, std::size_t, bool>> values;
  std::size_t distinct = 0;
  std::size_t missing = 0;
};

std::string described(const Facet& facet, bool folded) {
  std::string text = fmt::format("{} distinct, {} missing:", facet.distinct, facet.missing);
  for (const auto& value : facet.values)
    text += fmt::format(" [{}] {}{}", folded ? fold(value.value) : value.value, value.count,
                        value.selected ? " selected" : "");
  return text;
}

// Of values in their own order: those listed.
void list(const FacetRequest& request, const std::set<std::string>& selected, Facet& facet) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < facet.values.size(); ++i)
    if (lets_through(request, facet.values[i].value)) chosen.push_back(i);
  facet.distinct = chosen.size();
  if (request.order != FacetOrder::value) {
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
      return facet.values[a].count > facet.values[b].count;
    });
  }
  if (chosen.size() > request.limit) chosen.resize(request.limit);
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    facet.values[i].selected = selected.contains(facet.values[i].value);
    if (facet.values[i].selected && std::find(chosen.begin(), chosen.end(), i) == chosen.end())
      chosen.push_back(i);
  }
  if (request.order == FacetOrder::usual) std::sort(chosen.begin(), chosen.end());
  std::vector<FacetValue> values;
  for (const std::size_t i : chosen) values.push_back(facet.values[i]);
  facet.values = values;
}

// One of several texts that have nothing in common.
std::string dispatch(std::size_t number) {
  std::string text;
  for (std::size_t i = 0; i < 90; ++i) text += fmt::format("mot{} ", number * 1000 + i);
  return text + "fin";
}

}  // namespace

Schema own_schema() {
  return {{{.name = "desk"},
           {.name = "theme", .many = false},
           {.name = "words", .type = FieldType::number},
           {.name = "embargo", .type = FieldType::date}}};
}

Article FieldPress::article(int number) {
  Article made = RandomPress::article(number);
  if (chance(2)) {
    made.lead.clear();
    made.body = dispatch(upto(12));
  }
  if (chance(2)) {
    made.section = of({"Monde > Afrique", "monde > afrique > Mali", "Monde > Asie",
                       "Économie > Bourse", "Economie", "Monde > Afrique > Mali > Bamako"});
  }
  if (chance(3))
    made.tags.push_back(of({"Sport > Football", "sport", "Été > Jeux", "SPORT > football"}));
  if (chance(2))
    made.fields["desk"].push_back(of({"monde", "Monde > Afrique", "Société", "societe"}));
  if (chance(3))
    made.fields["desk"].push_back(of({"Monde > Asie", "sport", "Culture > Ciné > Été"}));
  for (auto n = upto(3); n > 0; --n)
    made.fields["theme"].push_back(of({"climat", "Climat", "vote"}));
  for (auto n = upto(3); n > 0; --n)
    made.fields["words"].push_back(kNumbers[upto(kNumbers.size())].text);
  for (auto n = upto(3); n > 0; --n)
    made.fields["embargo"].push_back(kDates[upto(kDates.size())].text);
  if (chance(4)) made.fields["inconnu"] = {"gardé"};
  return made;
}

Filter FieldPress::filter() {
  static const std::vector<Filter> filters = {
      {"section", "MONDE"},     {"section", "monde > Afrique"},
      {"section", "sport"},     {"tag", "sport"},
      {"tag", "ete > jeux"},    {"tag", "absent"},
      {"author", "Anne Dupre"}, {"source", "l’echo"},
      {"language", "fr"},       {"desk", "Monde"},
      {"desk", "SOCIETE"},      {"desk", "culture > cine"},
      {"theme", "climat"},      {"theme", "vote"},
      {"year", "2021"},         {"month", "2021-03"},
      {"day", "2021-10-31"},    {"weekday", "7"},
      {"weekday", "lundi"},     {"weekday", "Sunday"},
      {"day", "1999-01-01"}};
  if (chance(5)) return {"words", kNumberRanges[upto(kNumberRanges.size())].text};
  if (chance(5)) return {"embargo", kDateRanges[upto(kDateRanges.size())].text};
  return filters[upto(filters.size())];
}

FacetRequest FieldPress::request() {
  FacetRequest made{.field = of({"section", "tag", "author", "source", "language", "desk", "theme",
                                 "words", "embargo", "year", "month", "day", "weekday"}),
                    .limit = chance(3) ? 1 + upto(4) : 1000};
  made.order = chance(2) ? FacetOrder::usual : chance(2) ? FacetOrder::count : FacetOrder::value;
  if (chance(3))
    made.prefix = of({"m", "Afr", "ÉTÉ", "2021", "1", "ma", "mali > b", "zzz", "10", "d’"});
  if (chance(4))
    made.parent = of({"", "monde", "Monde > AFRIQUE", "Sport", "Culture > Cine", "rien"});
  made.unit = chance(2) ? DateUnit::day : chance(2) ? DateUnit::month : DateUnit::year;
  if (made.field == "words" && chance(3)) {
    for (auto n = 1 + upto(4); n > 0; --n)
      made.ranges.push_back(kNumberRanges[upto(kNumberRanges.size())].text);
  }
  if (made.field == "embargo" && chance(3)) {
    for (auto n = 1 + upto(4); n > 0; --n)
      made.ranges.push_back(kDateRanges[upto(kDateRanges.size())].text);
  }
  return made;
}

SearchOptions FieldPress::options() {
  SearchOptions made;
  made.limit = 1000;
  made.snippet_length = 0;
  made.suggest = false;
  for (auto n = chance(3) ? 0 : upto(4); n > 0; --n) made.filters.push_back(filter());
  for (int n = 0; n < 6; ++n) made.facets.push_back(request());
  if (chance(2)) made.counting = Counting::families;
  if (chance(2)) {
    made.sort_by =
        FieldSort{of({"words", "embargo"}), chance(2) ? Direction::rising : Direction::falling};
  }
  return made;
}

const std::vector<PlainQuery>& plain_queries() {
  static const std::vector<PlainQuery> queries = {
      {"", [](const Article&) { return true; }},
      {"", [](const Article&) { return true; }},
      {"rubrique:Monde", [](const Article& one) { return holds(one, "section", "monde"); }},
      {"rubrique:\"monde > afrique\"",
       [](const Article& one) { return holds(one, "section", "monde > afrique"); }},
      {"desk:monde", [](const Article& one) { return holds(one, "desk", "monde"); }},
      {"-desk:societe", [](const Article& one) { return !holds(one, "desk", "societe"); }},
      {"words:100..1500", [](const Article& one) { return holds(one, "words", "100..1500"); }},
      {"words:..100", [](const Article& one) { return holds(one, "words", "..100"); }},
      {"embargo:2021", [](const Article& one) { return holds(one, "embargo", "2021"); }},
      {"embargo:octobre 2021", [](const Article& one) { return holds(one, "embargo", "2021-10"); }},
      {"tag:sport OU theme:climat",
       [](const Article& one) {
         return holds(one, "tag", "sport") || holds(one, "theme", "climat");
       }},
      {"nulle part", [](const Article&) { return false; }},
  };
  return queries;
}

std::vector<const Article*> FacetOracle::matching(const PlainQuery& query,
                                                  const SearchOptions& options,
                                                  const std::string& without) const {
  std::vector<const Article*> found;
  for (const Article& article : articles_) {
    if (!query.matches(article)) continue;
    std::map<std::string, bool> fields;
    for (const Filter& filter : options.filters) {
      if (filter.field == without) continue;
      bool& passed = fields[filter.field];
      passed = passed || holds(article, filter.field, filter.value);
    }
    if (std::all_of(fields.begin(), fields.end(), [](const auto& one) { return one.second; }))
      found.push_back(&article);
  }
  return found;
}

std::vector<std::vector<const Article*>> FacetOracle::counted(
    const std::vector<const Article*>& articles, const SearchOptions& options) {
  std::map<std::string, std::vector<const Article*>> families;
  for (const Article* article : articles) {
    const bool copy = options.counting == Counting::families && article->body.ends_with("fin");
    families[copy ? article->body : article->id].push_back(article);
  }
  std::vector<std::vector<const Article*>> groups;
  for (auto& [key, group] : families) groups.push_back(std::move(group));
  return groups;
}

std::string FacetOracle::difference(const Facet& facet, const FacetRequest& request,
                                    const PlainQuery& query, const SearchOptions& options) const {
  const auto groups = counted(matching(query, options, request.field), options);
  std::set<std::string> selected;
  std::vector<std::string> in_order;
  for (const Filter& filter : options.filters) {
    if (filter.field != request.field) continue;
    const std::string value = listed(filter.field, filter.value);
    if (selected.insert(value).second) in_order.push_back(value);
  }
  Facet expected;
  const bool numeric = request.field == "words" || request.field == "embargo";
  if (!numeric && !is_time(request.field)) {
    std::map<std::string, std::map<std::string, std::size_t>> spellings;  // by folded value
    std::map<std::string, std::size_t> counts;
    for (const auto& group : groups) {
      std::set<std::string> values;
      for (const Article* article : group) {
        for (const auto& key : keys_of(*article, request.field)) {
          if (group.size() == 1) ++spellings[fold(key)][key];
          values.insert(fold(key));
        }
      }
      if (values.empty()) ++expected.missing;
      for (const auto& value : values) ++counts[value];
    }
    // The spelling is one of the most used: which of several, the order of arrival tells.
    for (const FacetValue& value : facet.values) {
      // Of a family any of its spellings may count.
      if (value.count == 0 || options.counting == Counting::families) continue;
      const auto& of_value = spellings[fold(value.value)];
      const auto used = of_value.find(value.value);
      for (const auto& [spelling, count] : of_value) {
        if (used == of_value.end() || count > used->second)
          return fmt::format("[{}] is mostly written [{}]", value.value, spelling);
      }
    }
    std::map<std::string, std::string> shown;
    for (const FacetValue& value : facet.values) shown[fold(value.value)] = value.value;
    std::vector<std::string> chosen;
    for (const auto& [value, count] : counts)
      if (lets_through(request, value)) chosen.push_back(value);
    expected.distinct = chosen.size();
    const auto by_count = [&](const std::string& a, const std::string& b) {
      if (counts[a] != counts[b]) return counts[a] > counts[b];
      return shown[a] < shown[b];
    };
    if (request.order != FacetOrder::value) {
      std::sort(chosen.begin(), chosen.end(), by_count);
      // Of equals at the end, those that are listed: their spelling decided.
      if (chosen.size() > request.limit) {
        std::stable_sort(chosen.begin(), chosen.end(), [&](const auto& a, const auto& b) {
          if (counts[a] != counts[b]) return counts[a] > counts[b];
          return shown.contains(a) && !shown[a].empty() && shown[b].empty();
        });
        chosen.resize(request.limit);
        std::sort(chosen.begin(), chosen.end(), by_count);
      }
    } else if (chosen.size() > request.limit) {
      chosen.resize(request.limit);
    }
    std::vector<std::string> more;
    for (const auto& value : in_order) {
      if (counts.contains(value) && std::find(chosen.begin(), chosen.end(), value) == chosen.end())
        more.push_back(value);
    }
    if (request.order == FacetOrder::value) {
      std::sort(more.begin(), more.end());
    } else {
      std::sort(more.begin(), more.end(), by_count);
    }
    chosen.insert(chosen.end(), more.begin(), more.end());
    for (const auto& value : in_order)
      if (!counts.contains(value)) chosen.push_back(value);
    for (const auto& value : chosen) {
      const auto count = counts.find(value);
      expected.values.push_back(
          {value, count == counts.end() ? 0 : count->second, selected.contains(value)});
    }
    const std::string is = described(facet, true);
    const std::string should = described(expected, true);
    return is == should ? "" : fmt::format("{}\nshould be {}", is, should);
  }
  std::map<Place, std::size_t> counts;
  for (const auto& group : groups) {
    std::set<Place> places;
    for (const Article* article : group) {
      if (const auto place = place_of(*article, request)) places.insert(*place);
    }
    if (places.empty()) ++expected.missing;
    for (const Place& place : places) ++counts[place];
  }
  const auto count_of = [&](const std::string& value) {
    return static_cast<std::size_t>(
        std::count_if(groups.begin(), groups.end(), [&](const auto& group) {
          return std::any_of(group.begin(), group.end(), [&](const Article* article) {
            return holds(*article, request.field, value);
          });
        }));
  };
  if (request.ranges.empty()) {
    for (const auto& [place, count] : counts)
      expected.values.push_back({place.second, count, false});
    list(request, selected, expected);
  } else {
    for (const std::string& range : request.ranges) {
      const std::string value = listed(request.field, range);
      expected.values.push_back({value, count_of(range), selected.contains(value)});
      if (expected.values.back().count > 0) ++expected.distinct;
    }
  }
  for (const auto& value : in_order) {
    if (std::none_of(expected.values.begin(), expected.values.end(),
                     [&](const FacetValue& one) { return one.value == value; }))
      expected.values.push_back({value, count_of(value), true});
  }
  const std::string is = described(facet, false);
  const std::string should = described(expected, false);
  return is == should ? "" : fmt::format("{}\nshould be {}", is, should);
}

std::vector<std::string> FacetOracle::sorted(const PlainQuery& query,
                                             const SearchOptions& options) const {
  using Key = std::tuple<bool, double, double, std::string>;
  std::vector<Key> keys;
  for (const Article* article : matching(query, options)) {
    std::optional<double> value;
    if (options.sort_by->field == "words") {
      value = number_of(*article);
    } else if (const DateRow* const date = date_of(*article)) {
      value = static_cast<double>(support::parse_moment(date->text, support::home_zone())->epoch);
    }
    const auto published = support::parse_moment(article->published, support::home_zone());
    const double sign = options.sort_by->direction == Direction::rising ? 1 : -1;
    keys.emplace_back(!value, value ? sign * *value : 0,
                      published ? -static_cast<double>(published->epoch) : kInfinity, article->id);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::string> ids;
  for (const auto& key : keys) ids.push_back(std::get<3>(key));
  return ids;
}

}  // namespace kiosque::testing
