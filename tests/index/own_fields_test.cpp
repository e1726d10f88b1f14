// Schemas of applications: which there can be, how archives keep them, what of values is indexed.

#include "index/own_fields.hpp"

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/document.hpp"
#include "support/temporary.hpp"

namespace indexing = kiosque::indexing;
using kiosque::Article;
using kiosque::Error;
using kiosque::ErrorCode;
using kiosque::FieldType;
using kiosque::Schema;
using kiosque::Writer;
using kiosque::testing::TemporaryFolder;

namespace {

Schema named(const std::vector<std::string>& names) {
  Schema schema;
  for (const auto& name : names) schema.fields.push_back({name});
  return schema;
}

// The message of the error that it ends in; empty: none.
template <typename Call>
std::string error_of(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    return error.what();
  }
  return {};
}

const Schema kDeskAndWords = {{{.name = "desk"}, {.name = "words", .type = FieldType::number}}};

}  // namespace

TEST_CASE("A schema of other names than an archive can have is refused with a reason") {
  struct Row {
    std::vector<std::string> names;
    const char* error;  // what it says; empty: good
  };
  const Row row = GENERATE(
      Row{{"desk"}, ""}, Row{{"desk", "words", "edition_2", "x-y"}, ""},
      Row{{"f", "fo", "foo"}, ""}, Row{{""}, "no name"}, Row{{"Desk"}, "no name"},
      Row{{"thème"}, "no name"}, Row{{"2e"}, "no name"}, Row{{"-a"}, "no name"},
      Row{{"a b"}, "no name"}, Row{{"a:b"}, "no name"}, Row{{std::string(33, 'a')}, "no name"},
      Row{{std::string("a\0b", 3)}, "no name"}, Row{{"tag"}, "library's"},
      Row{{"rubriques"}, "library's"}, Row{{"mot-cle"}, "library's"}, Row{{"year"}, "library's"},
      Row{{"weekday"}, "library's"}, Row{{"depuis"}, "library's"}, Row{{"newest"}, "library's"},
      Row{{"fields"}, "library's"}, Row{{"desk", "desk"}, "two fields"},
      Row{{"desk", "desks"}, "two fields"}, Row{{"edition_2", "edition-2"}, "two fields"});
  INFO(fmt::format("{}", fmt::join(row.names, " ")));
  const std::string error = error_of([&] { indexing::FieldTable table(named(row.names)); });
  if (*row.error == 0) {
    CHECK(error.empty());
  } else {
    CHECK_THAT(error, has(row.error));
  }
}

TEST_CASE("There are so many own fields at most") {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kiosque::kMostOwnFields; ++i) names.push_back(fmt::format("f{}x", i));
  CHECK(error_of([&] { indexing::FieldTable table(named(names)); }).empty());
  names.emplace_back("onemore");
  CHECK_THAT(error_of([&] { indexing::FieldTable table(named(names)); }), has("too many"));
}

TEST_CASE("Own fields are found as the library's are, behind them") {
  const indexing::FieldTable table(kDeskAndWords);
  for (const char* typed : {"desk", "Desk", "DESKS", "de-sk"}) {
    REQUIRE(table.find(typed) != nullptr);
    CHECK(table.find(typed)->name == "desk");
  }
  CHECK(table.find("words")->slot != table.find("desk")->slot);
  CHECK(table.find("rubrique")->name == "section");
  CHECK(table.find("nothing") == nullptr);
  CHECK(indexing::is_own(*table.find("words")));
  CHECK_FALSE(indexing::is_own(*table.find("title")));
  CHECK_FALSE(table.find("words")->many);
  CHECK(indexing::exact_term(*table.find("desk"), "Été") == "XDESK:ete");
  CHECK(table.names() == "desk, words");
}

TEST_CASE("A schema is read as it was written") {
  const Schema schema = {{{.name = "desk"},
                          {.name = "theme", .many = false},
                          {.name = "words", .type = FieldType::number, .many = false},
                          {.name = "embargo", .type = FieldType::date, .many = false}}};
  CHECK(indexing::decode_schema(indexing::encode_schema(schema)) == schema);
  CHECK(indexing::decode_schema("") == Schema{});
  for (const char* bad : {"desk", "desk word", "desk keyword some", "\n"})
    CHECK_FALSE(indexing::decode_schema(bad));
}

