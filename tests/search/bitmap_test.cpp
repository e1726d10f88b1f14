// Sets of documents, with and without a note of where their numbers lie.

#include "search/bitmap.hpp"

#include <set>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::searching::Bitmap;
using kiosque::testing::RandomText;

namespace {

std::vector<std::uint32_t> numbers_of(const Bitmap& bitmap) {
  std::vector<std::uint32_t> numbers;
  bitmap.for_each([&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

void check(const Bitmap& bitmap, const std::set<std::uint32_t>& expected) {
  REQUIRE(numbers_of(bitmap) == std::vector<std::uint32_t>(expected.begin(), expected.end()));
  REQUIRE(bitmap.count() == expected.size());
  REQUIRE(bitmap.empty() == expected.empty());
}

}  // namespace

TEST_CASE("What is listed and what is not has the same numbers, through any changes") {
  RandomText random(821);
  for (int round = 0; round < 300; ++round) {
    const std::size_t size = 1 + random.number(20'000);
    Bitmap bitmap(size);
    std::set<std::uint32_t> expected;
    for (int step = 0; step < 20; ++step) {
      const std::size_t many = random.number(random.number(2) == 0 ? 10 : 400);
      Bitmap other(size);
      std::set<std::uint32_t> others;
      for (std::size_t i = 0; i < many; ++i) {
        const auto number = static_cast<std::uint32_t>(1 + random.number(size));
        other.set(number);
        others.insert(number);
      }
      if (random.number(2) == 0) other.list();
      if (random.number(2) == 0) bitmap.list();
      check(bitmap, expected);
      std::set<std::uint32_t> both;
      bitmap.for_each_with(other, [&](std::uint32_t number) { both.insert(number); });
      std::set<std::uint32_t> common = expected;
      std::erase_if(common, [&](std::uint32_t number) { return !others.contains(number); });
      REQUIRE(both == common);
      REQUIRE(bitmap.count_with(other) == common.size());
      switch (random.number(5)) {
        case 0:
          bitmap |= other;
          expected.insert(others.begin(), others.end());
          break;
        case 1:
          bitmap -= other;
          for (const auto number : others) expected.erase(number);
          break;
        case 2:
          bitmap &= other;
          std::erase_if(expected, [&](std::uint32_t number) { return !others.contains(number); });
          break;
        case 3:
          for (const auto number : others) bitmap.set(number);
          expected.insert(others.begin(), others.end());
          break;
        default:
          for (const auto number : others) bitmap.reset(number);
          for (const auto number : others) expected.erase(number);
      }
      check(bitmap, expected);
    }
  }
}
