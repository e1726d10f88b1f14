// Articles over time: in any zone, across the changes of summer time, against plain loops.

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "search/messy_archive.hpp"
#include "search/tiny_archive.hpp"
#include "support/zone.hpp"

using kiosque::Article;
using kiosque::DateUnit;
using kiosque::SearchOptions;
using kiosque::testing::TinyArchive;
using std::chrono::sys_days;

namespace support = kiosque::support;

namespace {

std::string shown(const kiosque::Histogram& histogram) {
  std::string text;
  for (const auto& bucket : histogram.buckets)
    text += fmt::format("{} {}/{}, ", bucket.from, bucket.count, bucket.all);
  return text + fmt::format("{} missing", histogram.missing);
}

std::vector<Article> press(const std::vector<std::string>& dates) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < dates.size(); ++i)
    articles.push_back({.id = fmt::format("a{}", i), .title = "mot", .published = dates[i]});
  return articles;
}

// What each article's date is, straight from ICU, and periods by going through time in small steps.
class PlainTimes {
 public:
  explicit PlainTimes(const std::string& zone)
      : zone_(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone))) {}

  // The period's label; empty: none.
  std::string label(const Article& article, DateUnit unit) const {
    if (article.published.empty()) return "";
    const auto moment = support::parse_moment(article.published, support::home_zone());
    if (article.published.size() == 10)
      return unit == DateUnit::hour ? "" : of_day(moment->day, unit);
    return of_instant(moment->epoch, unit);
  }

  // All labels from one article's to another's.
  std::vector<std::string> between(const Article& first, const Article& last, DateUnit unit) const {
    std::vector<std::string> labels;
    const auto add = [&](std::string label) {
      if (labels.empty() || labels.back() != label) labels.push_back(std::move(label));
    };
    if (unit == DateUnit::hour) {
      const auto epoch_of = [](const Article& article) {
        return support::parse_moment(article.published, support::home_zone())->epoch;
      };
      for (std::int64_t at = epoch_of(first); at <= epoch_of(last); at += 900)
        add(of_instant(at, unit));
      add(of_instant(epoch_of(last), unit));
      return labels;
    }
    const auto end = *support::parse_iso_day(label(last, DateUnit::day));
    for (auto day = *support::parse_iso_day(label(first, DateUnit::day)); day <= end;
         day += std::chrono::days(1)) {
      add(of_day(day, unit));
    }
    return labels;
  }

 private:
  std::string of_instant(std::int64_t epoch, DateUnit unit) const {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_->getOffset(static_cast<double>(epoch) * 1000, 0, raw, summer, status);
    const int offset = (raw + summer) / 1000;
    const std::chrono::sys_seconds local(std::chrono::seconds(epoch + offset));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    if (unit != DateUnit::hour) return of_day(day, unit);
    const auto hour = std::chrono::floor<std::chrono::hours>(local - day).count();
    return fmt::format("{}T{:02}:00{}{:02}:{:02}", support::to_iso(day), hour,
                       offset < 0 ? '-' : '+', std::abs(offset) / 3600, std::abs(offset) / 60 % 60);
  }

  static std::string of_day(sys_days day, DateUnit unit) {
    const std::string iso = support::to_iso(day);
    if (unit == DateUnit::year) return iso.substr(0, 4) + "-01-01";
    if (unit == DateUnit::month) return iso.substr(0, 7) + "-01";
    while (unit == DateUnit::week && std::chrono::weekday(day) != std::chrono::Monday)
      day -= std::chrono::days(1);
    return support::to_iso(day);
  }

  std::unique_ptr<icu::TimeZone> zone_;
};

