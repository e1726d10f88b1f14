// Days and instants across summer time.

#include "support/zone.hpp"

#include "catch.hpp"

namespace support = kiosque::support;

TEST_CASE("An instant is its day in Paris, whatever offset it is written with") {
  struct Row {
    const char* iso;
    const char* day;
  };
  const Row row = GENERATE(
      Row{"2022-04-24", "2022-04-24"}, Row{"2022-04-24T00:00:00+02:00", "2022-04-24"},
      Row{"2022-04-23T22:00:00Z", "2022-04-24"}, Row{"2022-04-23T21:59:59Z", "2022-04-23"},
      Row{"2022-01-23T23:00:00Z", "2022-01-24"}, Row{"2022-01-23T22:59:59+00:00", "2022-01-23"},
      Row{"2022-03-27T00:59:59Z", "2022-03-27"}, Row{"2022-03-27T22:00:00Z", "2022-03-28"},
      Row{"2022-10-30T21:59:59Z", "2022-10-30"}, Row{"2022-10-30T23:00:00Z", "2022-10-31"},
      Row{"2022-04-24T18:05", "2022-04-24"}, Row{"2022-04-24 18:05:00", "2022-04-24"},
      Row{"2022-04-24T18:05:00.123+0200", "2022-04-24"},
      Row{"2022-12-31T23:30:00-05:00", "2023-01-01"});
  INFO(row.iso);
  const auto moment = support::parse_moment(row.iso, support::home_zone());
  REQUIRE(moment);
  CHECK(support::to_iso(moment->day) == row.day);
}

TEST_CASE("What is no ISO date is none") {
  for (const char* text : {"", "2022", "2022-04", "2022-02-30", "2022-13-01", "24/04/2022",
                           "2022-04-24T25:00", "2022-04-24T10:60", "2022-04-24T10:00:00+25:00",
                           "2022-04-24x", "0022-04-24", "2022-04-24T", "hier"}) {
    INFO(text);
    CHECK_FALSE(support::parse_moment(text, support::home_zone()));
  }
}

TEST_CASE("The hours that summer time skips and repeats have an instant") {
  const auto& paris = support::home_zone();
  const auto spring = *support::parse_iso_day("2022-03-27");
  const auto autumn = *support::parse_iso_day("2022-10-30");
  const std::chrono::hours one(1);
  CHECK(paris.to_epoch(spring, 4 * one) - paris.to_epoch(spring, 1 * one) == 2 * 3600);
  CHECK(paris.to_epoch(autumn, 4 * one) - paris.to_epoch(autumn, 1 * one) == 4 * 3600);
  CHECK_FALSE(support::Zone::named("Europe/Nulle-Part"));
  CHECK(support::Zone::named("America/Montreal"));
}

TEST_CASE("A compact day is an ISO day without its hyphens") {
  CHECK(kiosque::support::parse_compact_day("20220424") ==
        kiosque::support::parse_iso_day("2022-04-24"));
  for (const char* const text : {"", "2022", "2022-04-24", "20220431", "2022042", "2022o424"}) {
    INFO(text);
    CHECK_FALSE(kiosque::support::parse_compact_day(text));
  }
}
