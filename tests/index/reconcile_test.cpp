// Each rule of OnDuplicate, and what holds of them together.

#include <fmt/format.h>

#include <kiosque/error.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "index/merge.hpp"
#include "index/random_articles.hpp"

using kiosque::Article;
using kiosque::OnDuplicate;
using kiosque::indexing::normalise;

namespace {

Article merge(const Article& stored, const Article& newcomer) {
  return kiosque::indexing::merge(stored, newcomer, OnDuplicate::merge);
}

std::string body_of(std::string_view stored, std::string_view newcomer) {
  return merge({.id = "a", .body = std::string(stored)}, {.id = "a", .body = std::string(newcomer)})
      .body;
}

}  // namespace

TEST_CASE("Without modification dates the later arrival wins, member by member") {
  const Article stored{.id = "a", .title = "Ancien", .section = "Monde", .tags = {"un", "deux"}};
  const Article newcomer{.id = "a", .title = "Nouveau", .tags = {"trois"}, .source = "Écho"};
  CHECK(
      merge(stored, newcomer) ==
      Article{
          .id = "a", .title = "Nouveau", .section = "Monde", .tags = {"trois"}, .source = "Écho"});
}

TEST_CASE("Of two modification dates the same the later arrival wins, in whatever zone") {
  const Article stored{.id = "a", .title = "Ancien", .modified = "2022-04-24T10:00:00+02:00"};
  const Article newcomer{.id = "a", .title = "Nouveau", .modified = "2022-04-24T08:00:00Z"};
  CHECK(merge(stored, newcomer).title == "Nouveau");
}

TEST_CASE("An earlier version fills what is absent and replaces nothing") {
  const Article stored{.id = "a", .title = "Titre", .modified = "2022-04-25"};
  const Article newcomer{.id = "a",
                         .title = "Premier titre",
                         .lead = "Chapô",
                         .published = "2022-04-24",
                         .modified = "2022-04-24",
                         .authors = {"Anne"}};
  CHECK(merge(stored, newcomer) == Article{.id = "a",
                                           .title = "Titre",
                                           .lead = "Chapô",
                                           .published = "2022-04-24",
                                           .modified = "2022-04-25",
                                           .authors = {"Anne"}});
}

TEST_CASE("A newcomer that says nothing of its modification is the later arrival") {
  const Article stored{.id = "a", .title = "Ancien", .modified = "2022-04-25"};
  CHECK(merge(stored, {.id = "a", .title = "Nouveau"}) ==
        Article{.id = "a", .title = "Nouveau", .modified = "2022-04-25"});
}

TEST_CASE("A teaser does not take the place of the text, whatever it ends in") {
  constexpr std::string_view kText = "Une phrase. Une autre.";
  for (const std::string_view teaser :
       {"Une phrase.", "Une phrase…", "Une phrase. …", "Une ph...", "Une phrase. […]",
        "Une phrase. [...]", "Une phrase. Une autr…", "…", "..."}) {
    INFO(teaser);
    CHECK(body_of(kText, teaser) == kText);
    CHECK(body_of(teaser, kText) == kText);
  }
}

TEST_CASE("A body that is not the beginning of the stored one replaces it") {
  CHECK(body_of("Une phrase. Une autre.", "Une autre.") == "Une autre.");
  CHECK(body_of("Une phrase. Une autre.", "une phrase.") == "une phrase.");
  CHECK(body_of("Une phrase.", "Une phrase. Corrigée.") == "Une phrase. Corrigée.");
  CHECK(body_of("Une phrase. Une faute.", "Une phrase. Corrigée.") == "Une phrase. Corrigée.");
}

TEST_CASE("What comes twice changes nothing the second time") {
  kiosque::testing::RandomArticles articles(41);
  for (int round = 0; round < 5000; ++round) {
    const Article stored = articles.version();
    const Article newcomer = articles.version();
    INFO(to_json(stored) + "\n" + to_json(newcomer));
    CHECK(merge(stored, stored) == stored);
    const Article merged = merge(stored, newcomer);
    CHECK(merge(merged, newcomer) == merged);
  }
}

