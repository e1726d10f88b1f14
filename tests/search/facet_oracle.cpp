#include "search/facet_oracle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "search/field_values.hpp"
#include "support/zone.hpp"

namespace kiosque::testing {
namespace {

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

using Groups = std::vector<std::vector<const Article*>>;

// What a facet is counted over, and its filters in its own form.
struct Asked {
  Groups groups;
  std::set<std::string> selected;
  std::vector<std::string> in_order;
};

std::string compared(const Facet& facet, const Facet& expected, bool folded) {
  const std::string is = described(facet, folded);
  const std::string should = described(expected, folded);
  return is == should ? "" : fmt::format("{}\nshould be {}", is, should);
}

// Of a facet of texts.
std::string difference_of_keys(const Facet& facet, const FacetRequest& request, const Asked& asked,
                               bool by_family) {
  Facet expected;
  std::map<std::string, std::map<std::string, std::size_t>> spellings;  // by folded value
  std::map<std::string, std::size_t> counts;
  for (const auto& group : asked.groups) {
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
    if (value.count == 0 || by_family) continue;
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
  for (const auto& value : asked.in_order) {
    if (counts.contains(value) && std::find(chosen.begin(), chosen.end(), value) == chosen.end())
      more.push_back(value);
  }
  if (request.order == FacetOrder::value) {
    std::sort(more.begin(), more.end());
  } else {
    std::sort(more.begin(), more.end(), by_count);
  }
  chosen.insert(chosen.end(), more.begin(), more.end());
  for (const auto& value : asked.in_order)
    if (!counts.contains(value)) chosen.push_back(value);
  for (const auto& value : chosen) {
    const auto count = counts.find(value);
    expected.values.push_back(
        {value, count == counts.end() ? 0 : count->second, asked.selected.contains(value)});
  }
  return compared(facet, expected, true);
}

// Of a facet of numbers or times.
std::string difference_of_places(const Facet& facet, const FacetRequest& request,
                                 const Asked& asked) {
  Facet expected;
  std::map<Place, std::size_t> counts;
  for (const auto& group : asked.groups) {
    std::set<Place> places;
    for (const Article* article : group) {
      if (const auto place = place_of(*article, request)) places.insert(*place);
    }
    if (places.empty()) ++expected.missing;
    for (const Place& place : places) ++counts[place];
  }
  const auto count_of = [&](const std::string& value) {
    return static_cast<std::size_t>(
        std::count_if(asked.groups.begin(), asked.groups.end(), [&](const auto& group) {
          return std::any_of(group.begin(), group.end(), [&](const Article* article) {
            return holds(*article, request.field, value);
          });
        }));
  };
  if (request.ranges.empty()) {
    for (const auto& [place, count] : counts)
      expected.values.push_back({place.second, count, false});
    list(request, asked.selected, expected);
  } else {
    for (const std::string& range : request.ranges) {
      const std::string value = listed(request.field, range);
      expected.values.push_back({value, count_of(range), asked.selected.contains(value)});
      if (expected.values.back().count > 0) ++expected.distinct;
    }
  }
  for (const auto& value : asked.in_order) {
    if (std::none_of(expected.values.begin(), expected.values.end(),
                     [&](const FacetValue& one) { return one.value == value; }))
      expected.values.push_back({value, count_of(value), true});
  }
  return compared(facet, expected, false);
}

}  // namespace

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
  Asked asked;
  asked.groups = counted(matching(query, options, request.field), options);
  for (const Filter& filter : options.filters) {
    if (filter.field != request.field) continue;
    const std::string value = listed(filter.field, filter.value);
    if (asked.selected.insert(value).second) asked.in_order.push_back(value);
  }
  if (request.field == "words" || request.field == "embargo" || is_time(request.field))
    return difference_of_places(facet, request, asked);
  return difference_of_keys(facet, request, asked, options.counting == Counting::families);
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
                      published ? -static_cast<double>(published->epoch)
                                : std::numeric_limits<double>::infinity(),
                      article->id);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::string> ids;
  for (const auto& key : keys) ids.push_back(std::get<3>(key));
  return ids;
}

}  // namespace kiosque::testing
