// Clauses → the query in its own syntax.

#include <algorithm>
#include <kiosque/query.hpp>
#include <string>

namespace kiosque {
namespace querying {
namespace {

std::string name_of(const std::string& field) {
  if (field == "published") return "date";
  return field;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? ' ' : c;
  return result + '"';
}

std::string print(const std::vector<Clause>& clauses, bool nested);

std::string print(const Clause& clause) {
  std::string field = clause.field.empty() ? std::string() : name_of(clause.field) + ":";
  switch (clause.kind) {
    case Clause::Kind::word:
      return field + clause.text;
    case Clause::Kind::phrase:
    case Clause::Kind::exact:
      return field + quoted(clause.text);
    case Clause::Kind::dates:
      return field + clause.dates.from + ".." + clause.dates.to;
    case Clause::Kind::group:
      return "(" + print(clause.clauses, true) + ")";
  }
  return {};
}

std::string print(const std::vector<Clause>& clauses, bool nested) {
  const bool either = nested && clauses.size() > 1 &&
                      std::all_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
                        return clause.occur == Occur::should;
                      });
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += either ? " OU " : " ";
    if (clause.occur == Occur::must) text += '+';
    if (clause.occur == Occur::must_not) text += '-';
    text += print(clause);
  }
  return text;
}

}  // namespace
}  // namespace querying

std::string to_string(const Query& query) {
  return querying::print(query.clauses, false);
}

}  // namespace kiosque
