// Compounds: with a hyphen, a blank or neither they are the same words, side by side; and what only
// looks like one stays a word.

#include <kiosque/analyzer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/families/rows.hpp"
#include "catch.hpp"

using kiosque::families::check_rows;
using kiosque::families::surfaces;

TEST_CASE("A compound is its parts, however it is joined") {
  check_rows({
      {"porte-parole", "porte/porte 1 [0,5) | parole/parol 2 [6,12)"},
      {"porteparole", "porte/porte 1 [0,11) | parole/parol 2 [0,11)"},
      {"Porteparoles", "porte/porte 1 [0,12) | paroles/parol 2 [0,12)"},
      {"PORTE-PAROLE", "porte/porte 1 [0,5) | parole/parol 2 [6,12)"},
      {"porte\u2011parole", "porte/porte 1 [0,5) | parole/parol 2 [8,14)"},
      {"week-end", "week/week 1 [0,4) | end/end 2 [5,8)"},
      {"weekend", "week/week 1 [0,7) | end/end 2 [0,7)"},
      {"weekends", "week/week 1 [0,8) | ends/end 2 [0,8)"},
      {"anti-corruption", "anti/anti 1 [0,4) | corruption/corrupt 2 [5,15)"},
      {"anticorruption", "anti/anti 1 [0,14) | corruption/corrupt 2 [0,14)"},
      {"ex-ministre", "ex/ex 1 [0,2) | ministre/ministr 2 [3,11)"},
      {"ex-Premier ministre",
       "ex/ex 1 [0,2) | premier/premi 2 [3,10) | ministre/ministr 3 [11,19)"},
      {"Saint-Étienne", "saint/saint 1 [0,5) | etienne/etien 2 [6,14)"},
      {"St-Étienne", "saint/saint 1 [0,2) | etienne/etien 2 [3,11)"},
      {"St Étienne", "saint/saint 1 [0,2) | etienne/etien 2 [3,11)"},
      {"St. Étienne", "saint/saint 1 [0,2) | etienne/etien 2 [4,12)"},
      {"st etienne", "saint/saint 1 [0,2) | etienne/etien 2 [3,10)"},
      {"Ste-Marie", "sainte/saint 1 [0,3) | marie/mar 2 [4,9)"},
      {"Seine-St-Denis", "seine/sein 1 [0,5) | saint/saint 2 [6,8) | denis/den 3 [9,14)"},
      {"a-t-il", "a/a 1 [0,1) | t/t 2 [2,3) | il/il 3 [4,6)"},
      {"y a-t-il", "y/y 1 [0,1) | a/a 2 [2,3) | t/t 3 [4,5) | il/il 4 [6,8)"},
      {"dis-le-moi", "dis/dir 1 [0,3) | le/le 2 [4,6) | moi/moi 3 [7,10)"},
      {"allez-y", "allez/aller 1 [0,5) | y/y 2 [6,7)"},
      {"là-bas", "la/la 1 [0,3) | bas/bas 2 [4,7)"},
      {"celui-ci", "celui/celui 1 [0,5) | ci/ci 2 [6,8)"},
      {"grand-mère", "grand/grand 1 [0,5) | mere/mer 2 [6,11)"},
      {"grand'mère", "grand/grand 1 [0,11) | mere/mer 2 [0,11)"},
      {"grandmère", "grand/grand 1 [0,10) | mere/mer 2 [0,10)"},
      {"grands-mères", "grands/grand 1 [0,6) | meres/mer 2 [7,13)"},
      {"grands-pères", "grands/grand 1 [0,6) | peres/per 2 [7,13)"},
      {"c'est-à-dire", "est/est 1 [2,5) | a/a 2 [6,8) | dire/dir 3 [9,13)"},
      {"peut-être", "peut/pouvoir 1 [0,4) | etre/etre 2 [5,10)"},
      {"rendez-vous", "rendez/rendr 1 [0,6) | vous/vous 2 [7,11)"},
      {"Aix-en-Provence", "aix/aix 1 [0,3) | en/en 2 [4,6) | provence/provenc 3 [7,15)"},
      {"Jean-Luc", "jean/jean 1 [0,4) | luc/luc 2 [5,8)"},
      {"l'après-midi", "apres/apre 1 [2,8) | midi/mid 2 [9,13)"},
      {"pique-nique", "pique/piqu 1 [0,5) | nique/niqu 2 [6,11)"},
      {"plate-forme", "plate/plat 1 [0,5) | forme/form 2 [6,11)"},
      {"plateforme", "plate/plat 1 [0,10) | forme/form 2 [0,10)"},
      {"entre-temps", "entre/entre 1 [0,5) | temps/temp 2 [6,11)"},
      {"entretemps", "entre/entre 1 [0,10) | temps/temp 2 [0,10)"},
      {"porte-monnaie", "porte/porte 1 [0,5) | monnaie/monnai 2 [6,13)"},
      {"portemonnaie", "porte/porte 1 [0,12) | monnaie/monnai 2 [0,12)"},
      {"chauvesouris", "chauve/chauv 1 [0,12) | souris/sour 2 [0,12)"},
      {"tirebouchon", "tire/tir 1 [0,11) | bouchon/bouchon 2 [0,11)"},
      {"millefeuille", "mille/mill 1 [0,12) | feuille/feuill 2 [0,12)"},
      {"basse-cour", "basse/bas 1 [0,5) | cour/cour 2 [6,10)"},
      {"bassecour", "basse/bas 1 [0,9) | cour/cour 2 [0,9)"},
      {"popcorn", "pop/pop 1 [0,7) | corn/corn 2 [0,7)"},
      {"baseball", "base/bas 1 [0,8) | ball/ball 2 [0,8)"},
      {"startup", "start/start 1 [0,7) | up/up 2 [0,7)"},
      {"start-ups", "start/start 1 [0,5) | ups/ups 2 [6,9)"},
      {"startups", "start/start 1 [0,8) | ups/ups 2 [0,8)"},
      {"e-mail", "e/e 1 [0,1) | mail/mail 2 [2,6)"},
      {"courriel", "courriel/courriel 1 [0,8)"},
      {"cowboy", "cow/cow 1 [0,6) | boy/boy 2 [0,6)"},
      {"téléréalité", "tele/tel 1 [0,15) | realite/realit 2 [0,15)"},
      {"télé-réalité", "tele/tel 1 [0,6) | realite/realit 2 [7,16)"},
      {"co-fondateur", "co/co 1 [0,2) | fondateur/fondateur 2 [3,12)"},
      {"extraterrestre", "extra/extra 1 [0,14) | terrestre/terrestr 2 [0,14)"},
      {"extra-terrestre", "extra/extra 1 [0,5) | terrestre/terrestr 2 [6,15)"},
      {"vice-présidente", "vice/vic 1 [0,4) | presidente/president 2 [5,16)"},
      {"demi-finale", "demi/dem 1 [0,4) | finale/final 2 [5,11)"},
      {"sous-préfecture", "sous/sous 1 [0,4) | prefecture/prefectur 2 [5,16)"},
      {"Covid-19", "covid/covid 1 [0,5) | 19/19 2 [6,8)"},
      {"F-16", "f/f 1 [0,1) | 16/16 2 [2,4)"},
      {"Franco-allemand", "franco/franco 1 [0,6) | allemand/allemand 2 [7,15)"},
      {"rond-point", "rond/rond 1 [0,4) | point/point 2 [5,10)"},
      {"rondpoint", "rond/rond 1 [0,9) | point/point 2 [0,9)"},
      {"hold-up", "hold/hold 1 [0,4) | up/up 2 [5,7)"},
      {"holdup", "hold/hold 1 [0,6) | up/up 2 [0,6)"},
      {"sage-femme", "sage/sag 1 [0,4) | femme/femm 2 [5,10)"},
      {"sagefemme", "sage/sag 1 [0,9) | femme/femm 2 [0,9)"},
      {"avant-garde", "avant/avant 1 [0,5) | garde/gard 2 [6,11)"},
      {"libre-échange", "libre/libr 1 [0,5) | echange/echang 2 [6,14)"},
      {"libreéchange", "libre/libr 1 [0,13) | echange/echang 2 [0,13)"},
      {"autoécole", "auto/auto 1 [0,10) | ecole/ecol 2 [0,10)"},
      {"porteavions", "porte/porte 1 [0,11) | avions/avion 2 [0,11)"},
      {"Royaume-Uni", "royaume/royaum 1 [0,7) | uni/unir 2 [8,11)"},
  });
}

