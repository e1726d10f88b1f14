// What is highlighted: what each form of a query asks for, and nothing that it excludes.

#include "catch.hpp"
#include "search/highlights.hpp"

using kiosque::testing::check_highlights;
using kiosque::testing::Highlight;

TEST_CASE("The words of a phrase are marked") {
  constexpr Highlight kCases[] = {
      {"\"réforme des retraites\"", "La [réforme] [des] [retraites] divise."},
      {"« réforme des retraites »", "Une [réforme] [des] [retraites], encore une [réforme]."},
      {"“garde à vue”", "Sa [garde] [à] [vue] prend fin."},
      {"\"l'élection présidentielle\"", "L’[élection] [présidentielle] approche."},
      {"+\"service minimum\"", "Le [service] [minimum] sera assuré."},
      {"\"réforme des retraites\"", "La réforme fiscale, puis des retraites en pente douce."},
  };
  check_highlights(kCases);
}

TEST_CASE("Whatever matched of several words is marked") {
  constexpr Highlight kCases[] = {
      {"grève rail", "La [grève] du [rail] s’étend au fret."},
      {"grève rail", "La [grève] des éboueurs aussi."},
      {"grève ET rail", "La [grève] du [rail] s’étend."},
      {"+grève +rail", "Le [rail] en [grève]."},
      {"train OU avion", "Plutôt le [train] que l’[avion]."},
      {"(train OU avion) grève", "[Grève] : pas un [train], pas un [avion]."},
      {"la réforme", "[La] [réforme] d’hier n’est pas [la] dernière."},
      {"restrictions américaines puces",
       "Les [restrictions] [américaines] sur les [puces] électroniques."},
      {"grève^3 train^0.5", "Une [grève] de [train]."},
      {"2 DE (grève train retraite)", "[Train] en [grève], comme prévu."},
      {"AUMOINS/2 grève", "[Grève] sur [grève]."},
  };
  check_highlights(kCases);
}

TEST_CASE("What is near is marked, and what is too far is not found") {
  constexpr Highlight kCases[] = {
      {"grève PRES/5 train", "La [grève] touche un [train] sur deux."},
      {"grève PRES/5 train", "Un [train] sur deux pendant la [grève]."},
      {"grève ADJ/2 train", "La [grève] du [train] jaune."},
      {"grève ADJ/2 train", "Un train retardé par la grève."},
      {"grève PRES/2 train", "La grève a été votée hier soir et nul train ne part."},
      {"grève MEME/PHRASE train", "La [grève] continue et le [train] reste à quai."},
      {"(train OU rail) PRES/8 \"service minimum\"", "Le [rail] aura son [service] [minimum]."},
  };
  check_highlights(kCases);
}

TEST_CASE("Beginnings mark whole words") {
  constexpr Highlight kCases[] = {
      {"élec*", "L’[élection], l’[ÉLECTRICITÉ] et les [electeurs] ; élu, non."},
      {"elec*", "L’[électorat] flotte."},
      {"porte-par*", "Le [porte]-[parole] s’est tu."},
      {"titre:élec*", "Une [élection] sans suspense."},
      {"anti*", "Un plan [anti]-fraude, un discours [antisystème]."},
      {"œuv*", "Les [œuvres] volées, une [oeuvre] rendue."},
  };
  check_highlights(kCases);
}

TEST_CASE("A word that is being typed marks all that begin so") {
  constexpr Highlight kCases[] = {
      {"présid", "Le [président] et la [PRÉSIDENTE], sous la [presidence] suédoise."},
      {"grève tra", "La [grève] des [trains] et des [tramways] [travaillés]."},
      {"m", "[Mille] [manifestants] à [Marseille], deux à Lyon."},
      {"grève ", "La [grève] des grévistes."},
      {"l'élec", "L’[élection] de l’[électrice] et son [ÉLECTORAT]."},
      {"porte-par", "Le [porte]-[parole] et la [porte] [parisienne]."},
  };
  check_highlights(kCases, {.typing = true});
}

TEST_CASE("Words of nearly the same spelling are marked where they were asked for") {
  constexpr Highlight kCases[] = {
      {"~Macrn", "Emmanuel [Macron] répond aux maires."},
      {"~Villeurbane", "[Villeurbanne] capitale de la culture."},
      {"~referendum", "Un [référendum] local, un [réferendum] mal orthographié."},
  };
  check_highlights(kCases);
}

TEST_CASE("Verbatim words are marked as they are written") {
  constexpr Highlight kCases[] = {
      {"=Orange", "Le groupe [Orange] relève ses prix."},
      {"=Orange", "Un ciel couleur orange, des oranges amères."},
      {"=pêche", "La [pêche] reprend."},
      {"=pêche", "Le péché capital."},
      {"titre:=Le", "[Le] Monde des livres."},
  };
  check_highlights(kCases);
}

TEST_CASE("What a field asks for is marked, what a filter asks for is not") {
  constexpr Highlight kCases[] = {
      {"titre:grève", "La [grève] est votée."},
      {"texte:grève", "La [grève] est suivie."},
      {"titre:\"grève du rail\"", "La [grève] [du] [rail] est suspendue."},
      {"grève langue:fr OU grève", "La [grève], en langue de fr."},
      {"grève -source:gazette", "La [grève] vue par la gazette."},
      {"grève date:2021.. OU grève", "En 2021, la [grève] avait duré."},
  };
  check_highlights(kCases);
}

TEST_CASE("What is excluded is never marked") {
  constexpr Highlight kCases[] = {
      {"train -grève", "Le [train] de nuit revient."},
      {"train -grève", "Le train est arrêté par la grève."},
      {"train OU (bus -grève)", "Le [train] part, malgré la grève des cars."},
      {"train OU (bus SAUF grève)", "Le [train] part, malgré la grève des cars."},
      {"train OU (bus -\"plan de relance\")", "Un [train] d’avance sur le plan de relance."},
      {"train OU (bus -élec*)", "Le [train] électrique est en service."},
      {"train OU (bus -(grève OU blocage))", "Ni blocage ni grève : le [train] roule."},
      {"train OU (bus -=Orange)", "Le [train] d’Orange à Avignon."},
      {"train OU (bus -(grève PRES/3 totale))", "Une grève totale, un [train] fantôme."},
  };
  check_highlights(kCases);
}
