// What each text becomes: the table first, then what holds for any bytes.

#include <fmt/format.h>

#include <kiosque/analyzer.hpp>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

// "surface/stem@begin-end" for each word; "+" before a word that does not stand one position
// further.
std::string shown(std::string_view text) {
  std::string result;
  std::size_t position = 0;
  for (const kiosque::Token& token : kiosque::analyze(text)) {
    if (!result.empty()) result += ' ';
    if (token.position != position + 1) result += '+';
    position = token.position;
    result += fmt::format("{}/{}@{}-{}", token.surface, token.stem, token.begin, token.end);
  }
  return result;
}

std::string surfaces(std::string_view text) {
  std::string result;
  for (const kiosque::Token& token : kiosque::analyze(text)) {
    if (!result.empty()) result += ' ';
    result += token.surface;
  }
  return result;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("A word has a surface, a stem, a position and the bytes it came from") {
  const Row row = GENERATE(
      Row{"élection", "election/elect@0-9"}, Row{"l'élection", "election/elect@2-11"},
      Row{"Les élections régionales", "les/les@0-3 elections/elect@4-14 regionales/regional@15-26"},
      Row{"", ""}, Row{" \n\t ", ""}, Row{"« — » !", ""}, Row{"A380", "a380/a380@0-4"},
      Row{"co\u00ADopération", "cooperation/cooper@0-14"}, Row{"S.N.C.F.", "sncf/sncf@0-7"},
      Row{"1.700 élus", "1700/1700@0-5 elus/elu@6-11"});
  CHECK(shown(row.text) == row.expected);
}

TEST_CASE("Each rule of French has its rows, and what it must leave alone") {
  const Row row = GENERATE(
      // apostrophes and elision
      Row{"L’élection", "election"}, Row{"l'élection", "election"}, Row{"lʼélection", "election"},
      Row{"l‘élection", "election"}, Row{"l′élection", "election"}, Row{"l' élection", "election"},
      Row{"l ' élection", "election"}, Row{"L'ÉLECTION", "election"},
      Row{"d'accord j'ai m'aime t'es s'il n'est c'est", "accord ai aime es il est est"},
      Row{"qu'elle jusqu'ici lorsqu'on puisqu'il quoiqu'il", "elle ici on il il"},
      Row{"d'\"or\"", "or"}, Row{"l'«affaire»", "affaire"},
      Row{"entre l'un et l'autre", "entre un et autre"}, Row{"qu'l'on", "on"},
      Row{"l'1er mai", "premier mai"},
      // words that hold their apostrophe
      Row{"aujourd'hui", "aujourdhui"}, Row{"Aujourd’hui", "aujourdhui"},
      Row{"aujourd' hui", "aujourdhui"}, Row{"prud'homme prud'hommes", "prudhomme prudhommes"},
      Row{"presqu'île", "presquile"}, Row{"presqu'aussi", "aussi"},
      Row{"quelqu'un quelqu'une", "quelquun quelquune"}, Row{"quelqu'autre", "autre"},
      Row{"entr'acte", "entracte"}, Row{"entr'eux", "eux"}, Row{"O'Brien", "obrien"},
      Row{"N'Golo N'Djamena M'Bala", "ngolo ndjamena mbala"}, Row{"McDonald's", "mcdonald"},
      Row{"d'Artagnan", "artagnan"}, Row{"Côte d'Ivoire", "cote ivoire"},
      // and letters that are none
      Row{"la lettre 'l'", "la lettre l"}, Row{"vitamine D", "vitamine d"}, Row{"plan d", "plan d"},
      Row{"'hystérie'", "hysterie"}, Row{"un 'moment Spoutnik'", "un moment spoutnik"},
      // accents, case, ligatures
      Row{"ÉTÉ été e\u0301te\u0301", "ete ete ete"},
      Row{"œuvre ŒUVRE oeuvre", "oeuvre oeuvre oeuvre"},
      Row{"Ægir Straße Łódź Øresund", "aegir strasse lodz oresund"}, Row{"ﬁnance", "finance"},
      Row{"naïf Noël ambiguë", "naif noel ambigue"}, Row{"İstanbul", "istanbul"},
      // invisible characters and spaces of every width
      Row{"co\u00ADopé\u200Bration", "cooperation"}, Row{"a\u00A0b\u202Fc\u2009d", "a b c d"},
      Row{"\u202Amot\u202C", "mot"}, Row{"\uFEFFmot", "mot"},
      // acronyms
      Row{"S.N.C.F. SNCF sncf", "sncf sncf sncf"}, Row{"à la C.G.T., l'O.N.U.", "a la cgt onu"},
      Row{"J.-C.", "j c"}, Row{"M. Dupont", "m dupont"},
      // numbers
      Row{"1.700 1.234.567", "1700 1234567"}, Row{"2,5 % 2.5", "2,5 2,5"},
      Row{"31.01.2025", "31 01 2025"}, Row{"20h30", "20h30"}, Row{"31/01/2025", "31 01 2025"},
      Row{"en 2020, 300 élus", "en 2020 300 elus"},
      // sentences and compounds
      Row{"jeudi.Le gouvernement", "jeudi le gouvernement"}, Row{"mercredi,le", "mercredi le"},
      Row{"porte-parole", "porte parole"}, Row{"Saint-Étienne", "saint etienne"},
      Row{"a-t-il", "a t il"}, Row{"www.exemple.fr/une", "www exemple fr une"},
      Row{"#MeToo @compte", "metoo compte"},
      // other scripts
      Row{"Ελλάς ΕΛΛΆΣ", "ελλασ ελλασ"}, Row{"Москва", "москва"}, Row{"日本語", "日本語"});
  CHECK(surfaces(row.text) == row.expected);
}

TEST_CASE("The forms of a word share a stem whatever their accents") {
  const std::vector<std::string> family = GENERATE(
      std::vector<std::string>{"élection", "élections", "ELECTION", "ÉLECTIONS", "election"},
      std::vector<std::string>{"épuisé", "épuisée", "épuisés", "épuisées", "epuisees"},
      std::vector<std::string>{"national", "nationale", "nationales"},
      std::vector<std::string>{"journal", "journaux"},
      std::vector<std::string>{"parole", "paroles"});
  const std::string stem = kiosque::analyze(family.front()).at(0).stem;
  for (const auto& form : family) {
    INFO(form);
    CHECK(kiosque::analyze(form).at(0).stem == stem);
  }
}

TEST_CASE("The fingerprint stays the same from call to call") {
  CHECK(kiosque::analyzer_name() == "fr-1");
  CHECK(kiosque::analyzer_fingerprint() == kiosque::analyzer_fingerprint());
  CHECK(kiosque::analyzer_fingerprint().size() == 16);
}
