// What holds of the scraped-page reader whatever the page.

#include <unicode/ustring.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "corpus/invented_page.hpp"
#include "corpus/scraped.hpp"

namespace kiosque::corpus {
namespace {

bool is_utf8(std::string_view text) {
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

}  // namespace

TEST_CASE("Any page of valid text gives valid text that stands in the page", "[scraped]") {
  std::mt19937 random(7);  // NOLINT: the same pages on every run
  const std::string_view pieces[] = {kFirst,
                                     kSecond,
                                     kThird,
                                     "\n",
                                     "\n",
                                     "\n\n",
                                     "Lire aussi",
                                     "Publié le 4 mars 2024",
                                     " ",
                                     "Par Simon Ferrand",
                                     "© Marthe Oulès / AFP",
                                     "A lire aussi : un titre",
                                     "Commentaires",
                                     "Un titre sans point",
                                     "…",
                                     "\u00a0",
                                     "👉",
                                     "31 يناير",
                                     "(@x)",
                                     "#",
                                     "[ ]",
                                     "___",
                                     "****** ",
                                     "   ",
                                     "* ",
                                     "12:39 ",
                                     "https://t.co/x",
                                     "\u200b",
                                     "— ",
                                     "^",
                                     "(BUTTON)"};
  for (int round = 0; round < 2'000; ++round) {
    std::string page;
    for (std::size_t i = random() % 60; i > 0; --i) page += pieces[random() % std::size(pieces)];
    const Article article = read_scraped(page);
    REQUIRE(is_utf8(article.title + article.lead + article.body));
    // Where no tool's drawing was undone, every paragraph is a piece of a line.
    const bool drawn = page.find("(BUTTON)") != page.npos || page.find('_') != page.npos ||
                       page.find("****** ") != page.npos || page.find("   ") != page.npos;
    if (drawn) continue;
    std::istringstream lines(article.body);
    for (std::string line; std::getline(lines, line);) {
      INFO(page);
      REQUIRE(page.find(line) != page.npos);
    }
  }
}

TEST_CASE("Any bytes are read without harm", "[scraped]") {
  std::mt19937 random(11);  // NOLINT: the same bytes on every run
  for (int round = 0; round < 500; ++round) {
    std::string page = page_of({"Titre", kFirst, "Lire aussi", kSecond, "4 mars 2024", kThird});
    for (int change = 0; change < 30; ++change) {
      page[random() % page.size()] = static_cast<char>(random());
    }
    (void)read_scraped(page);
  }
  std::string noise(4'000, '\0');
  for (int round = 0; round < 200; ++round) {
    std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random()); });
    (void)read_scraped(noise);
  }
}

TEST_CASE("Pages of any shape are read in bounded time", "[scraped]") {
  constexpr std::size_t kSize = 500'000;
  const auto repeated = [](std::string_view piece) {
    std::string page;
    while (page.size() < kSize) page += piece;
    return page;
  };
  for (const std::string_view piece :
       {"\n", "a", "mot ", "ligne\n", "(BUTTON)", "****** a\n", "_a_b", "[1]a", "a^b",
        "1/4\n© AFP\n", "Lire aussi\nun titre\n", "Par Simon Ferrand\n", "31/01/2025\n",
        "— Nom (@x)\n#a\n", "\xff"}) {
    INFO(piece);
    CHECK(read_scraped(repeated(piece)).published.size() <= 25);
  }
}

}  // namespace kiosque::corpus
