// What can be asked of a facet: levels, beginnings, orders, weekdays, several choices at once.

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::FacetOrder;
using kiosque::FacetRequest;
using kiosque::Filter;
using kiosque::testing::TinyArchive;

namespace {

// "distinct/missing: Monde 2, Sport 1!"
std::string facet(const TinyArchive& archive, const FacetRequest& request,
                  const std::vector<Filter>& filters = {}, const char* query = "") {
  const auto results = archive.search(query, {.filters = filters, .facets = {request}});
  const auto& facet = results.facets.at(0);
  std::string text = fmt::format("{}/{}:", facet.distinct, facet.missing);
  for (const auto& value : facet.values) {
    text += fmt::format("{} {} {}{}", text.ends_with(':') ? "" : ",", value.value, value.count,
                        value.selected ? "!" : "");
  }
  return text;
}

}  // namespace

TEST_CASE("A value counts in everything that it lies in, once each") {
  const TinyArchive archive({{.id = "a", .title = "Un", .section = "Monde > Afrique > Mali"},
                             {.id = "b", .title = "Deux", .section = "monde > afrique"},
                             {.id = "c", .title = "Trois", .section = "Monde"},
                             {.id = "d", .title = "Quatre", .section = "Monde > Asie"},
                             {.id = "e", .title = "Cinq", .section = "Économie"},
                             {.id = "f", .title = "Six"}});
  CHECK(facet(archive, {"section"}) ==
        "5/1: Monde 4, Monde > Afrique 2, Monde > Afrique > Mali 1, Monde > Asie 1, Économie 1");
  CHECK(facet(archive, {.field = "section", .parent = ""}) == "2/1: Monde 4, Économie 1");
  CHECK(facet(archive, {.field = "section", .parent = "MONDE"}) ==
        "2/1: Monde > Afrique 2, Monde > Asie 1");
  CHECK(facet(archive, {.field = "section", .parent = "Monde > Afrique"}) ==
        "1/1: Monde > Afrique > Mali 1");
  CHECK(archive.search("", {.filters = {{"section", "monde"}}}).total == 4);
  CHECK(archive.search("rubrique:Monde").total == 4);
  CHECK(archive.search("rubrique:\"monde > afrique\"").total == 2);
  CHECK(archive.search("-rubrique:monde").total == 2);
  CHECK(archive.search("rubrique:afrique").total == 0);
  // Of the articles that the other filters let through; its own value stays.
  CHECK(facet(archive, {.field = "section", .parent = ""}, {{"section", "Monde > Asie"}}) ==
        "2/1: Monde 4, Économie 1, Monde > Asie 1!");
}

TEST_CASE("An article with several values in one counts once") {
  const TinyArchive archive(
      {{.id = "a", .title = "Un", .tags = {"Sport > Football", "Sport > Rugby", "sport"}},
       {.id = "b", .title = "Deux", .tags = {"Sport"}},
       {.id = "c", .title = "Trois", .tags = {"été"}}});
  CHECK(facet(archive, {"tag"}) == "4/0: Sport 2, Sport > Football 1, Sport > Rugby 1, été 1");
  const auto completions =
      kiosque::testing::TinyArchive({{.id = "a", .title = "Un", .tags = {"Sport > Football"}}});
  CHECK(completions.search("tag:sport").total == 1);
}

TEST_CASE("A facet's values are searched by the beginning of any of their words") {
  const TinyArchive archive(
      {{.id = "a",
        .title = "Un",
        .published = "2021-03-28",
        .tags = {"Mer du Nord", "Élection", "électricité", "L’Été", "bel été"}},
       {.id = "b", .title = "Deux", .published = "2022-03-01", .tags = {"nord"}}});
  CHECK(facet(archive, {.field = "tag", .prefix = "nor"}) == "2/0: Mer du Nord 1, nord 1");
  CHECK(facet(archive, {.field = "tag", .prefix = "ELEC"}) == "2/0: Élection 1, électricité 1");
  CHECK(facet(archive, {.field = "tag", .prefix = "été"}) == "2/0: L’Été 1, bel été 1");
  CHECK(facet(archive, {.field = "tag", .prefix = "mer du n"}) == "1/0: Mer du Nord 1");
  CHECK(facet(archive, {.field = "tag", .prefix = "ord"}) == "0/0:");
  CHECK(facet(archive, {.field = "tag", .limit = 1, .prefix = "elec"}, {{"tag", "nord"}}) ==
        "2/0: Élection 1, nord 1!");
  CHECK(facet(archive, {.field = "month", .prefix = "2022"}) == "1/0: 2022-03 1");
}

