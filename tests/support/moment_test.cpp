// Instants to the second: what is written, in any zone, and what the clock makes of it.

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/zone.hpp"

using kiosque::support::home_zone;
using kiosque::support::parse_iso_day;
using kiosque::support::parse_moment;
using kiosque::support::to_iso;
using kiosque::support::Zone;

namespace {

std::string day_in(std::string_view iso, std::string_view zone) {
  const auto moment = parse_moment(iso, *Zone::named(zone));
  return moment ? to_iso(moment->day) : std::string();
}

}  // namespace

TEST_CASE("An instant is so many seconds since 1970") {
  struct Row {
    std::string_view iso;
    std::int64_t epoch;
  };
  const Row row = GENERATE(
      Row{"1970-01-01T00:00:00Z", 0}, Row{"1970-01-01T01:00:00+01:00", 0},
      Row{"1969-12-31T23:59:59Z", -1}, Row{"2022-04-24T18:05:09+02:00", 1650816309},
      Row{"2022-04-24T18:05:09+0200", 1650816309}, Row{"2022-04-24T18:05:09+02", 1650816309},
      Row{"2022-04-24T16:05:09Z", 1650816309}, Row{"2022-04-24t16:05:09z", 1650816309},
      Row{"2022-04-24T16:05:09.999999Z", 1650816309}, Row{"2022-04-24 16:05:09Z", 1650816309},
      Row{"2022-04-24T12:35:09-03:30", 1650816309}, Row{"2022-04-24T16:05Z", 1650816300},
      Row{"2022-04-24T16:05+00:00", 1650816300}, Row{"2016-12-31T23:59:60Z", 1483228800},
      // local to Paris: a bare day from its midnight, summer and winter
      Row{"2022-04-24", 1650751200}, Row{"2022-01-24", 1642978800},
      Row{"2022-04-24T18:05:09", 1650816309}, Row{"2022-04-24 18:05", 1650816300},
      // the hour that is skipped, and the hour that comes twice: the offset before the change
      Row{"2022-03-27T01:59:59", 1648342799}, Row{"2022-03-27T02:30:00", 1648344600},
      Row{"2022-03-27T03:00:00", 1648342800}, Row{"2022-10-30T01:59:59", 1667087999},
      Row{"2022-10-30T02:30:00", 1667089800}, Row{"2022-10-30T03:00:00", 1667095200},
      Row{"2022-10-30T02:30:00+01:00", 1667093400},
      // beyond the years of the zone's table
      Row{"2045-07-01T12:00:00", 2382516000}, Row{"1600-01-01T00:00:00Z", -11676096000});
  INFO(row.iso);
  const auto moment = parse_moment(row.iso, home_zone());
  REQUIRE(moment);
  CHECK(moment->epoch == row.epoch);
}

TEST_CASE("What is almost an instant is none") {
  for (const std::string_view text : {"2022-4-24",
                                      "2022-04-24 ",
                                      " 2022-04-24",
                                      "2022-02-29",
                                      "2022-00-10",
                                      "2022-04-00",
                                      "2022-04-31",
                                      "20220424",
                                      "2022-04-24T24:00:00Z",
                                      "2022-04-24T18:60:00Z",
                                      "2022-04-24T18:05:61Z",
                                      "2022-04-24T18",
                                      "2022-04-24T18Z",
                                      "2022-04-24T1805",
                                      "2022-04-24T18:05:00+15:00",
                                      "2022-04-24T18:05:00+02:60",
                                      "2022-04-24T18:05:00+02:",
                                      "2022-04-24T18:05:00+2:00",
                                      "2022-04-24T18:05:00.Z",
                                      "2022-04-24T18:05:00.",
                                      "2022-04-24T18:05:00ZZ",
                                      "2022-04-24T18:05:00 Z",
                                      "2022-04-24T18:05:00CEST",
                                      "2022-04-24T18:05:00+02:00x",
                                      "0999-01-01",
                                      "-2022-04-24",
                                      "+2022-04-24",
                                      "２０２２-04-24"}) {
    INFO(text);
    CHECK_FALSE(parse_moment(text, home_zone()));
  }
}