TEST_CASE("No member is ever lost") {
  kiosque::testing::RandomArticles articles(43);
  for (int round = 0; round < 5000; ++round) {
    const Article stored = articles.version();
    const Article newcomer = articles.version();
    const Article merged = merge(stored, newcomer);
    INFO(to_json(stored) + "\n" + to_json(newcomer));
    for (const auto member :
         {&Article::title, &Article::lead, &Article::body, &Article::published, &Article::modified,
          &Article::section, &Article::source, &Article::url, &Article::language}) {
      const bool absent = (stored.*member).empty() && (newcomer.*member).empty();
      REQUIRE((merged.*member).empty() == absent);
    }
    REQUIRE(merged.tags.empty() == (stored.tags.empty() && newcomer.tags.empty()));
    REQUIRE(merged.authors.empty() == (stored.authors.empty() && newcomer.authors.empty()));
  }
}

TEST_CASE("Versions with different modification dates give one article in either order") {
  kiosque::testing::RandomArticles articles(47);
  for (int round = 0; round < 5000; ++round) {
    Article one = articles.version();
    Article two = articles.version();
    one.modified = "2022-04-26";
    two.modified = "2022-04-27T10:00:00+02:00";
    INFO(to_json(one) + "\n" + to_json(two));
    REQUIRE(merge(one, two) == merge(two, one));
  }
}

TEST_CASE("Lines lose their breaks, texts keep theirs, and both their outer spaces") {
  const Article article = normalise({.id = " a\n1 ",
                                     .title = "\x01 Un\u00A0\r\n titre\x7F\t",
                                     .lead = "\u00A0Chapô\n\nen deux \n",
                                     .body = "\r\nUn\n\n\nDeux\u202F",
                                     .published = " 2022-04-24\n",
                                     .section = "\tMonde  entier ",
                                     .authors = {" Anne\nMartin ", "", "ANNE MARTIN", "\u200B"},
                                     .url = " https://monde.example/a "});
  CHECK(article == Article{.id = "a 1",
                           .title = "Un\u00A0 titre\x7F",
                           .lead = "Chapô\n\nen deux",
                           .body = "Un\n\n\nDeux",
                           .published = "2022-04-24",
                           .section = "Monde entier",
                           .authors = {"Anne Martin"},
                           .url = "https://monde.example/a"});
}

TEST_CASE("A tidy article stays as it is, whatever it was before") {
  kiosque::testing::RandomArticles articles(53);
  for (int round = 0; round < 2000; ++round) {
    const Article tidy = normalise(articles.any());
    INFO(to_json(tidy));
    REQUIRE(normalise(tidy) == tidy);
  }
}

TEST_CASE("Invalid UTF-8 is refused in every member") {
  const auto refused = [](const Article& article) {
    CHECK_THROWS_WITH(normalise(article), has("UTF-8"));
    try {
      normalise(article);
    } catch (const kiosque::Error& error) {
      CHECK(error.code() == kiosque::ErrorCode::invalid_argument);
    }
  };
  for (const auto member : {&Article::id, &Article::title, &Article::lead, &Article::body,
                            &Article::published, &Article::modified, &Article::section,
                            &Article::source, &Article::url, &Article::language}) {
    Article article{.id = "a", .title = "Titre", .body = "Texte"};
    article.*member = "caf\xE9";
    refused(article);
  }
  refused({.title = "Titre", .tags = {"a", "\xC3"}});
  refused({.title = "Titre", .authors = {"\xFF"}});
}

TEST_CASE("A date that does not exist is refused, before anything is stored of it") {
  for (const char* const date : {"hier", "2022-02-30", "24/04/2022", "2022-04-24T25:00", "0"}) {
    INFO(date);
    CHECK_THROWS_WITH(normalise({.title = "t", .published = date}), has(date));
    CHECK_THROWS_WITH(normalise({.title = "t", .modified = date}), has(date));
  }
  CHECK_THROWS_WITH(normalise({.id = "a7", .title = " ", .body = "\u00A0"}), has("a7"));
}
