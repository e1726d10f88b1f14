// Ranges, weekdays and own fields in queries.

#include "query/ranges.hpp"

#include <kiosque/query.hpp>
#include <optional>
#include <string>

#include "catch.hpp"
#include "query/parsing.hpp"
#include "support/random_text.hpp"

namespace querying = kiosque::querying;
using kiosque::FieldType;

namespace {

const kiosque::ParseOptions kOptions{.today = "2022-04-24",
                                     .schema = {{{.name = "desk"},
                                                 {.name = "words", .type = FieldType::number},
                                                 {.name = "embargo", .type = FieldType::date}}}};

}  // namespace

TEST_CASE("A range of numbers is printed so that it is read again") {
  struct Row {
    const char* text;
    const char* printed;  // empty: none
  };
  const Row row = GENERATE(Row{"512", "512"}, Row{"300..800", "300..800"}, Row{"300..", "300.."},
                           Row{"..800", "..800"}, Row{" 300 .. 800 ", "300..800"},
                           Row{"1 500..2 000", "1500..2000"}, Row{"12,5..12.5", "12.5"},
                           Row{"-5..-2", "-5..-2"}, Row{"..", ""}, Row{"", ""}, Row{"a..b", ""},
                           Row{"800..300", ""}, Row{"1..2..3", ""}, Row{"...800", "..0.8"});
  INFO(row.text);
  const auto range = querying::parse_number_range(row.text);
  CHECK(range.has_value() == (*row.printed != 0));
  if (range) CHECK(querying::print_number_range(*range) == row.printed);
}

TEST_CASE("Days are shown as the period that they are") {
  struct Row {
    kiosque::DateRange days;
    const char* printed;
  };
  const Row row = GENERATE(
      Row{{"2021-01-01", "2021-12-31"}, "2021"}, Row{{"2020-02-01", "2020-02-29"}, "2020-02"},
      Row{{"2021-12-01", "2021-12-31"}, "2021-12"}, Row{{"2021-03-28", "2021-03-28"}, "2021-03-28"},
      Row{{"2020-07-01", "2021-06-30"}, "2020-07-01..2021-06-30"},
      Row{{"2020-01-01", "2021-12-31"}, "2020-01-01..2021-12-31"},
      Row{{"2021-03-28", ""}, "2021-03-28.."}, Row{{"", "2021-03-28"}, "..2021-03-28"});
  CHECK(querying::print_period(row.days) == row.printed);
}

TEST_CASE("A weekday is a number or a name") {
  CHECK(querying::parse_weekday("1") == 1U);
  CHECK(querying::parse_weekday("Dimanche") == 7U);
  CHECK(querying::parse_weekday("WEDNESDAY") == 3U);
  for (const char* none : {"", "0", "8", "12", "lun", "jour"})
    CHECK_FALSE(querying::parse_weekday(none));
  // Around both changes of summer time.
  const std::chrono::sys_days sunday{std::chrono::year(2021) / 3 / 28};
  CHECK(querying::weekday_of(sunday) == 7);
  CHECK(querying::weekday_of(std::chrono::sys_days{std::chrono::year(2021) / 10 / 31}) == 7);
  CHECK(querying::weekday_of(sunday + std::chrono::days(1)) == 1);
}

TEST_CASE("Own fields are read in queries where the schema is given") {
  struct Row {
    const char* typed;
    const char* understood;
    const char* warning;  // its code, or empty
  };
  const Row row = GENERATE(
      Row{"desk:monde", "desk:\"monde\"", ""}, Row{"DESK:monde", "desk:\"monde\"", ""},
      Row{"desk:\"Monde > Afrique\"", "desk:\"Monde > Afrique\"", ""},
      Row{"desk:(monde OU sport)", "(desk:\"monde\" OU desk:\"sport\")", ""},
      Row{"desk:mon*", "desk:mon*", ""}, Row{"-desk:monde", "-desk:\"monde\"", ""},
      Row{"words:512", "words:\"512\"", ""}, Row{"words:300..800", "words:\"300..800\"", ""},
      Row{"words:..800", "words:\"..800\"", ""}, Row{"words:300..", "words:\"300..\"", ""},
      Row{"words:-5", "words:\"-5\"", ""}, Row{"words:\"1 500\"", "words:\"1500\"", ""},
      Row{"words:(300 OU 500..)", "(words:\"300\" OU words:\"500..\")", ""},
      Row{"words:300^3", "words:\"300\"", ""}, Row{"words:beaucoup grève", "grève", "bad_number"},
      Row{"words:30* grève", "grève", "bad_number"},
      Row{"embargo:2021", "embargo:2021-01-01..2021-12-31", ""},
      Row{"embargo:mars 2020 grève", "embargo:2020-03-01..2020-03-31 grève", ""},
      Row{"embargo:\"la semaine dernière\"", "embargo:2022-04-11..2022-04-17", ""},
      Row{"embargo:jamais grève", "grève", "bad_date"}, Row{"desk : monde", "desk monde", ""},
      Row{"edition:monde", "edition:monde", ""});
  INFO(row.typed);
  const auto query = kiosque::parse(row.typed, kOptions);
  CHECK(kiosque::to_string(query) == row.understood);
  CHECK((query.warnings.empty() ? "" : query.warnings.front().code) == row.warning);
  CHECK(query.warnings.size() <= 1);
  CHECK(kiosque::parse(kiosque::to_string(query), kOptions).clauses == query.clauses);
  // Without it they are words.
  for (const auto& clause : kiosque::parse("desk:monde").clauses)
    CHECK(clause.kind == kiosque::Clause::Kind::word);
}

TEST_CASE("Any text with own fields is a query, and is read again as it is printed") {
  const std::vector<std::string> pieces = {
      "desk:", "words:", "embargo:", "300..800", "-5", "..",   "(",     ")",    "\"",
      " ",     "OU",     "ET",       "*",        "^3", "2021", "monde", "hier", "~",
      "=",     "-",      "+",        "2 DE (",   "é",  ":",    "1 500"};
  kiosque::testing::RandomText random(73);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto n = random.number(10); n > 0; --n) text += pieces[random.number(pieces.size())];
    INFO(text);
    const auto query = kiosque::parse(text, kOptions);
    REQUIRE(kiosque::parse(kiosque::to_string(query), kOptions).clauses == query.clauses);
  }
}