TEST_CASE("An instant has its day in each zone, a bare day is that day in all") {
  CHECK(day_in("2022-04-24T23:30:00Z", "Europe/Paris") == "2022-04-25");
  CHECK(day_in("2022-04-24T23:30:00Z", "America/New_York") == "2022-04-24");
  CHECK(day_in("2022-04-24T02:30:00Z", "America/New_York") == "2022-04-23");
  CHECK(day_in("2022-04-24T18:29:00Z", "Asia/Kolkata") == "2022-04-24");
  CHECK(day_in("2022-04-24T18:30:00Z", "Asia/Kolkata") == "2022-04-25");
  CHECK(day_in("2022-04-24T23:59:59+14:00", "UTC") == "2022-04-24");
  CHECK(day_in("2022-04-24T00:00:00+14:00", "UTC") == "2022-04-23");
  for (const char* const zone : {"Europe/Paris", "America/New_York", "Pacific/Apia", "UTC"}) {
    CHECK(day_in("2022-04-24", zone) == "2022-04-24");
  }
  // Samoa went over the date line: its 30 December 2011 never was.
  CHECK(day_in("2011-12-30T09:59:59Z", "Pacific/Apia") == "2011-12-29");
  CHECK(day_in("2011-12-30T10:00:00Z", "Pacific/Apia") == "2011-12-31");
}

TEST_CASE("Only a zone that exists has a name") {
  for (const char* const name : {"Europe/Paris", "UTC", "America/Guadeloupe", "Indian/Reunion"}) {
    CHECK(Zone::named(name));
  }
  for (const char* const name : {"", "Paris", "Europe/", "europe/nulle_part", "Etc/Unknown",
                                 "+02:00", "\xFF\xFE", "Heure de Paris"}) {
    INFO(name);
    CHECK_FALSE(Zone::named(name));
  }
}

TEST_CASE("Every day of ten centuries is written and read the same") {
  using namespace std::chrono;
  const sys_days last = 2199y / December / 31;
  for (sys_days day = 1000y / January / 1; day <= last; day += days(1)) {
    const std::string iso = to_iso(day);
    REQUIRE(parse_iso_day(iso) == day);
  }
  CHECK(to_iso(9999y / December / 31) == "9999-12-31");
}

TEST_CASE("A day begins where its zone says so, whatever the day") {
  using namespace std::chrono;
  for (const char* const name : {"Europe/Paris", "America/Martinique", "Indian/Reunion", "UTC"}) {
    const Zone zone = *Zone::named(name);
    for (sys_days day = 1990y / January / 1; day <= sys_days(2045y / December / 31);
         day += days(1)) {
      const std::int64_t midnight = zone.to_epoch(day, seconds(0));
      REQUIRE(zone.day_of(midnight) == day);
      REQUIRE(zone.day_of(midnight - 1) == day - days(1));
    }
  }
}

TEST_CASE("Any bytes are a moment or none") {
  kiosque::testing::RandomText random(29);
  constexpr std::string_view kPieces[] = {"2022", "-",  "04", "24", "T", "18", ":", "05",
                                          "+",    "02", "Z",  ".",  " ", "60", "9", "\xFF"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.number(2) == 0 ? random.bytes(20) : "2022-04-24";
    for (auto n = random.number(12); n > 0; --n) {
      text += kPieces[random.number(std::size(kPieces))];
    }
    INFO(text);
    if (const auto moment = parse_moment(text, home_zone())) {
      REQUIRE(text.starts_with("2022-04-24"));
      // The day is that of the instant: at most the widest offset away from the one written.
      const auto away = moment->day - *parse_iso_day("2022-04-24");
      REQUIRE((away >= std::chrono::days(-1) && away <= std::chrono::days(1)));
    }
  }
}
