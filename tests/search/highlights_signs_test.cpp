// What is highlighted: compounds, inclusive writing, numbers, acronyms, and signs around words.

#include "catch.hpp"
#include "search/highlights.hpp"

using kiosque::testing::check_highlights;
using kiosque::testing::Highlight;

TEST_CASE("Compounds are marked joined, hyphenated and apart") {
  constexpr Highlight kCases[] = {
      {"porte-parole", "Le [porteparole] du parti s’est tu."},
      {"porteparole", "La [porte]-[parole] du Quai s’est tue."},
      {"porte parole", "Le [porte]-[parole] et la [porteparole] se contredisent."},
      {"week-end", "Un [weekend] sans train."},
      {"weekend", "Un [week]-[end] rouge dans le sens des retours."},
      {"portemonnaie", "Il a rendu le [porte]-[monnaie] et gardé les clés."},
      {"après-midi", "Le vote aura lieu cet [après]-[midi]."},
      {"Seine-Saint-Denis", "La [Seine]-[Saint]-[Denis] en première ligne."},
      {"rendez-vous", "Prenez [rendez]\u2011[vous] en ligne."},
      {"vice-président", "La [vice]-[présidente] a claqué la porte."},
      {"chef d'oeuvre", "Un [chef]-d’[œuvre] oublié, deux [chefs]-d'[œuvre] volés."},
      {"Côte d'Or", "La [Côte]-d’[Or] vote dimanche."},
      {"contre-la-montre", "Il gagne le [contre]-[la]-[montre] de Pau."},
      {"Covid 19", "Le [Covid]-[19] circule, le [COVID] revient."},
  };
  check_highlights(kCases);
}

TEST_CASE("An inclusive form is marked whole") {
  constexpr Highlight kCases[] = {
      {"étudiant", "Les [étudiant·e·s] logent à l’hôtel."},
      {"étudiantes", "Des [étudiant·e·s] aux [étudiant.e.s], des [étudiant-e-s] mêmes."},
      {"étudiants", "Les [étudiant•e•s] votent peu."},
      {"étudiant·e·s", "Une [étudiante] sur deux travaille, un [étudiant] sur trois."},
      {"élue", "Les [élu(e)s] de la métropole ont voté."},
      {"élu(e)s", "Une [élue] écologiste, un [élu] sans étiquette."},
      {"directeur", "Le [directeur/trice] sera nommé en mars."},
      {"directrice", "Un poste de [directeur/trice] est vacant."},
      {"directeur/trice", "La [directrice] succède au [directeur]."},
      {"agriculteur", "Les [agriculteur·rice·s] du plateau."},
      {"agricultrices", "Les [agriculteur.rice.s] du plateau."},
      {"citoyen", "Tous les [citoyen·nes], l’assemblée des [citoyen·ne·s]."},
      {"lycéenne", "Deux mille [lycéen·ne·s] dans la rue."},
      {"candidat", "Aux [candidat(e)s] de se faire connaître."},
      {"député", "Les [député-e-s] siègent la nuit."},
      {"toutes", "Bonjour à [tou·te·s] !"},
  };
  check_highlights(kCases);
}

TEST_CASE("Numbers are marked however they are grouped") {
  constexpr Highlight kCases[] = {
      {"15000", "Quelque [15 000] manifestants, [15.000] selon les syndicats."},
      {"15 000", "Le tirage passe à [15000] exemplaires."},
      {"15.000", "Plus de [15\u00A0000] foyers sans courant, [15\u202F000] au matin."},
      {"3,5", "Une hausse de [3.5] points, puis de [3,5]."},
      {"3.5", "Le déficit atteint [3,5] % du produit intérieur."},
      {"2024", "Les Jeux de [2024], le budget [2024], et non 20 24."},
      {"1789", "Depuis [1789], on promet."},
      {"1 200 000", "Il manquerait [1.200.000] logements."},
      {"000", "Un million et quelques, 15 000 au moins."},
      {"15", "Les 15 000 du stade, le [15] de France."},
      {"2 500 euros", "Une prime de [2.500] [euros], de [2500] [€] net."},
      {"1,5 million", "Plus de [1,5] [million] de foyers, [1.5] [millions] selon l’opposition."},
      {"49.3", "Le recours au [49.3] divise, l’article [49,3] aussi, et non 49-3."},
  };
  check_highlights(kCases);
}

