// Local days and hours, across the changes of summer time.

#include "support/local_clock.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using kiosque::support::LocalClock;
using kiosque::support::LocalHour;
using kiosque::support::to_iso;
using kiosque::support::Zone;

namespace {

std::int64_t instant(const char* iso) {
  return kiosque::support::parse_moment(iso, kiosque::support::home_zone())->epoch;
}

}  // namespace

TEST_CASE("An instant has a local day and hour") {
  struct Row {
    const char* zone;
    const char* instant;
    const char* day;
    const char* hour;
  };
  const Row row = GENERATE(
      Row{"Europe/Paris", "2021-03-28T00:59:59Z", "2021-03-28", "2021-03-28T01:00+01:00"},
      Row{"Europe/Paris", "2021-03-28T01:00:00Z", "2021-03-28", "2021-03-28T03:00+02:00"},
      Row{"Europe/Paris", "2020-10-25T00:30:00Z", "2020-10-25", "2020-10-25T02:00+02:00"},
      Row{"Europe/Paris", "2020-10-25T01:30:00Z", "2020-10-25", "2020-10-25T02:00+01:00"},
      Row{"UTC", "2020-10-25T01:30:00Z", "2020-10-25", "2020-10-25T01:00+00:00"},
      Row{"America/New_York", "2020-10-25T01:30:00Z", "2020-10-24", "2020-10-24T21:00-04:00"},
      Row{"America/St_Johns", "2020-10-25T01:30:00Z", "2020-10-24", "2020-10-24T23:00-02:30"},
      Row{"Asia/Kathmandu", "2020-10-25T01:30:00Z", "2020-10-25", "2020-10-25T07:00+05:45"},
      Row{"Australia/Lord_Howe", "2021-04-03T15:10:00Z", "2021-04-04", "2021-04-04T01:00+10:30"},
      Row{"Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29", "2011-12-29T23:00-10:00"},
      Row{"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", "2011-12-31T00:00+14:00"},
      Row{"Europe/Paris", "1905-01-01T12:00:00Z", "1905-01-01", "1905-01-01T12:00+00:09"},
      Row{"Europe/Paris", "1000-01-01T12:00:00Z", "1000-01-01", "1000-01-01T12:00+00:09"},
      Row{"Europe/Paris", "9999-07-01T12:00:00Z", "9999-07-01", "9999-07-01T14:00+02:00"});
  INFO(row.zone << " " << row.instant);
  const Zone zone = Zone::required(row.zone);
  LocalClock clock(zone);
  CHECK(to_iso(clock.day_of(instant(row.instant))) == row.day);
  CHECK(to_iso(clock.hour_of(instant(row.instant))) == row.hour);
  CHECK(to_iso(clock.hour_of(instant(row.instant)).day()) == row.day);
}

TEST_CASE("Days of 23, 25 and 24 and a half hours") {
  struct Row {
    const char* zone;
    const char* first;  // an instant in the first hour of the day
    std::size_t hours;
    const char* third;
    const char* fourth;
  };
  const Row row = GENERATE(Row{"Europe/Paris", "2021-03-28T00:00:00+01:00", 23,
                               "2021-03-28T03:00+02:00", "2021-03-28T04:00+02:00"},
                           Row{"Europe/Paris", "2020-10-25T00:00:00+02:00", 25,
                               "2020-10-25T02:00+02:00", "2020-10-25T02:00+01:00"},
                           Row{"Europe/Paris", "2020-10-24T00:00:00+02:00", 24,
                               "2020-10-24T02:00+02:00", "2020-10-24T03:00+02:00"},
                           Row{"Australia/Lord_Howe", "2021-04-04T00:00:00+11:00", 25,
                               "2021-04-04T01:00+10:30", "2021-04-04T02:00+10:30"});
  INFO(row.zone << " " << row.first);
  const Zone zone = Zone::required(row.zone);
  LocalClock clock(zone);
  std::vector<std::string> hours;
  LocalHour hour = clock.hour_of(instant(row.first));
  for (const auto day = hour.day(); hour.day() == day; hour = clock.next(hour))
    hours.push_back(to_iso(hour));
  CHECK(hours.size() == row.hours);
  CHECK(hours.at(2) == row.third);
  CHECK(hours.at(3) == row.fourth);
}

TEST_CASE("A clock that has met other instants tells the same") {
  for (const char* const name : {"Europe/Paris", "America/St_Johns", "Australia/Lord_Howe",
                                 "Africa/Casablanca", "UTC", "GMT+03:30"}) {
    INFO(name);
    const Zone zone = Zone::required(name);
    LocalClock clock(zone);
    std::int64_t epoch = instant("2020-06-01T00:00:00Z");
    for (int i = 0; i < 20'000; ++i) {
      // Jumps to and fro over some sixty years.
      epoch = (epoch * 1'103'515'245 + 12'345) % 2'000'000'000;
      REQUIRE(clock.day_of(epoch) == zone.day_of(epoch));
      const LocalHour hour = clock.hour_of(epoch);
      REQUIRE(hour.begin <= epoch);
      const LocalHour next = clock.next(hour);
      REQUIRE(next.begin > epoch);
      REQUIRE(next.begin - hour.begin <= 3600);
    }
  }
}

TEST_CASE("An unknown zone is an error that tells what to give") {
  CHECK_THROWS_WITH(Zone::required("Europe/Nulle-Part"),
                    "\"Europe/Nulle-Part\" is no time zone: give a name such as Europe/Paris");
  CHECK_NOTHROW(Zone::required(""));
}
