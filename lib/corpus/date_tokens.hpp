#pragma once
// A folded text as the numbers, words and marks that dates are made of.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace kiosque::corpus {

enum class DateTokenKind { number, word, mark };

struct DateToken {
  DateTokenKind kind = DateTokenKind::mark;
  std::string_view text = {};  // folded
  int value = -1;              // of a number of at most nine digits
  bool spaced = false;         // white space before it
  std::size_t begin = 0;       // in the folded text
  std::size_t end = 0;
};

using DateTokens = std::vector<DateToken>;

/// The tokens of a folded text, which must outlive them.
[[nodiscard]] DateTokens tokens_of(std::string_view folded);

/// Reads forward through the tokens; every step is bounded, so that trying at each one stays
/// linear.
class DateCursor {
 public:
  DateCursor(const DateTokens& tokens, std::size_t at) : tokens_(&tokens), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= tokens_->size(); }
  [[nodiscard]] const DateToken& peek(std::size_t ahead = 0) const {
    static const DateToken kNone;
    return at_ + ahead < tokens_->size() ? (*tokens_)[at_ + ahead] : kNone;
  }
  [[nodiscard]] bool is(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).text == text;
  }
  [[nodiscard]] bool glued(std::string_view text, std::size_t ahead = 0) const {
    return is(text, ahead) && !peek(ahead).spaced;
  }
  [[nodiscard]] bool number(std::size_t ahead = 0) const {
    return peek(ahead).kind == DateTokenKind::number && peek(ahead).value >= 0;
  }
  [[nodiscard]] std::size_t digits(std::size_t ahead = 0) const {
    return number(ahead) ? peek(ahead).text.size() : 0;
  }
  void skip(std::size_t count = 1) { at_ += count; }
  bool take(std::string_view text) {
    if (done() || !is(text)) return false;
    skip();
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> texts) {
    return std::any_of(texts.begin(), texts.end(), [&](auto text) { return take(text); });
  }

 private:
  const DateTokens* tokens_;
  std::size_t at_;
};

}  // namespace kiosque::corpus
