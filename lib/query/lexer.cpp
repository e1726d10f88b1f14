#include "query/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "analysis/characters.hpp"
#include "query/days.hpp"
#include "support/utf8.hpp"

namespace kiosque::querying {
namespace {

using analysis::CharKind;

constexpr std::int32_t kLeftGuillemet = 0xAB;
constexpr std::int32_t kRightGuillemet = 0xBB;
constexpr std::int32_t kLeftQuote = 0x201C;
constexpr std::int32_t kRightQuote = 0x201D;

bool opens_phrase(std::int32_t c) {
  return c == '"' || c == kLeftGuillemet || c == kLeftQuote || c == kRightQuote;
}

bool closes(std::int32_t opening, std::int32_t c) {
  if (opening == kLeftGuillemet) return c == kRightGuillemet;
  return c == '"' || c == kRightQuote;
}

bool is_quote(std::int32_t c) {
  return opens_phrase(c) || c == kRightGuillemet;
}

struct OperatorName {
  std::string_view name;
  Operator meaning;
  bool counted = false;  // a slash and a number follow
};
constexpr std::array kOperators = {
    OperatorName{"ET", Operator::both},
    OperatorName{"AND", Operator::both},
    OperatorName{"OU", Operator::either},
    OperatorName{"OR", Operator::either},
    OperatorName{"SAUF", Operator::without},
    OperatorName{"NOT", Operator::without},
    OperatorName{"PRES", Operator::near, true},
    OperatorName{"PRÈS", Operator::near, true},
    OperatorName{"NEAR", Operator::near, true},
    OperatorName{"ADJ", Operator::ordered, true},
    OperatorName{"MEME/PHRASE", Operator::sentence},
    OperatorName{"MÊME/PHRASE", Operator::sentence},
    OperatorName{"SAME/SENTENCE", Operator::sentence},
    OperatorName{"MEME/PARAGRAPHE", Operator::paragraph},
    OperatorName{"MÊME/PARAGRAPHE", Operator::paragraph},
    OperatorName{"SAME/PARAGRAPH", Operator::paragraph},
    OperatorName{"AUMOINS", Operator::frequent, true},
    OperatorName{"ATLEAST", Operator::frequent, true},
    OperatorName{"DE", Operator::of},
    OperatorName{"OF", Operator::of},
};

// A whole number from 1 to 999.
std::optional<std::size_t> count_of(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count == 0 || count > 999)
    return {};
  return count;
}

void find_operator(Token& token) {
  for (const auto& [name, meaning, counted] : kOperators) {
    if (!token.text.starts_with(name)) continue;
    const std::string_view rest = std::string_view(token.text).substr(name.size());
    if (!counted && rest.empty()) token.connector = meaning;
    if (!counted || !rest.starts_with('/')) continue;
    if (const auto count = count_of(rest.substr(1))) {
      token.connector = meaning;
      token.count = *count;
    }
  }
}

bool is_mark(char byte) {
  return byte == '~' || byte == '=';
}

// What may stand before a word.
bool is_sign(char byte) {
  return byte == '+' || byte == '-' || is_mark(byte);
}

class Lexer {
 public:
  Lexer(std::string_view text, const indexing::FieldTable& fields) : text_(text), fields_(fields) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  // The code point at `at`, and where the next one begins.
  [[nodiscard]] std::pair<std::int32_t, std::size_t> look(std::size_t at) const {
    const std::int32_t c = support::next_code_point(text_, at);
    return {c, at};
  }

  void step() {
    const std::size_t begin = at_;
    auto [c, next] = look(at_);
    if (analysis::character(c).kind == CharKind::space) {
      at_ = next;
      fresh_ = true;
      return;
    }
    char sign = 0;
    if (fresh_ && (c == '+' || c == '-')) {
      while (next < text_.size() && (text_[next] == '+' || text_[next] == '-')) ++next;
      at_ = next;
      if (at_ >= text_.size()) return;
      const auto [after, behind] = look(at_);
      if (!signs(after)) return;  // a dash, or a plus of its own: text without words
      sign = static_cast<char>(c);
      c = after;
      next = behind;
    }
    if (c == '(' || c == ')') {
      add(c == '(' ? Token::Kind::open : Token::Kind::close, sign, begin, next, {});
      if (c == ')') take_weight();
      fresh_ = c == '(';
    } else if (is_quote(c)) {
      phrase(c, sign, begin, next);
    } else {
      word(sign, begin);
    }
  }

