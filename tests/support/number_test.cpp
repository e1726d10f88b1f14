// Numbers as people and exports write them.

#include "support/number.hpp"

#include <optional>
#include <string>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::support::parse_number;
using kiosque::support::print_number;

TEST_CASE("A number is read as it is written, and nothing else is one") {
  struct Row {
    const char* text;
    std::optional<double> number;
  };
  const Row row = GENERATE(
      Row{"512", 512}, Row{" 512 ", 512}, Row{"-3.5", -3.5}, Row{"+3", 3}, Row{"12,5", 12.5},
      Row{"1 500", 1500}, Row{"1\u00a0500", 1500}, Row{"1\u202f500\u202f000", 1.5e6},
      Row{"1 500,25", 1500.25}, Row{"1e3", 1000}, Row{"-0", 0}, Row{".5", .5}, Row{"", {}},
      Row{"-", {}}, Row{"+-3", {}}, Row{"1 2", {}}, Row{"1 5000", {}}, Row{" 1 500 x", {}},
      Row{"1,2,3", {}}, Row{"1.5,2", {}}, Row{"12 articles", {}}, Row{"nan", {}}, Row{"inf", {}},
      Row{"0x10", {}}, Row{"1e999", {}}, Row{"--3", {}}, Row{"300..800", {}}, Row{"٣", {}});
  INFO(row.text);
  CHECK(parse_number(row.text) == row.number);
}

TEST_CASE("A printed number is the same when it is read again") {
  for (const double number :
       {0.0, 512.0, -3.5, 0.1, 1e21, 1e-9, 123456789.125, 1.7976931348623157e308})
    CHECK(parse_number(print_number(number)) == number);
  CHECK(print_number(512) == "512");
}

TEST_CASE("Any text is a number or none") {
  kiosque::testing::RandomText random(71);
  for (int round = 0; round < 3000; ++round) CHECK_NOTHROW(parse_number(random.any(30)));
  CHECK_FALSE(parse_number(std::string(100'000, '1')));
}
