// Characters that do not show: those inside words take no part in them, blanks of every kind part
// them.

#include "analysis/families/rows.hpp"
#include "catch.hpp"

namespace {

using kiosque::families::check_other_articles;
using kiosque::families::check_rows;
using kiosque::families::check_same_articles;
using kiosque::families::Pair;
using kiosque::families::Row;

constexpr Row kWords[] = {
    {"gouver\u00ADnement", "gouvernement/gouvern 1 [0,14)"},
    {"pré\u00ADsi\u00ADdent", "president/president{président} 1 [0,14)"},
    {"l’\u00ADélec\u00ADtion", "election/elect{élection} 1 [6,17)"},
    {"inter\u200Bnational", "international/international 1 [0,16)"},
    {"auto\u200Croute", "autoroute/autorout 1 [0,12)"},
    {"cyber\u200Dsécurité", "cybersecurite/cybersecurit{cybersécurité} 1 [0,18)"},
    {"co\u2060opération", "cooperation/cooper{coopération} 1 [0,15)"},
    {"10\u00A0000 manifestants", "10000/10000 1 [0,7) | manifestants/manifest 2 [8,20)"},
    {"20\u202F000\u202Feuros", "20000/20000 1 [0,8) | euros/euro 2 [11,16)"},
    {"1\u202F234\u202F567", "1234567/1234567 1 [0,13)"},
    {"1\u2009500 postes", "1500/1500 1 [0,7) | postes/post 2 [8,14)"},
    {"5\u202F% de hausse", "5/5 1 [0,1) | de/de 2 [6,8) | hausse/hauss 3 [9,15)"},
    {"«\u00A0Oui\u00A0»", "oui/oui 1 [4,7)"},
    {"Qui\u202F? Lui\u202F!", "qui/qui 1 [0,3) | lui/lui 2 [8,11)"},
    {"M.\u00A0Dupont", "m/m 1 [0,1) | dupont/dupont 2 [4,10)"},
    {"20\u202Fh\u202F30", "20h30/20h30 1 [0,11)"},
    {"\uFEFFUne du jour", "une/une 1 [3,6) | du/du 2 [7,9) | jour/jour 3 [10,14)"},
    {"minis\uFEFFtre", "ministre/ministr 1 [0,11)"},
    {"fin\uFEFF", "fin/fin 1 [0,6)"},
    {"\u200EParis\u200F brûle", "paris/paris 1 [3,11) | brule/brul{brûle} 2 [12,18)"},
    {"\u202ALe Monde\u202C", "le/le 1 [3,5) | monde/mond 2 [6,14)"},
    {"\u2066mot\u2069 suivant", "mot/mot 1 [3,9) | suivant/suiv 2 [10,17)"},
    {"cœur ❤\uFE0F Paris", "coeur/coeur 1 [0,5) | paris/paris 2 [13,18)"},
    {"▶\uFE0FLire aussi", "lire/lir 1 [6,10) | aussi/auss 2 [11,16)"},
    {"l\u00AD’hiver", "hiver/hiv 1 [6,11)"},
    {"aujour\u00ADd’hui", "aujourdhui/aujourdhui 1 [0,15)"},
    {"aujourd’\u200Bhui", "aujourdhui/aujourdhui 1 [0,16)"},
    {"S.\u200BN.\u200BC.\u200BF.", "sncf/sncf 1 [0,16)"},
    {"porte\u00ADparole", "porte/porte 1 [0,13) | parole/parol 2 [0,13)"},
    {"vice-\u200Bprésident", "vice/vic 1 [0,4) | president/president{président} 2 [8,18)"},
    {"pe\u00AD\u0301nible", "penible/penibl{pénible} 1 [0,11)"},
    {"e\u0301\u00ADte\u0301", "ete/ete{été} 1 [0,9)"},
    {"TVA\u00A0: 20\u00A0%", "tva/tva 1 [0,3) | 20/20 2 [7,9)"},
    {"le\u2003la\u2009les\u3000des",
     "le/le 1 [0,2) | la/la 2 [5,7) | les/les 3 [10,13) | des/des 4 [16,19)"},
    {"étu\u00ADdiant·e·s", "etudiants/etudi 1 [0,17) | ~etudiantes/etudi 1 [0,17)"},
    {"étudiant\u200B·\u200Be\u200B·\u200Bs",
     "etudiants/etudi 1 [0,27) | ~etudiantes/etudi 1 [0,27)"},
    {"l\u00A0’\u00A0été", "ete/ete{été} 1 [8,13)"},
    {"dix\u00AD-sept", "dix/dix 1 [0,5) | sept/sept 2 [6,10)"},
    {"pa\u200B\u200B\u200Bpier", "papier/papi 1 [0,15)"},
    {"mé\u061Ctro", "metro/metro{métro} 1 [0,8)"},
    {"AT\u200B&\u200BT", "at&t/at&t 1 [0,10)"},
    {"3\u00A0000\u00A0€", "3000/3000 1 [0,6) | euros/euro 2 [8,11)"},
    {"20\u200B000", "20000/20000 1 [0,8)"},
    {"21\u00ADe siècle", "21e/21e 1 [0,5) | siecle/siecl{siècle} 2 [6,13)"},
    {"chef-d\u2060’\u2060œuvre", "chef/chef 1 [0,4) | oeuvre/oeuvr 2 [15,21)"},
    {"n°\u00A05", "n/n 1 [0,1) | 5/5 2 [5,6)"},
    {"Jean\u2011Luc", "jean/jean 1 [0,4) | luc/luc 2 [7,10)"},
};

constexpr Row kLeftAlone[] = {
    {"Jean\u00A0Dupont", "jean/jean 1 [0,4) | dupont/dupont 2 [6,12)"},
    {"le\u202Fprésident", "le/le 1 [0,2) | president/president{président} 2 [5,15)"},
    {"page\u00A012", "page/pag 1 [0,4) | 12/12 2 [6,8)"},
    {"en 2020\u00A0300 élus",
     "en/en 1 [0,2) | 2020/2020 2 [3,7) | 300/300 3 [9,12) | elus/elu{élus} 4 [13,18)"},
    {"1\u00A02\u00A03", "1/1 1 [0,1) | 2/2 2 [3,4) | 3/3 3 [6,7)"},
    {"mot\u2028suivant", "mot/mot 1 [0,3) | suivant/suiv 2 [6,13)"},
    {"mot\u2029suivant", "mot/mot 1 [0,3) | suivant/suiv 2 [6,13)"},
    {"mot\u0085suivant", "mot/mot 1 [0,3) | suivant/suiv 2 [5,12)"},
    {"10\n000", "10/10 1 [0,2) | 000/000 2 [3,6)"},
    {"10\t000", "10/10 1 [0,2) | 000/000 2 [3,6)"},
    {"10\u00A0\u00A0000", "10/10 1 [0,2) | 000/000 2 [6,9)"},
    {"\u200B", ""},
    {"\u00AD", ""},
    {"\uFEFF", ""},
    {"\u200E\u202C\u2069", ""},
    {"\u0301", ""},
    {"mot\007mot", "mot/mot 1 [0,3) | mot/mot 2 [4,7)"},
    {"caf� noir", "caf/caf 1 [0,3) | noir/noir 2 [7,11)"},
    {"image￼suite", "image/imag 1 [0,5) | suite/suit 2 [8,13)"},
    {"S\u00A0N\u00A0C\u00A0F", "s/s 1 [0,1) | n/n 2 [3,4) | c/c 3 [6,7) | f/f 4 [9,10)"},
    {"porte\u00A0parole", "porte/porte 1 [0,5) | parole/parol 2 [7,13)"},
    {"aujourd\u00A0hui", "aujourdhui/aujourdhui 1 [0,12)"},
    {"été\u00A0·\u00A0e", "ete/ete{été} 1 [0,5) | e/e 2 [11,12)"},
    {"ne\u2011pas", "ne/ne 1 [0,2) | pas/pas 2 [5,8)"},
    {"plan\u00A0C\u00A0++", "plan/plan 1 [0,4) | c/c 2 [6,7)"},
    {"lu\u2060 et approuvé",
     "lu/lir 1 [0,5) | et/et 2 [6,8) | approuve/approuv{approuvé} 3 [9,18)"},
    {"l\u00A0hiver", "l/l 1 [0,1) | hiver/hiv 2 [3,8)"},
    {"👨\u200D👩\u200D👧 famille", "famille/famill 1 [19,26)"},
};

constexpr Pair kSameQueries[] = {
    {"gouver\u00ADnement", "gouvernement"},
    {"inter\u200Bnational", "international"},
    {"réforme\u00A0des\u202Fretraites", "réforme des retraites"},
    {"\"réforme\u00A0des\u202Fretraites\"", "\"réforme des retraites\""},
    {"\uFEFFélection", "élection"},
    {"10\u202F000 postes", "10000 postes"},
    {"grève\u00A0ET\u202Frail", "grève ET rail"},
    {"titre:co\u00ADopération", "titre:coopération"},
    {"-gou\u200Dffre", "-gouffre"},
    {"\u200Egrève\u200F", "grève"},
    {"20\u202Fh\u202F30", "20h30"},
    {"S.\u200BN.\u200BC.\u200BF.", "SNCF"},
    {"«\u00A0pouvoir d’achat\u00A0»", "\"pouvoir achat\""},
    {"l’\u00A0été", "été"},
};

constexpr Pair kOtherQueries[] = {
    {"Jean\u00A0Luc", "JeanLuc"},
    {"S\u202FN\u202FC\u202FF", "SNCF"},
    {"10\u00A0000", "10\u00A0euros"},
    {"le\u00A0s", "les"},
};

}  // namespace

TEST_CASE("Invisible characters: they take no part in a word but count in its bytes") {
  check_rows(kWords);
}

TEST_CASE("Invisible characters: blanks part words, and what is only invisible is no word") {
  check_rows(kLeftAlone);
}

TEST_CASE("Invisible characters: a query pasted with them is the same query") {
  check_same_articles(kSameQueries);
  check_other_articles(kOtherQueries);
}
