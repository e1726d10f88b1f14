// Pages in any encoding, whatever they say of it.

#include "corpus/encoding.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "support/text.hpp"

using kiosque::corpus::to_utf8;

namespace {

std::string utf16(std::u16string_view text, bool big, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t c) {
    const auto high = static_cast<char>(c >> 8U);
    const auto low = static_cast<char>(c & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  if (mark) add(0xFEFF);
  for (const char16_t c : text) add(c);
  return bytes;
}

}  // namespace

TEST_CASE("What is UTF-8 is UTF-8, whatever it says of itself") {
  CHECK(to_utf8("<meta charset=\"iso-8859-1\"><p>L’été</p>") ==
        "<meta charset=\"iso-8859-1\"><p>L’été</p>");
  CHECK(to_utf8("\xEF\xBB\xBF<p>été") == "<p>été");
}

TEST_CASE("The declaration of a page is believed where it can be") {
  CHECK(to_utf8("<meta charset=\"iso-8859-1\"><p>L\x92\xE9t\xE9 \x9Cuvre \x80") ==
        "<meta charset=\"iso-8859-1\"><p>L’été œuvre €");
  CHECK(to_utf8("<meta http-equiv=\"Content-Type\" content=\"text/html; "
                "charset=ISO-8859-15\"><p>c\xBDur") ==
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-15\"><p>cœur");
  CHECK(
      to_utf8("<?xml version=\"1.0\" encoding=\"windows-1251\"?><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>") ==
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><p>Москва</p>");
}

TEST_CASE("A page that says nothing, or lies, is read as what it looks like") {
  const std::string text =
      "<html><p>Les \xE9lus du conseil municipal ont vot\xE9 hier soir la r\xE9novation du "
      "march\xE9 couvert, apr\xE8s deux ann\xE9"
      "es de d\xE9"
      "bats.</p>";
  const std::string read =
      "<html><p>Les élus du conseil municipal ont voté hier soir la rénovation du marché couvert, "
      "après deux années de débats.</p>";
  CHECK(to_utf8(text) == read);
  CHECK(to_utf8("<meta charset=utf-8>" + text) == "<meta charset=utf-8>" + read);
  CHECK(to_utf8("<meta charset=x-inconnu>" + text) == "<meta charset=x-inconnu>" + read);
}

TEST_CASE("Two bytes a character, with a mark or without") {
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true}) {
      CHECK(to_utf8(utf16(u"<p>L’été à Valbrune</p>", big, mark)) == "<p>L’été à Valbrune</p>");
    }
  }
}

TEST_CASE("Broken sequences are marked, NUL bytes dropped, the rest is kept") {
  CHECK(to_utf8("<p>Un \xC3\xA9t\xC3\xA9 et un autre \xC3\xA9t\xC3\xA9, coup\xC3") ==
        "<p>Un été et un autre été, coup\xEF\xBF\xBD");
  CHECK(to_utf8(std::string("<p>a\0b</p>", 10)) == "<p>ab</p>");
  CHECK(to_utf8("").empty());
}

TEST_CASE("Any bytes become valid UTF-8 without NUL") {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = round % 3 == 0 ? "<meta charset=\"shift_jis\">" : "";
    for (auto n = random() % 80; n > 0; --n) bytes += static_cast<char>(random() % 256);
    const std::string text = to_utf8(bytes);
    CHECK(kiosque::support::invalid_utf8(text) == std::string::npos);
    CHECK(text.find('\0') == std::string::npos);
  }
}
