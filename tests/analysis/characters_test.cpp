// What each character is, and what it becomes.

#include "analysis/characters.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <string>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/utf8.hpp"

using kiosque::analysis::character;
using kiosque::analysis::CharKind;
using kiosque::analysis::fold_slowly;
using kiosque::analysis::fold_value;

TEST_CASE("Each character has its role") {
  struct Row {
    std::int32_t code_point;
    CharKind kind;
  };
  const Row row = GENERATE(
      Row{'\'', CharKind::apostrophe}, Row{0x2019, CharKind::apostrophe},
      Row{0x2018, CharKind::apostrophe}, Row{0x02BC, CharKind::apostrophe},
      Row{0x2032, CharKind::apostrophe}, Row{0x00B4, CharKind::apostrophe},
      Row{'`', CharKind::apostrophe}, Row{0xFF07, CharKind::apostrophe},
      Row{'"', CharKind::separator}, Row{0x201D, CharKind::separator}, Row{'-', CharKind::hyphen},
      Row{0x2010, CharKind::hyphen}, Row{0x2011, CharKind::hyphen},
      Row{0x2013, CharKind::separator}, Row{'.', CharKind::dot}, Row{0x2026, CharKind::separator},
      Row{',', CharKind::comma}, Row{' ', CharKind::space}, Row{'\n', CharKind::space},
      Row{0x00A0, CharKind::space}, Row{0x202F, CharKind::space}, Row{0x2009, CharKind::space},
      Row{0x200B, CharKind::ignorable}, Row{0x00AD, CharKind::ignorable},
      Row{0x200D, CharKind::ignorable}, Row{0xFEFF, CharKind::ignorable},
      Row{0x0301, CharKind::ignorable}, Row{0x202A, CharKind::ignorable},
      Row{'a', CharKind::letter}, Row{0x00C9, CharKind::letter}, Row{0x0416, CharKind::letter},
      Row{0xAC00, CharKind::letter}, Row{'7', CharKind::digit}, Row{0x00BD, CharKind::digit},
      Row{0x2167, CharKind::digit}, Row{0x4E00, CharKind::dictionary},
      Row{0x3042, CharKind::dictionary}, Row{0x30FC, CharKind::dictionary},
      Row{0x0E44, CharKind::dictionary}, Row{0, CharKind::separator}, Row{-1, CharKind::separator},
      Row{'+', CharKind::separator}, Row{'_', CharKind::separator}, Row{0x20AC, CharKind::currency},
      Row{'$', CharKind::currency}, Row{0x00B7, CharKind::middot}, Row{0x2022, CharKind::middot},
      Row{0x2027, CharKind::middot}, Row{'&', CharKind::ampersand}, Row{':', CharKind::colon},
      Row{'/', CharKind::slash}, Row{'(', CharKind::open}, Row{')', CharKind::close});
  INFO(fmt::format("U+{:04X}", static_cast<std::uint32_t>(row.code_point)));
  CHECK(character(row.code_point).kind == row.kind);
}

TEST_CASE("A folded letter holds no white space, no capital of ASCII and no mark") {
  for (std::int32_t c = 0; c < 0x30000; ++c) {
    const auto info = character(c);
    if (info.kind != CharKind::letter && info.kind != CharKind::digit &&
        info.kind != CharKind::dictionary) {
      continue;
    }
    const std::string folded = fold_slowly(c);
    INFO(fmt::format("U+{:04X} is {}", static_cast<std::uint32_t>(c), folded));
    if (info.fold_size != kiosque::analysis::kLongFold) {
      REQUIRE(std::string(info.fold, info.fold_size) == folded);
    }
    for (std::size_t i = 0; i < folded.size();) {
      const std::int32_t each = kiosque::support::next_code_point(folded, i);
      REQUIRE(each >= 0);
      REQUIRE_FALSE(u_isUWhiteSpace(each));
      REQUIRE(u_charType(each) != U_NON_SPACING_MARK);
      REQUIRE_FALSE((each >= 'A' && each <= 'Z'));
    }
  }
}

TEST_CASE("A value is folded as a whole, and what is no letter stays") {
  struct Row {
    std::string_view value;
    std::string_view folded;
  };
  const Row row = GENERATE(
      Row{"Élections Régionales", "elections regionales"}, Row{"  deux \t mots\n", "deux mots"},
      Row{"L’Économie", "l'economie"}, Row{"l\u02BCécho", "l'echo"},
      Row{"Seine\u2011Maritime", "seine-maritime"}, Row{"a\u00A0b\u202Fc", "a b c"},
      Row{"co\u00ADop\u200Bé", "coope"}, Row{"e\u0301", "e"},
      Row{"Œuvres & Æther", "oeuvres & aether"}, Row{"C++ / C#", "c++ / c#"},
      Row{"Straße", "strasse"}, Row{"½", "1⁄2"}, Row{"", ""}, Row{" \u00A0 ", ""},
      Row{"Ελλάς", "ελλασ"}, Row{"https://Monde.example/É", "https://monde.example/e"});
  INFO(row.value);
  CHECK(fold_value(row.value) == row.folded);
}

TEST_CASE("Folding a folded value changes nothing, whatever the value") {
  kiosque::testing::RandomText random(23);
  for (int round = 0; round < 3000; ++round) {
    const std::string value = random.french(20);
    const std::string folded = fold_value(value);
    INFO(value);
    REQUIRE(fold_value(folded) == folded);
  }
  for (int round = 0; round < 3000; ++round) CHECK_NOTHROW(fold_value(random.any(60)));
}
