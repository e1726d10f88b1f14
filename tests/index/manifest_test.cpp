// The files of an archive by name, the stub that lists its segments, and what stock Xapian makes of
// it.

#include "index/manifest.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <iterator>
#include <kiosque/kiosque.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
namespace indexing = kiosque::indexing;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;
using Numbers = std::vector<unsigned>;

TEST_CASE("A segment's number is in the names of its files, and in no other") {
  struct Row {
    const char* name;
    std::optional<unsigned> number;
  };
  const std::vector<Row> rows = {
      {"seg-000001.glass", 1},
      {"seg-000001.words", 1},
      {"seg-4294967295.glass", 4294967295U},
      {"seg-4294967296.glass", {}},
      {"seg-.glass", {}},
      {"seg-000001", {}},
      {"seg-000001.glass.new", {}},
      {"seg--00001.glass", {}},
      {"seg-+00001.glass", {}},
      {"seg- 00001.glass", {}},
      {"seg-00000x.glass", {}},
      {"tmp-000001.glass", {}},
      {"seg-.words", {}},
      {".glass", {}},
      {"", {}},
      {"XAPIANDB", {}},
      {"lock", {}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(indexing::segment_number(row.name) == row.number);
  }
  for (const unsigned number : {1U, 999'999U, 1'000'000U, 4294967295U}) {
    for (const auto& path :
         {indexing::segment_path("a", number), indexing::word_order_path("a", number)}) {
      CHECK(indexing::segment_number(fs::path(path).filename().string()) == number);
    }
  }
}

TEST_CASE("A stub is read as it was written") {
  const TemporaryFolder folder;
  const std::string path = folder / "";
  CHECK_FALSE(indexing::read_stub(path));
  RandomText random(408);
  for (int round = 0; round < 50; ++round) {
    std::set<unsigned> used;
    Numbers numbers;
    for (auto n = 1 + random.number(20); n > 0; --n) {
      const auto number = static_cast<unsigned>(1 + random.number(2'000'000));
      // In any order: a rewritten segment keeps its place under a larger number.
      if (used.insert(number).second) numbers.push_back(number);
    }
    indexing::prepare_stub(path, numbers);
    indexing::put_stub(path);
    REQUIRE(indexing::read_stub(path) == numbers);
    REQUIRE_FALSE(fs::exists(indexing::stub_path(path) + ".new"));
  }
}

TEST_CASE("A stub of another making is an error that shows the line") {
  struct Row {
    std::string text;
    std::optional<Numbers> numbers;  // none: an error
  };
  const std::vector<Row> rows = {
      {"", {}},
      {"\n", {}},
      {"# rien\n", {}},
      {"auto seg-000002.glass\nauto seg-000001.glass\n", Numbers{1, 2}},
      {"# une note\n\nauto seg-000007.glass", Numbers{7}},
      {"auto seg-000001.glass\nauto seg-000001.glass\n", {}},
      {"auto seg-000001.words\n", {}},
      {"auto seg-000001.glass\r\n", {}},
      {"auto seg-000001.gla", {}},
      {"auto /elsewhere/seg-000001.glass\n", {}},
      {"auto ../seg-000001.glass\n", {}},
      {"glass seg-000001.glass\n", {}},
      {"remote localhost:1\n", {}},
      {"seg-000001.glass\n", {}},
      {"auto  seg-000001.glass\n", {}},
      {std::string("auto seg-000001.glass\0\n", 23), {}},
  };
  const TemporaryFolder folder;
  for (const Row& row : rows) {
    INFO(row.text);
    write_file(indexing::stub_path(folder / ""), row.text);
    if (row.numbers) {
      CHECK(indexing::read_stub(folder / "") == row.numbers);
    } else {
      CHECK_THROWS_WITH(indexing::read_stub(folder / ""), has("XAPIANDB lists"));
    }
  }
}

TEST_CASE("Any text is a list of segments, each once, or an error") {
  constexpr std::string_view kPieces[] = {"auto ", "seg-", "000001", "2", "34", ".glass", ".words",
                                          "\n",    "\n",   "#",      " ", "\r", "-",      "x"};
  const TemporaryFolder folder;
  RandomText random(409);
  int lists = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    if (round % 3 == 0) {
      text = random.any(60);
    } else {
      for (auto lines = 1 + random.number(3); lines > 0; --lines) {
        if (random.number(2) == 0) {
          text += fmt::format("auto seg-{:06}.glass\n", 1 + random.number(5));
        } else {
          for (auto n = random.number(6); n > 0; --n)
            text += kPieces[random.number(std::size(kPieces))];
        }
      }
    }
    write_file(indexing::stub_path(folder / ""), text);
    try {
      const auto numbers = indexing::read_stub(folder / "");
      REQUIRE(numbers);
      REQUIRE_FALSE(numbers->empty());
      REQUIRE(std::set<unsigned>(numbers->begin(), numbers->end()).size() == numbers->size());
      ++lists;
    } catch (const kiosque::Error& error) {
      REQUIRE(error.code() == kiosque::ErrorCode::archive_damaged);
    }
  }
  CHECK(lists > 250);
}

TEST_CASE("Metadata are read as they were put") {
  const TemporaryFolder folder;
  {
    Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE);
    indexing::Manifest manifest;
    manifest.schema = "3";
    manifest.analyzer = "fr-1";
    manifest.fingerprint = "abc";
    manifest.archive = "0123abcd";
    manifest.revision = ~std::uint64_t{0};
    manifest.next_segment = 4294967295U;
    manifest.dead.add(3, 4);
    manifest.dead.add(3, 5);
    for (const auto& [key, value] : indexing::metadata_of(manifest))
      database.set_metadata(key, value);
    database.commit();
    const auto read = indexing::read_metadata(database, "a");
    CHECK(read.schema == manifest.schema);
    CHECK(read.analyzer == manifest.analyzer);
    CHECK(read.fingerprint == manifest.fingerprint);
    CHECK(read.archive == manifest.archive);
    CHECK(read.revision == manifest.revision);
    CHECK(read.next_segment == manifest.next_segment);
    CHECK(read.dead == manifest.dead);
    database.set_metadata("kiosque.dead", "\x01");
    database.commit();
    CHECK_THROWS_WITH(indexing::read_metadata(database, "a"), has("deleted articles"));
    database.set_metadata("kiosque.schema", "");
    database.commit();
    CHECK_THROWS_WITH(indexing::read_metadata(database, "a"), has("no Kiosque archive"));
  }
}
