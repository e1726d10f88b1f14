// The table of fields, and the terms it makes.

#include "index/fields.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "catch.hpp"

using kiosque::indexing::exact_term;
using kiosque::indexing::find_field;

TEST_CASE("A field is found by every name it is typed as") {
  struct Row {
    const char* typed;
    const char* name;
  };
  const Row row = GENERATE(Row{"title", "title"}, Row{"TITRE", "title"}, Row{"chapô", "lead"},
                           Row{"chapo", "lead"}, Row{"texte", "body"}, Row{"Rubrique", "section"},
                           Row{"rubriques", "section"}, Row{"tag", "tag"}, Row{"tags", "tag"},
                           Row{"mot-clé", "tag"}, Row{"mots-clés", "tag"}, Row{"motcle", "tag"},
                           Row{"auteur", "author"}, Row{"Auteurs", "author"},
                           Row{"source", "source"}, Row{"langue", "language"}, Row{"site", "host"},
                           Row{"date", "published"}, Row{"url", "url"}, Row{"id", "id"});
  INFO(row.typed);
  REQUIRE(find_field(row.typed) != nullptr);
  CHECK(find_field(row.typed)->name == row.name);
}

TEST_CASE("What is no field is not found") {
  for (const char* typed : {"", "http", "20", "titr", "  ", "s", "'"})
    CHECK(find_field(typed) == nullptr);
}

TEST_CASE("Names, prefixes and slots are each used once") {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  std::set<unsigned> slots;
  for (const auto& field : kiosque::indexing::fields()) {
    CHECK(names.insert(field.name).second);
    CHECK(prefixes.insert(field.prefix).second);
    if (field.slot != kiosque::indexing::kNoSlot) CHECK(slots.insert(field.slot).second);
    CHECK((!field.facet || field.slot != kiosque::indexing::kNoSlot));
  }
}

TEST_CASE("Exact terms are folded, but for ids") {
  CHECK(exact_term(*find_field("tag"), "Élections  Régionales ") == "Kelections regionales");
  CHECK(exact_term(*find_field("section"), "L’Économie") == "XSECTIONl'economie");
  CHECK(exact_term(*find_field("section"), ":x") == "XSECTION::x");
  CHECK(exact_term(*find_field("id"), "Aé1") == "QAé1");
}

TEST_CASE("docs/schema.md has the table of fields as it is") {
  std::ifstream file(std::string(KIOSQUE_SOURCE_DIR) + "/docs/schema.md");
  REQUIRE(file);
  std::string page((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK_THAT(page, has("Schema version " + std::string(kiosque::indexing::kSchemaVersion)));
  for (const auto& field : kiosque::indexing::fields()) {
    std::string aliases;
    for (const auto alias : field.aliases) {
      if (!alias.empty()) aliases += (aliases.empty() ? "" : ", ") + std::string(alias);
    }
    const bool text = field.kind == kiosque::indexing::FieldKind::text;
    const bool date = field.kind == kiosque::indexing::FieldKind::date;
    CHECK_THAT(
        page,
        has("| " + std::string(field.name) + " | " + aliases + " | " +
            (field.prefix.empty() ? "–" : std::string(field.prefix)) + " | " +
            (text   ? "text"
             : date ? "date"
                    : "exact") +
            " | " + (field.slot == kiosque::indexing::kNoSlot ? "–" : std::to_string(field.slot)) +
            " |"));
  }
}
