// Clauses → the query in its own syntax.

#include <fmt/format.h>

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

bool is_chain(const Clause& clause) {
  return clause.kind == Clause::Kind::near || clause.kind == Clause::Kind::ordered ||
         clause.kind == Clause::Kind::sentence || clause.kind == Clause::Kind::paragraph;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? ' ' : c;
  return result + '"';
}

std::string print(const std::vector<Clause>& clauses, bool nested);
std::string print(const Clause& clause);

std::string weight_of(const Clause& clause) {
  return clause.weight == 1 ? std::string() : fmt::format("^{}", clause.weight);
}

// Operands of PRES/5 and its kin, which bind from the left.
std::string print_chain(const Clause& clause, std::string_view between) {
  std::string text;
  for (const Clause& operand : clause.clauses) {
    const bool chain = is_chain(operand);
    const bool nested = chain && (!text.empty() || operand.weight != 1);
    if (!text.empty()) text += between;
    text += nested && operand.weight == 1 ? "(" + print(operand) + ")" : print(operand);
  }
  return clause.weight == 1 ? text : "(" + text + ")" + weight_of(clause);
}

std::string print(const Clause& clause) {
  std::string field = clause.field.empty() ? std::string() : name_of(clause.field) + ":";
  switch (clause.kind) {
    case Clause::Kind::word:
      // titre:^3 would be a field.
      if (clause.weight != 1 && clause.text.ends_with(':'))
        return "(" + field + clause.text + ")" + weight_of(clause);
      return field + clause.text + weight_of(clause);
    case Clause::Kind::prefix:
      return field + clause.text + "*" + weight_of(clause);
    case Clause::Kind::similar:
      return field + "~" + clause.text + weight_of(clause);
    case Clause::Kind::verbatim:
      return field + "=" + clause.text + weight_of(clause);
    case Clause::Kind::phrase:
    case Clause::Kind::exact:
      return field + quoted(clause.text) + weight_of(clause);
    case Clause::Kind::dates:
      return field + clause.dates.from + ".." + clause.dates.to;
    case Clause::Kind::group:
      return "(" + print(clause.clauses, true) + ")" + weight_of(clause);
    case Clause::Kind::near:
      return print_chain(clause, fmt::format(" PRES/{} ", clause.count));
    case Clause::Kind::ordered:
      return print_chain(clause, fmt::format(" ADJ/{} ", clause.count));
    case Clause::Kind::sentence:
      return print_chain(clause, " MEME/PHRASE ");
    case Clause::Kind::paragraph:
      return print_chain(clause, " MEME/PARAGRAPHE ");
    case Clause::Kind::frequent: {
      const std::string text = print(clause.clauses.front());
      const bool chain = is_chain(clause.clauses.front()) && clause.clauses.front().weight == 1;
      return fmt::format("AUMOINS/{} {}", clause.count, chain ? "(" + text + ")" : text);
    }
    case Clause::Kind::quorum:
      return fmt::format("{} DE ({}){}", clause.count, print(clause.clauses, false),
                         weight_of(clause));
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
