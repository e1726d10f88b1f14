#include "index/hash_set.hpp"

#include <cstdint>
#include <unordered_set>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::indexing::HashSet;
using kiosque::testing::RandomText;

TEST_CASE("A set of hashes holds what was put in and nothing else") {
  RandomText random(403);
  for (const std::size_t range : {std::size_t{3}, std::size_t{5000}, ~std::size_t{0}}) {
    HashSet set;
    std::unordered_set<std::uint64_t> expected;
    CHECK(set.empty());
    for (int i = 0; i < 20'000; ++i) {
      // From 2 on: 0 and 1 share a place, see below.
      const std::uint64_t hash = 2 + random.number(range - 2);
      REQUIRE(set.contains(hash) == expected.contains(hash));
      set.insert(hash);
      expected.insert(hash);
      REQUIRE(set.contains(hash));
      REQUIRE_FALSE(set.empty());
    }
    for (const std::uint64_t hash : expected) REQUIRE(set.contains(hash));
  }
}

TEST_CASE("Hashes that all fall on one place are told apart") {
  HashSet set;
  for (std::uint64_t i = 1; i <= 3000; ++i) set.insert(i << 32U);
  for (std::uint64_t i = 1; i <= 3000; ++i) {
    REQUIRE(set.contains(i << 32U));
    REQUIRE_FALSE(set.contains((i << 32U) + 1));
  }
}

TEST_CASE("The hash 0 can be put in, and may be mistaken for 1 alone") {
  HashSet set;
  CHECK_FALSE(set.contains(0));
  set.insert(0);
  CHECK(set.contains(0));
  CHECK_FALSE(set.contains(2));
}
