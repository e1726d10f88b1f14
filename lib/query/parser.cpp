#include "query/parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "query/clauses.hpp"

namespace kiosque::querying {
namespace {

// Operands further apart are in different texts or paragraphs.
constexpr std::size_t kFarthest = 50;

}  // namespace

Query Parser::run() {
  Query query;
  query.text = std::string(text_);
  query.clauses = group(0, nullptr);
  // A lone `a ET b` is the query itself.
  if (query.clauses.size() == 1 && query.clauses[0].kind == Clause::Kind::group &&
      query.clauses[0].occur == Occur::should && !is_alternative(query.clauses[0])) {
    std::vector<Clause> inner = std::move(query.clauses[0].clauses);
    query.clauses = std::move(inner);
  }
  if (query.clauses.empty() && !text_.empty()) {
    warn("empty_query", "nothing in it can be looked for: every article matches; type a word", 0,
         text_.size());
  }
  query.warnings = std::move(warnings_);
  return query;
}

// A headline in capitals has its ET and OU in capitals too: there they are words.
bool Parser::all_capitals() const {
  constexpr std::size_t kHeadline = 4;
  std::size_t words = 0;
  for (const Token& token : tokens_) {
    if (token.kind != Token::Kind::word) continue;
    if (token.connector != Operator::none && token.connector != Operator::of) continue;
    if (!has_letter(token.text)) continue;
    if (!is_upper(token.text)) return false;
    ++words;
  }
  return words >= kHeadline;
}

// The clauses up to the closing parenthesis, or to the end.
std::vector<Clause> Parser::group(std::size_t depth, const indexing::Field* field) {
  std::vector<Operand> operands;
  while (const Token* const token = peek()) {
    if (token->kind == Token::Kind::close) {
      ++next_;
      if (flattened_ > 0) {
        --flattened_;
        continue;
      }
      if (depth > 0) return reduce(std::move(operands));
      warn("unmatched_parenthesis", "a parenthesis closes nothing: ignored", token->begin,
           token->end);
      continue;
    }
    const Connector connector = take_connector(!operands.empty());
    auto clause = operand(depth, field);
    if (!clause) continue;
    if (!is_positional(connector.meaning)) {
      operands.push_back({connector.meaning, std::move(*clause)});
    } else if (!join(operands.back().clause, connector, *clause)) {
      operands.push_back({Operator::both, std::move(*clause)});
    }
  }
  if (depth > 0) {
    warn("unclosed_parenthesis", "a parenthesis is not closed: closed at the end", text_.size(),
         text_.size());
  }
  return reduce(std::move(operands));
}

// An operator is one only between two operands.
Parser::Connector Parser::take_connector(bool has_left) {
  const Token* const token = peek();
  if (!is_operator(*token)) return {};
  const Token* const right = peek(1);
  const bool has_right =
      right != nullptr && right->kind != Token::Kind::close && !is_operator(*right);
  if (!has_left || !has_right) return {};
  if (shouted_ && !is_positional(token->connector)) {
    warn("capitals",
         fmt::format("{} is read as a word, since everything is in capitals", token->text),
         token->begin, token->end);
    return {};
  }
  ++next_;
  return {token->connector, token->count, token->begin, token->end};
}

// PRES/5 and its kin bind closest, from the left. False: what stands at no place of a text cannot
// be near anything, and ET is what remains.
bool Parser::join(Clause& left, const Connector& connector, Clause& right) {
  if (!has_places(left) || !has_places(right) || right.occur == Occur::must_not) {
    warn("near_operand",
         fmt::format("only words and phrases can be near each other: {} is read as ET",
                     text_.substr(connector.begin, connector.end - connector.begin)),
         connector.begin, connector.end);
    return false;
  }
  std::size_t count = connector.count;
  if (count > kFarthest) {
    warn("far", fmt::format("{} words is the farthest: read so", kFarthest), connector.begin,
         connector.end);
    count = kFarthest;
  }
  const Clause::Kind kind = kind_of(connector.meaning);
  right.occur = Occur::should;
  const std::size_t end = right.end;
  if (left.kind != kind || left.count != count || left.weight != 1) {
    if (std::max(depth_of(left), depth_of(right)) >= kDeepest) {
      warn("too_deep", "too many of these operators in one another: read as ET", connector.begin,
           connector.end);
      return false;
    }
    Clause both;
    both.kind = kind;
    both.occur = left.occur;
    both.count = count;
    both.begin = left.begin;
    left.occur = Occur::should;
    both.clauses.push_back(std::move(left));
    left = std::move(both);
  }
  left.clauses.push_back(std::move(right));
  left.end = end;
  return true;
}

// Whether AUMOINS/3 or 2 DE ( begins here.
bool Parser::may_count(const Token& token) const {
  const Token* const right = peek();
  if (right == nullptr || right->kind == Token::Kind::close ||
      right->kind == Token::Kind::unclosed) {
    return false;
  }
  if (token.connector == Operator::frequent)
    return !is_operator(*right) && right->connector != Operator::frequent;
  const Token* const open = peek(1);
  return right->connector == Operator::of && open != nullptr && open->sign == 0 &&
         open->kind == Token::Kind::open && token.mark == 0 && !token.prefix && token.weight == 1 &&
         token.text.size() <= 2 &&
         token.text.find_first_not_of("0123456789") == std::string::npos &&
         token.text.find_first_not_of('0') != std::string::npos;
}

std::optional<Clause> Parser::counted(const Token& token, std::size_t depth,
                                      const indexing::Field* field) {
  Clause clause;
  if (token.connector == Operator::frequent) {
    auto inner = operand(depth, field);
    if (!inner) return {};
    if (!has_places(*inner) || inner->occur == Occur::must_not) {
      warn("near_operand",
           fmt::format("only words and phrases can be counted: {} is ignored", token.text),
           token.begin, token.end);
      return inner;
    }
    inner->occur = Occur::should;
    clause.kind = Clause::Kind::frequent;
    clause.count = token.count;
    clause.end = inner->end;
    clause.clauses.push_back(std::move(*inner));
    return clause;
  }
  if (depth >= kDeepest) return word(token, field);
  next_ += 2;
  clause.kind = Clause::Kind::quorum;
  clause.count = static_cast<std::size_t>(std::stoul(token.text));
  clause.clauses = group(depth + 1, field);
  clause.end = tokens_[next_ - 1].end;
  clause.weight = closing_weight();
  std::erase_if(clause.clauses, [&](const Clause& inner) {
    if (inner.occur != Occur::must_not) return false;
    warn("quorum_sign", "what is excluded does not count among several: ignored", inner.begin,
         inner.end);
    return true;
  });
  for (Clause& inner : clause.clauses) inner.occur = Occur::should;
  if (clause.clauses.empty()) return {};
  if (clause.count > clause.clauses.size()) {
    warn("quorum", fmt::format("there are only {}: all are wanted", clause.clauses.size()),
         token.begin, clause.end);
    clause.count = clause.clauses.size();
  }
  if (is_filter(clause)) clause.weight = 1;
  return clause;
}

// Of the parenthesis that closed last.
double Parser::closing_weight() const {
  const Token& last = tokens_[next_ - 1];
  return last.kind == Token::Kind::close ? last.weight : 1;
}

std::optional<Clause> Parser::parenthesis(const Token& open, std::size_t depth,
                                          const indexing::Field* field) {
  if (depth >= kDeepest) {
    ++flattened_;  // its content joins the group around it
    return {};
  }
  Clause clause;
  clause.kind = Clause::Kind::group;
  clause.clauses = group(depth + 1, field);
  clause.end = next_ > 0 ? tokens_[next_ - 1].end : open.end;
  clause.weight = closing_weight();
  if (clause.clauses.empty()) return {};
  if (clause.clauses.size() == 1 && clause.clauses[0].occur != Occur::must_not) {
    Clause only = std::move(clause.clauses[0]);
    only.occur = Occur::should;
    only.weight =
        is_filter(only) ? 1 : std::clamp(only.weight * clause.weight, kLeastWeight, kMostWeight);
    return only;
  }
  if (is_filter(clause)) clause.weight = 1;
  return clause;
}

}  // namespace kiosque::querying
