// The examples of docs/query-syntax.md are read as syntax, without a warning.

#include <fstream>
#include <kiosque/query.hpp>
#include <string>

#include "catch.hpp"

TEST_CASE("Every example of the query language parses without a warning") {
  const std::string name = GENERATE("query-syntax", "requetes");
  INFO(name);
  std::ifstream page(std::string(KIOSQUE_SOURCE_DIR) + "/docs/" + name + ".md");
  REQUIRE(page);
  int examples = 0;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    if (line.starts_with("| `unclosed_quote")) break;  // from here on: the codes of warnings
    const std::string cell = line.substr(0, line.find(" | "));
    for (auto begin = cell.find('`'); begin != std::string::npos;) {
      const auto end = cell.find('`', begin + 1);
      const std::string query = cell.substr(begin + 1, end - begin - 1);
      begin = cell.find('`', end + 1);
      ++examples;
      if (query.find("…") != std::string::npos) continue;  // a form, not an example
      INFO(query);
      const auto parsed = kiosque::parse(query, {.today = "2024-12-01"});
      CHECK(parsed.warnings.empty());
      CHECK_FALSE(parsed.clauses.empty());
    }
  }
  CHECK(examples > 25);
}
