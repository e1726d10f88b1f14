// Numbers of documents, in as few bytes as they need.

#include "search/ordinals.hpp"

#include <vector>

#include "catch.hpp"

using kiosque::searching::Bitmap;
using kiosque::searching::Ordinals;

TEST_CASE("Numbers of any size come out as they went in, in no more bytes than they need") {
  struct Row {
    std::uint32_t largest;
    std::size_t bytes;
  };
  const Row row = GENERATE(Row{0, 1}, Row{254, 1}, Row{255, 2}, Row{65534, 2}, Row{65535, 4},
                           Row{4'000'000'000, 4});
  CAPTURE(row.largest);
  const std::vector<std::uint32_t> numbers = {Ordinals::kNone, 0, row.largest, Ordinals::kNone,
                                              row.largest / 2};
  const Ordinals ordinals(numbers);
  REQUIRE(ordinals.size() == numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(ordinals[i] == numbers[i]);
  CHECK(ordinals.bytes() == row.bytes * numbers.size());
  Bitmap some(4);
  some.set(2);
  some.set(3);
  std::vector<std::uint32_t> seen;
  ordinals.for_each(some, [&](std::uint32_t document, std::uint32_t number) {
    seen.push_back(document);
    seen.push_back(number);
  });
  CHECK(seen == std::vector<std::uint32_t>{2, row.largest, 3, Ordinals::kNone});
}

TEST_CASE("Documents without any number take a byte each") {
  const Ordinals none(std::vector<std::uint32_t>(1000, Ordinals::kNone));
  CHECK(none[7] == Ordinals::kNone);
  CHECK(none.bytes() == 1000);
}
