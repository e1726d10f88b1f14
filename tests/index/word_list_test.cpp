// Sorted words, read where they lie.

#include "index/word_list.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::indexing::WordList;
using kiosque::indexing::WordListBuilder;
using kiosque::testing::RandomText;

namespace {

using Counts = std::map<std::string, std::uint32_t>;

Counts random_words(RandomText& random, std::size_t most) {
  Counts words;
  for (auto n = random.number(most); n > 0; --n) {
    std::string word = random.number(4) == 0 ? random.bytes(240) : random.french(2);
    if (random.number(10) == 0) word = std::string(random.number(5), '\xFF') + word;
    words[word.substr(0, 240)] = static_cast<std::uint32_t>(1 + random.number(1000));
  }
  return words;
}

std::string written(const Counts& words) {
  WordListBuilder builder;
  for (const auto& [word, count] : words) builder.add(word, count);
  std::string bytes;
  builder.write(bytes);
  return bytes;
}

}  // namespace

TEST_CASE("Words are read as they were added, and found by any beginning") {
  RandomText random(97);
  for (int round = 0; round < 200; ++round) {
    const Counts words = random_words(random, 200);
    const std::string bytes = written(words);
    const std::string with_more = bytes + "behind";
    const WordList list(with_more);
    REQUIRE(list.size() == words.size());
    REQUIRE(list.bytes() == bytes.size());
    std::size_t i = 0;
    WordList::Reader reader(list, 0);
    for (const auto& [word, count] : words) {
      REQUIRE(list.word(i) == word);
      REQUIRE(list.count(i) == count);
      REQUIRE(list.find(word) == i);
      REQUIRE(reader.good());
      REQUIRE(reader.word() == word);
      reader.next();
      ++i;
    }
    REQUIRE_FALSE(reader.good());
    for (int asked = 0; asked < 50; ++asked) {
      std::string prefix = random.number(3) == 0 ? random.bytes(3) : random.french(1);
      if (!words.empty() && random.number(2) == 0)
        prefix = std::next(words.begin(), static_cast<std::ptrdiff_t>(random.number(words.size())))
                     ->first;
      prefix = prefix.substr(0, random.number(6));
      const auto [first, last] = list.range(prefix);
      REQUIRE(first <= last);
      REQUIRE(list.find(prefix).has_value() == words.contains(prefix));
      std::size_t at = 0;
      for (const auto& [word, count] : words) {
        const bool inside = at >= first && at < last;
        REQUIRE(inside == word.starts_with(prefix));
        ++at;
      }
    }
  }
}

TEST_CASE("Merged lists are as if written at once, the counts added up") {
  RandomText random(98);
  for (int round = 0; round < 100; ++round) {
    Counts all;
    std::vector<std::string> bytes;
    for (auto n = random.number(6); n > 0; --n) {
      const Counts words = random_words(random, 60);
      for (const auto& [word, count] : words) all[word] += count;
      bytes.push_back(written(words));
    }
    std::vector<WordList> lists;
    for (const auto& one : bytes) lists.emplace_back(one);
    std::string merged;
    merge(lists).write(merged);
    REQUIRE(merged == written(all));
  }
}

TEST_CASE("A list with any bytes changed or cut is read without harm") {
  RandomText random(99);
  const std::string whole = written(random_words(random, 100));
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole;
    if (random.number(3) == 0) bytes.resize(random.number(bytes.size()));
    for (auto n = random.number(4); n > 0 && !bytes.empty(); --n)
      bytes[random.number(bytes.size())] = static_cast<char>(random.number(256));
    const WordList list(bytes);
    const auto [first, last] = list.range(random.french(1));
    static_cast<void>(list.find("mot"));
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 300); ++i)
      static_cast<void>(list.word(i));
    static_cast<void>(first + last);
  }
}
