#include <kiosque/reading_list.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "corpus/outcome.hpp"
#include "listing/hostile.hpp"
#include "support/text.hpp"

namespace kiosque {
namespace {

using Row = std::vector<std::string>;

// RFC 4180 to the letter, but for LF and CR within quotes; nothing where it is broken.
std::optional<std::vector<Row>> parsed(std::string_view text) {
  std::vector<Row> rows;
  while (!text.empty()) {
    Row& row = rows.emplace_back();
    for (bool more = true; more;) {
      std::string& field = row.emplace_back();
      if (text.starts_with('"')) {
        text.remove_prefix(1);
        while (true) {
          const std::size_t quote = text.find('"');
          if (quote == std::string_view::npos) return {};
          field += text.substr(0, quote);
          text.remove_prefix(quote + 1);
          if (!text.starts_with('"')) break;
          field += '"';
          text.remove_prefix(1);
        }
      } else {
        const std::size_t end = text.find_first_of(",\r\n\"");
        if (end == std::string_view::npos || text[end] == '"' || text[end] == '\n') return {};
        field = text.substr(0, end);
        text.remove_prefix(end);
      }
      more = text.starts_with(',');
      if (!more && !text.starts_with("\r\n")) return {};
      text.remove_prefix(more ? 1 : 2);
    }
  }
  return rows;
}

std::string table(const std::vector<Article>& articles, bool body) {
  ReadingList list({.format = ListFormat::csv, .body = body});
  std::string text = list.begin();
  for (const Article& article : articles) text += list.add(article);
  return text + list.end();
}

}  // namespace

TEST_CASE("An article is a row of a table") {
  const Article article{.id = "a1",
                        .title = "L’élection, \"enfin\"",
                        .lead = "Deux\nlignes",
                        .body = "Le texte.",
                        .published = "2022-04-24",
                        .tags = {"politique", "régions"},
                        .authors = {"Anne Dupré"},
                        .source = "Le Fanal"};
  CHECK(to_csv(article) ==
        "a1,\"L’élection, \"\"enfin\"\"\",\"Deux\nlignes\",2022-04-24,,,\"politique; régions\","
        "Anne Dupré,Le Fanal,,\r\n");
  CHECK(to_csv(article, {.body = true}).ends_with(",Le texte.\r\n"));
  CHECK(csv_header() ==
        "id,title,lead,published,modified,section,tags,authors,source,url,language\r\n");
}

TEST_CASE("What a spreadsheet would compute has an apostrophe in front") {
  struct Case {
    std::string value;
    std::string cell;
  };
  const Case cases[] = {
      {"=1+1", "'=1+1"},
      {"+33 1 23", "'+33 1 23"},
      {"-5 %", "'-5 %"},
      {"@alerte", "'@alerte"},
      {"＝1+1", "'＝1+1"},
      {"'=1+1", "''=1+1"},
      {"\n=1", "\"'\n=1\""},
      {"5 - 3", "5 - 3"},
      {"'Tis", "'Tis"},
      {"’", "’"},
      {"'", "'"},
      {"– Non", "– Non"},
      {"=1,2", "\"'=1,2\""},
      {" =1", "' =1"},
      {"\x01=1", "'=1"},
  };
  for (const Case& one : cases) {
    INFO(one.value);
    CHECK(to_csv({.id = "i", .title = one.value}) == "i," + one.cell + ",,,,,,,,,\r\n");
  }
}

TEST_CASE("A table is read again as it was written") {
  const std::vector<Article> articles = {
      {.id = "a1",
       .title = "L’élection, \"enfin\"; la suite",
       .lead = "Le chapô\ten deux colonnes",
       .body = "Un paragraphe.\n\nUn autre, « cité », \"ainsi\".\r\nFin",
       .published = "2022-04-24T18:05:00+02:00",
       .modified = "2022-04-25",
       .section = "Politique",
       .tags = {"politique", "santé, social", "=formule"},
       .authors = {"Anne Dupré", "AFP"},
       .source = "Le Fanal",
       .url = "https://fanal.example/a?b=c,d",
       .language = "fr"},
      {.id = "=a2",
       .title = "-5 % en un an",
       .body = "=SOMME(A1)",
       .tags = {"santé, social"},
       .language = "fr"},
      {.id = "'=a3", .title = "'-5 %", .body = "+1\n-1", .authors = {"@anne"}, .language = "fr"},
      {.id = "a4", .title = "Sans texte", .language = "fr"},
  };
  const auto outcome = testing::outcome_of_bytes(table(articles, true));
  CHECK(outcome.codes().empty());
  REQUIRE(outcome.records.size() == articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)
    CHECK(outcome.records[i].article == articles[i]);

  // Without the texts, all else.
  const auto short_outcome = testing::outcome_of_bytes(table(articles, false));
  REQUIRE(short_outcome.records.size() == articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Article expected = articles[i];
    expected.body.clear();
    CHECK(short_outcome.records[i].article == expected);
  }
}

TEST_CASE("Whatever stands in an article, its row is one row, and computes nothing") {
  std::mt19937 random(8);
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i) articles.push_back(testing::hostile_article(random));
  const std::string text = table(articles, true);
  CHECK(support::invalid_utf8(text) == std::string::npos);
  CHECK(text.find('\0') == std::string::npos);
  const auto rows = parsed(text);
  REQUIRE(rows);
  REQUIRE(rows->size() == articles.size() + 1);
  std::size_t odd = 0;
  for (const Row& row : *rows) {
    if (row.size() != 12) ++odd;
    for (const std::string& cell : row) {
      const std::size_t at = cell.find_first_not_of(" \t\r\n");
      if (at != std::string::npos && std::string_view("=+-@").find(cell[at]) != std::string::npos)
        ++odd;
    }
  }
  CHECK(odd == 0);
}

}  // namespace kiosque
