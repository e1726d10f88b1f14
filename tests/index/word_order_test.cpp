// The words of articles in their order: what is found in the codes is what stands in the texts.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <kiosque/error.hpp>
#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/word_order_file.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
using namespace kiosque::indexing;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;

namespace {

using Hashes = std::vector<std::uint64_t>;
using Texts = std::array<Hashes, kTextParts>;

std::string record_of(const Texts& texts) {
  WordOrderRecorder recorder;
  recorder.begin();
  for (const auto& text : texts) {
    for (const auto hash : text) recorder.add(hash);
    recorder.end_part();
  }
  std::string record;
  recorder.finish(record);
  return record;
}

// Of words drawn from so many different ones.
Texts random_texts(RandomText& random, std::size_t words, std::size_t longest) {
  Texts texts;
  for (auto& text : texts) {
    for (auto n = random.number(longest + 1); n > 0; --n)
      text.push_back(word_hash(fmt::format("mot{}", random.number(words))));
  }
  return texts;
}

// With each of so many words at least once, so that codes need 32 bits from 601 on.
Texts texts_of_all(RandomText& random, std::size_t words) {
  Texts texts = random_texts(random, words, 300);
  for (std::size_t i = 0; i < words; ++i)
    texts[i % kTextParts].push_back(word_hash(fmt::format("mot{}", i)));
  return texts;
}

bool stands_in(const Hashes& text, const Hashes& phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end()) != text.end();
}

// All of whose words stand in the texts: what has_phrase asks for.
Hashes random_phrase(RandomText& random, const Texts& texts) {
  Hashes all;
  for (const auto& text : texts) all.insert(all.end(), text.begin(), text.end());
  if (all.empty()) return {};
  Hashes phrase;
  const std::size_t size = 1 + random.number(random.number(10) == 0 ? 45 : 4);
  const std::size_t at = random.number(all.size());
  for (std::size_t i = 0; i < size; ++i) {
    // Mostly a passage, which may go over the end of a text.
    phrase.push_back(random.number(12) == 0 ? all[random.number(all.size())]
                                            : all[(at + i) % all.size()]);
  }
  return phrase;
}

void check_phrases(RandomText& random, const Texts& texts, const WordOrder& order, int& found) {
  const Hashes phrase = random_phrase(random, texts);
  if (phrase.empty()) return;
  bool anywhere = false;
  for (std::size_t i = 0; i < kTextParts; ++i) {
    const auto part = static_cast<TextPart>(i);
    const bool here = stands_in(texts[i], phrase);
    REQUIRE(order.has_phrase(phrase, &part) == here);
    anywhere = anywhere || here;
  }
  REQUIRE(order.has_phrase(phrase) == anywhere);
  found += anywhere ? 1 : 0;
}

void check_positions(RandomText& random, const Texts& texts, const WordOrder& order) {
  const auto& text = texts[random.number(kTextParts)];
  if (text.empty()) return;
  const auto hash = text[random.number(text.size())];
  std::vector<std::uint32_t> positions = {7};
  order.positions(hash, positions);
  std::size_t seen = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t part = 0; part < kTextParts; ++part) {
    for (std::uint32_t i = 0; i < texts[part].size(); ++i) {
      if (texts[part][i] != hash) continue;
      REQUIRE(seen < positions.size());
      REQUIRE(positions[seen++] == begin + i + part * 100);
    }
    begin += static_cast<std::uint32_t>(texts[part].size());
  }
  REQUIRE(seen == positions.size());
}

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

WordOrderBatch random_batch(RandomText& random, std::size_t articles, std::vector<Texts>& texts) {
  WordOrderBatch batch;
  for (; articles > 0; --articles) {
    texts.push_back(random.number(20) == 0 ? texts_of_all(random, 700)
                                           : random_texts(random, 40, 30));
    batch.records += record_of(texts.back());
    Signature signature;
    for (auto& byte : signature.bytes) byte = static_cast<std::uint8_t>(random.number(256));
    batch.add(static_cast<std::uint32_t>(random.number(5000)), signature);
  }
  return batch;
}

}  // namespace