TEST_CASE("Ordinals, Roman numerals and hours are marked in every writing") {
  constexpr Highlight kCases[] = {
      {"21e", "Au [XXIe] siècle, la [21e] édition."},
      {"XXIe", "Le [vingt et unième] siècle sera sobre ou ne sera pas."},
      {"vingt-et-unième", "Le [21e] arrondissement n’existe pas."},
      {"XIXe siècle", "Une usine du [XIX\u1D49] [siècle]."},
      {"premier", "Le [1er] avril, François [Ier], la [première] pierre."},
      {"1er", "Le [premier] tour est passé."},
      {"Louis 14", "[Louis] [XIV] n’aimait pas Paris."},
      {"Louis XIV", "[Louis] [14], écrivait l’élève."},
      {"Ve République", "Sous la [Ve] [République], sous la [5e] encore."},
      {"5e", "Il habite le [Ve] arrondissement."},
      {"20h30", "La séance reprend à [20 h 30]."},
      {"20 h 30", "La séance reprend à [20h30], pas à 20 heures."},
      {"20:30", "Couvre-feu à [20\u00A0h\u00A030] précises, [20 heures 30] au plus tard."},
      {"8 h", "Le tribunal ouvre à [8h]."},
      {"XXème siècle", "Un enfant du [XXe] [siècle], du [20ème] [siècle], du [vingtième]."},
      {"deuxième tour", "Le [2e] [tour] aura lieu le 7, le [2ème] [tour] attendra."},
      {"1ère", "En [première] ligne, la [1re] ligne, le [premier] rang."},
  };
  check_highlights(kCases);
}

TEST_CASE("Units and symbols are marked as words") {
  constexpr Highlight kCases[] = {
      {"30 euros", "Le plein à moins de [30] [€], promesse de campagne."},
      {"30 €", "Un forfait à [30] [euros] par mois."},
      {"30€", "La carte passe de 25 à [30] [€]."},
      {"euro", "Cent [€] de frais, un [euro] symbolique."},
      {"12 %", "Une baisse de [12] % en un an."},
      {"30 km", "La zone [30][km]/h s’étend."},
      {"C++", "Il code en [C++], pas en C."},
      {"AT&T", "Le géant [AT&T] se retire."},
  };
  check_highlights(kCases);
}

// The last dot may as well be that of the sentence: it stays outside.
TEST_CASE("Acronyms are marked with and without their dots") {
  constexpr Highlight kCases[] = {
      {"SNCF", "La [S.N.C.F]. promet des rames neuves."},
      {"S.N.C.F.", "Les agents de la [SNCF] ont reconduit la grève."},
      {"sncf", "Un accord à la [Sncf], disait la [SNCF]."},
      {"ONU", "Le siège de l’[O.N.U]. à Genève, l’[ONU] à Bonn."},
      {"O.N.U.", "L'[Onu] s’alarme."},
      {"RN", "Le [RN] progresse, la RNA n’y est pour rien."},
      {"USA", "Aux [U.S.A]., l’essence flambe."},
      {"CHU", "Le [C.H.U] de Lille recrute ; le [CHU] de Caen aussi."},
      {"G7", "Le sommet du [G7] à Biarritz, le [G7] encore."},
      {"OGM", "Les [OGM] dans l’assiette, l’[O.G.M] en plein champ."},
  };
  check_highlights(kCases);
}

TEST_CASE("Signs beside a word are left outside its mark") {
  constexpr Highlight kCases[] = {
      {"grève", "« [Grève] ! », (« [grève] »), “[grève]”, [grève]… – [grève] ; [grève]?"},
      {"grève", "[grève]/blocage, #[grève], @[grève], *[grève]*, la [grève],la [grève]."},
      {"grève", "<b>[grève]</b> & <i>colère</i> \"[grève]\" &amp; l’<a href='#'>[grève]</a>"},
      {"colère", "a < b && b > c : la \"[colère]\" <script>alert('[colère]')</script>"},
      {"amp", "Un &[amp]; mal échappé, & rien d’autre."},
      {"grève", "🎉[grève]🎉 sans fin 👩‍👩‍👧 de la [grève]🇫🇷"},
      {"grève", "罢工 [grève] 罢工 в Париже [grève]."},
      {"罢工", "La presse chinoise écrit [罢工] pour grève."},
      {"москва", "« [Москва] », dit la pancarte."},
      {"grève", "jeudi.[Grève] vendredi,[grève] samedi;[grève]"},
      {"journal", "www.exemple.fr/[journal]/une et le [journal]."},
  };
  check_highlights(kCases);
}
