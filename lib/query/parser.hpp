#pragma once
// Typed text → clauses. Lenient by design: what is no syntax is text.

#include <chrono>
#include <cstddef>
#include <kiosque/query.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/own_fields.hpp"
#include "query/days.hpp"
#include "query/lexer.hpp"

namespace kiosque::querying {

/// Of one text, which has to outlive it. parser.cpp has what joins operands, parser_operands.cpp
/// the operands.
class Parser {
 public:
  Parser(std::string_view text, std::chrono::sys_days today, const indexing::FieldTable& fields)
      : text_(text),
        today_(today),
        fields_(fields),
        tokens_(lex(text, fields)),
        shouted_(all_capitals()) {}

  /// Once.
  Query run();

 private:
  // What stands between two operands, with its number where it has one.
  struct Connector {
    Operator meaning = Operator::none;
    std::size_t count = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  static constexpr std::size_t kDeepest = 32;  // parentheses, and operators in one another

  static bool is_operator(const Token& token) {
    return token.kind == Token::Kind::word && token.connector != Operator::none &&
           token.connector != Operator::frequent && token.connector != Operator::of;
  }
  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return next_ + ahead < tokens_.size() ? &tokens_[next_ + ahead] : nullptr;
  }
  void warn(std::string code, std::string text, std::size_t begin, std::size_t end) {
    warnings_.push_back({std::move(code), std::move(text), begin, end});
  }

  [[nodiscard]] bool all_capitals() const;
  std::vector<Clause> group(std::size_t depth, const indexing::Field* field);
  Connector take_connector(bool has_left);
  bool join(Clause& left, const Connector& connector, Clause& right);
  [[nodiscard]] bool may_count(const Token& token) const;
  std::optional<Clause> counted(const Token& token, std::size_t depth,
                                const indexing::Field* field);
  [[nodiscard]] double closing_weight() const;
  std::optional<Clause> parenthesis(const Token& open, std::size_t depth,
                                    const indexing::Field* field);

  std::optional<Clause> operand(std::size_t depth, const indexing::Field* field);
  std::optional<Clause> number(const Token& token, const indexing::Field& field);
  std::optional<Clause> word(const Token& token, const indexing::Field* field);
  std::optional<Clause> phrase(const Token& token, const indexing::Field* field);
  std::optional<Clause> named(const Token& token, std::size_t depth);
  [[nodiscard]] std::pair<std::optional<DateRange>, std::size_t> days_of_words(
      DateOperator op) const;
  std::optional<Clause> dates(DateOperator op, const Token& token, std::string_view field);

  std::string_view text_;
  std::chrono::sys_days today_;
  const indexing::FieldTable& fields_;
  std::vector<Token> tokens_;
  bool shouted_;
  std::size_t next_ = 0;
  std::size_t flattened_ = 0;  // open parentheses beyond the deepest
  std::vector<Warning> warnings_;
};

}  // namespace kiosque::querying
