// Completions of what is being typed.

#include <fmt/format.h>

#include <atomic>
#include <kiosque/kiosque.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

using kiosque::Completion;
using kiosque::CompletionKind;
using kiosque::Searcher;
using kiosque::SuggestOptions;
using kiosque::Writer;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;
using enum kiosque::CompletionKind;

namespace {

const char* name_of(CompletionKind kind) {
  constexpr const char* names[] = {"word", "phrase", "tag", "author", "section", "source", "title"};
  return names[static_cast<int>(kind)];
}

std::string shown(const std::vector<Completion>& completions, bool kinds = false) {
  std::string all;
  for (const auto& completion : completions) {
    if (!all.empty()) all += "; ";
    if (kinds) all += fmt::format("{}: ", name_of(completion.kind));
    all +=
        fmt::format("{} {}{}", completion.text, completion.count, completion.corrected ? " ~" : "");
  }
  return all;
}

void fill(Writer& writer) {
  writer.put({.id = "a",
              .title = "La réforme des retraites",
              .body = "La réforme divise. Un retraité témoigne à Étretat, port de pêche.",
              .section = "Politique",
              .tags = {"Retraites", "réforme"},
              .authors = {"Emmanuel Dupré"},
              .source = "L’Écho"});
  writer.put({.id = "b",
              .title = "Réforme des retraites : la grève",
              .body = "Les grévistes défilent.",
              .section = "Politique",
              .tags = {"retraites", "grève"},
              .authors = {"Anne Élan"},
              .source = "L’Écho"});
  writer.put({.id = "c",
              .title = "L’élection présidentielle",
              .body = "Une élection, des électeurs. Le président vote.",
              .section = "politique",
              .tags = {"Élection présidentielle", "retraites"},
              .source = "La Gazette"});
  writer.put({.id = "d",
              .title = "La pêche à Saint-Étienne",
              .body = "La pêche n’est pas un péché. La réforme de la pêche.",
              .section = "Sport",
              .authors = {"Anne Élan"}});
}

struct Archive {
  TemporaryFolder folder;
  std::string path = folder / "a.kiosque";
  Archive() {
    Writer writer(path);
    fill(writer);
    writer.commit();
  }
};

}  // namespace

TEST_CASE("What is typed is completed, by kind") {
  struct Case {
    const char* typed;
    CompletionKind kind;
    const char* expected;
  };
  const Case cases[] = {
      // Words, with the accents that most articles give them.
      {"ref", word, "réforme 3"},
      {"RÉF", word, "réforme 3"},
      {"rét", word, "retraites 2; retraité 1"},
      {"retraites", word, "retraites 2"},
      {"elec", word, "électeurs 1; élection 1"},
      {"pech", word, "pêche 2"},
      {"l", word, ""},
      {"zz", word, ""},
      {"", word, ""},
      {" ' ", word, ""},
      {"l’él", word, "électeurs 1; élection 1"},
      // The last of several, where articles have them side by side.
      {"réforme des ret", word, "réforme des retraites 2"},
      {"Reforme d", word, "Reforme divise 1"},
      {"la gré", word, "la grève 1"},
      {"une él", word, "une élection 1"},
      {"divise un r", word, "divise un retraité 1"},
      {"grève élec", word, ""},
      {"retraites réf", word, ""},
      // Phrases of headlines, that do not end in an article.
      {"réfor", phrase, "réforme des retraites 2"},
      {"réforme ", phrase, "réforme des retraites 2"},
      {"REFORME DES RET", phrase, "réforme des retraites 2"},
      {"l'él", phrase, "élection présidentielle 1"},
      {"l'", phrase, ""},
      {"pêche à s", phrase, "pêche à saint 1"},
      {"saint", phrase, "saint-étienne 1"},
      {"retraites", phrase, ""},  // punctuation ends it
      {"des réf", phrase, ""},
      // Values, whichever of their words begins so; the spelling most used.
      {"retr", tag, "retraites 3"},
      {"presid", tag, "Élection présidentielle 1"},
      {"élection pré", tag, "Élection présidentielle 1"},
      {"présidentielle é", tag, ""},
      {"dup", author, "Emmanuel Dupré 1"},
      {"anne ", author, "Anne Élan 2"},
      {"ela", author, "Anne Élan 2"},
      {"an", author, "Anne Élan 2"},
      {"pol", section, "Politique 3"},
      {"s", section, "Sport 1"},
      {"l'é", source, "L’Écho 2"},
      {"ech", source, "L’Écho 2"},
      // Headlines: side by side, then in any order, the last that came first.
      {"réf", title, "Réforme des retraites : la grève 1; La réforme des retraites 1"},
      {"retraites réf", title, "Réforme des retraites : la grève 1; La réforme des retraites 1"},
      {"grève ret", title, "Réforme des retraites : la grève 1"},
      {"la ré", title, "La réforme des retraites 1; Réforme des retraites : la grève 1"},
      {"grève ", title, "Réforme des retraites : la grève 1"},
      {"saint-é", title, "La pêche à Saint-Étienne 1"},
      {"retraites pêche", title, ""},
  };
  const Archive archive;
  const Searcher searcher(archive.path);
  for (const Case& one : cases) {
    CAPTURE(one.typed, name_of(one.kind));
    const auto found = searcher.suggest(one.typed, {.kinds = {one.kind}, .typos = false});
    CHECK(shown(found) == one.expected);
    for (const auto& completion : found) CHECK(completion.kind == one.kind);
  }
}

