// Any bytes, read as a query: clauses and warnings that lie inside it, that are read again as they
// are printed, and that compile.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <kiosque/query.hpp>
#include <string>
#include <vector>

#include "query/compile.hpp"

namespace {

void require(bool sound) {
  if (!sound) __builtin_trap();
}

const kiosque::Schema kSchema = {{{.name = "desk"},
                                  {.name = "words", .type = kiosque::FieldType::number},
                                  {.name = "embargo", .type = kiosque::FieldType::date}}};

void check(const std::vector<kiosque::Clause>& clauses, std::size_t begin, std::size_t end) {
  for (const auto& clause : clauses) {
    require(begin <= clause.begin && clause.begin < clause.end && clause.end <= end);
    check(clause.clauses, clause.begin, clause.end);
  }
}

void check(const std::string& text, const kiosque::Schema& schema) {
  const kiosque::ParseOptions day{.today = "2022-04-24", .schema = schema};
  const kiosque::Query query = kiosque::parse(text, day);
  check(query.clauses, 0, text.size());
  for (const auto& warning : query.warnings)
    require(warning.begin <= warning.end && warning.end <= text.size());
  // Without the small letters that were ignored, operators may have become words.
  const kiosque::Query again = kiosque::parse(to_string(query), day);
  require(again.clauses == query.clauses ||
          std::any_of(again.warnings.begin(), again.warnings.end(),
                      [](const auto& warning) { return warning.code == "capitals"; }));
  const kiosque::indexing::FieldTable fields(schema);
  (void)kiosque::querying::compile(query, {}, kiosque::analysis::thread_analyzer(), {}, fields);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(text, {});
  check(text, kSchema);
  return 0;
}
