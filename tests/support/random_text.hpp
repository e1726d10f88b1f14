#pragma once
// Texts for properties: the same ones at every run, from a seed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace kiosque::testing {

/// UTF-8 of one code point.
inline void append_code_point(std::string& text, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6U);
    byte(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12U);
    byte(0x80 | (c >> 6U & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  } else {
    byte(0xF0 | c >> 18U);
    byte(0x80 | (c >> 12U & 0x3FU));
    byte(0x80 | (c >> 6U & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  }
}

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : engine_(seed) {}

  /// From 0 to `below` - 1.
  std::size_t number(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(engine_);
  }

  /// Any bytes.
  std::string bytes(std::size_t longest) {
    std::string text(number(longest + 1), '\0');
    for (char& c : text) c = static_cast<char>(number(256));
    return text;
  }

  /// Code points of every plane, most of them of the scripts that the rules know.
  std::string unicode(std::size_t longest) {
    constexpr std::array<std::uint32_t, 6> kBelow = {0x80, 0x250, 0x600, 0x2200, 0x10000, 0x110000};
    std::string text;
    for (std::size_t left = number(longest + 1); left > 0; --left) {
      auto c = static_cast<std::uint32_t>(number(kBelow[number(kBelow.size())]));
      if (c >= 0xD800 && c < 0xE000) c = 0x4E00 + (c & 0x7FFU);
      append_code_point(text, c);
    }
    return text;
  }

  /// Pieces of French, and all that the rules turn on, in any order.
  std::string french(std::size_t most_pieces) {
    constexpr std::string_view kPieces[] = {
        "l",      "d",      "qu",     "jusqu", "aujourd", "hui",      "prud",     "homme",
        "presqu", "île",    "o",      "n",     "m",       "quelqu",   "un",       "une",
        "s",      "été",    "École",  "œuvre", "ÆQUO",    "élection", "épuisées", "journaux",
        "Brien",  "S",      "N",      "C",     "1",       "700",      "000",      "2",
        "5",      "20h30",  "ça",     "noël",  "e\u0301", "\u0301",   "\u00AD",   "\u200B",
        "Ελλάς",  "москва", "日本語", "ไทย",   "Straße",  "'",        "'",        "’",
        "ʼ",      "′",      "‘",      "\"",    "«",       "»",        " ",        " ",
        " ",      "\u00A0", "\u202F", "\n",    ".",       ".",        ",",        "-",
        "‑",      "–",      "…",      "!",     ":",       "(",        ")",        "/"};
    std::string text;
    for (std::size_t left = number(most_pieces + 1); left > 0; --left) {
      text += kPieces[number(std::size(kPieces))];
    }
    return text;
  }

  /// One of the three.
  std::string any(std::size_t longest) {
    switch (number(3)) {
      case 0:
        return bytes(longest);
      case 1:
        return unicode(longest);
      default:
        return french(longest / 2);
    }
  }

 private:
  std::mt19937 engine_;
};

}  // namespace kiosque::testing
