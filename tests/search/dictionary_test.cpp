// The word that is being typed stands for all that begin so.

#include <set>
#include <string>

#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::testing::TinyArchive;

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