const std::vector<std::string> kZones = {
    "",           "Europe/Paris",        "UTC",          "America/New_York", "America/St_Johns",
    "Asia/Tokyo", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Kiritimati"};

const std::vector<std::string> kTitles = {"cheval", "route", "nuage", "pomme"};

// Around a few changes of summer time, in one zone or another; with odd offsets, bare, or none.
class DatedPress : public kiosque::testing::RandomPress {
 public:
  using RandomPress::RandomPress;

  Article article(int number) override {
    static const std::vector<std::string> changes = {"2021-03-28", "2020-10-25", "2021-03-14",
                                                     "2020-11-01", "2021-04-04", "2020-09-27"};
    if (change_.empty()) change_ = of(changes);
    Article made{.id = fmt::format("a{}", number), .title = kTitles[upto(4)]};
    const auto around = *support::parse_iso_day(chance(30) ? of(changes) : change_);
    const std::string day =
        support::to_iso(around + std::chrono::days(static_cast<int>(upto(5)) - 2));
    if (chance(10)) return made;
    made.published = day;
    if (chance(4)) return made;
    made.published +=
        chance(5) ? "T00:00:00" : fmt::format("T{:02}:{:02}:{:02}", upto(24), upto(60), upto(60));
    made.published += of({"Z", "+01:00", "+02:00", "-05:00", "+05:45", "+13:00", "-02:30", ""});
    return made;
  }

 private:
  std::string change_;
};

struct Expected {
  std::map<std::string, std::size_t> counts;
  std::size_t missing = 0;
};

Expected count(const std::vector<const Article*>& articles, const PlainTimes& times,
               DateUnit unit) {
  Expected expected;
  for (const Article* article : articles) {
    const std::string label = times.label(*article, unit);
    ++(label.empty() ? expected.missing : expected.counts[label]);
  }
  return expected;
}

}  // namespace

TEST_CASE("The hour that summer time repeats is two, the one that it skips is none") {
  struct Row {
    std::vector<std::string> dates;
    const char* zone;
    const char* timeline;
  };
  const Row row = GENERATE(
      Row{{"2020-10-25T02:10:00+02:00", "2020-10-25T02:20:00+01:00", "2020-10-25T02:40:00+01:00"},
          "",
          "2020-10-25T02:00+02:00 1/1, 2020-10-25T02:00+01:00 2/2, 0 missing"},
      Row{{"2021-03-28T01:59:00+01:00", "2021-03-28T03:00:00+02:00", "2021-03-28"},
          "Europe/Paris",
          "2021-03-28T01:00+01:00 1/1, 2021-03-28T03:00+02:00 1/1, 1 missing"},
      Row{{"2020-10-25T00:10:00+02:00", "2020-10-25T04:20:00+01:00"},
          "",
          "2020-10-25T00:00+02:00 1/1, 2020-10-25T01:00+02:00 0/0, 2020-10-25T02:00+02:00 0/0, "
          "2020-10-25T02:00+01:00 0/0, 2020-10-25T03:00+01:00 0/0, 2020-10-25T04:00+01:00 1/1, "
          "0 missing"},
      Row{{"2020-10-25T02:10:00+02:00", "2020-10-25T02:20:00+01:00"},
          "Asia/Kolkata",
          "2020-10-25T05:00+05:30 1/1, 2020-10-25T06:00+05:30 1/1, 0 missing"});
  INFO(row.timeline);
  const TinyArchive archive(press(row.dates));
  const auto results = archive.search("mot", {.histogram = DateUnit::hour, .zone = row.zone});
  CHECK(shown(*results.histogram) == row.timeline);
}

TEST_CASE("A bare day is that day in every zone, midnight in Paris is not") {
  const TinyArchive archive(press({"2021-01-01", "2021-01-01T00:00:00+01:00"}));
  const auto timeline = [&](const char* zone) {
    return shown(*archive.search("mot", {.histogram = DateUnit::day, .zone = zone}).histogram);
  };
  CHECK(timeline("Europe/Paris") == "2021-01-01 2/2, 0 missing");
  CHECK(timeline("America/New_York") == "2020-12-31 1/1, 2021-01-01 1/1, 0 missing");
  CHECK(timeline("Asia/Tokyo") == "2021-01-01 2/2, 0 missing");
}

