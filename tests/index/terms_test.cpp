// What a document holds, beyond the small article of document_test.cpp.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "catch.hpp"
#include "index/as_document.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "index/merge.hpp"
#include "index/random_articles.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
namespace indexing = kiosque::indexing;

namespace {

Xapian::Document document_of(const Article& article) {
  kiosque::analysis::Analyzer analyzer;
  return kiosque::testing::as_document(indexing::index_article(article, analyzer));
}

std::map<std::string, unsigned> terms_of(const Xapian::Document& document) {
  std::map<std::string, unsigned> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms[*term] = term.get_wdf();
  }
  return terms;
}

std::string slots_of(const Xapian::Document& document) {
  std::string slots;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    slots += fmt::format("{} ", value.get_valueno());
  }
  return slots;
}

}  // namespace

TEST_CASE("The hundredth word of a body weighs twice the hundred and first") {
  std::string body;
  for (int i = 1; i <= 120; ++i) body += fmt::format("x{} ", i);
  auto terms = terms_of(document_of({.id = "a", .body = body}));
  CHECK(terms["x1"] == 2);
  CHECK(terms["x100"] == 2);
  CHECK(terms["x101"] == 1);
  CHECK(terms["Zx101"] == 1);
}

TEST_CASE("An article has no term and no value of what it lacks") {
  const auto document = document_of({.id = "a", .title = "Titre"});
  CHECK(terms_of(document) ==
        std::map<std::string, unsigned>{{"Qa", 0}, {"ZStitr", 1}, {"Ztitr", 4}, {"titre", 4}});
  CHECK(slots_of(document) == "9 ");
}

TEST_CASE("A modification date is a value and no term") {
  const auto document = document_of({.id = "a", .title = "t", .modified = "1970-01-01T00:01:00Z"});
  CHECK(slots_of(document) == "3 9 ");
  CHECK(Xapian::sortable_unserialise(document.get_value(3)) == 60);
  CHECK_FALSE(terms_of(document).contains("Y1970"));
}

TEST_CASE("A bare day is that day, an instant its day in Paris, in terms and values") {
  struct Row {
    const char* published;
    const char* day;
  };
  const Row row = GENERATE(Row{"2022-04-24", "20220424"}, Row{"2022-04-24T23:30:00Z", "20220425"},
                           Row{"2022-04-24T23:30:00+02:00", "20220424"},
                           Row{"2021-12-31T23:00:00Z", "20220101"});
  const auto document = document_of({.id = "a", .title = "t", .published = row.published});
  CHECK(document.get_value(0) == row.day);
  const auto terms = terms_of(document);
  const std::string day = row.day;
  CHECK(terms.contains("D" + day));
  CHECK(terms.contains("M" + day.substr(0, 6)));
  CHECK(terms.contains("Y" + day.substr(0, 4)));
}

TEST_CASE("Whatever an article holds, it can be stored with its neighbours and comes back") {
  const kiosque::testing::TemporaryFolder folder;
  Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE);
  kiosque::testing::RandomArticles articles(59);
  kiosque::analysis::Analyzer analyzer;
  std::map<Xapian::docid, Article> stored;
  for (int round = 0; round < 300; ++round) {
    const Article article = indexing::normalise(articles.any());
    const auto document = kiosque::testing::as_document(indexing::index_article(article, analyzer));
    for (const auto& [term, wdf] : terms_of(document)) {
      const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
      REQUIRE(term.size() + nuls <= indexing::kLongestTerm);
      REQUIRE_FALSE(term.empty());
    }
    stored[database.add_document(document)] = article;
  }
  database.commit();
  for (const auto& [id, article] : stored) {
    REQUIRE(indexing::from_document(database.get_document(id)) == article);
  }
}

TEST_CASE("Any data is read, and what was read is written and read the same") {
  kiosque::testing::RandomText random(61);
  constexpr std::string_view kPieces[] = {"title=", "body=", "tag=", "author=", "=",  "\n", "x",
                                          "url",    "id=",   "\r",   "\xFF",    "==", "bod"};
  for (int round = 0; round < 3000; ++round) {
    std::string data = random.number(4) == 0 ? random.bytes(40) : std::string();
    for (auto n = random.number(14); n > 0; --n) {
      data += kPieces[random.number(std::size(kPieces))];
    }
    const Article article = indexing::decode_article(data);
    REQUIRE(indexing::decode_article(indexing::encode_article(article)) == article);
  }
}
