// Terms at the edge of what Xapian takes, and names that are no field's.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "index/fields.hpp"
#include "support/random_text.hpp"
#include "support/text.hpp"

namespace indexing = kiosque::indexing;
using kiosque::testing::RandomText;

namespace {

// As Xapian counts it.
std::size_t length_of(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

}  // namespace

TEST_CASE("A term is kept as it is up to 240 bytes and cut beyond") {
  for (const auto& field : indexing::fields()) {
    if (field.kind != indexing::FieldKind::exact) continue;
    const std::size_t room = indexing::kLongestTerm - field.prefix.size();
    const std::string fits(room, 'x');
    INFO(field.name);
    CHECK(indexing::exact_term(field, fits) == std::string(field.prefix) + fits);
    const std::string cut = indexing::exact_term(field, fits + "x");
    CHECK(cut.size() == indexing::kLongestTerm);
    CHECK(cut.starts_with(std::string(field.prefix) + "xxx"));
  }
}

TEST_CASE("A cut term ends in whole characters and a hash") {
  const auto& tag = *indexing::find_field("tag");
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string value(shift, 'x');
    for (int i = 0; i < 100; ++i) value += "日";
    const std::string term = indexing::exact_term(tag, value);
    CHECK(length_of(term) <= indexing::kLongestTerm);
    CHECK(kiosque::support::invalid_utf8(term) == std::string_view::npos);
  }
}

TEST_CASE("Different values have different terms, and equal ones the same, at any length") {
  RandomText random(101);
  const auto& section = *indexing::find_field("section");
  std::map<std::string, std::string> value_of;
  for (int round = 0; round < 3000; ++round) {
    std::string value(random.number(2) == 0 ? 0 : 200 + random.number(100), 'x');
    value += random.any(30);
    if (random.number(4) == 0) value += std::string(random.number(200), '\0');
    const std::string folded = kiosque::analysis::fold_value(value);
    const std::string term = indexing::exact_term(section, value);
    REQUIRE(length_of(term) <= indexing::kLongestTerm);
    REQUIRE(indexing::exact_term(section, value) == term);
    const auto [known, fresh] = value_of.emplace(term, folded);
    if (!fresh) REQUIRE(known->second == folded);
  }
}

TEST_CASE("Words of any length make terms that Xapian takes") {
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{239}, std::size_t{240}, std::size_t{241}, std::size_t{65535}}) {
    const std::string word(size, 'x');
    for (const char* const prefix : {"", "S", "XLEAD"}) {
      CHECK(length_of(indexing::surface_term(prefix, word)) <= indexing::kLongestTerm);
      CHECK(length_of(indexing::stem_term(prefix, word)) <= indexing::kLongestTerm);
      CHECK(indexing::surface_term(prefix, word) != indexing::surface_term(prefix, word + "x"));
    }
  }
}

TEST_CASE("An id is its bytes, whatever they are") {
  const auto& id = *indexing::find_field("id");
  CHECK(indexing::exact_term(id, "A") != indexing::exact_term(id, "a"));
  CHECK(indexing::exact_term(id, "é") != indexing::exact_term(id, "e"));
  CHECK(indexing::exact_term(id, " a") != indexing::exact_term(id, "a"));
  CHECK(indexing::exact_term(id, ":a") == "Q:a");
}

TEST_CASE("A colon parts a prefix of several letters from a value that begins with a colon") {
  CHECK(indexing::exact_term(*indexing::find_field("section"), ":a") == "XSECTION::a");
  CHECK(indexing::exact_term(*indexing::find_field("section"), "A") == "XSECTIONa");
  CHECK(indexing::exact_term(*indexing::find_field("tag"), ":a") == "K:a");
}

TEST_CASE("Any text is a field's name or none, in every spelling alike") {
  struct Row {
    const char* one;
    const char* other;
  };
  const Row row =
      GENERATE(Row{"mot-clé", "MOTS CLÉS"}, Row{"Chapô", "CHAPO"}, Row{"auteure", "Auteures"},
               Row{"rubrique", "Rubriques"}, Row{"id", "ids"}, Row{"site", "Sités"});
  REQUIRE(indexing::find_field(row.one) != nullptr);
  CHECK(indexing::find_field(row.one) == indexing::find_field(row.other));
  for (const char* const unknown :
       {"titr", "tit re s x", "published date", "tagg", "s", "S", "XLEAD", "Q", ":"}) {
    INFO(unknown);
    CHECK(indexing::find_field(unknown) == nullptr);
  }
  RandomText random(103);
  for (int round = 0; round < 3000; ++round) CHECK_NOTHROW(indexing::find_field(random.any(20)));
}
