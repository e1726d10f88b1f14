// Posting lists read from the file are those that Xapian reads, whoever wrote it; of a damaged file
// nothing is believed that it does not hold.

#include "index/glass/database_file.hpp"

#include <xapian.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "index/glass/database_writer.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace glass = kiosque::indexing::glass;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

using List = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Lists = std::map<std::string, List>;

std::optional<List> read(const glass::DatabaseFile& file, const std::string& term) {
  auto list = file.find(term);
  if (!list) return {};
  List postings;
  const bool whole = list->for_each(
      [&](std::uint32_t document, std::uint32_t wdf) { postings.emplace_back(document, wdf); });
  if (!whole) return {};
  CHECK(postings.size() == list->count());
  return postings;
}

Lists random_lists(RandomText& random, std::uint32_t documents) {
  Lists lists;
  for (std::uint32_t document = 1; document <= documents; document += 9)
    lists["all"].emplace_back(document, document % 3);
  for (int i = 0; i < 300; ++i) {
    std::string term = random.number(2) == 0 ? random.bytes(40) : random.french(1);
    if (random.number(5) == 0) term += std::string(random.number(60), '\0');
    if (term.empty() || term[0] == '\0' || lists.contains(term)) continue;
    List& list = lists[term];
    const auto share = 1 + random.number(random.number(4) == 0 ? 2 : 500);
    for (std::uint32_t document = 1; list.size() < 8000 && document <= documents; ++document) {
      if (random.number(share) == 0)
        list.emplace_back(document, static_cast<std::uint32_t>(
                                        random.number(random.number(9) == 0 ? 90'000 : 5)));
    }
    if (list.empty()) lists.erase(term);
  }
  return lists;
}

void write(const Lists& lists, std::uint32_t documents, const std::string& path) {
  glass::DatabaseWriter writer(path);
  writer.add_metadata("about", std::string(20'000, 'm'));
  writer.add_lengths(std::vector<std::uint32_t>(documents, 7));
  for (const auto& [term, list] : lists) {
    std::vector<glass::Posting> postings;
    for (const auto& [document, wdf] : list) postings.push_back({document, wdf});
    writer.add_postings(term, postings);
  }
  for (std::uint32_t document = 1; document <= documents; ++document)
    writer.add_data(document, "x");
  writer.finish();
}

// By Xapian's own hand, in a few pieces, made one file.
void write_by_xapian(const Lists& lists, std::uint32_t documents, const std::string& path) {
  {
    Xapian::WritableDatabase database(path + ".tmp", Xapian::DB_CREATE);
    std::map<std::uint32_t, Xapian::Document> by_number;
    for (const auto& [term, list] : lists) {
      for (const auto& [document, wdf] : list) by_number[document].add_term(term, wdf);
    }
    for (const auto& [number, document] : by_number) {
      database.replace_document(number, document);
      if (number % (documents / 3) == 0) database.commit();
    }
    database.commit();
  }
  Xapian::Database(path + ".tmp").compact(path, Xapian::DBCOMPACT_SINGLE_FILE);
}

void check(const Lists& lists, const std::string& path) {
  const glass::DatabaseFile file(path);
  for (const auto& [term, list] : lists) {
    const auto found = read(file, term);
    REQUIRE(found);
    REQUIRE(*found == list);
    for (const std::string& other : {term + "x", term.substr(1), term + '\0', std::string()}) {
      if (!lists.contains(other)) REQUIRE_FALSE(file.find(other));
    }
  }
}

// Numbers beyond 16,384 and 32,768 have other keys.
void check_by_xapian(const Lists& lists, const std::string& path) {
  const Xapian::Database database(path);
  for (const auto& [term, list] : lists) {
    List found;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      found.emplace_back(*at, at.get_wdf());
    REQUIRE(found == list);
  }
  REQUIRE(database.get_document(database.get_lastdocid()).get_data() == "x");
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("Lists are read from the file as they were written, by us or by Xapian") {
  RandomText random(97);
  const TemporaryFolder folder;
  int number = 0;
  for (const std::uint32_t documents : {1U, 60U, 3000U, 90'000U}) {
    const Lists lists = random_lists(random, documents);
    const std::string path = folder / std::to_string(++number);
    write(lists, documents, path);
    check(lists, path);
    check_by_xapian(lists, path);
    Xapian::Database(path).compact(path + ".c", Xapian::DBCOMPACT_SINGLE_FILE);
    check(lists, path + ".c");
    if (documents > 3000) continue;
    const Lists short_lists = [&] {
      Lists all;
      for (const auto& [term, list] : lists) {
        if (term.size() < 100) all.emplace(term, list);
      }
      return all;
    }();
    if (documents < 3) continue;
    write_by_xapian(short_lists, documents, path + ".x");
    check(short_lists, path + ".x");
  }
}

TEST_CASE("Several databases made one by Xapian are read as one") {
  RandomText random(101);
  const TemporaryFolder folder;
  constexpr std::uint32_t kDocuments = 2000;
  Lists all;
  Xapian::Database sources;
  for (std::uint32_t i = 0; i < 5; ++i) {
    const Lists lists = random_lists(random, kDocuments);
    const std::string path = folder / std::to_string(i);
    write(lists, kDocuments, path);
    sources.add_database(Xapian::Database(path));
    for (const auto& [term, list] : lists) {
      for (const auto& [document, wdf] : list)
        all[term].emplace_back(document + i * kDocuments, wdf);
    }
  }
  sources.compact(folder / "all", Xapian::DBCOMPACT_SINGLE_FILE);
  check(all, folder / "all");
}

TEST_CASE("A document's data is what was written, by us or by Xapian, of any size") {
  RandomText random(107);
  const TemporaryFolder folder;
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    std::string text = "x";  // of an empty one nothing is stored
    if (random.number(8) == 0) text += random.bytes(3000);
    for (auto times = random.number(i % 50 == 0 ? 4000 : 60); times > 0; --times)
      text += ' ' + random.french(1);
    texts.push_back(std::move(text));
  }
  texts.push_back(std::string(1'000'000, 'a'));  // shrinks a thousandfold
  {
    glass::DatabaseWriter writer(folder / "ours");
    writer.add_lengths(std::vector<std::uint32_t>(texts.size(), 1));
    for (std::uint32_t i = 0; i < texts.size(); ++i) writer.add_data(i + 1, texts[i]);
    writer.finish();
  }
  Xapian::Database(folder / "ours").compact(folder / "compact", Xapian::DBCOMPACT_SINGLE_FILE);
  {
    Xapian::WritableDatabase database(folder / "tmp", Xapian::DB_CREATE);
    for (const std::string& text : texts) {
      Xapian::Document document;
      document.set_data(text);
      database.add_document(document);
    }
    database.commit();
  }
  Xapian::Database(folder / "tmp").compact(folder / "xapian", Xapian::DBCOMPACT_SINGLE_FILE);
  for (const char* name : {"ours", "compact", "xapian"}) {
    CAPTURE(name);
    const glass::DatabaseFile file(folder / name);
    for (std::uint32_t i = 0; i < texts.size(); ++i) REQUIRE(file.data(i + 1) == texts[i]);
    CHECK_FALSE(file.data(0));
    CHECK_FALSE(file.data(static_cast<std::uint32_t>(texts.size()) + 1));
  }
  CHECK_FALSE(glass::DatabaseFile(folder / "none").data(1));
  // Damaged, it may give anything that is no more than it can hold, but never crashes.
  const std::string whole = bytes_of(folder / "ours");
  for (int round = 0; round < 100; ++round) {
    std::string damaged = whole;
    for (auto count = 1 + random.number(300); count > 0; --count)
      damaged[random.number(damaged.size())] = static_cast<char>(random.number(256));
    write_file(folder / "damaged", damaged);
    const glass::DatabaseFile file(folder / "damaged");
    for (std::uint32_t i = 0; i < texts.size(); i += 7) static_cast<void>(file.data(i + 1));
  }
}

TEST_CASE("Of what is no database, or not all of one, no list is found") {
  const TemporaryFolder folder;
  CHECK_FALSE(glass::DatabaseFile(folder / "none").find("a"));
  for (const std::string& bytes : {std::string(), std::string("x"), std::string(100'000, '\0')}) {
    write_file(folder / "some", bytes);
    CHECK_FALSE(glass::DatabaseFile(folder / "some").find("a"));
  }
}

TEST_CASE("A damaged file gives no list, or one within its bounds, and never a crash") {
  RandomText random(103);
  const TemporaryFolder folder;
  constexpr std::uint32_t kDocuments = 500;
  const Lists lists = random_lists(random, kDocuments);
  write(lists, kDocuments, folder / "whole");
  const std::string whole = bytes_of(folder / "whole");
  for (int round = 0; round < 400; ++round) {
    std::string damaged = whole;
    if (round % 4 == 0) {
      damaged.resize(random.number(whole.size()));
    } else {
      for (auto count = 1 + random.number(200); count > 0; --count)
        damaged[random.number(damaged.size())] = static_cast<char>(random.number(256));
    }
    write_file(folder / "damaged", damaged);
    const glass::DatabaseFile file(folder / "damaged");
    for (const auto& [term, list] : lists) {
      auto found = file.find(term);
      if (!found || found->count() > 100'000) continue;
      std::size_t seen = 0;
      std::uint32_t before = 0;
      bool rising = true;
      const bool good = found->for_each([&](std::uint32_t document, std::uint32_t) {
        rising = rising && document > before;
        before = document;
        ++seen;
      });
      if (!rising || seen > found->count() || (good && seen != found->count()))
        FAIL("round " << round);
    }
  }
}
