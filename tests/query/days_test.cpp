// Dates in queries.

#include "query/days.hpp"

#include "catch.hpp"
#include "support/zone.hpp"

namespace {

struct Row {
  const char* text;
  const char* from;  // nullptr: no date
  const char* to;
};

}  // namespace

TEST_CASE("A date in a query names its days, both ends included") {
  const auto today = *kiosque::support::parse_iso_day("2020-06-15");
  const Row row = GENERATE(
      Row{"2021", "2021-01-01", "2021-12-31"}, Row{"2021-04", "2021-04-01", "2021-04-30"},
      Row{"2020-02", "2020-02-01", "2020-02-29"}, Row{"2021-04-09", "2021-04-09", "2021-04-09"},
      Row{"24/04/2022", "2022-04-24", "2022-04-24"}, Row{"1/2/2020", "2020-02-01", "2020-02-01"},
      Row{"24.04.22", "2022-04-24", "2022-04-24"}, Row{"24/04/69", "1969-04-24", "1969-04-24"},
      Row{"04/2022", "2022-04-01", "2022-04-30"}, Row{"avril 2022", "2022-04-01", "2022-04-30"},
      Row{"Février 2020", "2020-02-01", "2020-02-29"},
      Row{"fevrier 2021", "2021-02-01", "2021-02-28"},
      Row{"24 avril 2022", "2022-04-24", "2022-04-24"},
      Row{"1er mai 2020", "2020-05-01", "2020-05-01"},
      Row{"le 1er mai 2020", "2020-05-01", "2020-05-01"},
      Row{"sept. 2019", "2019-09-01", "2019-09-30"}, Row{"hier", "2020-06-14", "2020-06-14"},
      Row{"aujourd’hui", "2020-06-15", "2020-06-15"}, Row{"avant-hier", "2020-06-13", "2020-06-13"},
      Row{"2021..2022", "2021-01-01", "2022-12-31"},
      Row{"2021-01..2022-02", "2021-01-01", "2022-02-28"}, Row{"2021..", "2021-01-01", ""},
      Row{"..2022", "", "2022-12-31"}, Row{"31/02/2020", nullptr, nullptr},
      Row{"2021-13", nullptr, nullptr}, Row{"2022..2021", nullptr, nullptr},
      Row{"..", nullptr, nullptr}, Row{"jui 2020", nullptr, nullptr}, Row{"0999", nullptr, nullptr},
      Row{"mardi", nullptr, nullptr}, Row{"", nullptr, nullptr}, Row{"-2021", nullptr, nullptr},
      Row{"32 mai 2020", nullptr, nullptr}, Row{"29/02/2021", nullptr, nullptr});
  INFO(row.text);
  const auto days = kiosque::querying::parse_days(row.text, today);
  REQUIRE(days.has_value() == (row.from != nullptr));
  if (!days) return;
  CHECK(days->from == row.from);
  CHECK(days->to == row.to);
}