TEST_CASE("A word that only looks like a compound or an abbreviation is left whole") {
  check_rows({
      {"il parla", "il/il 1 [0,2) | parla/parl 2 [3,8)"},
      {"portefeuille", "portefeuille/portefeuill 1 [0,12)"},
      {"portera", "portera/port 1 [0,7)"},
      {"bonjour", "bonjour/bonjour 1 [0,7)"},
      {"madame", "madame/madam 1 [0,6)"},
      {"gendarme", "gendarme/gendarm 1 [0,8)"},
      {"surtout", "surtout/surtout 1 [0,7)"},
      {"partout", "partout/partout 1 [0,7)"},
      {"toujours", "toujours/toujour 1 [0,8)"},
      {"passeport", "passeport/passeport 1 [0,9)"},
      {"bientôt", "bientot/bientot 1 [0,8)"},
      {"pourboire", "pourboire/pourboir 1 [0,9)"},
      {"aussitôt", "aussitot/aussitot 1 [0,9)"},
      {"davantage", "davantage/davantag 1 [0,9)"},
      {"bienvenue", "bienvenue/bienvenu 1 [0,9)"},
      {"plafond", "plafond/plafond 1 [0,7)"},
      {"entretien", "entretien/entretien 1 [0,9)"},
      {"contrefaçon", "contrefacon/contrefacon 1 [0,12)"},
      {"ligne ST 12", "ligne/lign 1 [0,5) | st/st 2 [6,8) | 12/12 3 [9,11)"},
      {"à Wall St, New York",
       "a/a 1 [0,2) | wall/wall 2 [3,7) | st/st 3 [8,10) | new/new 4 [12,15) | york/york 5 "
       "[16,20)"},
      {"Wall St", "wall/wall 1 [0,4) | st/st 2 [5,7)"},
      {"la STE 3", "la/la 1 [0,2) | ste/ste 2 [3,6) | 3/3 3 [7,8)"},
      {"test", "test/test 1 [0,4)"},
      {"reste", "reste/rest 1 [0,5)"},
      {"Porte. Parole", "porte/porte 1 [0,5) | parole/parol 2 [7,13)"},
      {"antique", "antique/antiqu 1 [0,7)"},
      {"anticiper", "anticiper/anticip 1 [0,9)"},
      {"excuse", "excuse/excus 1 [0,6)"},
      {"examen", "examen/examen 1 [0,6)"},
      {"sainte", "sainte/saint 1 [0,6)"},
      {"saintes", "saintes/saint 1 [0,7)"},
      {"demain", "demain/demain 1 [0,6)"},
      {"demi", "demi/dem 1 [0,4)"},
      {"vainqueur", "vainqueur/vainqueur 1 [0,9)"},
      {"coopération", "cooperation/cooper 1 [0,12)"},
      {"surprise", "surprise/surpris 1 [0,8)"},
      {"cependant", "cependant/cepend 1 [0,9)"},
      {"lorsque", "lorsque/lorsqu 1 [0,7)"},
      {"cela", "cela/cel 1 [0,4)"},
      {"comment", "comment/comment 1 [0,7)"},
      {"peut être", "peut/pouvoir 1 [0,4) | etre/etre 2 [5,10)"},
      {"revoir", "revoir/revoir 1 [0,6)"},
      {"entrer", "entrer/entrer 1 [0,6)"},
      {"souvenir", "souvenir/souven 1 [0,8)"},
      {"maintenant", "maintenant/mainten 1 [0,10)"},
      {"auparavant", "auparavant/auparav 1 [0,10)"},
      {"pourtant", "pourtant/pourt 1 [0,8)"},
      {"sauvetage", "sauvetage/sauvetag 1 [0,9)"},
      {"avantage", "avantage/avantag 1 [0,8)"},
      {"milieu", "milieu/milieu 1 [0,6)"},
      {"minuit", "minuit/minuit 1 [0,6)"},
      {"contredit", "contredit/contred 1 [0,9)"},
      {"plutôt", "plutot/plutot 1 [0,7)"},
      {"bonbon", "bonbon/bonbon 1 [0,6)"},
  });
}