  static bool signs(std::int32_t c) {
    return c != ')' && c != kRightGuillemet && analysis::character(c).kind != CharKind::space;
  }

  void add(Token::Kind kind, char sign, std::size_t begin, std::size_t end, std::string text) {
    Token token;
    token.kind = kind;
    token.sign = sign;
    token.text = std::move(text);
    token.begin = begin;
    token.end = end;
    at_ = end;
    tokens_.push_back(std::move(token));
  }

  void phrase(std::int32_t opening, char sign, std::size_t begin, std::size_t inside) {
    fresh_ = false;
    if (opening == kRightGuillemet) {  // closes nothing
      at_ = inside;
      return;
    }
    // Once a kind of quotation mark is known not to close any more, it is not looked for again.
    bool& hopeless = opening == kLeftGuillemet ? no_guillemet_ : no_quote_;
    for (std::size_t at = inside; !hopeless && at < text_.size();) {
      const auto [c, next] = look(at);
      if (closes(opening, c)) {
        const std::string_view content = text_.substr(inside, at - inside);
        if (has_word(content)) {
          add(Token::Kind::phrase, sign, begin, next, tidy(content));
          take_weight();
        } else {
          at_ = next;
        }
        return;
      }
      at = next;
    }
    hopeless = true;
    add(Token::Kind::unclosed, 0, begin, inside, {});
  }

  void word(char sign, std::size_t begin) {
    // Signs that are none, since they do not begin an operand, are no part of a word either.
    const bool begins = fresh_ || (!tokens_.empty() && tokens_.back().kind == Token::Kind::field &&
                                   tokens_.back().end == at_);
    char mark = 0;
    for (; at_ < text_.size(); ++at_) {
      const char byte = text_[at_];
      if (!is_sign(byte)) break;
      if (is_mark(byte) && mark == 0 && begins) mark = byte;
    }
    const std::size_t start = at_;
    std::size_t colon = std::string_view::npos;
    std::size_t at = at_;
    for (std::size_t next = next_in_word(start, at); next > at; next = next_in_word(start, at)) {
      if (text_[at] == ':' && colon == std::string_view::npos) {
        colon = at;
        if (field_ends(start, at)) {
          add(Token::Kind::field, sign, begin, at + 1,
              std::string(text_.substr(start, at - start)));
          fresh_ = false;
          return;
        }
      }
      at = next;
    }
    add(Token::Kind::word, sign, begin, at, std::string(text_.substr(start, at - start)));
    Token& token = tokens_.back();
    token.mark = mark;
    if (mark == 0) find_operator(token);
    // A sign may stand before AUMOINS/3, not before what stands between two operands.
    if (sign != 0 && token.connector != Operator::none && token.connector != Operator::frequent) {
      token.connector = Operator::none;
      token.text = analysis::fold_value(token.text);
    }
    if (token.connector == Operator::none) take_endings(token);
    fresh_ = false;
  }

  // ^3 and * right behind a word.
  static void take_endings(Token& token) {
    const std::size_t caret = token.text.rfind('^');
    if (caret != std::string::npos && caret > 0) {
      if (const auto weight = weight_of(std::string_view(token.text).substr(caret + 1))) {
        token.weight = *weight;
        token.text.resize(caret);
      }
    }
    const std::string_view word = token.text;
    if (token.mark != 0 || word.size() < 2 || word.find('*') != word.size() - 1) return;
    // A letter stands before it: of "titre:*" the colon would be taken for a field's.
    const char last = word[word.size() - 2];
    if (last >= 0 && !has_word({&last, 1})) return;
    token.prefix = true;
    token.text.pop_back();
  }

  // Behind a quotation mark or a parenthesis.
  void take_weight() {
    if (at_ >= text_.size() || text_[at_] != '^') return;
    std::size_t end = at_ + 1;
    while (end < text_.size() && ((text_[end] >= '0' && text_[end] <= '9') || text_[end] == '.'))
      ++end;
    const auto weight = weight_of(text_.substr(at_ + 1, end - at_ - 1));
    if (!weight) return;
    tokens_.back().weight = *weight;
    tokens_.back().end = end;
    at_ = end;
  }

  static std::optional<double> weight_of(std::string_view text) {
    constexpr std::size_t kLongest = 24;
    if (text.empty() || text.size() > kLongest ||
        text.find_first_not_of("0123456789.") != std::string_view::npos) {
      return {};
    }
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc() || end != text.data() + text.size() || weight < kLeastWeight ||
        weight > kMostWeight) {
      return {};
    }
    return weight;
  }

