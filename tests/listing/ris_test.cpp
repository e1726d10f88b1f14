#include <kiosque/reading_list.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "listing/hostile.hpp"
#include "support/text.hpp"

namespace kiosque {
namespace {

using Reference = std::vector<std::pair<std::string, std::string>>;

// "TY  - NEWS" to "ER  - ", lines ended by CRLF and by nothing else; nothing where it is broken.
std::optional<std::vector<Reference>> parsed(std::string_view text) {
  std::vector<Reference> references;
  bool open = false;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    if (end == std::string_view::npos) return {};
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    if (line.empty()) {
      if (open) return {};
      continue;
    }
    for (const std::string_view breaks : {"\r", "\n", "\v", "\f", "\x1c", "\u0085", "\u2028"}) {
      if (line.find(breaks) != std::string_view::npos) return {};
    }
    if (line.size() < 6 || line.substr(2, 4) != "  - ") return {};
    const std::string_view tag = line.substr(0, 2);
    if ((tag == "TY") == open) return {};
    if (tag == "TY") references.emplace_back();
    references.back().emplace_back(tag, line.substr(6));
    open = tag != "ER";
  }
  if (open) return {};
  return references;
}

}  // namespace

TEST_CASE("An article is a reference in RIS") {
  const Article article{.id = "a1",
                        .title = "L’élection\nprésidentielle",
                        .lead = "Le chapô\r\n\r\nen deux lignes",
                        .body = "Le texte.",
                        .published = "2022-04-24T23:30:00Z",  // the 25th in Paris
                        .section = "Politique",
                        .tags = {"politique", "santé; social"},
                        .authors = {"Anne de La Tour", "AFP", "Le Fanal, avec AFP"},
                        .source = "Le Fanal",
                        .url = "https://fanal.example/a1",
                        .language = "fr"};
  CHECK(to_ris(article, {.note = "Kiosque 1: élection"}) ==
        "TY  - NEWS\r\n"
        "ID  - a1\r\n"
        "TI  - L’élection présidentielle\r\n"
        "AU  - de La Tour, Anne\r\n"
        "AU  - AFP\r\n"
        "AU  - Le Fanal avec AFP\r\n"
        "T2  - Le Fanal\r\n"
        "SE  - Politique\r\n"
        "PY  - 2022\r\n"
        "DA  - 2022/04/25\r\n"
        "AB  - Le chapô en deux lignes\r\n"
        "KW  - politique\r\n"
        "KW  - santé, social\r\n"
        "LA  - fr\r\n"
        "UR  - https://fanal.example/a1\r\n"
        "N1  - Kiosque 1: élection\r\n"
        "ER  - \r\n\r\n");
  CHECK(to_ris({.id = "a2", .title = "Bref"}) ==
        "TY  - NEWS\r\nID  - a2\r\nTI  - Bref\r\nER  - \r\n\r\n");
}

TEST_CASE("Whatever stands in an article, its reference is one reference") {
  std::mt19937 random(9);
  ReadingList list({.format = ListFormat::ris, .note = "une\r\nER  - \r\nnote"});
  std::string text = list.begin();
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i)
    text += list.add(articles.emplace_back(testing::hostile_article(random)));
  text += list.end();
  CHECK(support::invalid_utf8(text) == std::string::npos);
  const auto references = parsed(text);
  REQUIRE(references);
  REQUIRE(references->size() == articles.size());
  for (const Reference& reference : *references) {
    std::size_t notes = 0;
    for (const auto& [tag, value] : reference) {
      if (tag == "N1") ++notes;
    }
    if (notes != 1) FAIL("a note that is missing or came twice");
  }
}

}  // namespace kiosque
