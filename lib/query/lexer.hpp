#pragma once
// Typed text as tokens: words, phrases, field names, parentheses, signs.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/own_fields.hpp"

namespace kiosque::querying {

/// Words in capitals that may be operators: ET, OU, SAUF, PRES/5, ADJ/5, MEME/PHRASE,
/// MEME/PARAGRAPHE between two operands, AUMOINS/3 before one, DE between a number and a
/// parenthesis; and their English kin.
enum class Operator {
  none,
  both,
  either,
  without,
  near,
  ordered,
  sentence,
  paragraph,
  frequent,
  of
};

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
  char mark = 0;                        // '~' or '=' right before a word, or 0
  bool prefix = false;                  // of a word: an asterisk stood right behind it
  double weight = 1;                    // ^3 right behind a word, a phrase or a parenthesis
  Operator connector = Operator::none;  // of a word that is one of them
  std::size_t count = 0;                // of an operator that has a number
  std::string text;
  std::size_t begin = 0;  // bytes of the query: [begin, end), the sign included
  std::size_t end = 0;
};

/// Of a clause.
inline constexpr double kLeastWeight = 0.01;
inline constexpr double kMostWeight = 100;

/// Linear in the text. `fields` are those that have a name before a colon.
std::vector<Token> lex(std::string_view text,
                       const indexing::FieldTable& fields = indexing::library_fields());

/// Whether any letter or digit is in it.
bool has_word(std::string_view text);

/// Whether any letter is in it.
bool has_letter(std::string_view text);

/// Whether it has letters, and all are capitals.
bool is_upper(std::string_view text);

}  // namespace kiosque::querying
