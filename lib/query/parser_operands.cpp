// Words, phrases, fields with their values, dates.

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "analysis/characters.hpp"
#include "query/clauses.hpp"
#include "query/parser.hpp"
#include "query/ranges.hpp"

namespace kiosque::querying {
namespace {

constexpr std::size_t kLongestDate = 12;  // words
constexpr std::size_t kLongestRun = 200;  // bytes of them

std::size_t letters_in(std::string_view text) {
  const std::string folded = analysis::fold_value(text);
  return static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), [](char byte) {
    return has_word({&byte, 1}) || byte < 0;
  }));
}

}  // namespace

std::optional<Clause> Parser::operand(std::size_t depth, const indexing::Field* field) {
  const Token& token = tokens_[next_++];
  std::optional<Clause> clause;
  switch (token.kind) {
    case Token::Kind::word:
      clause = may_count(token) ? counted(token, depth, field) : word(token, field);
      break;
    case Token::Kind::phrase:
      clause = phrase(token, field);
      break;
    case Token::Kind::unclosed:
      warn("unclosed_quote", "a quotation mark is not closed: ignored", token.begin, token.end);
      return {};
    case Token::Kind::field:
      clause = named(token, depth);
      break;
    case Token::Kind::open:
      clause = parenthesis(token, depth, field);
      break;
    case Token::Kind::close:
      return {};
  }
  if (!clause) return {};
  clause->begin = token.begin;
  if (clause->end == 0) clause->end = token.end;
  if (token.sign == '-') clause->occur = Occur::must_not;
  if (token.sign == '+') clause->occur = Occur::must;
  return clause;
}

// Of an own number; null where it is none.
std::optional<Clause> Parser::number(const Token& token, const indexing::Field& field) {
  // A minus before it is a sign of its own where it could exclude.
  const std::string_view raw = text_.substr(token.begin, token.end - token.begin);
  const bool signless = token.kind == Token::Kind::word && token.sign == 0;
  auto range = signless ? parse_number_range(raw) : std::nullopt;
  if (!range && !token.prefix) range = parse_number_range(token.text);
  if (!range) {
    warn("bad_number",
         fmt::format("\"{}\" is no number: ignored; write 512, 300..800, 300.. or ..800", raw),
         token.begin, token.end);
    return {};
  }
  Clause clause;
  clause.kind = Clause::Kind::exact;
  clause.field = std::string(field.name);
  clause.text = print_number_range(*range);
  return clause;
}

// Null where nothing of the text could be found in an article.
std::optional<Clause> Parser::word(const Token& token, const indexing::Field* field) {
  if (field != nullptr && field->kind == indexing::FieldKind::number) return number(token, *field);
  Clause clause;
  clause.text = token.connector == Operator::none ? token.text : analysis::fold_value(token.text);
  // `titre::mot` is no field with a value, and `titre::=mot` has no sign.
  if (field != nullptr && token.kind == Token::Kind::word)
    clause.text.erase(0, clause.text.find_first_not_of(":+-~="));
  if (!has_word(clause.text)) return {};
  clause.weight = token.weight;
  if (token.prefix && letters_in(clause.text) < 2) {
    warn("short_prefix", "an asterisk needs two letters before it: ignored", token.begin,
         token.end);
  } else if (token.prefix) {
    clause.kind = Clause::Kind::prefix;
  }
  if (field != nullptr) clause.field = std::string(field->name);
  if (field != nullptr && field->kind == indexing::FieldKind::exact) {
    if (clause.kind == Clause::Kind::word) clause.kind = Clause::Kind::exact;
    clause.weight = 1;
  } else if (token.mark != 0 && token.kind == Token::Kind::word) {
    clause.kind = token.mark == '=' ? Clause::Kind::verbatim : Clause::Kind::similar;
  }
  return clause;
}

std::optional<Clause> Parser::phrase(const Token& token, const indexing::Field* field) {
  auto clause = word(token, field);
  if (clause && clause->kind == Clause::Kind::word) clause->kind = Clause::Kind::phrase;
  return clause;
}

// champ:valeur, champ:"plusieurs mots", champ:(a OU b). The lexer saw that something follows.
std::optional<Clause> Parser::named(const Token& token, std::size_t depth) {
  if (const auto op = date_operator(token.text)) return dates(*op, token, "published");
  const indexing::Field* const field = fields_.find(token.text);
  if (field != nullptr && field->kind == indexing::FieldKind::date)
    return dates(DateOperator::within, token, field->name);
  const std::size_t warned = warnings_.size();
  const Token& value = tokens_[next_++];
  std::optional<Clause> clause;
  if (value.kind == Token::Kind::open) {
    clause = parenthesis(value, depth, field);
  } else if (value.kind == Token::Kind::phrase) {
    clause = phrase(value, field);
  } else if (value.kind == Token::Kind::word) {
    clause = word(value, field);
  } else {
    --next_;
  }
  if (!clause) {
    if (warnings_.size() > warned) return {};
    warn("empty_field", fmt::format("{}: without a value: ignored", token.text), token.begin,
         value.end);
    return {};
  }
  if (clause->end == 0) clause->end = value.end;
  return clause;
}

// `avant:mars 2020`: the longest run of words that is a date, and how many words. A range with
// dots is one word.
std::pair<std::optional<DateRange>, std::size_t> Parser::days_of_words(DateOperator op) const {
  std::size_t words = 1;
  const bool dotted = tokens_[next_].text.find("..") != std::string::npos;
  while (!dotted && words < kLongestDate) {
    const Token* const next = peek(words);
    if (next == nullptr || next->kind != Token::Kind::word || next->sign != 0) break;
    if (is_operator(*next)) break;
    ++words;
  }
  const std::size_t begin = tokens_[next_].begin;
  const std::string_view run = text_.substr(begin, tokens_[next_ + words - 1].end - begin);
  if (dotted) return {parse_days(run, today_), 1};
  auto found = leading_days(run, today_);
  if (!found && op == DateOperator::since) {  // `depuis:trois jours`
    constexpr std::string_view kSince = "depuis ";
    found = leading_days(std::string(kSince) + std::string(run.substr(0, kLongestRun)), today_);
    if (found) found->end -= kSince.size();
  }
  if (!found) return {std::nullopt, 1};
  std::size_t used = 1;
  while (used < words && tokens_[next_ + used].begin < begin + found->end) ++used;
  return {found->dates, used};
}

std::optional<Clause> Parser::dates(DateOperator op, const Token& token, std::string_view field) {
  const Token& value = tokens_[next_];
  std::optional<DateRange> days;
  std::size_t used = 1;
  if (value.kind == Token::Kind::phrase) {
    days = parse_days(value.text, today_);
    if (!days && op == DateOperator::since) days = parse_days("depuis " + value.text, today_);
  } else if (value.kind == Token::Kind::word) {
    std::tie(days, used) = days_of_words(op);
  }
  const std::size_t end = tokens_[next_ + used - 1].end;
  if (value.kind != Token::Kind::open) next_ += used;
  const DateRange applied = days ? apply(op, *days, today_) : DateRange();
  if (applied == DateRange()) {
    warn("bad_date",
         fmt::format("\"{}\" is no date: ignored; write 2022, 2022-04, 24/04/2022, avril 2022, "
                     "or 2021..2022",
                     text_.substr(value.begin, end - value.begin)),
         token.begin, end);
    return {};
  }
  Clause clause;
  clause.kind = Clause::Kind::dates;
  clause.field = std::string(field);
  clause.dates = applied;
  clause.end = end;
  return clause;
}

}  // namespace kiosque::querying