TEST_CASE("A phrase is found in the codes if and only if it stands in one of the texts") {
  struct Row {
    std::size_t words;
    bool every;  // each of them is there
    char width;
  };
  const Row row = GENERATE(Row{3, false, 2}, Row{40, false, 2}, Row{300, true, 2},
                           Row{601, true, 4}, Row{2000, true, 4});
  RandomText random(410);
  int found = 0;
  const int rounds = row.words > 300 ? 60 : 300;
  for (int round = 0; round < rounds; ++round) {
    const Texts texts =
        row.every ? texts_of_all(random, row.words) : random_texts(random, row.words, 30);
    const std::string record = record_of(texts);
    const WordOrder order(record);
    REQUIRE(order.known());
    // A few of three hundred words may have no salt of sixteen bits.
    if (row.words != 300) REQUIRE(record[0] == row.width);
    for (int i = 0; i < 20; ++i) {
      check_phrases(random, texts, order, found);
      check_positions(random, texts, order);
    }
  }
  CHECK(found > rounds * 4);
}

TEST_CASE("Every phrase of a text is found, up to the whole of it") {
  RandomText random(411);
  const Texts texts = random_texts(random, 50, 60);
  const std::string record = record_of(texts);
  const WordOrder order(record);
  for (std::size_t part = 0; part < kTextParts; ++part) {
    const auto& text = texts[part];
    const auto where = static_cast<TextPart>(part);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= text.size(); ++end) {
        const Hashes phrase(text.begin() + static_cast<std::ptrdiff_t>(begin),
                            text.begin() + static_cast<std::ptrdiff_t>(end));
        REQUIRE(order.has_phrase(phrase, &where));
      }
    }
  }
  CHECK(order.has_phrase({}));
}

TEST_CASE("No phrase reaches from one text into the next") {
  const Hashes words = {word_hash("un"), word_hash("deux"), word_hash("trois")};
  const std::string record = record_of({{{words[0], words[1]}, {words[2]}, {words[0]}}});
  const WordOrder order(record);
  CHECK(order.has_phrase({words[0], words[1]}));
  CHECK_FALSE(order.has_phrase({words[1], words[2]}));
  CHECK_FALSE(order.has_phrase({words[2], words[0]}));
  CHECK_FALSE(order.has_phrase({words[0], words[1], words[2]}));
}

TEST_CASE("An alternative is found where its word stands") {
  const auto hash = [](const char* word) { return word_hash(word); };
  WordOrderRecorder recorder;
  recorder.begin();
  recorder.add(hash("les"));
  recorder.end_part();
  for (const char* word : {"les", "etudiants"}) recorder.add(hash(word));
  recorder.add_alternative(hash("etudiantes"));
  recorder.add(hash("manifestent"));
  recorder.end_part();
  recorder.add(hash("etudiantes"));
  std::string record;
  recorder.finish(record);
  const WordOrder order(record);
  REQUIRE(order.known());
  CHECK(order.has_phrase({hash("les"), hash("etudiants"), hash("manifestent")}));
  CHECK(order.has_phrase({hash("les"), hash("etudiantes"), hash("manifestent")}));
  CHECK(order.has_phrase({hash("etudiantes"), hash("manifestent")}));
  CHECK_FALSE(order.has_phrase({hash("etudiants"), hash("etudiantes")}));
  CHECK_FALSE(order.has_phrase({hash("manifestent"), hash("etudiantes")}));
  const TextPart title = TextPart::title;
  const TextPart lead = TextPart::lead;
  CHECK_FALSE(order.has_phrase({hash("etudiantes")}, &title));
  CHECK(order.has_phrase({hash("etudiantes")}, &lead));
  std::vector<std::uint32_t> positions;
  order.positions(hash("etudiantes"), positions);
  CHECK(positions == std::vector<std::uint32_t>{102, 204});
}

TEST_CASE("Where no salt tells two words apart, there are no codes") {
  CHECK(WordOrder(record_of({})).known());
  CHECK_FALSE(WordOrder().known());
  // Of so many words two have one code of 32 bits under any salt, as birthdays have it.
  RandomText random(416);
  Texts texts;
  for (int i = 0; i < 300'000; ++i) texts[2].push_back(random.number(~std::size_t{0}));
  CHECK_FALSE(WordOrder(record_of(texts)).known());
}

TEST_CASE("Any bytes are a record or none, and are looked through without harm") {
  RandomText random(412);
  const Hashes phrase = {word_hash("un"), word_hash("deux")};
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = round % 2 == 0 ? random.bytes(60) : record_of(random_texts(random, 9, 5));
    if (round % 2 == 1 && !bytes.empty()) {
      bytes[random.number(bytes.size())] = static_cast<char>(random.number(256));
      bytes.resize(random.number(bytes.size() + 1));
    }
    // On the heap to the byte, so that a sanitizer sees the first one too far.
    const auto copy = std::make_unique<char[]>(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.get());
    const WordOrder order(std::string_view(copy.get(), bytes.size()));
    if (!order.known()) continue;
    std::vector<std::uint32_t> positions;
    order.positions(phrase[0], positions);
    static_cast<void>(order.has_phrase(phrase));
  }
}

