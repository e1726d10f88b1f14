#include "query/clauses.hpp"

#include <algorithm>
#include <utility>

#include "index/fields.hpp"

namespace kiosque::querying {
namespace {

Clause conjunction(std::vector<Clause> chain) {
  if (chain.size() == 1) return std::move(chain[0]);
  Clause both;
  both.kind = Clause::Kind::group;
  both.begin = chain.front().begin;
  both.end = chain.back().end;
  for (Clause& clause : chain) {
    if (clause.occur != Occur::must_not) {
      clause.occur = is_filter(clause) ? Occur::filter : Occur::must;
    }
    both.clauses.push_back(std::move(clause));
  }
  return both;
}

Clause alternative(std::vector<std::vector<Clause>> chains) {
  if (chains.size() == 1) return conjunction(std::move(chains[0]));
  Clause either;
  either.kind = Clause::Kind::group;
  for (auto& chain : chains) {
    Clause clause = conjunction(std::move(chain));
    if (clause.occur == Occur::must_not) {
      Clause negation;
      negation.kind = Clause::Kind::group;
      negation.begin = clause.begin;
      negation.end = clause.end;
      negation.clauses.push_back(std::move(clause));
      clause = std::move(negation);
    }
    clause.occur = Occur::should;
    either.clauses.push_back(std::move(clause));
  }
  either.begin = either.clauses.front().begin;
  either.end = either.clauses.back().end;
  return either;
}

}  // namespace

bool is_positional(Operator meaning) {
  return meaning == Operator::near || meaning == Operator::ordered ||
         meaning == Operator::sentence || meaning == Operator::paragraph;
}

Clause::Kind kind_of(Operator meaning) {
  switch (meaning) {
    case Operator::near:
      return Clause::Kind::near;
    case Operator::ordered:
      return Clause::Kind::ordered;
    case Operator::sentence:
      return Clause::Kind::sentence;
    default:
      return Clause::Kind::paragraph;
  }
}

bool has_places(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::word:
    case Clause::Kind::phrase:
    case Clause::Kind::similar:
    case Clause::Kind::near:
    case Clause::Kind::ordered:
    case Clause::Kind::sentence:
    case Clause::Kind::paragraph:
      return true;
    case Clause::Kind::prefix: {
      // Of other fields it is the beginning of a value, and so of those that only a schema has.
      const indexing::Field* const field = indexing::find_field(clause.field);
      return clause.field.empty() || (field != nullptr && field->kind == indexing::FieldKind::text);
    }
    case Clause::Kind::group:
      return std::all_of(clause.clauses.begin(), clause.clauses.end(), [](const Clause& inner) {
        return inner.occur == Occur::should && has_places(inner);
      });
    default:
      return false;
  }
}

std::size_t depth_of(const Clause& clause) {
  std::size_t depth = 0;
  for (const Clause& inner : clause.clauses) depth = std::max(depth, depth_of(inner) + 1);
  return depth;
}

bool is_filter(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::exact:
    case Clause::Kind::dates:
      return true;
    case Clause::Kind::group:
    case Clause::Kind::quorum:
      return std::all_of(clause.clauses.begin(), clause.clauses.end(), is_filter);
    case Clause::Kind::prefix:
      return !has_places(clause);
    default:
      return false;
  }
}

bool is_alternative(const Clause& clause) {
  return std::all_of(clause.clauses.begin(), clause.clauses.end(),
                     [](const Clause& inner) { return inner.occur == Occur::should; });
}

std::vector<Clause> reduce(std::vector<Operand> operands) {
  std::vector<Clause> result;
  std::vector<std::vector<Clause>> alternatives;
  const auto close = [&] {
    if (!alternatives.empty()) result.push_back(alternative(std::move(alternatives)));
    alternatives.clear();
  };
  for (auto& [connector, clause] : operands) {
    if (connector == Operator::both && !alternatives.empty()) {
      alternatives.back().push_back(std::move(clause));
      continue;
    }
    if (connector == Operator::either && !alternatives.empty()) {
      alternatives.emplace_back();
      alternatives.back().push_back(std::move(clause));
      continue;
    }
    close();
    if (connector == Operator::without) clause.occur = Occur::must_not;
    alternatives.emplace_back();
    alternatives.back().push_back(std::move(clause));
  }
  close();
  for (Clause& clause : result) {
    if (is_filter(clause) && clause.occur != Occur::must_not) clause.occur = Occur::filter;
  }
  return result;
}

}  // namespace kiosque::querying
