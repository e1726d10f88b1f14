// Typed text → clauses. Lenient by design: what is no syntax is text.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <kiosque/query.hpp>
#include <optional>
#include <tuple>
#include <utility>

#include "analysis/characters.hpp"
#include "index/own_fields.hpp"
#include "query/clauses.hpp"
#include "query/days.hpp"
#include "query/interpretations.hpp"
#include "query/lexer.hpp"
#include "query/names.hpp"
#include "query/ranges.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace querying {
namespace {

using std::chrono::sys_days;

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kLongestDate = 12;  // words
constexpr std::size_t kLongestRun = 200;  // bytes of them

// What stands between two operands, with its number where it has one.
struct Connector {
  Operator meaning = Operator::none;
  std::size_t count = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Operands further apart are in different texts or paragraphs.
constexpr std::size_t kFarthest = 50;

class Parser {
 public:
  Parser(std::string_view text, sys_days today, const indexing::FieldTable& fields)
      : text_(text),
        today_(today),
        fields_(fields),
        tokens_(lex(text, fields)),
        shouted_(all_capitals()) {}

  Query run() {
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

 private:
  static bool is_operator(const Token& token) {
    return token.kind == Token::Kind::word && token.connector != Operator::none &&
           token.connector != Operator::frequent && token.connector != Operator::of;
  }

  // A headline in capitals has its ET and OU in capitals too: there they are words.
  [[nodiscard]] bool all_capitals() const {
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

  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return next_ + ahead < tokens_.size() ? &tokens_[next_ + ahead] : nullptr;
  }

  void warn(std::string code, std::string text, std::size_t begin, std::size_t end) {
    warnings_.push_back({std::move(code), std::move(text), begin, end});
  }

  // The clauses up to the closing parenthesis, or to the end.
  std::vector<Clause> group(std::size_t depth, const indexing::Field* field) {
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
  Connector take_connector(bool has_left) {
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
  bool join(Clause& left, const Connector& connector, Clause& right) {
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

  std::optional<Clause> operand(std::size_t depth, const indexing::Field* field) {
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

  // Whether AUMOINS/3 or 2 DE ( begins here.
  [[nodiscard]] bool may_count(const Token& token) const {
    const Token* const right = peek();
    if (right == nullptr || right->kind == Token::Kind::close ||
        right->kind == Token::Kind::unclosed) {
      return false;
    }
    if (token.connector == Operator::frequent)
      return !is_operator(*right) && right->connector != Operator::frequent;
    const Token* const open = peek(1);
    return right->connector == Operator::of && open != nullptr && open->sign == 0 &&
           open->kind == Token::Kind::open && token.mark == 0 && !token.prefix &&
           token.weight == 1 && token.text.size() <= 2 &&
           token.text.find_first_not_of("0123456789") == std::string::npos &&
           token.text.find_first_not_of('0') != std::string::npos;
  }

  std::optional<Clause> counted(const Token& token, std::size_t depth,
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
  [[nodiscard]] double closing_weight() const {
    const Token& last = tokens_[next_ - 1];
    return last.kind == Token::Kind::close ? last.weight : 1;
  }

  // Of an own number; null where it is none.
  std::optional<Clause> number(const Token& token, const indexing::Field& field) {
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
  std::optional<Clause> word(const Token& token, const indexing::Field* field) {
    if (field != nullptr && field->kind == indexing::FieldKind::number)
      return number(token, *field);
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

  static std::size_t letters_in(std::string_view text) {
    const std::string folded = analysis::fold_value(text);
    return static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), [](char byte) {
      return has_word({&byte, 1}) || byte < 0;
    }));
  }

  std::optional<Clause> phrase(const Token& token, const indexing::Field* field) {
    auto clause = word(token, field);
    if (clause && clause->kind == Clause::Kind::word) clause->kind = Clause::Kind::phrase;
    return clause;
  }

  std::optional<Clause> parenthesis(const Token& open, std::size_t depth,
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

  // champ:valeur, champ:"plusieurs mots", champ:(a OU b). The lexer saw that something follows.
  std::optional<Clause> named(const Token& token, std::size_t depth) {
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
  [[nodiscard]] std::pair<std::optional<DateRange>, std::size_t> days_of_words(
      DateOperator op) const {
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

  std::optional<Clause> dates(DateOperator op, const Token& token, std::string_view field) {
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

  std::string_view text_;
  sys_days today_;
  const indexing::FieldTable& fields_;
  std::vector<Token> tokens_;
  bool shouted_;
  std::size_t next_ = 0;
  std::size_t flattened_ = 0;  // open parentheses beyond the deepest
  std::vector<Warning> warnings_;
};

sys_days day_in(const ParseOptions& options) {
  const bool home = options.zone.empty() || options.zone == support::kHomeZone;
  const sys_days now =
      home ? support::home_zone().today() : support::Zone::required(options.zone).today();
  return options.today.empty() ? now : support::require_day(options.today);
}

}  // namespace
}  // namespace querying

bool Clause::operator==(const Clause& other) const {
  return kind == other.kind && occur == other.occur && field == other.field && text == other.text &&
         dates == other.dates && clauses == other.clauses && count == other.count &&
         weight == other.weight;
}

Query parse(std::string_view text, const ParseOptions& options) {
  const auto today = querying::day_in(options);
  const indexing::FieldTable fields(options.schema);
  Query query = querying::Parser(text, today, fields).run();
  query.interpretations = querying::interpretations(query, today);
  if (options.variants) query.variants = querying::name_variants(query.clauses);
  return query;
}

}  // namespace kiosque
