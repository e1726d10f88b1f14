// The rules of sites that resist.

#include "corpus/html/rules.hpp"

#include <kiosque/error.hpp>
#include <kiosque/page.hpp>

#include "catch.hpp"
#include "corpus/invented_page.hpp"

using kiosque::corpus::kFirst;
using kiosque::corpus::kSecond;
using kiosque::corpus::html::Rules;

namespace {

std::string page() {
  return "<html><head><link rel=canonical href=https://www.gazette.example/pont></head><body>"
         "<h1>Le pont rouvre</h1><div class='zone x'><p>" +
         std::string(kFirst) + "</p><div id=encart><p>" + std::string(kSecond) +
         "</p></div></div></body></html>";
}

std::string body(const std::string& rules) {
  return kiosque::read_page(page(), {.rules = rules}).article.body;
}

}  // namespace

TEST_CASE("A rule drops or keeps elements of its site") {
  const std::string both = std::string(kFirst) + "\n\n" + std::string(kSecond);
  CHECK(body("") == both);
  CHECK(body("gazette.example\n  drop #encart, aside.pub\n") == kFirst);
  CHECK(body("# un site\ngazette.example\n  keep div#encart\n") == kSecond);
  CHECK(body("gazette.example\n  keep div.zone.x\n  drop #encart\n") == kFirst);
  CHECK(body("autre.example\n  drop #encart\n") == both);
}

TEST_CASE("A domain's rules are those of its hosts, the nearest first") {
  const Rules rules("press.example\n drop p\ngazette.press.example\n drop div\n");
  REQUIRE(rules.of_host("www.gazette.press.example") != nullptr);
  CHECK(rules.of_host("www.gazette.press.example")->host == "gazette.press.example");
  CHECK(rules.of_host("lagazette.press.example")->host == "press.example");
  CHECK(rules.of_host("gazette.example") == nullptr);
}

TEST_CASE("Rules that are none say which line and what to write") {
  for (const char* const text :
       {"drop p", "gazette.example\ndrop", "gazette.example\ndrop [href=x]",
        "gazette.example\nkeep blink2", "n'importe quoi", "gazette.example\ndrop p > a",
        "gazette.example\ndrop [itemprop=a"}) {
    try {
      const Rules rules{std::string_view(text)};
      FAIL(text);
    } catch (const kiosque::Error& error) {
      CHECK(error.code() == kiosque::ErrorCode::invalid_argument);
      CHECK_THAT(error.what(), has("line ") && has("drop"));
    }
  }
}