TEST_CASE("A file of records is read as it was written, joined files as if written at once") {
  const TemporaryFolder folder;
  RandomText random(413);
  for (int round = 0; round < 25; ++round) {
    std::vector<Texts> texts;
    WordOrderBatch whole;
    std::vector<std::shared_ptr<const WordOrderFile>> files;
    for (std::size_t n = random.number(6), i = 0; i < n; ++i) {
      const WordOrderBatch batch = random_batch(random, random.number(9), texts);
      const std::string path = folder / fmt::format("part{}-{}", round, i);
      write_word_orders(batch, path);
      files.push_back(std::make_shared<const WordOrderFile>(path));
      REQUIRE(files.back()->size() == batch.lengths.size());
      const std::size_t base = whole.records.size();
      whole.records += batch.records;
      for (const auto end : batch.ends) whole.ends.push_back(base + end);
      whole.lengths.insert(whole.lengths.end(), batch.lengths.begin(), batch.lengths.end());
      whole.signatures.insert(whole.signatures.end(), batch.signatures.begin(),
                              batch.signatures.end());
    }
    write_word_orders(whole, folder / "whole");
    concatenate_word_orders(files, folder / "joined");
    REQUIRE(content(folder / "joined") == content(folder / "whole"));

    const WordOrderFile file(folder / "joined");
    REQUIRE(file.size() == texts.size());
    int found = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      REQUIRE(file.length(i + 1) == whole.lengths[i]);
      REQUIRE(std::equal(whole.signatures[i].bytes.begin(), whole.signatures[i].bytes.end(),
                         file.signature(i + 1)));
      const WordOrder order = file.at(i + 1);
      if (order.known()) check_phrases(random, texts[i], order, found);
    }
    CHECK_FALSE(file.at(0).known());
    CHECK_FALSE(file.at(texts.size() + 1).known());
  }
}

TEST_CASE("A file of records cut at any byte, or longer than it was, is damaged") {
  const TemporaryFolder folder;
  RandomText random(414);
  std::vector<Texts> texts;
  write_word_orders(random_batch(random, 5, texts), folder / "whole");
  const std::string whole = content(folder / "whole");
  const auto code = [&](const std::string& bytes) {
    write_file(folder / "cut", bytes);
    try {
      const WordOrderFile file(folder / "cut");
    } catch (const kiosque::Error& error) {
      return error.code() == kiosque::ErrorCode::archive_damaged;
    }
    return false;
  };
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    CAPTURE(cut, whole.size());
    REQUIRE(code(whole.substr(0, cut)));
  }
  CHECK_FALSE(code(whole));
  CHECK(code(whole + 'x'));
  CHECK(code(std::string(whole).replace(0, 1, "K")));
  fs::remove(folder / "cut");
  CHECK_THROWS_WITH(WordOrderFile(folder / "cut"), has("missing"));
}

TEST_CASE("A file of records with any bytes changed is damaged or read without harm") {
  const TemporaryFolder folder;
  RandomText random(415);
  std::vector<Texts> texts;
  write_word_orders(random_batch(random, 5, texts), folder / "whole");
  const std::string whole = content(folder / "whole");
  const Hashes phrase = {word_hash("mot1"), word_hash("mot2")};
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = whole;
    // Mostly in the head, where the numbers are.
    const std::size_t within = random.number(3) == 0 ? whole.size() : 120;
    bytes[random.number(within)] = static_cast<char>(random.number(256));
    write_file(folder / "changed", bytes);
    try {
      const WordOrderFile file(folder / "changed");
      for (std::size_t i = 1; i <= file.size(); ++i) {
        const WordOrder order = file.at(i);
        if (order.known()) static_cast<void>(order.has_phrase(phrase));
      }
    } catch (const kiosque::Error& error) {
      REQUIRE(error.code() == kiosque::ErrorCode::archive_damaged);
    }
  }
}
