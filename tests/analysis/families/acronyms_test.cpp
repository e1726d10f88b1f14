// Acronyms with their dots and without, names with digits, and words with symbols.

#include "analysis/families/rows.hpp"
#include "catch.hpp"

namespace {

using kiosque::families::check_other_articles;
using kiosque::families::check_rows;
using kiosque::families::check_same_articles;
using kiosque::families::Pair;
using kiosque::families::Row;

constexpr Row kWords[] = {
    {"S.N.C.F.", "sncf/sncf 1 [0,7)"},
    {"SNCF", "sncf/sncf 1 [0,4)"},
    {"sncf", "sncf/sncf 1 [0,4)"},
    {"la S.N.C.F", "la/la 1 [0,2) | sncf/sncf 2 [3,10)"},
    {"s.n.c.f.", "sncf/sncf 1 [0,7)"},
    {"à la C.G.T.", "a/a{à} 1 [0,2) | la/la 2 [3,5) | cgt/cgt 3 [6,11)"},
    {"à la CGT", "a/a{à} 1 [0,2) | la/la 2 [3,5) | cgt/cgt 3 [6,9)"},
    {"l’ONU vote", "onu/onu 1 [4,7) | vote/vot 2 [8,12)"},
    {"l’O.T.A.N. et l’OTAN", "otan/otan 1 [4,11) | et/et 2 [13,15) | otan/otan 3 [20,24)"},
    {"l’É.N.A.", "ena/ena 1 [4,10)"},
    {"les CRS chargent", "les/les 1 [0,3) | crs/crs 2 [4,7) | chargent/charg 3 [8,16)"},
    {"les ONG", "les/les 1 [0,3) | ong/ong 2 [4,7)"},
    {"des O.N.G.", "des/des 1 [0,3) | ong/ong 2 [4,9)"},
    {"une P.M.E. du Nord",
     "une/une 1 [0,3) | pme/pme 2 [4,9) | du/du 3 [11,13) | nord/nord 4 [14,18)"},
    {"les DVDs", "les/les 1 [0,3) | dvds/dvd 2 [4,8)"},
    {"le G7", "le/le 1 [0,2) | g7/g7 2 [3,5)"},
    {"la 5G", "la/la 1 [0,2) | 5g/5g 2 [3,5)"},
    {"un A380", "un/un 1 [0,2) | a380/a380 2 [3,7)"},
    {"un 4x4", "un/un 1 [0,2) | 4x4/4x4 2 [3,6)"},
    {"le Covid-19", "le/le 1 [0,2) | covid/covid 2 [3,8) | 19/19 3 [9,11)"},
    {"COVID19", "covid19/covid19 1 [0,7)"},
    {"H1N1", "h1n1/h1n1 1 [0,4)"},
    {"TF1 et M6", "tf1/tf1 1 [0,3) | et/et 2 [4,6) | m6/m6 3 [7,9)"},
    {"l’A7", "a7/a7 1 [4,6)"},
    {"PS5, iPhone 12", "ps5/ps5 1 [0,3) | iphone/iphon 2 [5,11) | 12/12 3 [12,14)"},
    {"l’A320neo", "a320neo/a320neo 1 [4,11)"},
    {"en 3D", "en/en 1 [0,2) | 3d/3d 2 [3,5)"},
    {"C++", "c++/c++ 1 [0,3)"},
    {"C#, F#", "c#/c# 1 [0,2) | f#/f# 2 [4,6)"},
    {"AT&T", "at&t/at&t 1 [0,4)"},
    {"la R&D", "la/la 1 [0,2) | r&d/r&d 2 [3,6)"},
    {"chez H&M", "chez/chez 1 [0,4) | h&m/h&m 2 [5,8)"},
    {"S&P 500", "s&p/s&p 1 [0,3) | 500/500 2 [4,7)"},
    {"B&B", "b&b/b&b 1 [0,3)"},
    {"#MeToo", "metoo/metoo 1 [1,6)"},
    {"#BalanceTonPorc", "balancetonporc/balancetonporc 1 [1,15)"},
    {"@compte", "compte/compt 1 [1,7)"},
    {"@lemondefr :", "lemondefr/lemondefr 1 [1,10)"},
    {"#8mars", "8mars/8mars 1 [1,6)"},
    {"(N.D.L.R.)", "ndlr/ndlr 1 [1,8)"},
    {"N.D.L.R. : lire", "ndlr/ndlr 1 [0,7) | lire/lir 2 [11,15)"},
    {"J.R.R. Tolkien", "jrr/jrr 1 [0,5) | tolkien/tolkien 2 [7,14)"},
    {"J.F.K.", "jfk/jfk 1 [0,5)"},
    {"A.S. Monaco", "as/as 1 [0,3) | monaco/monaco 2 [5,11)"},
    {"K.O. debout", "ko/ko 1 [0,3) | debout/debout 2 [5,11)"},
    {"en V.O.", "en/en 1 [0,2) | vo/vo 2 [3,6)"},
    {"St-Étienne", "saint/saint 1 [0,2) | etienne/etien{étienne} 2 [3,11)"},
    {"St Malo", "saint/saint 1 [0,2) | malo/malo 2 [3,7)"},
    {"Ste-Maxime", "sainte/saint 1 [0,3) | maxime/maxim 2 [4,10)"},
    {"St. Pierre", "saint/saint 1 [0,2) | pierre/pierr 2 [4,10)"},
    {"CFE-CGC", "cfe/cfe 1 [0,3) | cgc/cgc 2 [4,7)"},
    {"PME/PMI", "pme/pme 1 [0,3) | pmi/pmi 2 [4,7)"},
    {"la Ve République et la VIe",
     "la/la 1 [0,2) | 5e/5e 2 [3,5) | republique/republ{république} 3 [6,17) | et/et 4 [18,20) | "
     "la/la 5 [21,23) | 6e/6e 6 [24,27)"},
    {"S.O.S. Amitié", "sos/sos 1 [0,5) | amitie/amit{amitié} 2 [7,14)"},
    {"l’I.V.G.", "ivg/ivg 1 [4,9)"},
    {"T.S.Eliot", "ts/ts 1 [0,3) | eliot/eliot 2 [4,9)"},
    {"l’U.E. vote", "ue/ue 1 [4,7) | vote/vot 2 [9,13)"},
    {"Vélib’ et Pass’Sport",
     "velib/velib{vélib} 1 [0,6) | et/et 2 [10,12) | pass/pass 3 [13,17) | sport/sport 4 [20,25)"},
    {"C.G.T.-F.O.", "cgt/cgt 1 [0,5) | fo/fo 2 [7,10)"},
    {"Q.I. de 130", "qi/qi 1 [0,3) | de/de 2 [5,7) | 130/130 3 [8,11)"},
    {"le B.T.P., l’A.F.P.", "le/le 1 [0,2) | btp/btp 2 [3,8) | afp/afp 3 [15,20)"},
    {"Sars-CoV-2", "sars/sar 1 [0,4) | cov/cov 2 [5,8) | 2/2 3 [9,10)"},
    {"A.D.N.", "adn/adn 1 [0,5)"},
    {"classe A++", "classe/class 1 [0,6) | a++/a++ 2 [7,10)"},
    {"la CGT-FO", "la/la 1 [0,2) | cgt/cgt 2 [3,6) | fo/fo 3 [7,9)"},
    {"des T.G.V", "des/des 1 [0,3) | tgv/tgv 2 [4,9)"},
    {"LES P.V.", "les/les 1 [0,3) | pv/pv 2 [4,7)"},
    {"#JeSuisCharlie", "jesuischarlie/jesuischarl 1 [1,14)"},
    {"suivre @Elysee", "suivre/suivr 1 [0,6) | elysee/elys 2 [8,14)"},
    {"R.A.S", "ras/ras 1 [0,5)"},
    {"M.L.F. 1970", "mlf/mlf 1 [0,5) | 1970/1970 2 [7,11)"},
    {"RN20", "rn20/rn20 1 [0,4)"},
    {"G20/G8", "g20/g20 1 [0,3) | g8/g8 2 [4,6)"},
    {"U2", "u2/u2 1 [0,2)"},
};

constexpr Row kLeftAlone[] = {
    {"M. Dupont", "m/m 1 [0,1) | dupont/dupont 2 [3,9)"},
    {"MM. Dupont et Durand",
     "mm/mm 1 [0,2) | dupont/dupont 2 [4,10) | et/et 3 [11,13) | durand/durand 4 [14,20)"},
    {"J.-C.", "j/j 1 [0,1) | c/c 2 [3,4)"},
    {"av. J.-C.", "av/av 1 [0,2) | j/j 2 [4,5) | c/c 3 [7,8)"},
    {"etc.", "etc/etc 1 [0,3)"},
    {"p. 12", "p/p 1 [0,1) | 12/12 2 [3,5)"},
    {"p.12", "p/p 1 [0,1) | 12/12 2 [2,4)"},
    {"Dupont & Fils", "dupont/dupont 1 [0,6) | fils/fil 2 [9,13)"},
    {"Marks & Spencer", "marks/mark 1 [0,5) | spencer/spenc 2 [8,15)"},
    {"Moët & Chandon", "moet/moet{moët} 1 [0,5) | chandon/chandon 2 [8,15)"},
    {"Ernst&Young", "ernst/ernst 1 [0,5) | young/young 2 [6,11)"},
    {"F. Hollande", "f/f 1 [0,1) | hollande/holland 2 [3,11)"},
    {"le plan B. Il échoue",
     "le/le 1 [0,2) | plan/plan 2 [3,7) | b/b 3 [8,9) | il/il 4 [11,13) | echoue/echou{échoue} 5 "
     "[14,21)"},
    {"le plan B.Le maire",
     "le/le 1 [0,2) | plan/plan 2 [3,7) | b/b 3 [8,9) | le/le 4 [10,12) | maire/mair 5 [13,18)"},
    {"vitamine C. À suivre",
     "vitamine/vitamin 1 [0,8) | c/c 2 [9,10) | a/a{à} 3 [12,14) | suivre/suivr 4 [15,21)"},
    {"S N C F", "s/s 1 [0,1) | n/n 2 [2,3) | c/c 3 [4,5) | f/f 4 [6,7)"},
    {"S. N. C. F.", "s/s 1 [0,1) | n/n 2 [3,4) | c/c 3 [6,7) | f/f 4 [9,10)"},
    {"A.de Vigny", "a/a 1 [0,1) | de/de 2 [2,4) | vigny/vigny 3 [5,10)"},
    {"J.-F. Copé", "j/j 1 [0,1) | f/f 2 [3,4) | cope/cop{copé} 3 [6,11)"},
    {"Canal+", "canal/canal 1 [0,5)"},
    {"C+++", "c/c 1 [0,1)"},
    {"C+", "c/c 1 [0,1)"},
    {"C ++", "c/c 1 [0,1)"},
    {"C#dièse", "c/c 1 [0,1) | diese/dies{dièse} 2 [2,8)"},
    {"C #1", "c/c 1 [0,1) | 1/1 2 [3,4)"},
    {"CNews #1", "cnews/cnew 1 [0,5) | 1/1 2 [7,8)"},
    {"5 & 6", "5/5 1 [0,1) | 6/6 2 [4,5)"},
    {"l’A 7", "a/a 1 [4,5) | 7/7 2 [6,7)"},
    {"n° 5", "n/n 1 [0,1) | 5/5 2 [4,5)"},
    {"M.Dupont", "m/m 1 [0,1) | dupont/dupont 2 [2,8)"},
    {"etc.Il", "etc/etc 1 [0,3) | il/il 2 [4,6)"},
    {"art. L. 121-1", "art/art 1 [0,3) | l/l 2 [5,6) | 121/121 3 [8,11) | 1/1 4 [12,13)"},
    {"7 G", "7/7 1 [0,1) | g/g 2 [2,3)"},
    {"G 7", "g/g 1 [0,1) | 7/7 2 [2,3)"},
    {"A 380", "a/a 1 [0,1) | 380/380 2 [2,5)"},
    {"4 x 4", "4/4 1 [0,1) | x/x 2 [2,3) | 4/4 3 [4,5)"},
    {"Bd St", "bd/bd 1 [0,2) | st/st 2 [3,5)"},
    {"St 12", "st/st 1 [0,2) | 12/12 2 [3,5)"},
    {"info@ville.fr", "info/info 1 [0,4) | ville/vill 2 [5,10) | fr/fr 3 [11,13)"},
    {"12.S", "12/12 1 [0,2) | s/s 2 [3,4)"},
    {"a, b, c", "a/a 1 [0,1) | b/b 2 [3,4) | c/c 3 [6,7)"},
    {"A/B", "a/a 1 [0,1) | b/b 2 [2,3)"},
    {"A-B-C", "a/a 1 [0,1) | b/b 2 [2,3) | c/c 3 [4,5)"},
    {"la vie", "la/la 1 [0,2) | vie/vie 2 [3,6)"},
    {"MARIE", "marie/mar 1 [0,5)"},
    {"A…B", "a/a 1 [0,1) | b/b 2 [4,5)"},
    {"A..B", "a/a 1 [0,1) | b/b 2 [3,4)"},
    {"1&1", "1/1 1 [0,1) | 1/1 2 [2,3)"},
    {"10 h. S.", "10h/10h 1 [0,4) | s/s 2 [6,7)"},
};

constexpr Pair kSameQueries[] = {
    {"S.N.C.F.", "sncf"},
    {"la C.G.T.", "la CGT"},
    {"l’O.N.U.", "onu"},
    {"+S.N.C.F", "+SNCF"},
    {"-O.N.G.", "-ONG"},
    {"titre:C.G.T.", "titre:cgt"},
    {"\"la C.G.T. et l’U.E.\"", "\"la cgt et ue\""},
    {"C.G.T. OU O.N.U.", "CGT OU ONU"},
    {"#MeToo", "metoo"},
    {"@compte", "compte"},
    {"at&t", "AT&T"},
    {"c++", "C++"},
    {"St-Étienne", "Saint-Étienne"},
    {"les ONG", "les O.N.G."},
    {"N.D.L.R.", "ndlr"},
    {"\"la R&D\"", "\"la r&d\""},
};

constexpr Pair kOtherQueries[] = {
    {"C++", "C"},
    {"C#", "C"},
    {"S N C F", "SNCF"},
    {"A. B.", "AB"},
    {"Dupont & Fils", "DupontFils"},
    {"P. S.", "PS"},
    {"Canal+", "Canalplus"},
};

}  // namespace

TEST_CASE("Acronyms: the dots make no difference, digits and symbols stay") {
  check_rows(kWords);
}

TEST_CASE("Acronyms: initials of names, abbreviations and spaced letters are not joined") {
  check_rows(kLeftAlone);
}

TEST_CASE("Acronyms: a query finds the same with the dots or without") {
  check_same_articles(kSameQueries);
  check_other_articles(kOtherQueries);
}
