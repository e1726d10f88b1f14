#include "query/parsing.hpp"

#include "catch.hpp"

namespace kiosque::querying {
namespace {

bool inside(const std::vector<Clause>& clauses, std::size_t begin, std::size_t end) {
  for (const Clause& clause : clauses) {
    if (clause.begin < begin || clause.end > end || clause.begin >= clause.end) return false;
    if (!inside(clause.clauses, clause.begin, clause.end)) return false;
  }
  return true;
}

}  // namespace

std::string warning_codes(const Query& query) {
  std::string codes;
  for (const Warning& warning : query.warnings) {
    if (!codes.empty()) codes += ' ';
    codes += warning.code;
  }
  return codes;
}

bool spans_are_sound(const Query& query) {
  for (const Warning& warning : query.warnings) {
    if (warning.begin > warning.end || warning.end > query.text.size()) return false;
  }
  return inside(query.clauses, 0, query.text.size());
}

void check_rows(std::span<const ParseRow> rows) {
  for (const ParseRow& row : rows) {
    CAPTURE(row.text);
    const Query query = parse_on_that_day(row.text);
    CHECK(query.text == row.text);
    CHECK(to_string(query) == row.understood);
    CHECK(warning_codes(query) == row.warnings);
    CHECK(spans_are_sound(query));
    CHECK(parse_on_that_day(to_string(query)).clauses == query.clauses);
  }
}

}  // namespace kiosque::querying
