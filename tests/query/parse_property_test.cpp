#include <array>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "query/parsing.hpp"

namespace kiosque::querying {
namespace {

// Everything that means something to the parser, and much that does not.
constexpr std::string_view kFragments[] = {
    "élection",
    "Grève",
    "PARIS",
    "LYON",
    "l'",
    "L’été",
    "a",
    "2022",
    "49.3",
    "C++",
    "peut-être",
    "ET",
    "OU",
    "SAUF",
    "AND",
    "OR",
    "NOT",
    "et",
    "ou",
    "+",
    "-",
    "–",
    "--",
    "+-",
    "\"",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "« ",
    " »",
    "(",
    "(",
    ")",
    ")",
    "()",
    ":",
    "titre:",
    "Titres:",
    "title:",
    "chapô:",
    "texte:",
    "tag:",
    "mots-clés:",
    "auteur:",
    "source:",
    "Source : ",
    "site:",
    "id:",
    "rubrique:",
    "date:",
    "depuis:",
    "après:",
    "avant:",
    "jusqu’à:",
    "inconnu:",
    "2021",
    "2021-04",
    "24/04/2022",
    "2021-02-29",
    "avril",
    "avril 2022",
    "hier",
    "..",
    "2021..2022",
    "..2022",
    "2021..",
    "2030",
    "9999",
    "1000",
    "http://",
    "a.b",
    "20:30",
    "…",
    ".",
    ",",
    "'",
    "’",
    "/",
    "\\",
    "\t",
    "\n",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\u00ad",
    "e\u0301",
    "\u0301",
    "日本語",
    "\xff",
    "\xc3",
    "🙂",
    "!",
    "?",
    "*",
    "<b>",
    "&",
    "PRES/3",
    "NEAR/5",
    "ADJ/1",
    "PRES/0",
    "ADJ/99",
    "PRES/x",
    "MEME/PHRASE",
    "MÊME/PARAGRAPHE",
    "SAME/SENTENCE",
    "AUMOINS/3",
    "ATLEAST/2",
    "AUMOINS/3 ",
    "2 DE (",
    "2",
    "DE",
    "OF (",
    "élec*",
    "*",
    "a*",
    "~mot",
    "~",
    "=Mot",
    "=",
    "==x",
    "~=x",
    "^3",
    "mot^2",
    "^0.5",
    ")^3",
    "\"^2",
    "^",
    "^0",
    "^999",
    "mot^2*",
    "mot*^2",
    "titre:=Le",
};
constexpr std::size_t kFragmentCount = std::size(kFragments);

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

std::string random_mixture(Random& random) {
  std::string text;
  for (std::size_t count = pick(random, 14); count > 0; --count) {
    text += kFragments[pick(random, kFragmentCount)];
    if (pick(random, 2) == 0) text += ' ';
  }
  return text;
}

std::string escaped(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && byte != '\\' && byte < 0x80) {
      result += c;
    } else {
      result += {'\\', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return result;
}

TEST_CASE("a query printed and read again has the same clauses, whatever was typed") {
  Random random(20220424);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_mixture(random);
    const Query query = parse_on_that_day(text);
    const std::string printed = to_string(query);
    const Query again = parse_on_that_day(printed);
    if (again.clauses == query.clauses && spans_are_sound(query)) continue;
    CAPTURE(escaped(text), printed, to_string(again), text);
    CHECK(again.clauses == query.clauses);
    CHECK(spans_are_sound(query));
  }
}

TEST_CASE("a value is its field's however far its first letter is, and whatever follows it") {
  const std::string text = GENERATE(
      as<std::string>{}, "titre:(" + std::string(100, '\xbc') + "mot)", "titre:(a OU :mot)",
      "titre:(a OU ;(c))", "titre:a rubrique:" + std::string(70, '\0') + " \"deux mots\"",
      "titre:! mot", "titre:(a OU :=mot)", "UN DEUX TROIS 2 DE (A B C) depuis:hie");
  CAPTURE(text);
  const Query query = parse_on_that_day(text);
  CHECK(parse_on_that_day(to_string(query)).clauses == query.clauses);
  REQUIRE_FALSE(query.clauses.empty());
}

TEST_CASE("any bytes are a query") {
  Random random(7);
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (std::size_t count = pick(random, 60); count > 0; --count) {
      text += static_cast<char>(pick(random, 256));
    }
    const Query query = parse_on_that_day(text);
    const Query again = parse_on_that_day(to_string(query));
    if (spans_are_sound(query) && again.clauses == query.clauses && query.text == text) continue;
    CAPTURE(escaped(text), escaped(to_string(query)), escaped(to_string(again)));
    CHECK(query.text == text);
    CHECK(again.clauses == query.clauses);
    CHECK(spans_are_sound(query));
  }
}

TEST_CASE("a megabyte of syntax is read in one go") {
  constexpr std::size_t kSize = 1'000'000;
  for (const std::string_view unit : {"(",
                                      ")",
                                      "()",
                                      "(a",
                                      "a)",
                                      "\"",
                                      "\"a",
                                      "«",
                                      "« a ",
                                      "»",
                                      "“",
                                      "titre:\"",
                                      "titre:(",
                                      "titre:«",
                                      "titre:",
                                      "a PRES/3 ",
                                      "a PRES/3 b ADJ/2 ",
                                      "AUMOINS/3 ",
                                      "2 DE (",
                                      "2 DE (a ",
                                      "a*^2 ",
                                      "~",
                                      "=a",
                                      "(a)^2 ",
                                      "^3",
                                      "date:",
                                      "date:2021",
                                      "a ET ",
                                      "a OU ",
                                      "-",
                                      "-(",
                                      "ET ",
                                      "a",
                                      "é",
                                      "tag:a ",
                                      "(a OU b) ",
                                      "date:« ",
                                      "\xe2\x80"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < kSize) text += unit;
    const Query query = parse_on_that_day(text);
    CHECK(query.text.size() == text.size());
    CHECK(spans_are_sound(query));
    CHECK(parse_on_that_day(to_string(query)).clauses == query.clauses);
  }
}

}  // namespace
}  // namespace kiosque::querying
