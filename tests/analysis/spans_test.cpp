// Where the words of a text come from: the bytes, the positions and the stems of the cases that are
// hard to cut. A row is a text and its words, each "surface/stem position [begin,end)".

#include <fmt/format.h>

#include <kiosque/analyzer.hpp>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace {

struct Row {
  std::string_view text;
  std::string_view words;
};

std::string printed(std::string_view text) {
  std::string result;
  for (const kiosque::Token& token : kiosque::analyze(text)) {
    if (!result.empty()) result += " | ";
    result += fmt::format("{}/{} {} [{},{})", token.surface, token.stem, token.position,
                          token.begin, token.end);
  }
  return result;
}

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(printed(row.text) == row.words);
  }
}

}  // namespace

TEST_CASE("An elided word takes no position, and its bytes belong to no word") {
  check({
      {"l’élection", "election/elect 1 [4,13)"},
      {"lʼélection", "election/elect 1 [3,12)"},
      {"l`élection", "election/elect 1 [2,11)"},
      {"l´élection", "election/elect 1 [3,12)"},
      {"l '  élection", "election/elect 1 [5,14)"},
      {"l\u00A0'état", "etat/etat 1 [4,9)"},
      {"l'\u202Fétat", "etat/etat 1 [5,10)"},
      {"l''art", "art/art 1 [3,6)"},
      {"l'l'art", "art/art 1 [4,7)"},
      {"l'«État»", "etat/etat 1 [4,9)"},
      {"d'\"avant-garde\"", "avant/avant 1 [3,8) | garde/gard 2 [9,14)"},
      {"d'« avant-garde »", "avant/avant 1 [5,10) | garde/gard 2 [11,16)"},
      {"l'O.N.U.", "onu/onu 1 [2,7)"},
      {"d'1,5", "1,5/1,5 1 [2,5)"},
      {"d'O'Brien", "obrien/obrien 1 [2,9)"},
      {"l'日本", "日本/日本 1 [2,8)"},
      {"c'est-à-dire", "est/est 1 [2,5) | a/a 2 [6,8) | dire/dir 3 [9,13)"},
      {"de l' ! fin", "de/de 1 [0,2) | fin/fin 2 [8,11)"},
      {"tandisqu'il", "il/il 1 [9,11)"},
      {"l'", ""},
      {"qu'", ""},
      {"'", ""},
  });
}

TEST_CASE("A quotation mark that looks like an apostrophe elides nothing") {
  check({
      {"'l'affaire est close'",
       "affaire/affair 1 [3,10) | est/est 2 [11,14) | close/clor 3 [15,20)"},
      {"'d'accord'", "accord/accord 1 [3,9)"},
      {"dit 'aujourd'hui'", "dit/dir 1 [0,3) | aujourdhui/aujourdhui 2 [5,16)"},
      {"'N'Golo'", "ngolo/ngolo 1 [1,7)"},
      {"('l'art')", "art/art 1 [4,7)"},
      {"un 'l' seul", "un/un 1 [0,2) | l/l 2 [4,5) | seul/seul 3 [7,11)"},
      {"rock'n'roll", "rock/rock 1 [0,4) | n/n 2 [5,6) | roll/roll 3 [7,11)"},
      {"rock 'n' roll", "rock/rock 1 [0,4) | n/n 2 [6,7) | roll/roll 3 [9,13)"},
      {"chiens' os", "chiens/chien 1 [0,6) | os/os 2 [8,10)"},
      {"le 'vin' bu", "le/le 1 [0,2) | vin/vin 2 [4,7) | bu/bu 3 [9,11)"},
      {"le \"d\" et", "le/le 1 [0,2) | d/d 2 [4,5) | et/et 3 [7,9)"},
      {"d“art", "d/d 1 [0,1) | art/art 2 [4,7)"},
      {"aujourd hui", "aujourdhui/aujourdhui 1 [0,11)"},
  });
}

