#include "analysis/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <vector>

#include "support/utf8.hpp"

namespace kiosque::analysis {
namespace {

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKDInstance(status);
}

// Latin letters that carry their stroke or ligature inside, so that Unicode has no decomposition;
// and currencies, which are read out.
std::string_view undecomposed(std::int32_t c) {
  switch (c) {
    case 0x00E6:
    case 0x01FD:
    case 0x00C6:
      return "ae";
    case 0x0153:
    case 0x0152:
      return "oe";
    case 0x00F8:
    case 0x00D8:
      return "o";
    case 0x0142:
    case 0x0141:
      return "l";
    case 0x0111:
    case 0x0110:
    case 0x00F0:
    case 0x00D0:
      return "d";
    case 0x0127:
    case 0x0126:
      return "h";
    case 0x0131:
      return "i";
    case 0x00FE:
    case 0x00DE:
      return "th";
    case 0x1E9E:
    case 0x00DF:
      return "ss";
    case 0x20AC:
      return "euros";
    case '$':
      return "dollars";
    case 0x00A3:
      return "livres";
    default:
      return {};
  }
}

CharKind kind_of(std::int32_t c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case 0x2018:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
    case '`':
    case 0xFF07:
      return CharKind::apostrophe;
    case '-':
    case 0x2010:
    case 0x2011:
      return CharKind::hyphen;
    case '.':
      return CharKind::dot;
    case ',':
      return CharKind::comma;
    case ':':
      return CharKind::colon;
    case '/':
      return CharKind::slash;
    case '(':
      return CharKind::open;
    case ')':
      return CharKind::close;
    case 0x00B7:
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
      return CharKind::middot;
    case '&':
      return CharKind::ampersand;
    case '$':
    case 0x00A3:
    case 0x20AC:
      return CharKind::currency;
    case 0x00AA:
    case 0x00BA:
      return CharKind::separator;  // nº, 1ª
    case 0x200B:
      return CharKind::ignorable;  // zero-width space: a hint for line breaks inside words
    case 0x3005:
    case 0x309D:
    case 0x309E:
    case 0x30FC:
    case 0x30FD:
    case 0x30FE:
      return CharKind::dictionary;  // Japanese repetition and length marks: inside words
    default:
      break;
  }
  if (u_isUWhiteSpace(c)) return CharKind::space;
  const auto type = u_charType(c);
  switch (type) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
      return CharKind::letter;
    case U_OTHER_LETTER: {
      if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
        return CharKind::dictionary;
      UErrorCode status = U_ZERO_ERROR;
      const auto script = uscript_getScript(c, &status);
      return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
                 ? CharKind::dictionary
                 : CharKind::letter;
    }
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
    case U_LETTER_NUMBER:
      return CharKind::digit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
      return CharKind::ignorable;
    default:
      return CharKind::separator;
  }
}

Character make(std::int32_t c) {
  Character result;
  if (c < 0) return result;
  result.kind = kind_of(c);
  result.upper = u_isUUppercase(c) != 0 || u_istitle(c) != 0;
  if (result.kind == CharKind::ignorable) result.accented = u_getCombiningClass(c) != 0;
  if (result.kind != CharKind::letter && result.kind != CharKind::digit &&
      result.kind != CharKind::dictionary && result.kind != CharKind::currency) {
    return result;
  }
  const std::string folded = fold_slowly(c);
  if (folded.size() > sizeof result.fold) {
    result.fold_size = kLongFold;
  } else {
    result.fold_size = static_cast<std::uint8_t>(folded.size());
    folded.copy(result.fold, folded.size());
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString letter(static_cast<UChar32>(c));
  const icu::UnicodeString decomposed = nfkd().normalize(letter, status);
  for (std::int32_t i = decomposed.moveIndex32(0, 1); i < decomposed.length(); ++i) {
    if (u_getCombiningClass(decomposed.char32At(i)) != 0) result.accented = true;
  }
  return result;
}

}  // namespace

std::string fold_slowly(std::int32_t code_point) {
  if (const auto known = undecomposed(code_point); !known.empty()) return std::string(known);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text(static_cast<UChar32>(code_point));
  text.foldCase();
  const icu::UnicodeString decomposed = nfkd().normalize(text, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isUWhiteSpace(c)) continue;  // some ligatures of whole phrases hold spaces
    if (const auto known = undecomposed(c); !known.empty()) {  // Ǽ is Æ with an accent
      kept.append(icu::UnicodeString::fromUTF8(
          icu::StringPiece(known.data(), static_cast<std::int32_t>(known.size()))));
    } else {
      kept.append(c);
    }
  }
  kept.foldCase();
  std::string folded;
  kept.toUTF8String(folded);
  return folded;
}

const Character* character_table() {
  static const std::vector<Character> table = [] {
    std::vector<Character> made(kTableSize);
    for (std::int32_t c = 0; c < kTableSize; ++c) made[static_cast<std::size_t>(c)] = make(c);
    return made;
  }();
  return table.data();
}

Character character(std::int32_t code_point) {
  if (code_point >= 0 && code_point < kTableSize) return character_table()[code_point];
  return make(code_point);
}

void append_exact(std::string_view word, std::string& out) {
  const Character* const table = character_table();
  const std::size_t begin = out.size();
  bool marks = false;
  for (std::size_t i = 0; i < word.size();) {
    const std::int32_t c = support::next_code_point(word, i);
    const Character info = c >= 0 && c < kTableSize ? table[c] : character(c);
    const bool mark = info.kind == CharKind::ignorable && info.accented;
    marks = marks || mark;
    if (info.kind != CharKind::letter && info.kind != CharKind::digit && !mark) continue;
    if (!info.accented && info.fold_size == 1) {
      out.push_back(info.fold[0]);
    } else if (!info.accented && info.fold_size != kLongFold) {
      out.append(info.fold, info.fold_size);
    } else {
      support::append_code_point(u_tolower(c), out);
    }
  }
  if (!marks) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = icu::Normalizer2::getNFCInstance(status)->normalize(
      icu::UnicodeString::fromUTF8(std::string_view(out).substr(begin)), status);
  out.resize(begin);
  composed.toUTF8String(out);
}

std::string fold_value(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const std::int32_t c = support::next_code_point(text, i);
    const Character info = character(c);
    if (info.kind == CharKind::space) {
      space = true;
      continue;
    }
    if (info.kind == CharKind::ignorable) continue;
    if (space && !folded.empty()) folded += ' ';
    space = false;
    if (info.kind == CharKind::apostrophe) {
      folded += '\'';
    } else if (info.kind == CharKind::hyphen) {
      folded += '-';
    } else if (info.fold_size == kLongFold) {
      folded += fold_slowly(c);
    } else if (info.fold_size > 0) {
      folded.append(info.fold, info.fold_size);
    } else {
      folded.append(text.substr(begin, i - begin));
    }
  }
  return folded;
}

}  // namespace kiosque::analysis
