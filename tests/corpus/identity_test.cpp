// When two readings are one article.

#include "corpus/identity.hpp"

#include <kiosque/article.hpp>
#include <string>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::Article;
using kiosque::derived_id;
using kiosque::corpus::host_of;
using kiosque::corpus::normalise_url;

TEST_CASE("A url is compared without what does not tell one page from another") {
  struct Row {
    const char* url;
    const char* normal;
  };
  const Row row = GENERATE(
      Row{"https://monde.example/une", "monde.example/une"},
      Row{"http://www.monde.example/une/", "monde.example/une"},
      Row{"//monde.example/une", "monde.example/une"},
      Row{"monde.example/une", "monde.example/une"},
      Row{" https://monde.example/une\n", "monde.example/une"},
      Row{"HTTPS://WWW.Monde.Example/Une", "monde.example/Une"},
      Row{"https://monde.example:443/une", "monde.example/une"},
      Row{"http://monde.example:80/une", "monde.example/une"},
      Row{"https://monde.example:8080/une", "monde.example:8080/une"},
      Row{"https://monde.example/une#haut", "monde.example/une"},
      Row{"https://monde.example/une?utm_source=a&utm_medium=b", "monde.example/une"},
      Row{"https://monde.example/une?p=1&fbclid=x&q=2#haut", "monde.example/une?p=1&q=2"},
      Row{"https://monde.example/une?xtor=RSS-3", "monde.example/une"},
      Row{"https://monde.example/une?", "monde.example/une"},
      Row{"https://monde.example/une?&&p=1&", "monde.example/une?p=1"},
      Row{"https://monde.example/?p=1", "monde.example?p=1"},
      Row{"https://monde.example?p=1", "monde.example?p=1"},
      Row{"https://monde.example", "monde.example"}, Row{"https://monde.example/", "monde.example"},
      Row{"", ""}, Row{"#haut", ""}, Row{"https://", ""});
  INFO(row.url);
  CHECK(normalise_url(row.url) == row.normal);
}

TEST_CASE("What tells one page from another stays") {
  CHECK(normalise_url("https://a.example/Une") != normalise_url("https://a.example/une"));
  CHECK(normalise_url("https://a.example/?p=1") != normalise_url("https://a.example/?p=2"));
  CHECK(normalise_url("https://a.example/x") != normalise_url("https://b.example/x"));
  CHECK(normalise_url("https://a.example/?utm=1") != normalise_url("https://a.example/"));
}

TEST_CASE("The host of a url is its site") {
  CHECK(host_of("https://www.Monde.example/une") == "monde.example");
  CHECK(host_of("monde.example/une") == "monde.example");
  CHECK(host_of("https://blog.monde.example?p=1") == "blog.monde.example");
  CHECK(host_of("localhost/une") == "");
  CHECK(host_of("/une") == "");
  CHECK(host_of("") == "");
}

TEST_CASE("A derived id stays the same: archives hold it") {
  CHECK(derived_id({.title = "t", .url = "https://monde.example/une"}) ==
        "ubd536affd768cbfe38c48dcc454b482d");
  CHECK(derived_id({.title = "Titre", .body = "Texte"}) == "cd863e6b27197f1e0a5f41fa9cbb508d8");
}

TEST_CASE("Without a url the id is that of the content, part by part") {
  const Article article{.title = "ab", .lead = "c", .body = "d"};
  CHECK(derived_id(article) == derived_id({.id = "x", .title = "ab", .lead = "c", .body = "d"}));
  CHECK(derived_id(article) != derived_id({.title = "a", .lead = "bc", .body = "d"}));
  CHECK(derived_id(article) != derived_id({.title = "ab", .lead = "c", .body = "e"}));
  CHECK(derived_id(article) != derived_id({.title = "ab", .lead = "", .body = "cd"}));
  CHECK(derived_id(article) ==
        derived_id({.title = "ab", .lead = "c", .body = "d", .published = "2022-04-24"}));
}

TEST_CASE("A normal url is its own normal form, whatever it was") {
  kiosque::testing::RandomText random(89);
  constexpr std::string_view kPieces[] = {"https://", "www.", "a.example", "/",   "?",  "&",
                                          "#",        "p=1",  "utm_x=1",   ":80", "//", "é"};
  for (int round = 0; round < 5000; ++round) {
    std::string url = "https://monde.example/";
    for (auto n = random.number(10); n > 0; --n) url += kPieces[random.number(std::size(kPieces))];
    INFO(url);
    REQUIRE(normalise_url(normalise_url(url)) == normalise_url(url));
    REQUIRE(host_of(url) == "monde.example");
  }
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random.any(40);
    CHECK_NOTHROW(normalise_url(bytes));
    CHECK_NOTHROW(host_of(bytes));
  }
}
