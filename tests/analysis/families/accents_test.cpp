// Accents typed or not, composed or not, in capitals: one surface and one stem, and the form as
// written beside them.

#include <kiosque/analyzer.hpp>

#include "analysis/families/rows.hpp"
#include "catch.hpp"

namespace {

using kiosque::families::check_other_articles;
using kiosque::families::check_rows;
using kiosque::families::check_same_articles;
using kiosque::families::Pair;
using kiosque::families::Row;

constexpr Row kWords[] = {
    {"élève", "eleve/elev{élève} 1 [0,7)"},
    {"eleve", "eleve/elev 1 [0,5)"},
    {"ÉLÈVE", "eleve/elev{élève} 1 [0,7)"},
    {"ELEVE", "eleve/elev 1 [0,5)"},
    {"e\u0301le\u0300ve", "eleve/elev{élève} 1 [0,9)"},
    {"E\u0301LE\u0300VE", "eleve/elev{élève} 1 [0,9)"},
    {"éleve", "eleve/elev{éleve} 1 [0,6)"},
    {"pêche péché pèche peche",
     "peche/pech{pêche} 1 [0,6) | peche/pech{péché} 2 [7,14) | peche/pech{pèche} 3 [15,21) | "
     "peche/pech 4 [22,27)"},
    {"côté cote côte coté",
     "cote/cot{côté} 1 [0,6) | cote/cot 2 [7,11) | cote/cot{côte} 3 [12,17) | cote/cot{coté} 4 "
     "[18,23)"},
    {"maïs mais", "mais/mais{maïs} 1 [0,5) | mais/mais 2 [6,10)"},
    {"marché marche", "marche/march{marché} 1 [0,7) | marche/march 2 [8,14)"},
    {"sûr sur", "sur/sur{sûr} 1 [0,4) | sur/sur 2 [5,8)"},
    {"dû du", "du/du{dû} 1 [0,3) | du/du 2 [4,6)"},
    {"jeûne jeune", "jeune/jeun{jeûne} 1 [0,6) | jeune/jeun 2 [7,12)"},
    {"tâche taché tache",
     "tache/tach{tâche} 1 [0,6) | tache/tach{taché} 2 [7,13) | tache/tach 3 [14,19)"},
    {"mûr mur", "mur/mur{mûr} 1 [0,4) | mur/mur 2 [5,8)"},
    {"à a là la où ou",
     "a/a{à} 1 [0,2) | a/a 2 [3,4) | la/la{là} 3 [5,8) | la/la 4 [9,11) | ou/ou{où} 5 [12,15) | "
     "ou/ou 6 [16,18)"},
    {"événement évènement",
     "evenement/even{événement} 1 [0,11) | evenement/even{évènement} 2 [12,23)"},
    {"aiguë aigüe", "aigue/aigu{aiguë} 1 [0,6) | aigue/aigu{aigüe} 2 [7,13)"},
    {"Noël en Haïti", "noel/noel{noël} 1 [0,5) | en/en 2 [6,8) | haiti/hait{haïti} 3 [9,15)"},
    {"français FRANÇAIS franc\u0327ais",
     "francais/franc{français} 1 [0,9) | francais/franc{français} 2 [10,19) | "
     "francais/franc{français} 3 [20,30)"},
    {"ÇA IRA", "ca/ca{ça} 1 [0,3) | ira/aller 2 [4,7)"},
    {"Ça alors", "ca/ca{ça} 1 [0,3) | alors/alor 2 [4,9)"},
    {"œuvre ŒUVRE oeuvre Œuvre",
     "oeuvre/oeuvr 1 [0,6) | oeuvre/oeuvr 2 [7,13) | oeuvre/oeuvr 3 [14,20) | oeuvre/oeuvr 4 "
     "[21,27)"},
    {"cœur et sœur", "coeur/coeur 1 [0,5) | et/et 2 [6,8) | soeur/soeur 3 [9,14)"},
    {"bœufs élevés", "boeufs/boeuf 1 [0,6) | eleves/elev{élevés} 2 [7,15)"},
    {"ex æquo", "ex/ex 1 [0,2) | aequo/aequo 2 [3,8)"},
    {"curriculum vitæ", "curriculum/curriculum 1 [0,10) | vitae/vita 2 [11,16)"},
    {"ÆTHELRED Lætitia", "aethelred/aethelred 1 [0,9) | laetitia/laetiti 2 [10,18)"},
    {"Straße STRAẞE Strasse",
     "strasse/strass 1 [0,7) | strasse/strass 2 [8,16) | strasse/strass 3 [17,24)"},
    {"ﬁnances ﬂeuve", "finances/financ 1 [0,9) | fleuve/fleuv 2 [10,17)"},
    {"Ｐａｒｉｓ", "paris/paris 1 [0,15)"},
    {"L’ÉGALITÉ", "egalite/egalit{égalité} 1 [4,13)"},
    {"À LA UNE", "a/a{à} 1 [0,2) | la/la 2 [3,5) | une/une 3 [6,9)"},
    {"naı\u0308f", "naif/naif{naïf} 1 [0,7)"},
    {"nai\u0308f", "naif/naif{naïf} 1 [0,6)"},
    {"Dvořák, Škoda", "dvorak/dvorak{dvořák} 1 [0,8) | skoda/skod{škoda} 2 [10,16)"},
    {"São Paulo", "sao/sao{são} 1 [0,4) | paulo/paulo 2 [5,10)"},
    {"Núñez", "nunez/nun{núñez} 1 [0,7)"},
    {"Recep Tayyip Erdoğan",
     "recep/recep 1 [0,5) | tayyip/tayyip 2 [6,12) | erdogan/erdogan{erdoğan} 3 [13,21)"},
    {"Łódź et Øresund", "lodz/lodz{lódź} 1 [0,7) | et/et 2 [8,10) | oresund/oresund 3 [11,19)"},
    {"Pierre Louÿs", "pierre/pierr 1 [0,6) | louys/louy{louÿs} 2 [7,13)"},
    {"prêt à tout", "pret/pret{prêt} 1 [0,5) | a/a{à} 2 [6,8) | tout/tout 3 [9,13)"},
    {"pâte pâté patte", "pate/pat{pâte} 1 [0,5) | pate/pat{pâté} 2 [6,12) | patte/patt 3 [13,18)"},
    {"gène gêne gêné",
     "gene/gen{gène} 1 [0,5) | gene/gen{gêne} 2 [6,11) | gene/gen{gêné} 3 [12,18)"},
    {"hôpital hopital HÔPITAL ho\u0302pital",
     "hopital/hopital{hôpital} 1 [0,8) | hopital/hopital 2 [9,16) | hopital/hopital{hôpital} 3 "
     "[17,25) | hopital/hopital{hôpital} 4 [26,35)"},
    {"préfète PRÉFÈTE prefete",
     "prefete/prefet{préfète} 1 [0,9) | prefete/prefet{préfète} 2 [10,19) | prefete/prefet 3 "
     "[20,27)"},
    {"aujourd’hui à Évry",
     "aujourdhui/aujourdhui 1 [0,13) | a/a{à} 2 [14,16) | evry/evry{évry} 3 [17,22)"},
    {"l’île d’Oléron", "ile/ile{île} 1 [4,8) | oleron/oleron{oléron} 2 [13,20)"},
    {"ambiguïté ambigüité",
     "ambiguite/ambiguit{ambiguïté} 1 [0,11) | ambiguite/ambiguit{ambigüité} 2 [12,23)"},
    {"ﬃ", "ffi/ffi 1 [0,3)"},
    {"Mᵐᵉ", "mme/mme 1 [0,7)"},
    {"cœliaque", "coeliaque/coeliaqu 1 [0,9)"},
    {"nœud noeud", "noeud/noeud 1 [0,5) | noeud/noeud 2 [6,11)"},
    {"cañon", "canon/canon{cañon} 1 [0,6)"},
    {"Citroën C3", "citroen/citroen{citroën} 1 [0,8) | c3/c3 2 [9,11)"},
    {"ﬁancé", "fiance/fianc{fiancé} 1 [0,8)"},
    {"Été E\u0301te\u0301", "ete/ete{été} 1 [0,5) | ete/ete{été} 2 [6,13)"},
    {"poème poeme", "poeme/poem{poème} 1 [0,6) | poeme/poem 2 [7,12)"},
    {"coïncider coincider", "coincider/coincid{coïncider} 1 [0,10) | coincider/coincid 2 [11,20)"},
};

constexpr Row kLeftAlone[] = {
    {"Köln", "koln/koln{köln} 1 [0,5)"},
    {"Müller", "muller/mull{müller} 1 [0,7)"},
    {"Ångström", "angstrom/angstrom{ångström} 1 [0,10)"},
    {"poêle moelle", "poele/poel{poêle} 1 [0,6) | moelle/moel 2 [7,13)"},
    {"aérien", "aerien/aerien{aérien} 1 [0,7)"},
    {"coexister", "coexister/coexist 1 [0,9)"},
    {"ministre MINISTRE", "ministre/ministr 1 [0,8) | ministre/ministr 2 [9,17)"},
    {"S.N.C.F. REGIE", "sncf/sncf 1 [0,7) | regie/reg 2 [9,14)"},
    {"c\u0327a c,a", "ca/ca{ça} 1 [0,4) | c/c 2 [5,6) | a/a 3 [7,8)"},
    {"l’¨ame", "ame/ame 1 [6,9)"},
    {"¨ ´", ""},
    {"goéland", "goeland/goeland{goéland} 1 [0,8)"},
    {"e´te´", "e/e 1 [0,1) | te/te 2 [3,5)"},
    {"Caen", "caen/caen 1 [0,4)"},
    {"israélien", "israelien/israelien{israélien} 1 [0,10)"},
    {"groß gros", "gross/gross 1 [0,5) | gros/gros 2 [6,10)"},
    {"bœuf bouf", "boeuf/boeuf 1 [0,5) | bouf/bouf 2 [6,10)"},
    {"Nuñes nunes", "nunes/nun{nuñes} 1 [0,6) | nunes/nun 2 [7,12)"},
    {"paranoïa", "paranoia/paranoi{paranoïa} 1 [0,9)"},
};

constexpr Pair kSameQueries[] = {
    {"ecole", "ÉCOLE"},
    {"élève", "e\u0301le\u0300ve"},
    {"ELEVE", "élève"},
    {"pêche", "péché"},
    {"oeuvre", "œuvre"},
    {"+hopital", "+hôpital"},
    {"-prefete", "-préfète"},
    {"titre:ete", "titre:été"},
    {"\"a la une\"", "« À LA UNE »"},
    {"Strasse", "Straße"},
    {"ﬁnances", "finances"},
    {"Ｐａｒｉｓ", "Paris"},
    {"francais", "franc\u0327ais"},
};

constexpr Pair kOtherQueries[] = {
    {"Köln", "Koeln"},
    {"noeud", "neud"},
    {"Müller", "Mueller"},
    {"coût", "coup"},
};

constexpr Pair kApart[] = {
    {"pêche", "péché"},
    {"péché", "pèche"},
    {"pèche", "pêche"},
    {"pêche", "peche"},
    {"côté", "cote"},
    {"cote", "côte"},
    {"côte", "coté"},
    {"côté", "côte"},
    {"maïs", "mais"},
    {"marché", "marche"},
    {"sûr", "sur"},
    {"jeûne", "jeune"},
    {"tâche", "tache"},
    {"taché", "tâche"},
    {"mûr", "mur"},
    {"dû", "du"},
    {"pâte", "pâté"},
    {"gêne", "gène"},
    {"gêné", "gêne"},
    {"pécheur", "pêcheur"},
    {"forêt", "foret"},
    {"boîte", "boite"},
    {"où", "ou"},
    {"là", "la"},
    {"événement", "évènement"},
    {"prêt", "pret"},
    {"âgé", "âge"},
    {"rôder", "roder"},
    {"hâle", "hale"},
    {"châsse", "chasse"},
    {"élevé", "élève"},
    {"interprète", "interprété"},
    {"secrète", "sécrète"},
    {"achète", "acheté"},
    {"règle", "réglé"},
    {"reçu", "recu"},
    {"crû", "cru"},
    {"modèle", "modelé"},
    {"matinée", "matinee"},
};

constexpr Pair kAlike[] = {
    {"élève", "ÉLÈVE"},
    {"élève", "e\u0301le\u0300ve"},
    {"élève", "E\u0301LE\u0300VE"},
    {"élève", "É\u00ADlève"},
    {"français", "FRANC\u0327AIS"},
    {"naïf", "nai\u0308f"},
    {"œdème", "oedème"},
    {"œdème", "ŒDÈME"},
    {"île", "I\u0302LE"},
    {"ﬁancé", "fiancé"},
    {"Noël", "NOËL"},
    {"préfète", "pre\u0301fète"},
    {"Haÿ", "HAY\u0308"},
    {"cañon", "CAÑON"},
    {"d’été", "été"},
};

constexpr std::string_view kPlain[] = {
    "ministre",   "MINISTRE",    "œuvre",    "Œuvre", "cœur", "ex",    "Straße", "ﬁnances",
    "Ｐａｒｉｓ", "aujourd’hui", "S.N.C.F.", "l’eau", "vitæ", "10000", "sncf",   "AT&T"};

kiosque::Token only_word(std::string_view text) {
  const auto tokens = kiosque::analyze(text);
  REQUIRE(tokens.size() == 1);
  return tokens[0];
}

}  // namespace

TEST_CASE("Accents: every spelling of a word has its surface; its exact form keeps the accents") {
  check_rows(kWords);
}

TEST_CASE(
    "Accents: nothing is respelt beyond its accents, and words without any have no exact form") {
  check_rows(kLeftAlone);
}

TEST_CASE("Accents: a query finds the same articles with its accents or without") {
  check_same_articles(kSameQueries);
  check_other_articles(kOtherQueries);
}

TEST_CASE("Accents: different words with one surface keep different exact forms") {
  for (const Pair& pair : kApart) {
    CAPTURE(pair.one, pair.other);
    CHECK(only_word(pair.one).surface == only_word(pair.other).surface);
    CHECK(only_word(pair.one).exact != only_word(pair.other).exact);
  }
}

TEST_CASE("Accents: one word has one exact form however its accents are encoded") {
  for (const Pair& pair : kAlike) {
    CAPTURE(pair.one, pair.other);
    CHECK_FALSE(only_word(pair.one).exact.empty());
    CHECK(only_word(pair.one).exact == only_word(pair.other).exact);
  }
}

TEST_CASE("Accents: a word without any has no exact form") {
  for (const std::string_view word : kPlain) {
    CAPTURE(word);
    CHECK(only_word(word).exact.empty());
  }
}
