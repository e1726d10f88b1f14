// Values that lie in one another.

#include "index/levels.hpp"

#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::analysis::fold_value;
using kiosque::indexing::levels_above;
using kiosque::indexing::parent_of;

namespace {

using Levels = std::vector<std::string_view>;

std::vector<std::string> folded_levels(const std::string& value) {
  std::vector<std::string> levels;
  for (const auto level : levels_above(value)) levels.push_back(fold_value(level));
  return levels;
}

// Of the folded value, byte by byte.
std::vector<std::string> plain_levels(const std::string& folded) {
  std::vector<std::string> levels;
  for (std::size_t at = folded.find(" > "); at != std::string::npos;
       at = folded.find(" > ", at + 1)) {
    if (levels.size() < kiosque::indexing::kMostLevels) levels.push_back(folded.substr(0, at));
  }
  return levels;
}

}  // namespace

TEST_CASE("A value lies in what stands before each sign between blanks") {
  struct Row {
    std::string value;
    Levels levels;
  };
  const Row row = GENERATE(
      Row{"Monde", {}}, Row{"", {}}, Row{"Économie", {}}, Row{"Monde > Afrique", {"Monde"}},
      Row{"Monde > Afrique > Mali", {"Monde", "Monde > Afrique"}},
      Row{"Monde\u00a0> Afrique", {"Monde"}}, Row{"Été  >  Jeux", {"Été"}},
      Row{"Monde>Afrique", {}}, Row{"Monde >Afrique", {}}, Row{"> Afrique", {}}, Row{"Monde >", {}},
      Row{"Monde > ", {}}, Row{"a > > b", {"a", "a >"}}, Row{"a >> b", {}},
      Row{"Monde ＞ Afrique", {}});
  INFO(row.value);
  CHECK(levels_above(row.value) == row.levels);
}

TEST_CASE("A folded value's parent is the last level above it") {
  CHECK(parent_of("monde").empty());
  CHECK(parent_of("monde > afrique") == "monde");
  CHECK(parent_of("monde > afrique > mali") == "monde > afrique");
  CHECK(parent_of("> x").empty());
}

TEST_CASE("Levels are those of the folded value, and so many at most") {
  const std::vector<std::string> pieces = {" ",      ">",  "a", "é",     "\u00a0",
                                           "\u200b", "＞", "≯", "\u0301"};
  kiosque::testing::RandomText random(72);
  for (int round = 0; round < 20'000; ++round) {
    std::string value;
    for (auto n = random.number(14); n > 0; --n) value += pieces[random.number(pieces.size())];
    INFO(value);
    const std::string folded = fold_value(value);
    const auto levels = folded_levels(value);
    REQUIRE(levels == plain_levels(folded));
    REQUIRE(parent_of(folded) == (levels.empty() ? "" : levels.back()));
  }
  std::string deep = "a";
  for (int i = 0; i < 100'000; ++i) deep += " > a";
  CHECK(levels_above(deep).size() == kiosque::indexing::kMostLevels);
  CHECK(parent_of(deep) == levels_above(deep).back());
  for (int round = 0; round < 2000; ++round) CHECK_NOTHROW(levels_above(random.any(40)));
}
