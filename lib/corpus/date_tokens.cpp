#include "corpus/date_tokens.hpp"

#include <utility>

namespace kiosque::corpus {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace

DateTokens tokens_of(std::string_view folded) {
  DateTokens tokens;
  bool spaced = false;
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] == ' ') {
      spaced = true;
      ++at;
      continue;
    }
    DateToken token{.spaced = std::exchange(spaced, false), .begin = at};
    const auto run = [&](auto&& belongs) {
      while (at < folded.size() && belongs(folded[at])) ++at;
    };
    if (is_digit(folded[at])) {
      token.kind = DateTokenKind::number;
      run(is_digit);
      if (at - token.begin <= 9) {
        token.value = 0;
        for (std::size_t i = token.begin; i < at; ++i) {
          token.value = token.value * 10 + (folded[i] - '0');
        }
      }
    } else if (is_letter(folded[at])) {
      token.kind = DateTokenKind::word;
      run(is_letter);
    } else {
      ++at;
    }
    token.end = at;
    token.text = folded.substr(token.begin, at - token.begin);
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace kiosque::corpus
