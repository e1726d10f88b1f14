#include "support/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "support/text.hpp"

namespace kiosque::support {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kGroup = 3;  // digits

// How many bytes of white space stand at `at`, an ordinary blank or a no-break space.
std::size_t blank_at(std::string_view text, std::size_t at) {
  for (const std::string_view blank : {" ", "\u00a0", "\u202f"}) {
    if (text.substr(at).starts_with(blank)) return blank.size();
  }
  return 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Behind a blank there are three digits, and no fourth.
bool is_group(std::string_view rest) {
  if (rest.size() < kGroup || !std::all_of(rest.begin(), rest.begin() + kGroup, is_digit))
    return false;
  return rest.size() == kGroup || !is_digit(rest[kGroup]);
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  text = trim(text);
  if (text.size() > kLongest) return {};
  if (text.starts_with('+') && text.size() > 1 && is_digit(text[1])) text.remove_prefix(1);
  const bool comma =
      std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string_view::npos;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t blank = blank_at(text, at); blank > 0) {
      if (plain.empty() || !is_digit(plain.back()) || !is_group(text.substr(at + blank))) return {};
      at += blank;
      continue;
    }
    plain += text[at] == ',' && comma ? '.' : text[at];
    ++at;
  }
  // Not what only programs write: "inf", "nan".
  if (plain.find_first_not_of("0123456789.eE+-") != std::string::npos) return {};
  double number = 0;
  const char* const end = plain.data() + plain.size();
  const auto [stop, error] = std::from_chars(plain.data(), end, number);
  if (plain.empty() || error != std::errc() || stop != end || !std::isfinite(number)) return {};
  return number == 0 ? 0 : number;  // no negative zero
}

std::string print_number(double number) {
  return fmt::format("{}", number);
}

}  // namespace kiosque::support
