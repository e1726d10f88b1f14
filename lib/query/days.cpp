#include "query/days.hpp"

#include <string>

#include "index/fields.hpp"
#include "query/day_grammar.hpp"
#include "query/day_tokens.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// No date is as long as that, however it is told.
constexpr std::size_t kLongestText = 240;

DateRange to_range(const Expression& expression) {
  return {expression.from ? support::to_iso(*expression.from) : std::string(),
          expression.to ? support::to_iso(*expression.to) : std::string()};
}

// ..2022 and 2021..
std::optional<Expression> take_dotted(DayCursor& cursor, const Asked& asked) {
  DayCursor ahead = cursor;
  const bool before = ahead.take("..");
  auto expression = take_expression(ahead, asked);
  if (!expression || !expression->from || !expression->to) return {};
  if (before) {
    expression->from.reset();
  } else if (ahead.take("..")) {
    expression->to.reset();
  }
  if (!ahead.done()) return {};
  cursor = ahead;
  return expression;
}

bool is_closing(const DayToken& token) {
  for (const std::string_view mark : {",", ";", ":", ".", "..", "!", "?", ")", "»"}) {
    if (token.text == mark) return true;
  }
  return false;
}

// Whether a word ends there: a space, or punctuation and a space.
bool ends_word(DayCursor cursor) {
  while (!cursor.done() && cursor.glued() && is_closing(cursor.peek())) cursor.skip();
  return cursor.done() || !cursor.glued();
}

bool begins_word(const std::vector<DayToken>& tokens, std::size_t at) {
  if (at == 0 || tokens[at].spaced) return true;
  const std::string& before = tokens[at - 1].text;
  return before == "(" || before == "«";
}

// For each token how far the next one is that a date cannot do without, at most `kFar`.
constexpr unsigned char kFar = 12;
std::vector<unsigned char> distances(const std::vector<DayToken>& tokens) {
  std::vector<unsigned char> far(tokens.size());
  unsigned char next = kFar;
  for (std::size_t at = tokens.size(); at-- > 0;) {
    const DayToken& token = tokens[at];
    if (next < kFar) ++next;
    const bool tells = token.kind == DayToken::Kind::word && tells_time(token.text);
    if (tells || token.kind == DayToken::Kind::number) next = 0;
    far[at] = next;
  }
  return far;
}

// What reads as a date and need be none.
bool is_doubtful(const std::vector<DayToken>& tokens, std::size_t begin, std::size_t end) {
  const DayToken& first = tokens[begin];
  // Of "31 juin 2020" June is not what was meant.
  if (begin > 0 && first.kind == DayToken::Kind::word && month_named(first.text)) {
    const DayToken& before = tokens[begin - 1];
    const bool ending = begin > 1 && before.kind == DayToken::Kind::word && !before.spaced;
    const DayToken& number = ending ? tokens[begin - 2] : before;
    constexpr int kLastDay = 99;
    if (number.value >= 0 && number.value <= kLastDay) return true;
  }
  const bool single = end == begin + 1;
  // 2000 demonstrators
  constexpr int kRound = 100;
  if (single && first.value >= 0 && first.value % kRound == 0 && end < tokens.size()) return true;
  // « Hier et aujourd’hui »
  const bool adverb = first.text == "hier" || first.text == "aujourd" || first.text == "avant";
  const auto joins = [&](std::size_t at) {
    return at < tokens.size() && (tokens[at].text == "et" || tokens[at].text == "ou");
  };
  if (!adverb) return false;
  for (std::size_t at = begin > 0 ? begin - 1 : 0; at <= end; ++at) {
    if (joins(at)) return true;
  }
  return false;
}

}  // namespace

std::optional<DateRange> parse_days(std::string_view text, sys_days today) {
  if (text.size() > kLongestText) return {};
  const std::vector<DayToken> tokens = day_tokens(text);
  const Asked asked{.today = today};
  DayCursor cursor(tokens);
  auto expression = take_dateline(cursor, asked);
  if (!expression) expression = take_dotted(cursor, asked);
  if (!expression) return {};
  return to_range(*expression);
}

std::optional<DaysFound> leading_days(std::string_view text, sys_days today) {
  const std::vector<DayToken> tokens = day_tokens(text.substr(0, kLongestText));
  DayCursor cursor(tokens);
  const auto expression = take_expression(cursor, {.today = today});
  if (!expression || !ends_word(cursor)) return {};
  return DaysFound{to_range(*expression), 0, tokens[cursor.at() - 1].end};
}

std::vector<DaysFound> find_days(std::string_view text, sys_days today) {
  const std::vector<DayToken> tokens = day_tokens(text);
  const Asked asked{.today = today, .setting = Asked::Setting::among_words};
  const std::vector<unsigned char> far = distances(tokens);
  std::vector<DaysFound> found;
  for (std::size_t at = 0; at < tokens.size();) {
    DayCursor cursor(tokens, at);
    const bool may_begin = begins_word(tokens, at) && far[at] < kFar;
    const auto expression = may_begin ? take_expression(cursor, asked) : std::nullopt;
    if (!expression || !expression->clear || !ends_word(cursor)) {
      ++at;
      continue;
    }
    if (is_doubtful(tokens, at, cursor.at())) {
      at = cursor.at();
      continue;
    }
    found.push_back({to_range(*expression), tokens[at].begin, tokens[cursor.at() - 1].end});
    at = cursor.at();
  }
  return found;
}

std::optional<DateOperator> date_operator(std::string_view typed) {
  const std::string key = indexing::field_key(typed);
  if (key == "depui") return DateOperator::since;  // field_key takes off a final s
  if (key == "apre") return DateOperator::after;
  if (key == "avant") return DateOperator::before;
  if (key == "jusque" || key == "jusqu'a") return DateOperator::until;
  const indexing::Field* const field = indexing::find_field(typed);
  if (field != nullptr && field->kind == indexing::FieldKind::date) return DateOperator::within;
  return {};
}

DateRange apply(DateOperator op, const DateRange& range, sys_days today) {
  // Beyond the last year that has four digits there is nothing.
  const auto shifted = [](const std::string& iso, int by) {
    if (iso.empty()) return iso;
    const std::string day = support::to_iso(*support::parse_iso_day(iso) + days(by));
    return support::parse_iso_day(day) ? day : std::string();
  };
  switch (op) {
    case DateOperator::within:
      return range;
    case DateOperator::since: {
      const std::string end = support::to_iso(today);
      return {range.from, range.from <= end ? end : std::string()};
    }
    case DateOperator::after:
      return {shifted(range.to, 1), ""};
    case DateOperator::before:
      return {"", shifted(range.from, -1)};
    case DateOperator::until:
      return {"", range.to};
  }
  return range;
}

}  // namespace kiosque::querying
