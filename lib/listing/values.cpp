#include "listing/values.hpp"

#include <cstdint>

#include "support/text.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

namespace kiosque::listing {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// C0 and C1; next line (U+0085) is one of the latter.
bool is_control(std::int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// What some readers end a line at, beside control characters.
bool is_separator(std::int32_t c) {
  return c == 0x2028 || c == 0x2029;
}

// Calls `visit` with each code point, negative for what is none, and its bytes.
template <typename Visit>
void each_code_point(std::string_view text, Visit&& visit) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const std::int32_t c = support::next_code_point(text, i);
    visit(c, c < 0 ? kReplacement : text.substr(begin, i - begin));
  }
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  each_code_point(support::trim(text), [&](std::int32_t c, std::string_view bytes) {
    if (c == ' ' || (c >= 0 && (is_control(c) || is_separator(c)))) {
      space = true;
      return;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += bytes;
  });
  return line;
}

std::string printable(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  each_code_point(text, [&](std::int32_t c, std::string_view bytes) {
    if (c < 0 || !is_control(c) || c == '\n' || c == '\r' || c == '\t') kept += bytes;
  });
  return kept;
}

std::string id_of(const Article& article) {
  return article.id.empty() ? derived_id(article) : article.id;
}

std::optional<std::chrono::year_month_day> day_of(const Article& article) {
  const auto moment = support::parse_moment(article.published, support::home_zone());
  if (!moment) return {};
  return std::chrono::year_month_day(moment->day);
}

}  // namespace kiosque::listing
