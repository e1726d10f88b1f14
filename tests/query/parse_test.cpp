// Typed text → what was understood.

#include <kiosque/query.hpp>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

const kiosque::ParseOptions kDay{.today = "2020-06-15"};

struct Row {
  const char* text;
  const char* understood;
  const char* warning = "";
};

void check_spans(const std::vector<kiosque::Clause>& clauses, std::size_t size) {
  for (const auto& clause : clauses) {
    CHECK(clause.begin <= clause.end);
    CHECK(clause.end <= size);
    check_spans(clause.clauses, size);
  }
}

}  // namespace

TEST_CASE("A query is read as its rows say") {
  const Row row = GENERATE(
      Row{"", ""}, Row{"   ", "", "empty_query"}, Row{"élection", "élection"},
      Row{"réforme retraites", "réforme retraites"},
      // phrases
      Row{"\"réforme des retraites\"", "\"réforme des retraites\""},
      Row{"« réforme des retraites »", "\"réforme des retraites\""},
      Row{"“réforme  des retraites”", "\"réforme des retraites\""}, Row{"\"\"", "", "empty_query"},
      Row{"\" ! \" mot", "mot"}, Row{"\"réforme", "réforme", "unclosed_quote"},
      Row{"mot « autre", "mot autre", "unclosed_quote"}, Row{"mot » autre", "mot autre"},
      // signs
      Row{"+grève -sncf", "+grève -sncf"}, Row{"-\"service minimum\"", "-\"service minimum\""},
      Row{"Paris - Lyon", "Paris Lyon"}, Row{"Paris – Lyon", "Paris Lyon"}, Row{"--mot", "-mot"},
      Row{"+ mot", "mot"}, Row{"porte-parole", "porte-parole"}, Row{"+(a b)", "+(a OU b)"},
      Row{"-(a b)", "-(a OU b)"},
      // operators
      Row{"grève ET sncf", "+grève +sncf"}, Row{"grève AND sncf", "+grève +sncf"},
      Row{"train OU avion", "(train OU avion)"}, Row{"train OR avion", "(train OU avion)"},
      Row{"grève SAUF sncf", "grève -sncf"}, Row{"grève NOT sncf", "grève -sncf"},
      Row{"a ET b OU c", "((+a +b) OU c)"}, Row{"a OU b ET c", "(a OU (+b +c))"},
      Row{"a b ET c", "a (+b +c)"}, Row{"le oui ou le non", "le oui ou le non"},
      Row{"sel et poivre", "sel et poivre"}, Row{"ET", "et"}, Row{"OU mot", "ou mot"},
      Row{"mot ET", "mot et"}, Row{"a ET ET b", "a (+et +b)"}, Row{"d'or", "d'or"},
      // parentheses
      Row{"(a OU b) c", "(a OU b) c"}, Row{"(a)", "a"}, Row{"()", "", "empty_query"},
      Row{"a )", "a", "unmatched_parenthesis"}, Row{"(a b", "(a OU b)", "unclosed_parenthesis"},
      Row{"((a))", "a"},
      // fields
      Row{"tag:politique", "tag:\"politique\""}, Row{"mot-clé:sport", "tag:\"sport\""},
      Row{"mots-clés:sport", "tag:\"sport\""}, Row{"Rubrique:Monde", "section:\"Monde\""},
      Row{"auteur:\"Anne Dupré\"", "author:\"Anne Dupré\""},
      Row{"titre:élection", "title:élection"}, Row{"TITRE:élection", "title:élection"},
      Row{"titre:\"été indien\"", "title:\"été indien\""}, Row{"chapo:grève", "lead:grève"},
      Row{"source:(a OU b)", "(source:\"a\" OU source:\"b\")"}, Row{"-tag:sport", "-tag:\"sport\""},
      Row{"section:Monde tag:onu", "section:\"Monde\" tag:\"onu\""},
      Row{"Source : AFP", "Source AFP"}, Row{"titre: mot", "titre: mot"},
      Row{"inconnu:valeur", "inconnu:valeur"},
      Row{"http://exemple.fr/une", "http://exemple.fr/une"}, Row{"20:30", "20:30"},
      Row{"élection tag:politique OU grève", "élection (tag:\"politique\" OU grève)"},
      // dates
      Row{"date:2021", "date:2021-01-01..2021-12-31"},
      Row{"date:2021..2022", "date:2021-01-01..2022-12-31"},
      Row{"depuis:2019", "date:2019-01-01..2020-06-15"},
      Row{"avant:mars 2020", "date:..2020-02-29"},
      Row{"avant:24 avril 2020 grève", "date:..2020-04-23 grève"},
      Row{"après:2019", "date:2020-01-01.."}, Row{"jusque:2019", "date:..2019-12-31"},
      Row{"date:hier", "date:2020-06-14..2020-06-14"},
      Row{"date:\"1er mai 2020\"", "date:2020-05-01..2020-05-01"},
      Row{"date:31/02/2020", "", "bad_date"}, Row{"grève depuis:toujours", "grève", "bad_date"},
      Row{"depuis les élections", "depuis les élections"},
      Row{"-date:2021", "-date:2021-01-01..2021-12-31"},
      // headlines, pasted whole
      Row{"Hollande/Sarkozy : le débat", "Hollande/Sarkozy le débat"},
      Row{"Nice : l'appel aux dons d'un collectif (Alpes-Maritimes)",
          "Nice l'appel aux dons d'un collectif Alpes-Maritimes"},
      Row{"Chine : des \"chapeaux\" pour l'école", "Chine des \"chapeaux\" pour l'école"},
      Row{"L'affaire d'\"hystérie\" à 50 %", "L'affaire d' \"hystérie\" à 50"},
      Row{"LE PRÉSIDENT ET LA RÉFORME DES RETRAITES", "LE PRÉSIDENT et LA RÉFORME DES RETRAITES",
          "capitals"},
      Row{"OUI OU NON : LES FRANÇAIS PARTAGÉS", "OUI ou NON LES FRANÇAIS PARTAGÉS", "capitals"});
  INFO(row.text);
  const kiosque::Query query = kiosque::parse(row.text, kDay);
  CHECK(kiosque::to_string(query) == row.understood);
  CHECK((query.warnings.empty() ? std::string() : query.warnings.front().code) == row.warning);
  check_spans(query.clauses, std::string_view(row.text).size());
}

