// The evaluation set of dates beside the project.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "query/days.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns(1);
  for (const char c : line) {
    if (c == '\t') {
      columns.emplace_back();
    } else {
      columns.back() += c;
    }
  }
  return columns;
}

TEST_CASE("Of the evaluation set of dates hardly one is missed") {
  const char* shared = std::getenv("KIOSQUE_SHARED");
  if (shared == nullptr) {
    WARN("KIOSQUE_SHARED is not set: the evaluation set of dates was not read");
    return;
  }
  constexpr double kLeast = .98;
  std::ifstream set(std::filesystem::path(shared) / "eval" / "retrieval" / "dates.dev.tsv");
  REQUIRE(set);
  std::string line;
  std::getline(set, line);  // the names of the columns
  int rows = 0;
  int right = 0;
  while (std::getline(set, line)) {
    const auto row = columns_of(line);
    REQUIRE(row.size() >= 4);
    const auto days = parse_days(row[0], *support::parse_iso_day(row[1]));
    const std::string from = days ? days->from : "REJECT";
    const std::string to = days ? days->to : "REJECT";
    ++rows;
    if (from == row[2] && to == row[3]) {
      ++right;
    } else {
      UNSCOPED_INFO(row[0] << " on " << row[1] << ": " << from << " " << to);
    }
  }
  CHECK(rows > 100);
  CHECK(right >= kLeast * rows);
}

}  // namespace
}  // namespace kiosque::querying
