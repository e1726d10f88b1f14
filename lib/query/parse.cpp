#include <chrono>
#include <kiosque/query.hpp>

#include "index/own_fields.hpp"
#include "query/interpretations.hpp"
#include "query/names.hpp"
#include "query/parser.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace {

std::chrono::sys_days day_in(const ParseOptions& options) {
  const bool home = options.zone.empty() || options.zone == support::kHomeZone;
  const std::chrono::sys_days now =
      home ? support::home_zone().today() : support::Zone::required(options.zone).today();
  return options.today.empty() ? now : support::require_day(options.today);
}

}  // namespace

bool Clause::operator==(const Clause& other) const {
  return kind == other.kind && occur == other.occur && field == other.field && text == other.text &&
         dates == other.dates && clauses == other.clauses && count == other.count &&
         weight == other.weight;
}

Query parse(std::string_view text, const ParseOptions& options) {
  const auto today = day_in(options);
  const indexing::FieldTable fields(options.schema);
  Query query = querying::Parser(text, today, fields).run();
  query.interpretations = querying::interpretations(query, today);
  if (options.variants) query.variants = querying::name_variants(query.clauses);
  return query;
}

}  // namespace kiosque
