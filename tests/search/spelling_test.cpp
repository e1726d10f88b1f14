// Misspelt words: what is suggested, what is corrected, and what is left as it was typed.

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "search/tiny_archive.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

using kiosque::Results;
using kiosque::testing::RandomText;
using kiosque::testing::TinyArchive;

namespace {

const TinyArchive& press() {
  static const TinyArchive archive({
      {.id = "municipales",
       .title = "Élections municipales : le président vote",
       .body = "Les élections municipales ont lieu en mars. Le président a voté à Paris."},
      {.id = "conge", .title = "Le congé parental", .body = "La pharmacie est fermée en août."},
      {.id = "ecoliers",
       .title = "Des masques pour les écoliers",
       .body = "Les écoliers chinois portent un masque et gardent leurs distances.",
       .published = "2020-06-15"},
      {.id = "bateau", .title = "Un bateau échoué", .body = "Le bateau pêche au large de Brest."},
      {.id = "gouvernement",
       .title = "Le gouvernement renonce",
       .body = "Le gouvernement de Sarkozy avait renoncé. L’assemblée nationale attend."},
      {.id = "linas", .title = "Accident à Linas", .body = "À Linas, la SNCF a fermé la gare."},
      {.id = "telephone", .title = "Le téléphone sonne", .body = "Un appel au collège en 2022."},
      {.id = "lions", .title = "Les lions du cirque", .body = "Les lions et les enfants."},
  });
  return archive;
}

std::string suggestion(const std::string& query, const kiosque::SearchOptions& options = {}) {
  return press().search(query, options).suggestion;
}

struct Row {
  const char* query;
  const char* suggested;
};

}  // namespace

TEST_CASE("Each kind of slip is put right by the archive's own words") {
  const Row row =
      GENERATE(Row{"presidant", "président"},                           // another sound
               Row{"gouvernement élecions", "gouvernement élections"},  // missing
               Row{"électtions", "élections"},                          // doubled
               Row{"télépone", "téléphone"},                            // not heard
               Row{"gouvernemebt", "gouvernement"},                     // the key beside
               Row{"gouvernemetn", "gouvernement"},                     // exchanged
               Row{"ecxoliers", "écoliers"},                            // too many
               Row{"farmacie", "pharmacie"},                            // f for ph
               Row{"bato", "bateau"},                                   // o for eau
               Row{"muniscipalles", "municipales"},                     // two slips in a long word
               Row{"lesélections", "les élections"},                    // run together
               Row{"lassemblée", "l’assemblée"},                        // with what was elided
               Row{"le prési dent vote", "le président vote"},          // come apart
               Row{"l’asemblée nationnale", "l’assemblée nationale"},
               Row{"« les écooliers »", "« les écoliers »"},         // in a phrase
               Row{"+gouvernemant -lions", "+gouvernement -lions"},  // signs stay
               Row{"(gouvernemant OU masque)", "(gouvernement OU masque)"},
               Row{"titre:gouvernemant", "titre:gouvernement"},
               Row{"masque date:2020..2022 écoleirs", "masque date:2020..2022 écoliers"});
  INFO(row.query);
  CHECK(suggestion(row.query) == row.suggested);
}

TEST_CASE("Accents are those of the archive, capitals those typed") {
  const Row row =
      GENERATE(Row{"presidemt", "président"}, Row{"Presidemt", "Président"},
               Row{"PRESIDEMT", "PRÉSIDENT"}, Row{"Sarkozi", "Sarkozy"}, Row{"sarkozi", "sarkozy"},
               Row{"colllege", "collège"}, Row{"parrental", "parental"});
  INFO(row.query);
  CHECK(suggestion(row.query) == row.suggested);
}

TEST_CASE("Right words, numbers, acronyms and short words are left as they are") {
  const char* const query = GENERATE(
      "Linas", "linas", "écolier", "ecoliers", "présidents", "voté", "conge", "2023", "20222",
      "SNCD", "SNC", "lio", "bat", "pes", "masque -gouvernemant", "tag:gouvernemant",
      "auteur:sarkozi", "москва", "gouvernemant2", "xkcdqzw", "zzyzx", "", "+", "\"", "12 h 30");
  INFO(query);
  CHECK(suggestion(query).empty());
  CHECK(press().search(query).corrections.empty());
}

TEST_CASE("Nothing is suggested that finds nothing or less") {
  CHECK(suggestion("gouvernemant", {.dates = {"1999-01-01", "1999-12-31"}}).empty());
  CHECK(suggestion("+gouvernemant +lions").empty());
  RandomText random(163);
  const std::vector<std::string> words = {"gouvernement", "élections", "masque",
                                          "président",    "lions",     "téléphone"};
  for (int i = 0; i < 300; ++i) {
    std::string query;
    for (auto n = 1 + random.number(3); n > 0; --n) {
      std::string word = words[random.number(words.size())];
      word[random.number(word.size())] = static_cast<char>('a' + random.number(26));
      query += (random.number(3) == 0 ? " +" : " ") + word;
    }
    const Results typed = press().search(query);
    if (typed.suggestion.empty()) continue;
    INFO(query << " > " << typed.suggestion);
    const Results then = press().search(typed.suggestion);
    CHECK(then.total >= typed.total);
    CHECK(then.total > 0);
  }
}