TEST_CASE("One typing error is forgiven from four letters on, and marked") {
  struct Case {
    const char* typed;
    CompletionKind kind;
    const char* expected;
  };
  const Case cases[] = {
      {"refrome", word, "réforme 3 ~"},                // exchanged
      {"réfome", word, "réforme 3 ~"},                 // missing
      {"refforme", word, "réforme 3 ~"},               // one more
      {"rébor", word, "réforme 3 ~"},                  // another
      {"rfe", word, ""},                               // three letters
      {"téforme", word, ""},                           // the first letter counts
      {"rebprme", word, ""},                           // two errors
      {"elecs", word, "électeurs 1 ~; élection 1 ~"},  // not yet at its end
      {"refrome", phrase, "réforme des retraites 2 ~"},
      {"réforme des rertaites", phrase, "réforme des retraites 2 ~"},
      {"rérofme des ret", phrase, ""},  // two errors
      {"refrome des ret", phrase, "réforme des retraites 2 ~"},
      {"rertai", tag, "retraites 3 ~"},
      {"grève rertai", title, "Réforme des retraites : la grève 1 ~"},
  };
  const Archive archive;
  const Searcher searcher(archive.path);
  for (const Case& one : cases) {
    CAPTURE(one.typed, name_of(one.kind));
    CHECK(shown(searcher.suggest(one.typed, {.kinds = {one.kind}})) == one.expected);
    CHECK(searcher.suggest(one.typed, {.kinds = {one.kind}, .typos = false}).empty());
  }
}

TEST_CASE("Kinds share the list, each text comes once") {
  const Archive archive;
  const Searcher searcher(archive.path);
  CHECK(shown(searcher.suggest("réf", {.typos = false}), true) ==
        "phrase: réforme des retraites 2; tag: réforme 1; "
        "title: Réforme des retraites : la grève 1; title: La réforme des retraites 1");
  CHECK(shown(searcher.suggest("ret", {.typos = false}), true) ==
        "word: retraité 1; tag: retraites 3; "
        "title: Réforme des retraites : la grève 1; title: La réforme des retraites 1");
  CHECK(shown(searcher.suggest("réf", {.limit = 2, .typos = false}), true) ==
        "phrase: réforme des retraites 2; tag: réforme 1");
  CHECK(searcher.suggest("réf", {.limit = 0}).empty());
  for (std::size_t limit = 1; limit < 12; ++limit)
    CHECK(searcher.suggest("r", {.limit = limit}).size() <= limit);
  const auto only = searcher.suggest("é", {.kinds = {tag, author}});
  CHECK(shown(only, true) ==
        "author: Anne Élan 2; tag: Élection présidentielle 1; author: Emmanuel Dupré 1");
}

