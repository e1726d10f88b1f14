#include "corpus/scraped_text.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace kiosque::corpus::scraped {
namespace {

// The plain letters of U+00C0 to U+017F; '?' where there is none, capitals as small letters.
constexpr std::string_view kLatin =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk?lllllll"
    "lllnnnnnn???oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view plain_form(UChar32 c) {
  static constexpr std::string_view kAscii =
      "                                "  // control characters count as spaces
      " !\"#$%&'()*+,-./"
      "0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz"
      "{|}~ ";
  static constexpr std::string_view kNone{&kForeign, 1};
  if (c >= 0 && c < 0x80) return kAscii.substr(static_cast<std::size_t>(c), 1);
  if (c >= 0xC0 && c < 0x180) {
    if (c == 0xC6 || c == 0xE6) return "ae";
    if (c == 0x152 || c == 0x153) return "oe";
    if (c == 0xDF) return "ss";
    const auto at = static_cast<std::size_t>(c - 0xC0);
    return at < kLatin.size() && kLatin[at] != '?' ? kLatin.substr(at, 1) : kNone;
  }
  if (c >= 0x300 && c <= 0x36F) return {};  // combining accents
  if ((c >= 0x2000 && c <= 0x200A) || c == 0xA0 || c == 0x202F || c == 0x205F || c == 0x3000) {
    return " ";
  }
  if ((c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD) return {};
  if (c >= 0x2010 && c <= 0x2015) return "-";
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2026:
      return "...";
    case 0x2022:
    case 0x2023:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x2043:
    case 0xB7:
      return "*";
    case 0x203A:
    case 0x2192:
    case 0x25B6:
    case 0x25BA:
      return ">";
    case 0x2039:
    case 0x2190:
      return "<";
    case 0xBA:
    case 0xB0:
      return "o";
    default:
      return kNone;
  }
}

UChar32 next_char(std::string_view text, std::size_t& at) {
  // ICU counts in int32_t: a window keeps texts of any length within it.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = static_cast<std::int32_t>(text.size() - at < 8 ? text.size() - at : 8);
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, used, left, c);
  at += static_cast<std::size_t>(used);
  return c;
}

bool is_space(UChar32 c) {
  if (c < 0) return false;
  const auto plain = plain_form(c);
  return plain.empty() || plain == " ";
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) folded += plain_form(next_char(text, at));
  return folded;
}

Folded fold_with_offsets(std::string_view text) {
  Folded folded;
  folded.text.reserve(text.size());
  folded.offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    for (const char c : plain_form(next_char(text, at))) {
      folded.text += c;
      folded.offsets.push_back(from);
    }
  }
  folded.offsets.push_back(text.size());
  return folded;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_char(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    const auto continues = [&](std::size_t i) {
      return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
    };
    while (start > begin && end - start < 4 && continues(start)) --start;
    std::size_t next = start;
    if (!is_space(next_char(text, next)) || next != end) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace kiosque::corpus::scraped