TEST_CASE("Each correction says what it changes, and where") {
  const Results results = press().search("l'asemblée et le prési dent");
  REQUIRE(results.corrections.size() == 2);
  CHECK(results.suggestion == "l'assemblée et le président");
  CHECK(results.corrections[0] ==
        kiosque::Correction{.word = "asemblée", .correction = "assemblée", .span = {2, 11}});
  CHECK(results.corrections[1] ==
        kiosque::Correction{.word = "prési dent", .correction = "président", .span = {18, 29}});
}

TEST_CASE("Corrected results are those for what was meant, and only where they are asked for") {
  const kiosque::SearchOptions correct{.correct = true};
  CHECK(press().ids("gouvernemant").empty());
  CHECK(press().ids("gouvernemant", correct) == "gouvernement");
  const Results results = press().search("gouvernemant", correct);
  REQUIRE(results.corrections.size() == 1);
  CHECK(results.corrections[0].applied);
  CHECK(results.hits[0].title_spans.size() == 1);
  CHECK_FALSE(press().search("gouvernemant").corrections[0].applied);
  // What the archive has is never replaced; a phrase is meant to the letter.
  CHECK(press().ids("Linas", correct) == "linas");
  CHECK(press().ids("\"le gouvernemant\"", correct).empty());
  CHECK_FALSE(press().search("\"le gouvernemant\"", correct).corrections[0].applied);
  CHECK(press().ids("gouvernemant", {.strict = true, .correct = true}).empty());
  CHECK(press().ids("prési dent", correct) == "municipales");
  CHECK(press().ids("gouvernemant", {.match = kiosque::Match::all, .correct = true}) ==
        "gouvernement");
}

TEST_CASE("Suggestions can be left out, and the word being typed is none's misspelling") {
  CHECK(suggestion("gouvernemant", {.suggest = false}).empty());
  CHECK(suggestion("gouvernemant", {.typing = true}).empty());
  CHECK(suggestion("gouvernemant ", {.typing = true}) == "gouvernement ");
  CHECK(suggestion("gouvernemant lions", {.typing = true}) == "gouvernement lions");
}

TEST_CASE("A query that was not typed is corrected too") {
  kiosque::Query query;
  query.clauses.push_back({.kind = kiosque::Clause::Kind::word, .text = "gouvernemant"});
  CHECK(press().search(query).suggestion == "gouvernement");
  CHECK(press().ids(query, {.correct = true}) == "gouvernement");
}

TEST_CASE("The words of deleted articles are not suggested") {
  const kiosque::testing::TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  writer.put({.id = "old", .body = "Le gouvernement de Lionel Jospin"});
  writer.put({.id = "new", .body = "Le parlement"});
  writer.commit();
  kiosque::Searcher searcher(path);
  CHECK(searcher.search("gouvernemant").suggestion == "gouvernement");
  writer.remove("old");
  writer.commit();
  CHECK(searcher.search("gouvernemant").suggestion == "gouvernement");  // its own commit still
  searcher.refresh();
  CHECK(searcher.search("gouvernemant").suggestion.empty());
  CHECK(searcher.search("parlemant").suggestion == "parlement");
}

TEST_CASE("Words of several segments count together") {
  const kiosque::testing::TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  for (const char* word : {"gouvernement", "gouvernements", "président"}) {
    writer.put({.body = std::string("Un mot : ") + word});
    writer.commit();
  }
  const kiosque::Searcher searcher(path);
  CHECK(searcher.search("gouvernemants").suggestion == "gouvernements");
  CHECK(searcher.search("pressident").suggestion == "président");
}

TEST_CASE("Any text can be looked through, whatever is asked") {
  RandomText random(167);
  for (int i = 0; i < 300; ++i) {
    std::string text = random.number(2) == 0 ? random.bytes(60) : random.unicode(40);
    if (random.number(2) == 0) text = "gouvernemant " + text + " lesélections";
    const Results results = press().search(text, {.correct = random.number(2) == 0});
    for (const auto& correction : results.corrections) {
      REQUIRE(correction.span.begin <= correction.span.end);
      REQUIRE(correction.span.end <= text.size());
    }
  }
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "gouvernemant" + std::string(1 + i % 7, 'x') + " ";
  CHECK(press().search(many, {.correct = true}).corrections.size() <= 8);
  CHECK(suggestion(std::string(100000, 'a')).empty());
}

TEST_CASE("Threads share the words") {
  const kiosque::testing::TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  kiosque::Writer writer(path);
  writer.put({.body = "Le gouvernement"});
  writer.commit();
  const kiosque::Searcher searcher(path);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        if (searcher.search("gouvernemant", {.correct = true}).total != 1) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
}
