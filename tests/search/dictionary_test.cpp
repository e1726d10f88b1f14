// The words of a segment, and the word that is being typed.

#include "search/dictionary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/tiny_archive.hpp"
#include "support/random_text.hpp"

using kiosque::searching::WordList;
using kiosque::testing::RandomText;
using kiosque::testing::TinyArchive;

TEST_CASE("Words are read as they were added, and found by any beginning") {
  RandomText random(97);
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, std::uint32_t> words;
    for (auto n = random.number(200); n > 0; --n) {
      std::string word = random.number(4) == 0 ? random.bytes(240) : random.french(2);
      if (random.number(10) == 0) word = std::string(random.number(5), '\xFF') + word;
      words[word.substr(0, 240)] = static_cast<std::uint32_t>(random.number(1000));
    }
    WordList list;
    for (const auto& [word, count] : words) list.add(word, count);
    list.finish();
    REQUIRE(list.size() == words.size());
    std::size_t i = 0;
    for (const auto& [word, count] : words) {
      REQUIRE(list.word(i) == word);
      REQUIRE(list.count(i) == count);
      ++i;
    }
    for (int asked = 0; asked < 50; ++asked) {
      std::string prefix = random.number(3) == 0 ? random.bytes(3) : random.french(1);
      if (!words.empty() && random.number(2) == 0)
        prefix = std::next(words.begin(), static_cast<std::ptrdiff_t>(random.number(words.size())))
                     ->first;
      prefix = prefix.substr(0, random.number(6));
      const auto [first, last] = list.range(prefix);
      REQUIRE(first <= last);
      std::size_t at = 0;
      for (const auto& [word, count] : words) {
        const bool inside = at >= first && at < last;
        REQUIRE(inside == word.starts_with(prefix));
        ++at;
      }
    }
  }
}

namespace {

std::set<std::string> typed(const TinyArchive& archive, const std::string& text) {
  std::set<std::string> ids;
  for (const auto& hit : archive.search(text, {.limit = 100, .typing = true}).hits)
    ids.insert(hit.id);
  return ids;
}

}  // namespace

TEST_CASE("While it is typed, the last word stands for all that begin so") {
  const TinyArchive archive({{.id = "election", .title = "L’élection"},
                             {.id = "electeur", .title = "Un électeur"},
                             {.id = "elan", .title = "L’élan des Vosges"},
                             {.id = "vote", .title = "Le vote des électeurs"}});
  using Ids = std::set<std::string>;
  CHECK(typed(archive, "elec") == Ids{"election", "electeur", "vote"});
  CHECK(typed(archive, "ÉLEC") == Ids{"election", "electeur", "vote"});
  CHECK(typed(archive, "l'élec") == Ids{"election", "electeur", "vote"});
  CHECK(typed(archive, "él") == Ids{"election", "electeur", "vote", "elan"});
  CHECK(typed(archive, "élections") == Ids{"election"});
  CHECK(typed(archive, "vote élan") == Ids{"elan", "vote"});
  CHECK(typed(archive, "zzz").empty());
  // A blank ends a word, quotation marks and fields too.
  CHECK(typed(archive, "elec ").empty());
  CHECK(typed(archive, "\"elec\"").empty());
  CHECK(typed(archive, "elec vote") == Ids{"vote"});
  CHECK(archive.search("elec").total == 0);
  CHECK(archive.search("vote elec", {.match = kiosque::Match::all, .typing = true}).total == 1);
}

TEST_CASE("What is being typed is marked in titles and texts") {
  const TinyArchive archive(
      {{.id = "a", .title = "Un électeur", .body = "Des élections. Le vote."}});
  const auto hits = archive.search("élec", {.typing = true}).hits;
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].snippet == "Des <mark>élections</mark>. Le vote.");
  REQUIRE(hits[0].title_spans.size() == 1);
  CHECK(hits[0].title.substr(hits[0].title_spans[0].begin,
                             hits[0].title_spans[0].end - hits[0].title_spans[0].begin) ==
        "électeur");
}
