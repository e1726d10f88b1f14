#pragma once
// A text as the numbers, words and marks that dates are made of.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::querying {

struct DayToken {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  std::string text = {};  // folded; of a long word only its beginning: no word of a date is long
  int value = -1;         // of a number of at most nine digits
  bool spaced = false;    // white space before it
  bool capital = false;   // of a word that begins with one
  bool accented = false;  // a letter has a mark: "dès", not "des"
  std::size_t begin = 0;  // bytes of the text: [begin, end)
  std::size_t end = 0;
};

/// Linear in the text. Dashes of all lengths are "-", apostrophes "'", dots in a row "..".
std::vector<DayToken> day_tokens(std::string_view text);

/// Reads forward through tokens, which must outlive it. Functions that take something leave it
/// where it was if they fail.
class DayCursor {
 public:
  explicit DayCursor(const std::vector<DayToken>& tokens, std::size_t at = 0)
      : tokens_(&tokens), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= tokens_->size(); }
  [[nodiscard]] const DayToken& peek(std::size_t ahead = 0) const {
    static const DayToken kNone;
    return at_ + ahead < tokens_->size() ? (*tokens_)[at_ + ahead] : kNone;
  }
  [[nodiscard]] bool is(std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).text == text;
  }
  [[nodiscard]] bool word(std::size_t ahead = 0) const {
    return peek(ahead).kind == DayToken::Kind::word;
  }
  /// How many digits a number has; 0 for what is no number, or too long a one.
  [[nodiscard]] std::size_t digits(std::size_t ahead = 0) const {
    const DayToken& token = peek(ahead);
    return token.kind == DayToken::Kind::number && token.value >= 0 ? token.text.size() : 0;
  }
  [[nodiscard]] bool short_number(std::size_t ahead = 0) const {
    return digits(ahead) == 1 || digits(ahead) == 2;
  }
  /// Whether no white space stands before it.
  [[nodiscard]] bool glued(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_->size() && !peek(ahead).spaced;
  }
  void skip(std::size_t count = 1) { at_ += count; }

  /// A phrase, its tokens parted by spaces: "il y a".
  bool take(std::string_view phrase);
  bool take_any(std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](auto phrase) { return take(phrase); });
  }

 private:
  const std::vector<DayToken>* tokens_;
  std::size_t at_;
};

}  // namespace kiosque::querying
