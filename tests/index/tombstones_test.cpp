// The list of the dead: kept in order, and read back from the bytes in which it is stored.

#include "index/tombstones.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::indexing::Tombstones;
using kiosque::testing::RandomText;

namespace {

using Plain = std::map<unsigned, std::set<std::uint32_t>>;

// Checks all that can be asked of it.
void check_same(const Tombstones& dead, const Plain& expected) {
  std::size_t total = 0;
  for (const auto& [segment, documents] : expected) {
    const auto& rising = dead.of(segment);
    REQUIRE(std::set<std::uint32_t>(rising.begin(), rising.end()) == documents);
    REQUIRE(std::is_sorted(rising.begin(), rising.end()));
    REQUIRE(dead.count(segment) == documents.size());
    for (const auto document : documents) REQUIRE(dead.contains(segment, document));
    total += documents.size();
  }
  REQUIRE(dead.total() == total);
}

std::uint32_t any_document(RandomText& random) {
  return static_cast<std::uint32_t>(1 + random.number(std::size_t{1} << (1 + random.number(31))));
}

}  // namespace

TEST_CASE("Tombstones are added, moved and forgotten as in a plain set") {
  RandomText random(404);
  for (int round = 0; round < 200; ++round) {
    Tombstones dead;
    Plain expected;
    for (int step = 0; step < 60; ++step) {
      const auto segment = static_cast<unsigned>(1 + random.number(6));
      const auto other = static_cast<unsigned>(1 + random.number(6));
      switch (random.number(8)) {
        case 0:
          dead.forget(segment);
          expected.erase(segment);
          break;
        case 1: {
          // As in a merge: behind all that the target has.
          if (segment == other) break;
          const std::uint32_t offset = expected[other].empty() ? 0 : *expected[other].rbegin();
          if (offset > 1'000'000) break;
          for (const auto document : expected[segment]) expected[other].insert(document + offset);
          expected.erase(segment);
          dead.move(segment, other, offset);
          break;
        }
        default: {
          const auto document = static_cast<std::uint32_t>(1 + random.number(500));
          REQUIRE(dead.contains(segment, document) == expected[segment].contains(document));
          REQUIRE(dead.add(segment, document) == expected[segment].insert(document).second);
        }
      }
      check_same(dead, expected);
    }
    Tombstones read;
    REQUIRE(read.decode(dead.encode()));
    check_same(read, expected);
  }
}

TEST_CASE("Tombstones read back are the same") {
  RandomText random(405);
  for (int round = 0; round < 2000; ++round) {
    Tombstones dead;
    for (auto segments = random.number(5); segments > 0; --segments) {
      const auto segment = static_cast<unsigned>(any_document(random));
      for (auto n = 1 + random.number(30); n > 0; --n) dead.add(segment, any_document(random));
    }
    dead.add(std::numeric_limits<unsigned>::max(), std::numeric_limits<std::uint32_t>::max());
    Tombstones read;
    REQUIRE(read.decode(dead.encode()));
    REQUIRE(read == dead);
    REQUIRE(read.encode() == dead.encode());
  }
  Tombstones none;
  CHECK(none.encode().empty());
  none.add(1, 2);
  CHECK(none.decode(""));
  CHECK(none == Tombstones());
}

TEST_CASE("Bytes that are no tombstones are refused, and change nothing") {
  Tombstones before;
  before.add(3, 4);
  const std::vector<std::string> rows = {
      std::string("\x01", 1),              // no count
      std::string("\x01\x01", 2),          // no document
      std::string("\x01\x02\x05", 3),      // one of two
      std::string("\x01\x01\x00", 3),      // document 0
      std::string("\x01\x02\x05\x00", 4),  // one twice
      std::string("\x81", 1),              // a number cut short
      std::string("\x01\x01\x80", 3),
      std::string("\xFF\xFF\xFF\xFF\x7F\x01\x01", 7),               // a segment beyond 32 bits
      std::string("\x01\x01\xFF\xFF\xFF\xFF\x7F", 7),               // a document beyond
      std::string("\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 10),  // a count beyond all bytes
      std::string(12, '\xFF'),
      std::string("\x01\x00", 2),                  // a segment without documents
      std::string("\x01\x01\x05\x01\x01\x03", 6),  // a segment twice
      std::string("\x02\x01\x05\x01\x01\x03", 6),  // segments that do not rise
  };
  for (const std::string& row : rows) {
    Tombstones dead = before;
    INFO(Catch::StringMaker<std::string>::convert(row));
    CHECK_FALSE(dead.decode(row));
    CHECK(dead == before);
  }
}

TEST_CASE("Cut at any byte, tombstones are refused or are a part of what they were") {
  RandomText random(406);
  Tombstones dead;
  for (int i = 0; i < 60; ++i)
    dead.add(static_cast<unsigned>(1 + random.number(4)), any_document(random));
  const std::string whole = dead.encode();
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    Tombstones read;
    if (!read.decode(whole.substr(0, cut))) continue;
    REQUIRE(whole.starts_with(read.encode()));
  }
}

TEST_CASE("Any bytes are refused or read as rising documents above 0") {
  RandomText random(407);
  int read_some = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random.number(12), '\0');
    for (char& c : bytes) c = static_cast<char>(random.number(random.number(2) == 0 ? 256 : 6));
    Tombstones dead;
    dead.add(1, 1);
    const Tombstones before = dead;
    if (!dead.decode(bytes)) {
      REQUIRE(dead == before);
      continue;
    }
    ++read_some;
    // What is read is sound enough to be looked up in and written again.
    Tombstones again;
    REQUIRE(again.decode(dead.encode()));
    REQUIRE(again.total() == dead.total());
  }
  CHECK(read_some > 100);
}

TEST_CASE("Only numbers as they were written are read") {
  Tombstones dead;
  CHECK_FALSE(dead.decode(std::string("\x81\x00\x01\x05", 4)));  // 1 in two bytes
}