TEST_CASE("An archive keeps the schema that it was made with, whatever comes") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  const indexing::FieldTable table(kDeskAndWords);
  {
    Writer writer(path, {.schema = kDeskAndWords});
    CHECK(writer.schema() == table.schema());
  }
  for (int round = 0; round < 4; ++round) {
    Writer writer(path);
    CHECK(writer.schema() == table.schema());
    writer.put(
        {.id = std::to_string(round % 3), .title = "Un titre", .fields = {{"desk", {"monde"}}}});
    writer.commit();
    if (round == 2) writer.compact();
    CHECK(kiosque::info(path).fields == table.schema());
    CHECK(kiosque::Searcher(path).search("desk:monde").total ==
          static_cast<std::size_t>(std::min(round + 1, 3)));
  }
  // The same in another order is the same.
  const Schema turned = {{kDeskAndWords.fields[1], kDeskAndWords.fields[0]}};
  CHECK(Writer(path, {.schema = turned}).schema() == table.schema());
  for (const Schema& other : {named({"desk"}), named({"desk", "words"}), named({"autre"})}) {
    const std::string error = error_of([&] { Writer writer(path, {.schema = other}); });
    CHECK_THAT(error, has("the fields desk (keyword), words (number)"));
    CHECK_THAT(error, has(path));
  }
  const std::string plain = folder / "plain.kiosque";
  Writer(plain).commit();
  CHECK_THAT(error_of([&] { Writer writer(plain, {.schema = kDeskAndWords}); }),
             has("no fields of its own"));
  CHECK_THAT(error_of([&] { Writer writer(folder / "none", {.schema = named({"tag"})}); }),
             has("library's"));
  CHECK_THROWS_AS(kiosque::Searcher(folder / "none"), Error);  // nothing was made
}

TEST_CASE("What is stored of own values is what was given, line by line") {
  Article article{.id = "a", .title = "Un titre"};
  article.fields = {
      {"desk", {"Monde > Afrique", "a=b"}}, {"drôle = \"nom\"", {"x"}}, {"words", {"beaucoup"}}};
  CHECK(indexing::decode_article(indexing::encode_article(article)) == article);
  CHECK(indexing::decode_article(indexing::encode_card(article)).fields == article.fields);

  const TemporaryFolder folder;
  Writer writer(folder / "a.kiosque", {.schema = kDeskAndWords});
  writer.put(article);
  article.fields[" desk\n"] = {" Sport\n ", "SPORT", ""};
  article.fields["vide"] = {" "};
  CHECK(writer.put(article) == kiosque::Put::updated);
  writer.commit();
  const auto stored = kiosque::get(folder / "a.kiosque", "a");
  CHECK(stored->fields.at("desk").size() == 3);
  CHECK(stored->fields.at("desk")[0] == "Sport");
  CHECK_FALSE(stored->fields.contains("vide"));
  // What is absent never erases.
  CHECK(writer.put({.id = "a", .title = "Un titre", .fields = {{"words", {"12"}}}}) ==
        kiosque::Put::updated);
  writer.commit();
  const auto merged = kiosque::get(folder / "a.kiosque", "a");
  CHECK(merged->fields.at("words") == std::vector<std::string>{"12"});
  CHECK(merged->fields.at("desk") == stored->fields.at("desk"));
  Article bad{.id = "b", .title = "x", .fields = {{"desk", {"\xff"}}}};
  CHECK_THROWS_AS(writer.put(bad), Error);
}

TEST_CASE("Values that cannot be found are told one by one") {
  Schema schema = kDeskAndWords;
  schema.fields.push_back({.name = "embargo", .type = FieldType::date});
  schema.fields.push_back({.name = "theme", .many = false});
  Article article{.id = "a", .title = "Un titre"};
  article.fields = {{"desk", {"a", "b"}},
                    {"words", {"beaucoup", "12", "13"}},
                    {"embargo", {"demain"}},
                    {"theme", {"un", "deux"}},
                    {"inconnu", {"x"}}};
  CHECK(kiosque::unfit_values(schema, article) ==
        std::vector<std::string>{"\"beaucoup\" is no number in \"words\" (write 512 or 12.5)",
                                 "\"13\" is a further value of \"words\", which has one",
                                 "\"demain\" is no date in \"embargo\" (write YYYY-MM-DD)",
                                 "\"deux\" is a further value of \"theme\", which has one"});
}