TEST_CASE("All the spellings of a compound give the same words") {
  const std::vector<std::string> spellings =
      GENERATE(std::vector<std::string>{"porte-parole", "porte parole", "porteparole",
                                        "PORTE\u2011PAROLE", "Porte-Parole"},
               std::vector<std::string>{"week-end", "week end", "weekend", "Weekend"},
               std::vector<std::string>{"Saint-Étienne", "St-Étienne", "St Étienne", "St. Étienne",
                                        "saint etienne", "SAINT-ETIENNE", "ST ETIENNE"},
               std::vector<std::string>{"Sainte-Marie", "Ste-Marie", "Ste Marie", "sainte marie"},
               std::vector<std::string>{"grand-mère", "grand'mère", "grand’mère", "grand mère",
                                        "grandmère", "GRAND-MÈRE"},
               std::vector<std::string>{"anti-corruption", "anticorruption", "anti corruption"},
               std::vector<std::string>{"plate-forme", "plateforme", "plate forme"},
               std::vector<std::string>{"start-up", "startup", "start up", "Start-Up"},
               std::vector<std::string>{"là-bas", "là bas", "LÀ-BAS"},
               std::vector<std::string>{"a-t-il", "a t il", "A-T-IL"});
  const std::string expected = surfaces(spellings.front());
  for (const auto& spelling : spellings) {
    INFO(spelling);
    CHECK(surfaces(spelling) == expected);
  }
}

TEST_CASE("What is another word has other words") {
  struct Pair {
    const char* one;
    const char* other;
  };
  const Pair pair = GENERATE(
      Pair{"par-là", "parla"}, Pair{"sous-tenir", "soutenir"}, Pair{"sur-tout", "surtout"},
      Pair{"bon jour", "bonjour"}, Pair{"main tenant", "maintenant"}, Pair{"pour tant", "pourtant"},
      Pair{"par tout", "partout"}, Pair{"mal heur", "malheur"}, Pair{"bien tôt", "bientôt"},
      Pair{"en fin", "enfin"}, Pair{"la fin", "lafin"}, Pair{"St-Étienne", "test Étienne"},
      Pair{"davantage", "d'avantage"}, Pair{"quoi que", "quoique"});
  INFO(pair.one << " / " << pair.other);
  CHECK(surfaces(pair.one) != surfaces(pair.other));
}
