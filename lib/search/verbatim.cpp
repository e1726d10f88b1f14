#include "search/verbatim.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "support/utf8.hpp"

namespace kiosque::searching {
namespace {

std::string plain(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(error);
  std::string composed;
  if (U_SUCCESS(error)) {
    icu::StringByteSink<std::string> sink(&composed);
    composer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink,
                            nullptr, error);
  }
  if (U_FAILURE(error)) composed = text;
  constexpr std::string_view kTypographic = "’";
  for (std::size_t at = composed.find(kTypographic); at != std::string::npos;
       at = composed.find(kTypographic, at + 1)) {
    composed.replace(at, kTypographic.size(), "'");
  }
  return composed;
}

// Whether the code point before or behind a place goes on a word.
bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const std::int32_t c = support::next_code_point(text, at);
  return c >= 0 && (u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK);
}
bool comes_on(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  --at;
  while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
  return goes_on(text, at);
}

}  // namespace

Verbatim::Verbatim(std::string_view typed) : typed_(plain(typed)) {}

bool Verbatim::stands_in(std::string_view text) const {
  const std::string searched = plain(text);
  for (std::size_t at = searched.find(typed_); at != std::string::npos;
       at = searched.find(typed_, at + 1)) {
    if (!comes_on(searched, at) && !goes_on(searched, at + typed_.size())) return true;
  }
  return false;
}

bool Verbatim::stands_in(const Article& article, std::optional<indexing::TextPart> part) const {
  using indexing::TextPart;
  const auto in = [&](TextPart where, std::string_view text) {
    return (!part || *part == where) && stands_in(text);
  };
  return in(TextPart::title, article.title) || in(TextPart::lead, article.lead) ||
         in(TextPart::body, article.body);
}

}  // namespace kiosque::searching