TEST_CASE("What professionals know is read as its rows say") {
  const Row row = GENERATE(
      // near, in order, in one sentence or paragraph
      Row{"grève PRES/5 train", "grève PRES/5 train"},
      Row{"grève NEAR/5 train", "grève PRES/5 train"},
      Row{"grève PRÈS/5 train", "grève PRES/5 train"},
      Row{"a ADJ/2 b ADJ/2 c", "a ADJ/2 b ADJ/2 c"},
      Row{"a PRES/2 b ADJ/3 c", "a PRES/2 b ADJ/3 c"},
      Row{"a PRES/2 (b ADJ/3 c)", "a PRES/2 (b ADJ/3 c)"},
      Row{"(a OU b) PRES/4 \"c d\"", "(a OU b) PRES/4 \"c d\""},
      Row{"a MEME/PHRASE b", "a MEME/PHRASE b"}, Row{"a SAME/SENTENCE b", "a MEME/PHRASE b"},
      Row{"a MÊME/PARAGRAPHE b", "a MEME/PARAGRAPHE b"},
      Row{"titre:a PRES/2 titre:b", "title:a PRES/2 title:b"},
      Row{"titre:(a PRES/2 b)", "title:a PRES/2 title:b"}, Row{"+a PRES/2 b c", "+a PRES/2 b c"},
      Row{"-(a PRES/2 b)", "-a PRES/2 b"}, Row{"x ET a PRES/2 b", "+x +a PRES/2 b"},
      Row{"x OU a PRES/2 b", "(x OU a PRES/2 b)"}, Row{"a PRES/80 b", "a PRES/50 b", "far"},
      Row{"a PRES/2 tag:b", "+a tag:\"b\"", "near_operand"},
      Row{"a PRES/2 -b", "+a -b", "near_operand"},
      Row{"a PRES/2 (b ET c)", "+a +(+b +c)", "near_operand"}, Row{"PRES/2 b", "pres/2 b"},
      Row{"a PRES/2", "a pres/2"}, Row{"a PRES/0 b", "a PRES/0 b"}, Row{"a pres/2 b", "a pres/2 b"},
      Row{"PRES DE PARIS", "PRES de PARIS"},
      // frequency, quorum
      Row{"AUMOINS/3 grève", "AUMOINS/3 grève"},
      Row{"ATLEAST/2 \"la grève\"", "AUMOINS/2 \"la grève\""},
      Row{"AUMOINS/2 (a OU b) c", "AUMOINS/2 (a OU b) c"}, Row{"-AUMOINS/3 mot", "-AUMOINS/3 mot"},
      Row{"AUMOINS/2 tag:x", "tag:\"x\"", "near_operand"}, Row{"AUMOINS/3", "aumoins/3"},
      Row{"2 DE (a b c)", "2 DE (a b c)"},
      Row{"2 OF (a \"b c\" tag:d)", "2 DE (a \"b c\" tag:\"d\")"},
      Row{"+2 DE (a b c)", "+2 DE (a b c)"}, Row{"5 DE (a b)", "2 DE (a b)", "quorum"},
      Row{"2 DE (a b -c)", "2 DE (a b)", "quorum_sign"}, Row{"2 de (a b)", "2 de (a OU b)"},
      Row{"0 DE (a b)", "0 de (a OU b)"}, Row{"LE 2 DE PARIS", "LE 2 de PARIS"},
      // prefixes, spelling, exactly so, weights
      Row{"élec*", "élec*"}, Row{"titre:élec*", "title:élec*"}, Row{"tag:poli*", "tag:poli*"},
      Row{"a*", "a", "short_prefix"}, Row{"*", "", "empty_query"}, Row{"l*mot", "l*mot"},
      Row{"~Macrn", "~Macrn"}, Row{"titre:~mot", "title:~mot"}, Row{"~ mot", "mot"},
      Row{"=Orange", "=Orange"}, Row{"titre:=Le", "title:=Le"}, Row{"-=Orange", "-=Orange"},
      Row{"1+1=3", "1+1=3"}, Row{"mot^3", "mot^3"}, Row{"mot^0.5 \"a b\"^2", "mot^0.5 \"a b\"^2"},
      Row{"(a b)^2", "(a OU b)^2"}, Row{"(a)^2", "a^2"}, Row{"élec*^2", "élec*^2"},
      Row{"mot^0", "mot^0"}, Row{"mot^999", "mot^999"}, Row{"10^6", "10^6"},
      Row{"tag:a^2", "tag:\"a\""});
  INFO(row.text);
  const auto query = kiosque::parse(row.text, kDay);
  CHECK(to_string(query) == row.understood);
  CHECK((query.warnings.empty() ? "" : query.warnings.front().code) == std::string(row.warning));
  check_spans(query.clauses, query.text.size());
  CHECK(kiosque::parse(to_string(query), kDay).clauses == query.clauses);
}

TEST_CASE("A day or a zone that does not exist is an error") {
  CHECK_THROWS_AS(kiosque::parse("mot", {.today = "2020-02-30"}), kiosque::Error);
  CHECK_THROWS_AS(kiosque::parse("mot", {.zone = "Europe/Nulle-Part"}), kiosque::Error);
}

TEST_CASE("The brackets of inclusive writing belong to their word, other brackets group") {
  for (const char* const text :
       {"étudiant(e)s", "+élu(e) salle", "titre:candidat(s)", "-élu(e)s"}) {
    INFO(text);
    const auto query = kiosque::parse(text);
    CHECK(query.warnings.empty());
    REQUIRE_FALSE(query.clauses.empty());
    CHECK(query.clauses[0].kind == kiosque::Clause::Kind::word);
    CHECK(kiosque::parse(kiosque::to_string(query)).clauses == query.clauses);
  }
  const auto grouped = kiosque::parse("grève (train OU avion)");
  REQUIRE(grouped.clauses.size() == 2);
  CHECK(grouped.clauses[1].kind == kiosque::Clause::Kind::group);
  CHECK(kiosque::parse("mot(deux mots)").clauses.size() == 2);
}