TEST_CASE("Values are ordered by count or by value") {
  const TinyArchive archive(
      {{.id = "a", .title = "Un", .published = "2020-01-01", .tags = {"été", "zèle"}},
       {.id = "b", .title = "Deux", .published = "2021-01-01", .tags = {"zèle", "Eau"}},
       {.id = "c", .title = "Trois", .published = "2021-05-01", .tags = {"abri"}}});
  const auto tags = [&](FacetOrder order, std::size_t limit) {
    return facet(archive, {.field = "tag", .limit = limit, .order = order});
  };
  CHECK(tags(FacetOrder::usual, 10) == "4/0: zèle 2, Eau 1, abri 1, été 1");
  CHECK(tags(FacetOrder::count, 1) == "4/0: zèle 2");
  CHECK(tags(FacetOrder::value, 10) == "4/0: abri 1, Eau 1, été 1, zèle 2");
  CHECK(tags(FacetOrder::value, 2) == "4/0: abri 1, Eau 1");
  const auto years = [&](FacetOrder order, std::size_t limit) {
    return facet(archive, {.field = "year", .limit = limit, .order = order});
  };
  CHECK(years(FacetOrder::usual, 10) == "2/0: 2020 1, 2021 2");
  CHECK(years(FacetOrder::usual, 1) == "2/0: 2021 2");
  CHECK(years(FacetOrder::count, 10) == "2/0: 2021 2, 2020 1");
  CHECK(years(FacetOrder::value, 1) == "2/0: 2020 1");
}

TEST_CASE("Weekdays are facet and filter, by the day in Paris") {
  const TinyArchive archive({{.id = "a", .title = "Un", .published = "2021-03-28"},
                             {.id = "b", .title = "Deux", .published = "2021-03-28T22:30:00Z"},
                             {.id = "c", .title = "Trois", .published = "2021-10-31T22:59:00Z"},
                             {.id = "d", .title = "Quatre", .published = "2021-10-31T23:01:00Z"},
                             {.id = "e", .title = "Cinq"}});
  CHECK(facet(archive, {"weekday"}) == "2/1: 1 2, 7 2");
  CHECK(facet(archive, {"weekday"}, {{"weekday", "dimanche"}}) == "2/1: 1 2, 7 2!");
  CHECK(facet(archive, {"weekday"}, {{"weekday", "3"}}) == "2/1: 1 2, 7 2, 3 0!");
  CHECK(archive.search("", {.filters = {{"weekday", "Monday"}}}).total == 2);
  CHECK(archive.search("", {.filters = {{"weekday", "lundi"}, {"weekday", "7"}}}).total == 4);
  CHECK_THROWS_AS(archive.search("", {.filters = {{"weekday", "8"}}}), kiosque::Error);
  CHECK(archive.search("", {.filters = {{"month", "2021-03"}}}).total == 2);
  CHECK(facet(archive, {"day"}, {{"day", "20210328"}}) ==
        "4/1: 2021-03-28 1!, 2021-03-29 1, 2021-10-31 1, 2021-11-01 1");
}

TEST_CASE("Several facets with filters are each counted without their own") {
  const TinyArchive archive(
      {{.id = "a", .title = "Un", .published = "2020-01-01", .section = "Monde", .tags = {"x"}},
       {.id = "b", .title = "Deux", .published = "2021-01-01", .section = "Monde", .tags = {"y"}},
       {.id = "c", .title = "Trois", .published = "2021-02-01", .section = "Sport", .tags = {"x"}},
       {.id = "d",
        .title = "Quatre",
        .published = "2020-01-01",
        .section = "Sport",
        .tags = {"y"}}});
  const std::vector<Filter> filters = {{"section", "monde"}, {"year", "2021"}};
  CHECK(facet(archive, {"section"}, filters) == "2/0: Monde 1!, Sport 1");
  CHECK(facet(archive, {"year"}, filters) == "2/0: 2020 1, 2021 1!");
  CHECK(facet(archive, {"tag"}, filters) == "1/0: y 1");
  CHECK(facet(archive, {"tag"}, {{"tag", "x"}, {"tag", "absent"}, {"section", "monde"}}) ==
        "2/0: x 1!, y 1, absent 0!");
}