TEST_CASE("What was typed is marked in the completion") {
  struct Case {
    const char* typed;
    CompletionKind kind;
    const char* marked;
  };
  const Case cases[] = {
      {"ref", word, "[réf]orme"},
      {"réforme des ret", phrase, "[réforme] [des] [ret]raites"},
      {"l'el", phrase, "[él]ection présidentielle"},
      {"presid", tag, "Élection [présid]entielle"},
      {"greve ret", title, "Réforme des [ret]raites : la [grève]"},
      {"la réforme des ret", title, "[La] [réforme] [des] [ret]raites"},
      {"refrome", word, "[réforme]"},
  };
  const Archive archive;
  const Searcher searcher(archive.path);
  for (const Case& one : cases) {
    CAPTURE(one.typed);
    const auto found = searcher.suggest(one.typed, {.kinds = {one.kind}});
    REQUIRE_FALSE(found.empty());
    std::string marked = found[0].text;
    for (auto span = found[0].spans.rbegin(); span != found[0].spans.rend(); ++span) {
      marked.insert(span->end, "]");
      marked.insert(span->begin, "[");
    }
    CHECK(marked == one.marked);
  }
}

TEST_CASE("Dead articles count nothing, new ones are seen after a refresh") {
  const Archive archive;
  Searcher searcher(archive.path);
  Writer writer(archive.path);
  writer.put({.id = "e", .title = "La réforme du rail", .tags = {"RETRAITES"}});
  writer.commit();
  CHECK(shown(searcher.suggest("réf", {.kinds = {word}})) == "réforme 3");
  REQUIRE(searcher.refresh());
  CHECK(shown(searcher.suggest("réf", {.kinds = {word}})) == "réforme 4");
  CHECK(shown(searcher.suggest("retr", {.kinds = {tag}})) == "retraites 4");
  // In a segment of many, what is deleted stays until a merge.
  for (int i = 0; i < 40; ++i)
    writer.put({.id = fmt::format("n{}", i), .title = "Rien", .section = "Divers"});
  writer.compact();
  writer.remove("b");
  writer.remove("d");
  writer.commit();
  REQUIRE(searcher.refresh());
  CHECK(kiosque::info(archive.path).deleted == 2);
  CHECK(shown(searcher.suggest("réf", {.kinds = {word}})) == "réforme 2");
  CHECK(shown(searcher.suggest("pêch", {.kinds = {word}, .typos = false})) == "pêche 1");
  CHECK(shown(searcher.suggest("éle", {.kinds = {word}})) == "électeurs 1; élection 1");
  CHECK(shown(searcher.suggest("gré", {.typos = false})) == "");
  CHECK(shown(searcher.suggest("réforme des", {.kinds = {phrase}})) == "réforme des retraites 1");
  CHECK(shown(searcher.suggest("anne", {.kinds = {author}})) == "");
  CHECK(shown(searcher.suggest("réf", {.kinds = {title}})) ==
        "La réforme du rail 1; La réforme des retraites 1");
  // One headline, however many bear it; the newest of them.
  const auto titles = searcher.suggest("rien", {.kinds = {title}});
  CHECK(shown(titles) == "Rien 40");
  CHECK(titles.at(0).id == "n39");
}

TEST_CASE("Any bytes are completed without harm") {
  const Archive archive;
  const Searcher searcher(archive.path);
  RandomText random(151);
  for (int round = 0; round < 3000; ++round) {
    std::string typed;
    switch (random.number(4)) {
      case 0:
        typed = random.bytes(60);
        break;
      case 1:
        typed = random.french(8);
        break;
      case 2:
        typed = "réforme des retraites : la grève" + random.bytes(4);
        break;
      default:
        typed = "réforme " + std::string(random.number(2000), 'e');
    }
    typed.resize(random.number(typed.size() + 1));
    for (const auto& completion : searcher.suggest(typed, {.limit = 1 + random.number(30)})) {
      REQUIRE(completion.count > 0);
      REQUIRE_FALSE(completion.text.empty());
      std::size_t last = 0;
      for (const auto& span : completion.spans) {
        REQUIRE(last <= span.begin);
        REQUIRE(span.begin <= span.end);
        last = span.end;
      }
      REQUIRE(last <= completion.text.size());
    }
  }
  CHECK(searcher.suggest(std::string(1U << 20U, 'r')).empty());
  CHECK(searcher.suggest("r", {.limit = static_cast<std::size_t>(-1)}).size() < 1000);
}

TEST_CASE("Threads share a searcher") {
  const Archive archive;
  const Searcher searcher(archive.path);
  const std::string expected = shown(searcher.suggest("réf"));
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i)
        if (shown(searcher.suggest("réf")) != expected) ++failures;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failures == 0);
}
