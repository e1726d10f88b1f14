#include "locale.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace command {
namespace {

bool locale_is_french() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("fr");
  }
  return false;
}

constexpr std::array<Message, 12> months{{{"January", "janvier"},
                                          {"February", "février"},
                                          {"March", "mars"},
                                          {"April", "avril"},
                                          {"May", "mai"},
                                          {"June", "juin"},
                                          {"July", "juillet"},
                                          {"August", "août"},
                                          {"September", "septembre"},
                                          {"October", "octobre"},
                                          {"November", "novembre"},
                                          {"December", "décembre"}}};

/// The shape of `text`: 9 in the pattern stands for any digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  return text.size() >= pattern.size() &&
         std::equal(pattern.begin(), pattern.end(), text.begin(), [](char expected, char actual) {
           return expected == '9' ? std::isdigit(static_cast<unsigned char>(actual)) != 0
                                  : expected == actual;
         });
}

}  // namespace

bool in_french() {
  static const bool french = locale_is_french();
  return french;
}

const char* tr(const Message& message) {
  return in_french() ? message.french : message.english;
}

std::string whole(std::uint64_t number) {
  std::string digits = std::to_string(number);
  // U+202F, the narrow no-break space, is what French typography asks for.
  const char* separator = in_french() ? "\u202f" : ",";
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, separator);
  return digits;
}

std::string decimal(double number, int digits) {
  std::string text = fmt::format("{:.{}f}", number, digits);
  if (in_french()) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string file_size(std::uint64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size < 1e3) return say(text::bytes, whole(bytes));
  if (size < 1e6) return say(text::kilobytes, decimal(size / 1e3, 1));
  if (size < 1e9) return say(text::megabytes, decimal(size / 1e6, 1));
  return say(text::gigabytes, decimal(size / 1e9, 1));
}

std::string counted(std::uint64_t number, const Message& one, const Message& many) {
  const bool singular = number == 1 || (number == 0 && in_french());
  return say(singular ? one : many, whole(number));
}

std::string written_date(std::string_view iso) {
  if (!has_shape(iso, "9999-99-99")) return std::string(iso);
  const int month = std::atoi(std::string(iso.substr(5, 2)).c_str());
  const int day = std::atoi(std::string(iso.substr(8, 2)).c_str());
  if (month < 1 || month > 12) return std::string(iso);
  std::string date = fmt::format("{}{} {} {}", day, day == 1 && in_french() ? "er" : "",
                                 tr(months[static_cast<std::size_t>(month - 1)]), iso.substr(0, 4));
  if (has_shape(iso.substr(10), "T99:99")) date += fmt::format(", {}", iso.substr(11, 5));
  return date;
}

}  // namespace command
