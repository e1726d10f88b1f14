// An article as a Xapian document, and back.

#include "index/document.hpp"

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/as_document.hpp"

using kiosque::Article;
namespace indexing = kiosque::indexing;

TEST_CASE("An article comes back from its data as it went in") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {
      "mot", "=", "\n", "\n\n", "é", "title=", "<b>", "\\", "\"", "\r", " ", "tag=x\n"};
  const auto text = [&](bool lines) {
    std::string made;
    for (auto n = random() % 6; n > 0; --n) made += pieces[random() % pieces.size()];
    if (!lines) std::erase(made, '\n');
    return made;
  };
  for (int round = 0; round < 2000; ++round) {
    Article article{.id = text(false),
                    .title = text(false),
                    .lead = text(true),
                    .body = text(true),
                    .published = text(false)};
    article.section = text(false);
    for (auto n = random() % 4; n > 0; --n) article.tags.push_back("t" + text(false));
    article.url = text(false);
    REQUIRE(indexing::decode_article(indexing::encode_article(article)) == article);
    REQUIRE(indexing::id_in(indexing::encode_card(article)) == article.id);
  }
}

TEST_CASE("Lines of an article may come in any order, and unknown ones are passed over") {
  const kiosque::Article article = indexing::decode_article(
      "author=Anne\nurl=https://a.example/=b\ntag=x\ntitles=no\ntitle=One\n\n=none\nno sign\n"
      "tag=y\nfield=desk\x1fMonde\nid=7\ntitle=Two\nlead=\ntag\nt=1\n");
  CHECK(article.id == "7");
  CHECK(article.title == "One\nTwo");
  CHECK(article.lead.empty());
  CHECK(article.url == "https://a.example/=b");
  CHECK(article.tags == std::vector<std::string>{"x", "y"});
  CHECK(article.authors == std::vector<std::string>{"Anne"});
  CHECK(article.fields.at("desk") == std::vector<std::string>{"Monde"});
}

TEST_CASE("An article has these terms and values, and no others") {
  kiosque::analysis::Analyzer analyzer;
  const auto indexed = indexing::index_article({.id = "A1",
                                                .title = "L’été",
                                                .lead = "Mer",
                                                .body = "été mer",
                                                .published = "2022-12-31T23:30:00Z",
                                                .section = "Côte",
                                                .tags = {"Été", "mer"},
                                                .url = "https://www.Monde.example/x"},
                                               analyzer);
  const Xapian::Document document = kiosque::testing::as_document(indexed);
  std::string terms;
  std::uint32_t length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms += fmt::format("{}:{}", *term, term.get_wdf());
    terms += ' ';
    length += term.get_wdf();
  }
  CHECK(terms ==
        "D20230101:0 Hmonde.example:0 Kete:0 Kmer:0 M202301:0 QA1:0 "
        "Uhttps://www.monde.example/x:0 "
        "XFete:été:6 XSECTIONcote:0 Y2023:0 ZSete:1 ZXLEADmer:1 Zete:6 Zmer:5 "
        "ete:6 "
        "mer:5 ");
  CHECK(indexed.length == length);
  CHECK(document.get_value(0) == "20230101");
  CHECK(document.get_value(4) == "Côte");
  CHECK(document.get_value(5) == std::string("Été\x1Fmer"));
  CHECK(document.get_value(9) == "A1");
  CHECK(Xapian::sortable_unserialise(document.get_value(1)) == 1672529400.0);
  CHECK(Xapian::sortable_unserialise(document.get_value(2)) == -1672529400.0);
}