TEST_CASE("A word that holds its apostrophe has the bytes of both parts") {
  check({
      {"aujourd’hui", "aujourdhui/aujourdhui 1 [0,13)"},
      {"aujourd' hui", "aujourdhui/aujourdhui 1 [0,12)"},
      {"prud’hommes", "prudhommes/prudhomm 1 [0,13)"},
      {"presqu'îles", "presquiles/presquil 1 [0,12)"},
      {"quelqu'une", "quelquune/quelquun 1 [0,10)"},
      {"grand'mère", "grand/grand 1 [0,11) | mere/mer 2 [0,11)"},
      {"M'Bappé", "mbappe/mbapp 1 [0,8)"},
      {"Levi’s 501", "levi/lev 1 [0,8) | 501/501 2 [9,12)"},
      {"années 80's", "annees/anne 1 [0,7) | 80/80 2 [8,12)"},
  });
}

TEST_CASE("Letters and figures joined by dots and commas have the bytes of the whole") {
  check({
      {"É.N.A.", "ena/ena 1 [0,6)"},
      {"la C.G.T. dit", "la/la 1 [0,2) | cgt/cgt 2 [3,8) | dit/dir 3 [10,13)"},
      {"A. B", "a/a 1 [0,1) | b/b 2 [3,4)"},
      {"L'AFP.l'État", "afp/afp 1 [2,5) | etat/etat 2 [8,13)"},
      {"fin.Il", "fin/fin 1 [0,3) | il/il 2 [4,6)"},
      {"12.345,67", "12345,67/12345,67 1 [0,9)"},
      {"80.000 euros", "80000/80000 1 [0,6) | euros/euro 2 [7,12)"},
      {"0.500", "0,500/0,500 1 [0,5)"},
      {"1 700", "1700/1700 1 [0,5)"},
      {"2, 5", "2/2 1 [0,1) | 5/5 2 [3,4)"},
      {"3.14.15", "3/3 1 [0,1) | 14/14 2 [2,4) | 15/15 3 [5,7)"},
      {"192.168.1.1", "192/192 1 [0,3) | 168/168 2 [4,7) | 1/1 3 [8,9) | 1/1 4 [10,11)"},
      {"XXIe 1er", "21e/21e 1 [0,4) | premier/premi 2 [5,8)"},
      {"m² CO₂ €50", "m2/m2 1 [0,3) | co2/co2 2 [4,9) | euros/euro 3 [10,13) | 50/50 4 [13,15)"},
  });
}

TEST_CASE("Invisible characters and accents of their own count in the bytes of a word") {
  check({
      {"e\u0301te\u0301", "ete/ete 1 [0,7)"},
      {"co\u200Dopé", "coope/coop 1 [0,9)"},
      {"\uFEFFdébut", "debut/debut 1 [3,9)"},
      {"\u0301\u0301mot", "mot/mot 1 [4,7)"},
      {"«\u00A0mot\u00A0»", "mot/mot 1 [4,7)"},
      {"Ǽ ǽ Ǿ", "ae/ae 1 [0,2) | ae/ae 2 [3,5) | o/o 3 [6,8)"},
      {"a\xFFz", "a/a 1 [0,1) | z/z 2 [2,3)"},
      {"caf\xE9 noir", "caf/caf 1 [0,3) | noir/noir 2 [5,9)"},
      {std::string_view("a\0z", 3), "a/a 1 [0,1) | z/z 2 [2,3)"},
  });
}

TEST_CASE("A compound is its parts, side by side") {
  check({
      {"porte-avions", "porte/porte 1 [0,5) | avions/avion 2 [6,12)"},
      {"vice\u2011président", "vice/vic 1 [0,4) | president/president 2 [7,17)"},
      {"Paris–Lyon", "paris/paris 1 [0,5) | lyon/lyon 2 [8,12)"},
      {"candidat·e·s", "candidats/candidat 1 [0,14) | candidates/candidat 1 [0,14)"},
  });
}

TEST_CASE("Scripts without spaces are cut by their dictionaries") {
  check({
      {"ภาษาไทย", "ภาษา/ภาษา 1 [0,12) | ไทย/ไทย 2 [12,21)"},
      {"東京に行く", "東京/東京 1 [0,6) | に/に 2 [6,9) | 行く/行く 3 [9,15)"},
      {"コーヒー", "コーヒー/コーヒー 1 [0,12)"},
      {"Paris日本", "paris/paris 1 [0,5) | 日本/日本 2 [5,11)"},
      {"العربية", "العربية/العربية 1 [0,14)"},
  });
}
