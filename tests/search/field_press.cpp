#include "search/field_press.hpp"

#include <fmt/format.h>

#include "search/field_values.hpp"

namespace kiosque::testing {
namespace {

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

}  // namespace kiosque::testing