TEST_CASE("A zone is everybody's: of facets, filters and dates too") {
  const TinyArchive archive(press({"2021-01-01", "2020-12-31T23:30:00Z", "2021-06-01"}));
  CHECK(archive.ids("date:2020", {.zone = "UTC"}) == "a1");
  CHECK(archive.ids("date:2020", {}).empty());
  CHECK(archive.ids("mot", {.filters = {{"year", "2020"}}, .zone = "UTC"}) == "a1");
  CHECK(archive.ids("mot", {.filters = {{"month", "2020-12"}}, .zone = "UTC"}) == "a1");
  CHECK(archive.ids("mot", {.filters = {{"day", "20201231"}}, .zone = "UTC"}) == "a1");
  CHECK(archive.ids("mot", {.filters = {{"day", "2021-02-30"}}}).empty());
  CHECK(archive.ids("mot", {.dates = {.to = "2020-12-31"}, .zone = "UTC"}) == "a1");
  const auto years = archive.search("mot", {.facets = {{"year"}}, .zone = "UTC"}).facets[0].values;
  REQUIRE(years.size() == 2);
  CHECK(years[0].value == "2020");
}

TEST_CASE("An unknown zone is an error, whatever is asked for") {
  const TinyArchive archive(press({"2021-01-01"}));
  CHECK_THROWS_WITH(archive.search("mot", {.zone = "Mars/Olympus"}),
                    "\"Mars/Olympus\" is no time zone: give a name such as Europe/Paris");
}

TEST_CASE("A share is of all articles of the period") {
  auto articles = press({"2021-01-01", "2021-01-02", "2021-03-01", "2021-03-02", "2021-02-01"});
  articles[1].title = articles[3].title = articles[4].title = "autre";
  articles.push_back({.id = "b", .title = "autre", .published = "2021-03-05"});
  articles.push_back({.id = "c", .title = "autre"});
  const TinyArchive archive(articles);
  const auto histogram = *archive.search("mot", {.histogram = DateUnit::month}).histogram;
  CHECK(shown(histogram) == "2021-01-01 1/2, 2021-02-01 0/1, 2021-03-01 1/3, 0 missing");
  CHECK(histogram.buckets[0].share == 0.5);
  CHECK(histogram.buckets[1].share == 0);
}

TEST_CASE("A timeline over centuries takes a unit that it can") {
  struct Row {
    DateUnit asked;
    const char* last;
    DateUnit unit;
    std::size_t buckets;
  };
  const Row row = GENERATE(Row{DateUnit::hour, "1010-01-01T00:00:00Z", DateUnit::hour, 87649},
                           Row{DateUnit::hour, "1020-01-01T00:00:00Z", DateUnit::day, 7305},
                           Row{DateUnit::day, "1270-01-01T00:00:00Z", DateUnit::day, 98617},
                           Row{DateUnit::day, "1300-01-01T00:00:00Z", DateUnit::week, 15654},
                           Row{DateUnit::week, "3000-01-01T00:00:00Z", DateUnit::month, 24001},
                           Row{DateUnit::hour, "9999-12-31T00:00:00Z", DateUnit::year, 9000},
                           Row{DateUnit::year, "9999-12-31T00:00:00Z", DateUnit::year, 9000});
  INFO(row.last);
  const TinyArchive archive(press({"1000-01-01T00:00:00Z", row.last}));
  const auto results = archive.search("mot", {.histogram = row.asked, .zone = "UTC"});
  CHECK(results.histogram->unit == row.unit);
  CHECK(results.histogram->buckets.size() == row.buckets);
  CHECK(results.warnings.size() == (row.asked == row.unit ? 0 : 1));
  if (!results.warnings.empty()) CHECK(results.warnings[0].code == "coarse_histogram");
}

