#pragma once
// What operands and operators make of clauses.

#include <cstddef>
#include <kiosque/query.hpp>
#include <vector>

#include "query/lexer.hpp"

namespace kiosque::querying {

struct Operand {
  Operator connector = Operator::none;  // what stood before it
  Clause clause;
};

/// The clauses of a group: ET binds closer than OU, and OU closer than mere neighbourhood.
std::vector<Clause> reduce(std::vector<Operand> operands);

/// Whether it is a filter: it takes no part in the score.
bool is_filter(const Clause& clause);
/// Whether every clause of a group may match.
bool is_alternative(const Clause& clause);
/// Whether it stands at places of a text, where something else may be near to it.
bool has_places(const Clause& clause);
/// How many clauses it has in one another.
std::size_t depth_of(const Clause& clause);

/// PRES/5 and its kin, and the clause that each makes.
bool is_positional(Operator meaning);
Clause::Kind kind_of(Operator meaning);

}  // namespace kiosque::querying
