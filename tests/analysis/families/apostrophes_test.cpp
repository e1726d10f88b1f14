// The apostrophe of French: l’ d’ qu’ and their kin lose a position, aujourd’hui and O’Brien are
// one word, and a quotation mark of the same shape is neither.

#include "analysis/families/rows.hpp"
#include "catch.hpp"

namespace {

using kiosque::families::check_other_articles;
using kiosque::families::check_rows;
using kiosque::families::check_same_articles;
using kiosque::families::Pair;
using kiosque::families::Row;

constexpr Row kWords[] = {
    {"L'élection du maire",
     "election/elect{élection} 1 [2,11) | du/du 2 [12,14) | maire/mair 3 [15,20)"},
    {"l’école publique", "ecole/ecol{école} 1 [4,10) | publique/public 2 [11,19)"},
    {"lʼusine ferme", "usine/usin 1 [3,8) | ferme/ferm 2 [9,14)"},
    {"l′eau monte", "eau/eau 1 [4,7) | monte/mont 2 [8,13)"},
    {"l‘arrêté préfectoral",
     "arrete/arret{arrêté} 1 [4,12) | prefectoral/prefectoral{préfectoral} 2 [13,25)"},
    {"l' opposition", "opposition/opposit 1 [3,13)"},
    {"l 'opposition", "opposition/opposit 1 [3,13)"},
    {"l ’ opposition", "opposition/opposit 1 [6,16)"},
    {"l’\u00A0opposition", "opposition/opposit 1 [6,16)"},
    {"D’abord les faits", "abord/abord 1 [4,9) | les/les 2 [10,13) | faits/fait 3 [14,19)"},
    {"J’accuse", "accuse/accus 1 [4,10)"},
    {"on m’a dit", "on/on 1 [0,2) | a/a 2 [7,8) | dit/dir 3 [9,12)"},
    {"il t’attend", "il/il 1 [0,2) | attend/attendr 2 [7,13)"},
    {"elle s’est tue", "elle/elle 1 [0,4) | est/est 2 [9,12) | tue/tu 3 [13,16)"},
    {"on n’oublie pas", "on/on 1 [0,2) | oublie/oubl 2 [7,13) | pas/pas 3 [14,17)"},
    {"c’était hier", "etait/etre{était} 1 [4,10) | hier/hi 2 [11,15)"},
    {"qu’en dira-t-on", "en/en 1 [5,7) | dira/dir 2 [8,12) | t/t 3 [13,14) | on/on 4 [15,17)"},
    {"jusqu’à Noël", "a/a{à} 1 [8,10) | noel/noel{noël} 2 [11,16)"},
    {"jusqu' alors", "alors/alor 1 [7,12)"},
    {"lorsqu’ils arrivent", "ils/ils 1 [9,12) | arrivent/arriv 2 [13,21)"},
    {"puisqu’elles partent", "elles/elle 1 [9,14) | partent/part 2 [15,22)"},
    {"quoiqu′absent", "absent/absent 1 [9,15)"},
    {"quelqu’un d’autre", "quelquun/quelquun 1 [0,11) | autre/autr 2 [16,21)"},
    {"presqu’île de Crozon",
     "presquile/presquil{presquîle} 1 [0,13) | de/de 2 [14,16) | crozon/crozon 3 [17,23)"},
    {"entr’ouvrir", "entrouvrir/entrouvr 1 [0,13)"},
    {"ils s’aident entr’eux", "ils/ils 1 [0,3) | aident/aid 2 [8,14) | eux/eux 3 [22,25)"},
    {"le journal d’aujourd’hui",
     "le/le 1 [0,2) | journal/journal 2 [3,10) | aujourdhui/aujourdhui 3 [15,28)"},
    {"AUJOURD‘HUI", "aujourdhui/aujourdhui 1 [0,13)"},
    {"élections prud’homales",
     "elections/elect{élections} 1 [0,10) | prudhomales/prudhomal 2 [11,25)"},
    {"Prud'hommes : la réforme",
     "prudhommes/prudhomm 1 [0,11) | la/la 2 [14,16) | reforme/reform{réforme} 3 [17,25)"},
    {"L’UNION FAIT LA FORCE",
     "union/union 1 [4,9) | fait/fait 2 [10,14) | la/la 3 [15,17) | force/forc 4 [18,23)"},
    {"CE QU’IL FAUT SAVOIR",
     "ce/ce 1 [0,2) | il/il 2 [8,10) | faut/falloir 3 [11,15) | savoir/savoir 4 [16,22)"},
    {"DÈS L’ÂGE DE 3 ANS",
     "des/des{dès} 1 [0,4) | age/age{âge} 2 [9,13) | de/de 3 [14,16) | 3/3 4 [17,18) | ans/an 5 "
     "[19,22)"},
    {"d’Artagnan et d’Aramitz",
     "artagnan/artagnan 1 [4,12) | et/et 2 [13,15) | aramitz/aramitz 3 [20,27)"},
    {"Conor O’Brien", "conor/conor 1 [0,5) | obrien/obrien 2 [6,15)"},
    {"N’Golo Kanté", "ngolo/ngolo 1 [0,8) | kante/kant{kanté} 2 [9,15)"},
    {"Chancel Mbemba et Yvon M’Vila",
     "chancel/chancel 1 [0,7) | mbemba/mbemb 2 [8,14) | et/et 3 [15,17) | yvon/yvon 4 [18,22) | "
     "mvila/mvil 5 [23,31)"},
    {"Jeanne d’Arc", "jeanne/jeann 1 [0,6) | arc/arc 2 [11,14)"},
    {"Villeneuve-d’Ascq", "villeneuve/villeneuv 1 [0,10) | ascq/ascq 2 [15,19)"},
    {"L’Haÿ-les-Roses", "hay/hay{haÿ} 1 [4,8) | les/les 2 [9,12) | roses/ros 3 [13,18)"},
    {"L'Oréal recrute", "oreal/oreal{oréal} 1 [2,8) | recrute/recrut 2 [9,16)"},
    {"s’il n’y a qu’un pas",
     "il/il 1 [4,6) | y/y 2 [11,12) | a/a 3 [13,14) | un/un 4 [20,22) | pas/pas 5 [23,26)"},
    {"puisqu’aujourd’hui", "aujourdhui/aujourdhui 1 [9,22)"},
    {"un chef-d’œuvre", "un/un 1 [0,2) | chef/chef 2 [3,7) | oeuvre/oeuvr 3 [12,18)"},
    {"trompe-l’œil", "trompe/tromp 1 [0,6) | oeil/oeil 2 [11,15)"},
    {"va-t’en", "va/aller 1 [0,2) | en/en 2 [7,9)"},
    {"l’ex-ministre", "ex/ex 1 [4,6) | ministre/ministr 2 [7,15)"},
    {"l’un d’entre eux", "un/un 1 [4,6) | entre/entre 2 [11,16) | eux/eux 3 [17,20)"},
    {"d’«incivilités»", "incivilites/incivilit{incivilités} 1 [6,18)"},
    {"l’“affaire” rebondit", "affaire/affair 1 [7,14) | rebondit/rebond 2 [18,26)"},
    {"l’« affaire »", "affaire/affair 1 [7,14)"},
    {"l’\"ubérisation\"", "uberisation/uberis{ubérisation} 1 [5,17)"},
    {"le Val-d’Oise, l’Essonne",
     "le/le 1 [0,2) | val/val 2 [3,6) | oise/ois 3 [11,15) | essonne/esson 4 [21,28)"},
    {"la grand’rue", "la/la 1 [0,2) | grand/grand 2 [3,14) | rue/rue 3 [3,14)"},
    {"la Grand’Place", "la/la 1 [0,2) | grand/grand 2 [3,16) | place/plac 3 [3,16)"},
    {"aujourd ’ hui", "aujourdhui/aujourdhui 1 [0,15)"},
    {"lorsqu’à Lyon", "a/a{à} 1 [9,11) | lyon/lyon 2 [12,16)"},
    {"quelqu’un", "quelquun/quelquun 1 [0,11)"},
    {"quelqu ' un", "quelquun/quelquun 1 [0,11)"},
    {"C‘EST L′ÉTÉ", "est/est 1 [4,7) | ete/ete{été} 2 [12,17)"},
    {"une fête d’Halloween",
     "une/une 1 [0,3) | fete/fet{fête} 2 [4,9) | halloween/halloween 3 [14,23)"},
    {"l'Hôtel-Dieu", "hotel/hotel{hôtel} 1 [2,8) | dieu/dieu 2 [9,13)"},
    {"d'1,5 million", "1,5/1,5 1 [2,5) | million/million 2 [6,13)"},
    {"le m’as-tu-vu", "le/le 1 [0,2) | as/as 2 [7,9) | tu/tu 3 [10,12) | vu/vu 4 [13,15)"},
    {"d’Édimbourg à N’Djamena",
     "edimbourg/edimbourg{édimbourg} 1 [4,14) | a/a{à} 2 [15,17) | ndjamena/ndjamen 3 [18,29)"},
    {"un prud’homme", "un/un 1 [0,2) | prudhomme/prudhomm 2 [3,15)"},
    {"L’Humanité, L’Équipe",
     "humanite/humanit{humanité} 1 [4,13) | equipe/equip{équipe} 2 [19,26)"},
    {"Presqu’îles", "presquiles/presquil{presquîles} 1 [0,14)"},
    {"presqu’un an", "un/un 1 [9,11) | an/an 2 [12,14)"},
    {"entr’acte", "entracte/entract 1 [0,11)"},
    {"entr’apercevoir", "entrapercevoir/entrapercevoir 1 [0,17)"},
    {"l’'argent'", "argent/argent 1 [5,11)"},
    {"quelqu’une", "quelquune/quelquun 1 [0,12)"},
    {"quelqu’autre", "autre/autr 1 [9,14)"},
    {"parce qu’elle l’a dit",
     "parce/parc 1 [0,5) | elle/elle 2 [11,15) | a/a 3 [20,21) | dit/dir 4 [22,25)"},
    {"Jean-d’Angély", "jean/jean 1 [0,4) | angely/angely{angély} 2 [9,16)"},
    {"s′y attendre", "y/y 1 [4,5) | attendre/attendr 2 [6,14)"},
    {"O’Neill, O'CONNOR", "oneill/oneil 1 [0,9) | oconnor/oconnor 2 [11,19)"},
    {"Tom Brady’s", "tom/tom 1 [0,3) | brady/brady 2 [4,13)"},
};

constexpr Row kLeftAlone[] = {
    {"'liberté'", "liberte/libert{liberté} 1 [1,9)"},
    {"‘Liberté’ chérie", "liberte/libert{liberté} 1 [3,11) | cherie/cher{chérie} 2 [15,22)"},
    {"les années '90", "les/les 1 [0,3) | annees/anne{années} 2 [4,11) | 90/90 3 [13,15)"},
    {"l’accord ‘secret’ d’Alger",
     "accord/accord 1 [4,10) | secret/secret 2 [14,20) | alger/alger 3 [28,33)"},
    {"le plan D échoue",
     "le/le 1 [0,2) | plan/plan 2 [3,7) | d/d 3 [8,9) | echoue/echou{échoue} 4 [10,17)"},
    {"vitamines C et D",
     "vitamines/vitamin 1 [0,9) | c/c 2 [10,11) | et/et 3 [12,14) | d/d 4 [15,16)"},
    {"à la 6' de jeu",
     "a/a{à} 1 [0,2) | la/la 2 [3,5) | 6/6 3 [6,7) | de/de 4 [9,11) | jeu/jeu 5 [12,15)"},
    {"5′30″", "5/5 1 [0,1) | 30/30 2 [4,6)"},
    {"rock ’n’ roll", "rock/rock 1 [0,4) | n/n 2 [8,9) | roll/roll 3 [13,17)"},
    {"la lettre ‘l’ muette",
     "la/la 1 [0,2) | lettre/lettr 2 [3,9) | l/l 3 [13,14) | muette/muet 4 [18,24)"},
    {"qu est-ce", "qu/qu 1 [0,2) | est/est 2 [3,6) | ce/ce 3 [7,9)"},
    {"jusqu ici", "jusqu/jusqu 1 [0,5) | ici/ici 2 [6,9)"},
    {"presque île", "presque/presqu 1 [0,7) | ile/ile{île} 2 [8,12)"},
    {"quelque un", "quelque/quelqu 1 [0,7) | un/un 2 [8,10)"},
    {"entre elles", "entre/entre 1 [0,5) | elles/elle 2 [6,11)"},
    {"la commedia dell’arte",
     "la/la 1 [0,2) | commedia/commedi 2 [3,11) | dell/del 3 [12,16) | arte/arte 4 [19,23)"},
    {"« L » comme Louis", "l/l 1 [3,4) | comme/comm 2 [8,13) | louis/lou 3 [14,19)"},
    {"l, d et s", "l/l 1 [0,1) | d/d 2 [3,4) | et/et 3 [5,7) | s/s 4 [8,9)"},
    {"mot d - ordre", "mot/mot 1 [0,3) | d/d 2 [4,5) | ordre/ordre 3 [8,13)"},
    {"des ‘fake news’", "des/des 1 [0,3) | fake/fak 2 [7,11) | news/new 3 [12,16)"},
    {"la mer 'intérieure' d'Aral",
     "la/la 1 [0,2) | mer/mer 2 [3,6) | interieure/interieur{intérieure} 3 [8,19) | aral/aral 4 "
     "[23,27)"},
    {"L. Jospin", "l/l 1 [0,1) | jospin/jospin 2 [3,9)"},
    {"M. d’Estaing", "m/m 1 [0,1) | estaing/estaing 2 [7,14)"},
    {"groupe 'S'", "groupe/group 1 [0,6) | s/s 2 [8,9)"},
    {"grand hôtel", "grand/grand 1 [0,5) | hotel/hotel{hôtel} 2 [6,12)"},
    {"le o final", "le/le 1 [0,2) | o/o 2 [3,4) | final/final 3 [5,10)"},
    {"j-5 avant", "j/j 1 [0,1) | 5/5 2 [2,3) | avant/avant 3 [4,9)"},
    {"au rayon 'D' d'en bas",
     "au/au 1 [0,2) | rayon/rayon 2 [3,8) | d/d 3 [10,11) | en/en 4 [15,17) | bas/bas 5 [18,21)"},
    {"aujourd-hui", "aujourd/aujourd 1 [0,7) | hui/hui 2 [8,11)"},
    {"dit : 'L'État c'est moi'",
     "dit/dir 1 [0,3) | etat/etat{état} 2 [9,14) | est/est 3 [17,20) | moi/moi 4 [21,24)"},
    {"les députés' votes",
     "les/les 1 [0,3) | deputes/deput{députés} 2 [4,13) | votes/vot 3 [15,20)"},
};

constexpr Pair kSameQueries[] = {
    {"l’inflation", "inflation"},
    {"lʼinflation recule", "inflation recule"},
    {"d‘ or", "or"},
    {"+l′inflation", "+inflation"},
    {"-d’Artagnan", "-Artagnan"},
    {"titre:l’eau", "titre:eau"},
    {"titre:\"l’eau\"", "titre:\"eau\""},
    {"\"fin de l’année\"", "\"fin de année\""},
    {"AUJOURD‘HUI", "aujourd'hui"},
    {"presqu′île", "presqu’île"},
    {"(l’eau OU d’air)", "(eau OU air)"},
    {"qu’elle ET s’il", "elle ET il"},
    {"O’Brien", "o'brien"},
    {"quelqu’un", "quelqu'un"},
    {"entr’ouvrir", "entrouvrir"},
    {"jusqu’au retrait", "au retrait"},
    {"prud’homme", "prud'hommes"},
    {"L' INFLATION", "INFLATION"},
    {"l 'inflation", "inflation"},
    {"« l’ eau tiède »", "« eau tiède »"},
    {"l election", "élection"},
    {"qu est devenue l usine", "est devenue usine"},
    {"aujourd hui", "aujourd'hui"},
    {"s agit il d or", "agit il or"},
};

constexpr Pair kOtherQueries[] = {
    {"plan d", "plan"},
    {"vitamine d contre", "vitamine contre"},
    {"\"hépatite c aiguë\"", "\"hépatite aiguë\""},
    {"presque île", "presqu'île"},
    {"'l' seul", "seul"},
    {"quelque un", "quelqu'un"},
    {"entre acte", "entr'acte"},
    {"presque aussi", "aussi"},
    {"Guns n Roses", "Guns Roses"},
};

}  // namespace

TEST_CASE("Apostrophes: an elided word is dropped, a word that holds its apostrophe is one") {
  check_rows(kWords);
}

TEST_CASE("Apostrophes: quotation marks, minutes and whole words drop nothing and join nothing") {
  check_rows(kLeftAlone);
}

TEST_CASE("Apostrophes: a query with its elided words finds what it finds without them") {
  check_same_articles(kSameQueries);
  check_other_articles(kOtherQueries);
}