  // Behind the bracket that closes "étudiant(e)", `inside` standing behind the one that opens; 0
  // where it is no inclusive writing.
  [[nodiscard]] std::size_t inclusive_end(std::size_t inside) const {
    constexpr int kLongestEnding = 6;
    for (int letters = 0; inside < text_.size() && letters <= kLongestEnding; ++letters) {
      const auto [c, next] = look(inside);
      if (c == ')') return letters > 0 ? next : 0;
      if (analysis::character(c).kind != CharKind::letter) return 0;
      inside = next;
    }
    return 0;
  }

  // A known name, and a value right behind the colon: `Source : AFP` is text.
  [[nodiscard]] bool field_ends(std::size_t start, std::size_t colon) {
    constexpr std::size_t kLongestName = 40;
    if (colon - start > kLongestName || colon + 1 >= text_.size()) return false;
    if (!tokens_.empty() && tokens_.back().kind == Token::Kind::field &&
        tokens_.back().end == start) {
      return false;  // titre:a:b has the value a:b
    }
    const auto [c, next] = look(colon + 1);
    if (c == ')' || c == ':' || c == kRightGuillemet ||
        analysis::character(c).kind == CharKind::space) {
      return false;
    }
    if (opens_phrase(c) && !phrase_closes(c, next)) return false;
    const std::string_view name = text_.substr(start, colon - start);
    if (fields_.find(name) == nullptr && !date_operator(name)) return false;
    return c == '(' || opens_phrase(c) || c == '.' || value_has_word(colon + 1);
  }

  // Of the value alone, so that what follows it changes nothing.
  [[nodiscard]] bool value_has_word(std::size_t at) const {
    while (at < text_.size() && is_sign(text_[at])) ++at;
    const std::size_t start = at;
    for (std::size_t next = next_in_word(start, at); next > at; next = next_in_word(start, at)) {
      if (has_word(text_.substr(at, next - at))) return true;
      at = next;
    }
    return false;
  }

  // Behind what stands at `at`, if the word that begins at `start` goes on with it; else `at`.
  [[nodiscard]] std::size_t next_in_word(std::size_t start, std::size_t at) const {
    if (at >= text_.size()) return at;
    const auto [c, next] = look(at);
    if (c == '(' && at > start) {
      if (const std::size_t closed = inclusive_end(next); closed != 0) return closed;
    }
    const bool ends =
        c == '(' || c == ')' || is_quote(c) || analysis::character(c).kind == CharKind::space;
    return ends ? at : next;
  }

  [[nodiscard]] bool phrase_closes(std::int32_t opening, std::size_t inside) {
    bool& hopeless = opening == kLeftGuillemet ? no_guillemet_ : no_quote_;
    for (std::size_t at = inside; !hopeless && at < text_.size();) {
      const auto [c, next] = look(at);
      if (closes(opening, c)) return has_word(text_.substr(inside, at - inside));
      at = next;
    }
    hopeless = true;
    return false;
  }

  // One line without white space at its ends, and without quotation marks of any kind.
  static std::string tidy(std::string_view content) {
    std::string line;
    bool space = false;
    for (std::size_t at = 0; at < content.size();) {
      const std::size_t begin = at;
      const std::int32_t c = support::next_code_point(content, at);
      if (analysis::character(c).kind == CharKind::space || is_quote(c)) {
        space = true;
        continue;
      }
      if (space && !line.empty()) line += ' ';
      space = false;
      line += content.substr(begin, at - begin);
    }
    return line;
  }

  std::string_view text_;
  const indexing::FieldTable& fields_;
  std::size_t at_ = 0;
  bool fresh_ = true;  // a sign would begin an operand here
  bool no_quote_ = false;
  bool no_guillemet_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view text, const indexing::FieldTable& fields) {
  return Lexer(text, fields).run();
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto kind = analysis::character(support::next_code_point(text, at)).kind;
    if (kind == CharKind::letter || kind == CharKind::digit || kind == CharKind::dictionary ||
        kind == CharKind::currency)
      return true;
  }
  return false;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (analysis::character(support::next_code_point(text, at)).kind == CharKind::letter)
      return true;
  }
  return false;
}

bool is_upper(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = analysis::character(support::next_code_point(text, at));
    if (character.kind != CharKind::letter) continue;
    if (!character.upper) return false;
    any = true;
  }
  return any;
}

}  // namespace kiosque::querying
