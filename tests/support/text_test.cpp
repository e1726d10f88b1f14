// Small things about UTF-8, spaces and hashes.

#include "support/text.hpp"

#include <unicode/ustring.h>

#include <string>
#include <string_view>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/utf8.hpp"

namespace support = kiosque::support;
using kiosque::testing::RandomText;

TEST_CASE("A hash is the same in every version: ids and long terms are stored by it") {
  CHECK(support::hash_hex("") == "99aa06d3014798d86001c324468d497f");
  CHECK(support::hash_hex("kiosque") == "5e1a0a552830211195fe0ead91ea8370");
  CHECK(support::hash_hex(std::string(1000, 'x')) == "50a1af5a5f2dcf01c0a4877b962cba82");
  CHECK(support::hash_hex(std::string_view("\0", 1)) != support::hash_hex(""));
}

TEST_CASE("Invalid UTF-8 is found at its first byte") {
  struct Row {
    std::string_view text;
    std::size_t at;
  };
  constexpr std::size_t kValid = std::string_view::npos;
  const Row row = GENERATE_COPY(
      Row{"", kValid}, Row{"abc", kValid}, Row{"été 日本 \U0001F600", kValid},
      Row{std::string_view("a\0b", 3), kValid}, Row{"\uFFFF", kValid}, Row{"ab\x80", 2},
      Row{"\xC3", 0}, Row{"é\xC3(", 2}, Row{"\xC0\xAF", 0}, Row{"\xE0\x80\xAF", 0},
      Row{"x\xED\xA0\x80", 1}, Row{"\xF4\x90\x80\x80", 0}, Row{"\xF5", 0}, Row{"\xE2\x82", 0},
      Row{"caf\xE9", 3}, Row{"\xFE", 0}, Row{"\xF0\x9F\x98", 0});
  INFO(row.text);
  CHECK(support::invalid_utf8(row.text) == row.at);
}

TEST_CASE("Any bytes are read code point by code point to their end") {
  RandomText random(31);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.any(60);
    const std::size_t bad = support::invalid_utf8(text);
    REQUIRE((bad == std::string_view::npos || bad < text.size()));
    bool valid = true;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t before = i;
      const auto c = support::next_code_point(text, i);
      if (c < 0) valid = false;
      REQUIRE(i > before);
      REQUIRE(i <= text.size());
      REQUIRE(c <= 0x10FFFF);
    }
    REQUIRE(valid == (bad == std::string_view::npos));
    // As ICU's own conversion judges it.
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()),
                  &status);
    REQUIRE(valid == (status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status)));
  }
}

TEST_CASE("A text is cut at the last whole character that fits") {
  CHECK(support::cut_utf8("abc", 5) == "abc");
  CHECK(support::cut_utf8("abc", 3) == "abc");
  CHECK(support::cut_utf8("abc", 0).empty());
  CHECK(support::cut_utf8("日本", 5) == "日");
  CHECK(support::cut_utf8("a\U0001F600", 4) == "a");
  RandomText random(37);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random.unicode(20);
    const std::size_t bytes = random.number(text.size() + 3);
    const std::string_view cut = support::cut_utf8(text, bytes);
    REQUIRE(cut.size() <= bytes);
    REQUIRE(text.starts_with(cut));
    REQUIRE(support::invalid_utf8(cut) == std::string_view::npos);
    REQUIRE((cut.size() == text.size() || cut.size() + 4 > bytes));
  }
}

TEST_CASE("A trimmed text has no space at either end") {
  struct Row {
    std::string_view text;
    std::string_view trimmed;
  };
  const Row row =
      GENERATE(Row{"", ""}, Row{"mot", "mot"}, Row{" \t\r\n\v\fmot \n", "mot"},
               Row{"deux  mots", "deux  mots"}, Row{"\u00A0\u202Fmot\uFEFF ", "mot"},
               Row{"\uFEFF{", "{"}, Row{" \u00A0 ", ""},
               // bytes of these spaces that belong to other characters
               Row{"à", "à"}, Row{"\u00A0à\u00A0", "à"}, Row{"…", "…"}, Row{"\xA0", "\xA0"});
  INFO(row.text);
  CHECK(support::trim(row.text) == row.trimmed);
}