TEST_CASE("Days that the zone puts outside the years 1000 to 9999 are none") {
  const TinyArchive archive(press({"1000-01-01T02:00:00Z", "9999-12-31T22:00:00Z"}));
  for (const char* const zone : {"America/New_York", "Asia/Tokyo", "UTC"}) {
    for (const DateUnit unit : {DateUnit::hour, DateUnit::day, DateUnit::year}) {
      const auto histogram = *archive.search("mot", {.histogram = unit, .zone = zone}).histogram;
      CHECK(histogram.missing == (std::string(zone) == "UTC" ? 0 : 1));
    }
  }
}

TEST_CASE("Timelines agree with plain loops, whatever the archive's past, the zone and the unit") {
  std::size_t cases = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    DatedPress random(seed);
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) articles.push_back(random.article(i));
    const kiosque::testing::TemporaryFolder folder;
    const std::string path = folder / "a.kiosque";
    kiosque::testing::fill_in_a_mess(random, path, articles);
    const kiosque::Searcher searcher(path);
    for (int round = 0; round < 340; ++round, ++cases) {
      const DateUnit unit = static_cast<DateUnit>(random.upto(5));
      const std::string zone = random.of(kZones);
      const std::string word = random.chance(5) ? "" : random.of(kTitles);
      SearchOptions options{.limit = 0, .suggest = false, .histogram = unit, .zone = zone};
      const PlainTimes times(zone.empty() ? "Europe/Paris" : zone);
      const std::string month = random.of({"2021-03", "2020-10", "2020-11", "2021-04"});
      if (random.chance(4)) options.filters.push_back({"month", month});
      if (random.chance(4)) options.dates.from = random.of({"2020-10-25", "2021-03-28"});
      options.facets = {{"day", 1000}};

      std::vector<const Article*> all;
      std::vector<const Article*> found;
      for (const Article& article : articles) {
        all.push_back(&article);
        const std::string day = times.label(article, DateUnit::day);
        if (!word.empty() && article.title != word) continue;
        if (!options.filters.empty() && (day.empty() || day.substr(0, 7) != month)) continue;
        if (!options.dates.from.empty() && (day.empty() || day < options.dates.from)) continue;
        found.push_back(&article);
      }
      const auto results = searcher.search(word, options);
      INFO(seed << " " << round << " " << zone << " " << word << " unit "
                << static_cast<int>(unit));
      REQUIRE(results.total == found.size());
      const Expected expected = count(found, times, unit);
      const Expected everything = count(all, times, unit);
      REQUIRE(results.histogram->missing == expected.missing);
      std::vector<std::string> labels;
      if (!expected.counts.empty()) {
        const auto dated = [&](const Article* a, const Article* b) {
          // By hour an instant is what counts, by day the day.
          if (unit != DateUnit::hour)
            return times.label(*a, DateUnit::day) < times.label(*b, DateUnit::day);
          const auto epoch = [](const Article* one) {
            return support::parse_moment(one->published, support::home_zone())->epoch;
          };
          return epoch(a) < epoch(b);
        };
        std::vector<const Article*> with;
        for (const Article* article : found)
          if (!times.label(*article, unit).empty()) with.push_back(article);
        labels = times.between(**std::min_element(with.begin(), with.end(), dated),
                               **std::max_element(with.begin(), with.end(), dated), unit);
      }
      REQUIRE(results.histogram->buckets.size() == labels.size());
      for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto& bucket = results.histogram->buckets[i];
        REQUIRE(bucket.from == labels[i]);
        const auto of = [&](const Expected& counts) {
          const auto known = counts.counts.find(labels[i]);
          return known == counts.counts.end() ? 0 : known->second;
        };
        REQUIRE(bucket.count == of(expected));
        REQUIRE(bucket.all == of(everything));
        REQUIRE(bucket.share == (bucket.all == 0 ? 0
                                                 : static_cast<double>(bucket.count) /
                                                       static_cast<double>(bucket.all)));
      }
      const Expected days = count(found, times, DateUnit::day);
      REQUIRE(results.facets[0].values.size() == days.counts.size());
      for (const auto& value : results.facets[0].values)
        REQUIRE(days.counts.at(value.value) == value.count);
    }
  }
  CHECK(cases == 4080);
}
