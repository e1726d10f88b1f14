// What is written is read by Xapian: its own check, and every term, value, length and text.

#include "index/glass/database_writer.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace glass = kiosque::indexing::glass;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;

namespace {

// A database in plain maps.
struct Model {
  std::map<std::string, std::string> metadata;
  std::map<unsigned, std::map<unsigned, std::string>> values;  // by slot, by document
  std::vector<std::uint32_t> lengths;
  std::map<std::string, std::map<unsigned, unsigned>> terms;  // wdf by document
  std::vector<std::string> data;
};

void write(const Model& model, const std::string& path) {
  glass::DatabaseWriter writer(path);
  for (const auto& [key, value] : model.metadata) writer.add_metadata(key, value);
  std::vector<unsigned> slots;
  for (const auto& [slot, values] : model.values) slots.push_back(slot);
  writer.add_values(slots, [&](unsigned slot, const auto& visit) {
    for (const auto& [document, value] : model.values.at(slot)) visit(document, value);
  });
  writer.add_lengths(model.lengths);
  for (const auto& [term, documents] : model.terms) {
    std::vector<glass::Posting> postings;
    for (const auto& [document, wdf] : documents) postings.push_back({document, wdf});
    writer.add_postings(term, postings);
  }
  for (std::size_t i = 0; i < model.data.size(); ++i)
    writer.add_data(static_cast<std::uint32_t>(i + 1), model.data[i]);
  writer.finish();
}

void check_database(const Model& model, const Xapian::Database& database) {
  REQUIRE(database.get_doccount() == model.data.size());
  REQUIRE(database.get_lastdocid() == model.data.size());
  for (const auto& [key, value] : model.metadata) REQUIRE(database.get_metadata(key) == value);
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < model.data.size(); ++i) {
    const auto document = static_cast<Xapian::docid>(i + 1);
    REQUIRE(database.get_document(document).get_data() == model.data[i]);
    REQUIRE(database.get_doclength(document) == model.lengths[i]);
    total += model.lengths[i];
  }
  REQUIRE(database.get_total_length() == total);
  for (const auto& [slot, values] : model.values) {
    REQUIRE(database.get_value_freq(slot) == values.size());
    auto expected = values.begin();
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value, ++expected) {
      REQUIRE(expected != values.end());
      REQUIRE(value.get_docid() == expected->first);
      REQUIRE(*value == expected->second);
    }
    REQUIRE(expected == values.end());
    for (const auto& [document, value] : values)
      REQUIRE(database.get_document(document).get_value(slot) == value);
  }
  auto term = database.allterms_begin();
  for (const auto& [text, documents] : model.terms) {
    REQUIRE(term != database.allterms_end());
    REQUIRE(*term == text);
    REQUIRE(term.get_termfreq() == documents.size());
    std::uint64_t occurrences = 0;
    auto posting = database.postlist_begin(text);
    for (const auto& [document, wdf] : documents) {
      REQUIRE(posting != database.postlist_end(text));
      REQUIRE(*posting == document);
      REQUIRE(posting.get_wdf() == wdf);
      occurrences += wdf;
      ++posting;
    }
    REQUIRE(posting == database.postlist_end(text));
    REQUIRE(database.get_collection_freq(text) == occurrences);
    if (!documents.empty()) {
      const auto last = documents.rbegin()->first;
      auto skipping = database.postlist_begin(text);
      skipping.skip_to(last);
      REQUIRE(*skipping == last);
    }
    ++term;
  }
  REQUIRE(term == database.allterms_end());
}

void check(const Model& model) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.glass";
  write(model, path);
  std::ostringstream said;
  const std::size_t errors = Xapian::Database::check(path, 0, &said);
  INFO(said.str());
  REQUIRE(errors == 0);
  check_database(model, Xapian::Database(path));
  // Merged by Xapian's own hand it is the same.
  const std::string compacted = folder / "b.glass";
  Xapian::Database(path).compact(compacted, Xapian::DBCOMPACT_SINGLE_FILE);
  check_database(model, Xapian::Database(compacted));
}

Model random_model(RandomText& random, unsigned documents, unsigned terms, std::size_t longest) {
  Model model;
  for (auto i = random.number(4); i > 0; --i)
    model.metadata["key" + std::to_string(i)] = "x" + random.bytes(longest);
  for (unsigned i = 0; i < documents; ++i) {
    model.lengths.push_back(static_cast<std::uint32_t>(random.number(3000)));
    model.data.push_back(random.number(3) == 0 ? random.bytes(longest) : random.french(40));
  }
  for (unsigned slot : {0U, 3U, 200U}) {
    for (unsigned document = 1; document <= documents; ++document) {
      if (random.number(3) > 0) model.values[slot][document] = "v" + random.bytes(30);
    }
  }
  for (unsigned i = 0; i < terms && documents > 0; ++i) {
    std::string term = random.number(2) == 0 ? random.bytes(30) : random.french(1);
    if (random.number(5) == 0) term += std::string(random.number(100), '\0');
    if (term.empty() || (term.size() > 1 && term[0] == '\0')) continue;
    auto& postings = model.terms[term];
    const auto share = 1 + random.number(random.number(3) == 0 ? 2 : documents);
    for (unsigned document = 1; document <= documents; ++document) {
      if (random.number(share) == 0)
        postings[document] =
            static_cast<unsigned>(random.number(random.number(9) == 0 ? 90'000 : 5));
    }
    if (postings.empty()) model.terms.erase(term);
  }
  return model;
}

}  // namespace

TEST_CASE("A database without anything in it is one all the same") {
  check({});
}

TEST_CASE("Whatever is written, Xapian finds it sound and reads it") {
  RandomText random(83);
  for (int round = 0; round < 40; ++round) {
    INFO(round);
    check(random_model(random, static_cast<unsigned>(random.number(60)),
                       static_cast<unsigned>(random.number(400)), 3000));
  }
}

TEST_CASE("Lists of many chunks, texts of many blocks and trees of several levels are read") {
  RandomText random(89);
  Model model = random_model(random, 5000, 30, 100);
  model.data[17] = random.bytes(300'000) + std::string(300'000, 'x');
  model.metadata["long"] = std::string(100'000, 'm');
  for (unsigned i = 0; i < 40'000; ++i)
    model.terms[fmt::format("mot{}", i * 7919)][1 + i % 5000] = 1;
  for (unsigned document = 1; document <= 5000; ++document) model.terms["de"][document] = document;
  check(model);
}
