// Words near a word, and the walk along the sorted words that finds them.

#include "search/neighbours.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::indexing::WordList;
using kiosque::searching::Neighbour;
using kiosque::searching::neighbours;
using kiosque::testing::RandomText;

namespace {

// By the definition: the whole matrix, for every word.
std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

// Of few letters, so that words are near each other.
std::string word(RandomText& random, std::size_t longest, std::size_t letters) {
  std::string word(random.number(longest) + 1, ' ');
  for (char& c : word) c = static_cast<char>('a' + random.number(letters));
  return word;
}

// A list with the bytes that it lies in.
class Listed {
 public:
  explicit Listed(const std::map<std::string, std::uint32_t>& words) {
    kiosque::indexing::WordListBuilder builder;
    for (const auto& [word, count] : words) builder.add(word, count);
    builder.write(bytes_);
  }
  [[nodiscard]] WordList list() const { return WordList(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace

TEST_CASE("Neighbours are those that the distance of Damerau says, in any list") {
  RandomText random(151);
  for (int round = 0; round < 150; ++round) {
    const std::size_t letters = 2 + random.number(5);
    std::map<std::string, std::uint32_t> words;
    for (auto n = random.number(600); n > 0; --n) {
      std::string one = random.number(20) == 0 ? random.bytes(12) : word(random, 14, letters);
      if (!one.empty()) words[one] = static_cast<std::uint32_t>(random.number(1000));
    }
    const Listed listed(words);
    const WordList list = listed.list();
    for (int asked = 0; asked < 12; ++asked) {
      const std::string typed = word(random, 14, letters);
      for (std::size_t most = 0; most <= 3; ++most) {
        std::vector<std::string> expected;
        for (const auto& [other, count] : words) {
          if (other != typed && kiosque::searching::is_of_letters(other) &&
              edits(typed, other) <= most) {
            expected.push_back(other);
          }
        }
        std::vector<std::string> found;
        for (const Neighbour& neighbour : neighbours(list, typed, most)) {
          found.push_back(neighbour.word);
          REQUIRE(neighbour.count == words[neighbour.word]);
          REQUIRE(neighbour.edits == edits(typed, neighbour.word));
        }
        INFO(typed << ", " << most);
        REQUIRE(found == expected);
      }
    }
  }
}

TEST_CASE("What is no word of letters has no neighbours and is none") {
  const Listed listed({{"2022", 1}, {"election", 1}, {"electio\xC3\xB1", 1}, {"москва", 1}});
  const WordList list = listed.list();
  CHECK(neighbours(list, "2023", 1).empty());
  CHECK(neighbours(list, "москво", 2).empty());
  CHECK(neighbours(list, "", 2).empty());
  CHECK(neighbours(list, std::string(41, 'a'), 2).empty());
  const auto found = neighbours(list, "electiom", 1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].word == "election");
}

TEST_CASE("A cursor goes over the words that begin alike, and tells what the next one shares") {
  RandomText random(157);
  for (int round = 0; round < 100; ++round) {
    std::map<std::string, std::uint32_t> words;
    for (auto n = random.number(800); n > 0; --n)
      words[random.number(10) == 0 ? random.bytes(6) : word(random, 8, 3)] =
          static_cast<std::uint32_t>(random.number(9));
    const Listed listed(words);
    const WordList list = listed.list();
    WordList::Reader reader(list, 0);
    auto expected = words.begin();
    std::string before;
    while (expected != words.end()) {
      REQUIRE(reader.good());
      REQUIRE(reader.word() == expected->first);
      REQUIRE(reader.count() == expected->second);
      REQUIRE(list.count(list.find(expected->first).value()) == expected->second);
      const std::size_t shared = reader.shared();
      REQUIRE(shared <= before.size());
      REQUIRE(before.substr(0, shared) == expected->first.substr(0, shared));
      before = expected->first;
      if (random.number(2) == 0) {
        reader.next();
        ++expected;
        continue;
      }
      const std::size_t size = random.number(5);
      const std::string prefix = before.substr(0, size);
      reader.skip(size);
      ++expected;
      while (size <= before.size() && expected != words.end() &&
             expected->first.starts_with(prefix)) {
        ++expected;
      }
    }
    REQUIRE((!reader.good()));
    CHECK_FALSE(list.find("zz"));
  }
}
