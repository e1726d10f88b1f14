#pragma once
// What each code point is to the tokenizer, and what it becomes: lower case, without accents.

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosque::analysis {

enum class CharKind : std::uint8_t {
  separator,  // punctuation and symbols without a role of their own
  space,      // of any width
  letter,
  digit,
  ignorable,   // combining marks, soft hyphens, zero-width and bidi characters: part of the word,
               // invisible
  apostrophe,  // ' ’ ʼ ′ ‘ and their kin
  hyphen,
  dot,
  comma,
  colon,
  slash,
  open,    // (
  close,   // )
  middot,  // · • ‧: what inclusive writing puts inside words
  ampersand,
  currency,    // € $ £: words of their own
  dictionary,  // scripts written without spaces: ICU's dictionaries find the words
};

/// A code point's kind and its folding: NFKD, marks dropped, case folded, and the Latin letters
/// that Unicode does not decompose (œ æ ø ł đ …) spelt out. At most four bytes are held here; rare
/// longer foldings come from `fold_slowly`.
struct Character {
  CharKind kind = CharKind::separator;
  bool upper = false;
  bool accented = false;       // folding drops a mark (é, ç, a combining accent)
  std::uint8_t fold_size = 0;  // kLongFold: ask fold_slowly
  char fold[4] = {};
};
inline constexpr std::uint8_t kLongFold = 255;

inline constexpr std::int32_t kTableSize = 0x2100;  // Latin to general punctuation

/// The table of the first `kTableSize` code points, built once from ICU's data.
const Character* character_table();

/// Any code point; beyond the table it asks ICU each time. A negative one (invalid UTF-8) is a
/// separator.
Character character(std::int32_t code_point);

/// The whole folding of a code point, however long.
std::string fold_slowly(std::int32_t code_point);

/// Appends a word with its accents: lower case, composed, ligatures spelt out (œ is oe), letters
/// and digits only.
void append_exact(std::string_view word, std::string& out);

/// Folds a whole text, keeping what is no letter: for values compared as a whole (tags, sections).
/// White space is collapsed and trimmed, typographic apostrophes become ', ignorables vanish.
std::string fold_value(std::string_view text);

}  // namespace kiosque::analysis
