#pragma once
// Typed text as tokens: words, phrases, field names, parentheses, signs.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::querying {

enum class Operator { none, both, either, without };  // ET, OU, SAUF and their English kin

struct Token {
  enum class Kind {
    word,
    phrase,    // `text` without its quotation marks
    unclosed,  // a quotation mark that nothing closes
    field,     // `text` is a name of a field; a value follows at once
    open,
    close,
  };
  Kind kind = Kind::word;
  char sign = 0;                        // '+' or '-' right before it, or 0
  Operator connector = Operator::none;  // of a word that is one of them in capitals
  std::string text;
  std::size_t begin = 0;  // bytes of the query: [begin, end), the sign included
  std::size_t end = 0;
};

/// Linear in the text.
std::vector<Token> lex(std::string_view text);

/// Whether any letter or digit is in it.
bool has_word(std::string_view text);

/// Whether any letter is in it.
bool has_letter(std::string_view text);

/// Whether it has letters, and all are capitals.
bool is_upper(std::string_view text);

}  // namespace kiosque::querying
