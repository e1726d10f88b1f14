// Headlines, and the places in them where words begin.

#include "index/headlines.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using namespace kiosque::indexing;
using kiosque::testing::RandomText;

namespace {

std::string folded(const std::string& title) {
  kiosque::analysis::Analyzer analyzer;
  kiosque::analysis::Words words;
  analyzer.analyze(title, words);
  return fold_headline(title, words);
}

std::vector<std::string> random_headlines(RandomText& random, std::size_t most) {
  static const std::vector<std::string> words = {"la", "le", "grève", "gré", "réforme", "élan"};
  std::vector<std::string> headlines;
  for (auto n = random.number(most); n > 0; --n) {
    std::string title;
    for (auto count = random.number(6); count > 0; --count)
      title += (random.number(5) == 0 ? ": " : " ") + words[random.number(words.size())];
    if (random.number(12) == 0) title += random.french(80);
    headlines.push_back(folded(title));
  }
  return headlines;
}

std::string written(const std::vector<std::string>& headlines) {
  HeadlinesBuilder builder;
  for (const auto& headline : headlines) builder.add(headline);
  std::string bytes;
  builder.write(bytes);
  return bytes;
}

}  // namespace

TEST_CASE("A headline is its folded words, parted where punctuation is between them") {
  CHECK(folded("L’élection à Saint-Étienne") == "election a saint etienne");
  CHECK(folded("Grève : la SNCF, le RER") == "greve\nla sncf\nle rer");
  CHECK(folded("«Réforme» des retraites") == "reforme\ndes retraites");
  CHECK(folded("Les étudiant·e·s en colère") == "les etudiants en colere");
  CHECK(folded("3 000 emplois") == "3000 emplois");
  CHECK(folded("") == "");
}

TEST_CASE("Every beginning of words side by side has its places, and no others") {
  RandomText random(131);
  for (int round = 0; round < 60; ++round) {
    const auto headlines = random_headlines(random, 40);
    const std::string bytes = written(headlines);
    const Headlines list(bytes, headlines.size());
    for (std::size_t i = 0; i < headlines.size(); ++i)
      REQUIRE(list.headline(i + 1) == headlines[i]);
    for (std::size_t place = 1; place < list.size(); ++place)
      REQUIRE(list.text(place - 1) <= list.text(place));
    for (const std::string prefix : {"la", "gr", "greve", "la greve", "reforme la g", "x", ""}) {
      for (const bool whole : {false, true}) {
        std::multiset<std::size_t> expected;
        for (std::size_t i = 0; i < headlines.size(); ++i) {
          const std::string& headline = headlines[i];
          for (std::size_t at = 0; at < headline.size() && at <= 255; ++at) {
            if (at > 0 && headline[at - 1] != ' ' && headline[at - 1] != '\n') continue;
            if (headline.compare(at, prefix.size(), prefix) != 0) continue;
            const std::size_t end = at + prefix.size();
            if (whole && end < headline.size() && headline[end] > ' ') continue;
            expected.insert(i + 1);
          }
        }
        if (whole && prefix.empty()) continue;
        const auto [first, last] =
            whole ? list.range_of_words(prefix, 0, list.size()) : list.range(prefix);
        std::multiset<std::size_t> found;
        for (std::size_t place = first; place < last; ++place) found.insert(list.document(place));
        REQUIRE(found == expected);
      }
    }
  }
}

TEST_CASE("Merged headlines are as if written at once") {
  RandomText random(132);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> all;
    std::vector<std::string> bytes;
    std::vector<std::size_t> sizes;
    for (auto n = random.number(5); n > 0; --n) {
      const auto headlines = random_headlines(random, 20);
      all.insert(all.end(), headlines.begin(), headlines.end());
      bytes.push_back(written(headlines));
      sizes.push_back(headlines.size());
    }
    std::vector<Headlines> lists;
    for (std::size_t i = 0; i < bytes.size(); ++i) lists.emplace_back(bytes[i], sizes[i]);
    std::ostringstream merged;
    merge_headlines(lists, merged);
    REQUIRE(merged.str() == written(all));
  }
}

TEST_CASE("Headlines with any bytes changed or cut are read without harm") {
  RandomText random(133);
  const auto headlines = random_headlines(random, 60);
  const std::string whole = written(headlines);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole;
    if (random.number(3) == 0) bytes.resize(random.number(bytes.size()));
    for (auto n = random.number(4); n > 0 && !bytes.empty(); --n)
      bytes[random.number(bytes.size())] = static_cast<char>(random.number(256));
    const Headlines list(bytes, headlines.size());
    static_cast<void>(list.range("greve la"));
    for (std::size_t place = 0; place < std::min<std::size_t>(list.size(), 500); ++place)
      static_cast<void>(list.text(place));
    for (std::size_t i = 0; i < headlines.size() + 2; ++i) static_cast<void>(list.headline(i));
  }
}
