#include "search/borders.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "support/text.hpp"

namespace kiosque::searching {
namespace {

constexpr std::array<std::string_view, 6> kOpening = {"«", "“", "(", "[", "–", "—"};
constexpr std::array<std::string_view, 12> kClosing = {"»", "”", ")", "]", "!", "?",
                                                       ";", ":", ",", ".", "–", "—"};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// The last border behind `begin`, up to `end`; `begin` where there is none.
std::size_t last_border(icu::BreakIterator& borders, std::string_view text, std::size_t begin,
                        std::size_t end) {
  // Some way beyond the end, since a border depends on what follows.
  constexpr std::size_t kBeyond = 64;
  const std::string_view piece = support::cut_utf8(text.substr(begin), end - begin + kBeyond);
  UErrorCode error = U_ZERO_ERROR;
  UText* const bytes =
      utext_openUTF8(nullptr, piece.data(), static_cast<std::int64_t>(piece.size()), &error);
  borders.setText(bytes, error);
  std::size_t border = begin;
  if (U_SUCCESS(error)) {
    const auto found = borders.preceding(static_cast<std::int32_t>(end - begin) + 1);
    if (found > 0) border = begin + static_cast<std::size_t>(found);
  }
  utext_close(bytes);
  return border;
}

std::size_t border_before(std::string_view text, std::size_t begin, std::size_t end) {
  using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);
  for (const Create create : {Create(&icu::BreakIterator::createWordInstance),
                              Create(&icu::BreakIterator::createCharacterInstance)}) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> borders(create(icu::Locale::getFrench(), error));
    if (U_FAILURE(error)) continue;
    const std::size_t border = last_border(*borders, text, begin, end);
    if (border > begin) return border;
  }
  // A grapheme that is longer than all that is wanted.
  return std::max(end, forward(text, begin, 1));
}

}  // namespace

std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  // Eight bytes at a time: those with the high bit and without the next one go on a character.
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  while (count >= 8 && at + 8 <= text.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t going_on = eight & ~(eight << 1U) & kHighBits;
    count -= 8 - ((going_on >> 7U) * kOnes >> 56U);
    at += 8;
  }
  for (; at < text.size(); ++at) {
    if ((text[at] & 0xC0) != 0x80 && count-- == 0) break;
  }
  return at;
}

std::size_t back(std::string_view text, std::size_t start, std::size_t at, std::size_t count) {
  while (at > start && count > 0) {
    --at;
    if ((text[at] & 0xC0) != 0x80) --count;
  }
  return at;
}

std::size_t word_after(std::string_view text, std::size_t at, std::size_t limit) {
  while (at < limit) {
    while (at < limit && !is_blank(text[at])) ++at;
    const std::size_t before = at;
    while (at < limit && is_blank(text[at])) ++at;
    if (before > 0 && is_digit(text[before - 1]) && is_digit(text[at])) continue;
    const std::string_view rest = text.substr(at);
    if (std::none_of(kClosing.begin(), kClosing.end(),
                     [&](std::string_view mark) { return rest.starts_with(mark); })) {
      break;
    }
  }
  return at;
}

std::size_t cut_before(std::string_view text, std::size_t begin, std::size_t limit) {
  if (limit >= text.size()) return trimmed(text, begin, text.size());
  std::size_t end = limit;
  while (true) {
    // To a blank, before which words end.
    while (end > begin && !is_blank(text[end])) --end;
    const std::size_t next = end;
    end = trimmed(text, begin, end);
    if (end == begin) return border_before(text, begin, limit);
    const std::string_view kept = text.substr(begin, end - begin);
    const auto mark = std::find_if(kOpening.begin(), kOpening.end(),
                                   [&](std::string_view sign) { return kept.ends_with(sign); });
    if (mark != kOpening.end()) {
      end -= mark->size();
      if (end == begin) return border_before(text, begin, limit);
      end = is_blank(text[end - 1]) ? end - 1 : end;
      continue;
    }
    const std::size_t after = text.find_first_not_of(" \n\t\r", next);
    if (after == std::string_view::npos || !is_digit(text[after]) || !is_digit(text[end - 1]))
      return end;
    --end;
  }
}

}  // namespace kiosque::searching
