// Where words begin: found for eight bytes at a time, as a plain loop finds it.

#include "search/word_starts.hpp"

#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::searching::Beginning;
using kiosque::searching::WordStarts;
using kiosque::testing::RandomText;

namespace {

using Words = std::vector<std::pair<std::size_t, std::size_t>>;

// How many bytes the sign at `at` has; 0: it is part of a word.
std::size_t sign_size(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
  };
  if (byte(0) < 0x80) {
    const char c = text[at];
    const bool inside = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return inside ? 0 : 1;
  }
  if (byte(0) == 0xC2) return byte(1) == 0xAD ? 0 : 2;
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  return byte(2) >= 0x8B && byte(2) <= 0x8F ? 0 : 3;
}

Words plainly(const std::string& text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sign_size(text, at);
    if (size > 0) {
      at += size;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && sign_size(text, at) == 0) ++at;
    words.emplace_back(begin, at);
  }
  return words;
}

Words found(const std::string& text) {
  const WordStarts starts(text);
  Words words;
  starts.for_each([&](std::size_t begin) { words.emplace_back(begin, starts.end_of(begin)); });
  return words;
}

}  // namespace

TEST_CASE("Words begin behind blanks and signs, at any place in a text") {
  const std::string text = "L’élection — « Œuvre », 21e: l'été… x\u00A0y co\u00ADop a\u200Bb";
  CHECK(found(text) == plainly(text));
  CHECK(found(text).size() == 10);
  for (std::size_t shift = 0; shift < 130; ++shift) {
    const std::string shifted = std::string(shift, shift % 3 == 0 ? 'a' : ' ') + text;
    CAPTURE(shift);
    CHECK(found(shifted) == plainly(shifted));
  }
  CHECK(found("").empty());
}

TEST_CASE("Words of any text begin where a plain loop has them") {
  RandomText random(811);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random.unicode(200);
    CAPTURE(text);
    REQUIRE(found(text) == plainly(text));
  }
}

TEST_CASE("A word's first two characters are told folded") {
  struct Row {
    const char* word;
    unsigned char first;
    unsigned char second;
    bool known;
  };
  const Row row =
      GENERATE(Row{"Grève", 'g', 'r', true}, Row{"Élysée", 'e', 'l', true},
               Row{"çà", 'c', 'a', true}, Row{"21e", '2', '1', true}, Row{"à", 'a', 0, true},
               Row{"x", 'x', 0, true}, Row{"a.b", 'a', 0, true}, Row{"œuvre", 'u', 'v', false},
               Row{"罢工", 0, 0, false}, Row{"fête", 'f', 'e', true});
  CAPTURE(row.word);
  const WordStarts starts(row.word);
  const Beginning beginning = starts.beginning_of(0);
  CHECK(beginning.known == row.known);
  CHECK(beginning.first == row.first);
  CHECK(beginning.second == row.second);
}
