// What is highlighted: the words of French, in all their forms and spellings.

#include "search/highlights.hpp"

#include "catch.hpp"

using kiosque::testing::check_highlights;
using kiosque::testing::Highlight;

TEST_CASE("Nouns and adjectives are marked in both numbers and genders") {
  constexpr Highlight kCases[] = {
      {"élection", "Les [élections] cantonales n’ont mobilisé personne."},
      {"élections", "Une [élection] de plus, un abstentionniste de plus."},
      {"journal", "Deux [journaux] du soir ont cessé de paraître."},
      {"journaux", "Le [journal] de référence change de mains."},
      {"œil", "Les [yeux] rivés sur la courbe du chômage, Bercy attend."},
      {"yeux", "L’[œil] du cyclone est passé au nord de l’île."},
      {"travail", "Les [travaux] de la ligne 14 dureront jusqu’au printemps."},
      {"travaux", "Le code du [travail] sera revu avant l’été."},
      {"ciel", "Sous d’autres [cieux], pareille affaire aurait fait tomber un ministre."},
      {"cheval", "Vingt [chevaux] ont péri dans l’incendie des écuries."},
      {"vitrail", "Les [vitraux] de la nef seront déposés un à un."},
      {"genou", "Touché aux deux [genoux], l’ailier manquera la tournée."},
      {"hôpital", "Trois [hôpitaux] sur quatre ferment des lits l’été."},
      {"bureau", "Les [bureaux] de vote ouvrent à huit heures."},
      {"vœu", "Le préfet présentait ses [vœux] à la presse."},
      {"monsieur", "[Messieurs] les jurés se sont retirés pour délibérer."},
      {"madame", "[Mesdames] les députées ont quitté l’hémicycle."},
      {"directrice", "Le [directeur] de l’agence a démenti."},
      {"directeur", "Trois [directrices] d’école ont saisi le rectorat."},
      {"sénateur", "La [sénatrice] du Cantal votera contre."},
      {"agricultrice", "Des [agriculteurs] bloquent l’accès au dépôt."},
      {"infirmier", "Les [infirmières] de nuit n’ont pas été remplacées."},
      {"ouvrier", "Une [ouvrière] sur cinq travaille le dimanche."},
      {"chanteuse", "Le [chanteur] annule ses dates d’automne."},
      {"beau", "Quelle [belle] victoire, et quel [bel] aveu de faiblesse !"},
      {"vieux", "La [vieille] ville n’a plus de cinéma, et le [vieil] hôtel ferme."},
      {"nouveau", "Une [nouvelle] ligne de crédit, un [nouvel] emprunt, de [nouveaux] doutes."},
      {"national", "Les routes [nationales] passent aux régions."},
      {"régional", "Les conseils [régionaux] réclament leur part."},
      {"public", "La dette [publique] dépasse le seuil des traités."},
      {"actif", "La population [active] recule dans les vallées."},
      {"étranger", "La Légion [étrangère] défilera en dernier."},
      {"européen", "Les institutions [européennes] temporisent."},
      {"grec", "Les finances [grecques] inquiètent moins."},
      {"doux", "Un hiver trop [doux] : une eau trop [douce] pour les huîtres."},
      {"réfugié", "Les [réfugiées] syriennes apprennent le breton."},
  };
  check_highlights(kCases);
}

TEST_CASE("Verbs are marked in their tenses, the irregular ones too") {
  constexpr Highlight kCases[] = {
      {"aller", "Tout [va] mieux, dit-il, et tout [ira] bien."},
      {"vont", "Il faut [aller] voter, répète le maire."},
      {"vouloir", "Les riverains ne [veulent] pas de l’incinérateur."},
      {"pouvoir", "Nul ne [peut] se prévaloir de sa propre turpitude."},
      {"recevoir", "L’Élysée [reçoit] les syndicats lundi."},
      {"prendre", "Les pompiers [prennent] la relève, la police [prit] les noms."},
      {"mettre", "Le gouvernement [mettra] la dernière main au texte."},
      {"venir", "Les secours [viendront] par la mer."},
      {"tenir", "La digue [tient], les habitants [tiennent]."},
      {"acheter", "La région [achète] trois rames que personne n’[achetait]."},
      {"appeler", "Les imams [appellent] au calme."},
      {"manger", "Nous [mangeons] trop de sel, les enfants en [mangent] davantage."},
      {"protéger", "Un décret [protège] désormais l’étang."},
      {"mourir", "Deux skieurs [meurent] ensevelis près de Tignes."},
      {"élire", "Les délégués [élisent] leur président à main levée."},
      {"annoncer", "Le groupe [annonçait] hier un plan de départs."},
      {"construire", "Ils [construisent] sans permis au bord du ravin."},
      {"envoyer", "Paris [enverra] des médecins au Liban."},
      {"craindre", "Les vignerons [craignent] le gel de la mi-avril."},
      {"résoudre", "L’enquête ne [résout] rien."},
      {"fermer", "La fonderie a [fermé], l’école [fermera]."},
      {"vote", "Ils [votent] à pied, ils [votaient] en car."},
      {"manifester", "Ceux qui [manifestaient] ont été dispersés."},
      {"suivre", "Le juge a [suivi] les réquisitions."},
      {"plaire", "La pièce [plaît] à Avignon."},
      {"va", "Où [allons]-nous, et qui [ira] ?"},
      {"suivi", "Les enfants [suivis] à Garches [suivent] un protocole."},
  };
  check_highlights(kCases);
}

TEST_CASE("Elided words are left out of a mark, whatever the apostrophe") {
  constexpr Highlight kCases[] = {
      {"élection", "Avant l'[élection], les [ÉLECTIONS] passées."},
      {"élection", "Avant l’[élection], il y eut d’autres [élections]."},
      {"l'élection", "Une [élection] pour rien."},
      {"l’élection", "L'[Élection] du siècle, titrait-on."},
      {"eau", "Une pénurie d’[eau] menace l'archipel."},
      {"état", "Jusqu’à ce qu’[État] et communes s’accordent."},
      {"hier", "Ce n’est que d’[hier] qu’on en parle."},
      {"aujourd'hui", "C’est [aujourd’hui] que le procès s’ouvre."},
      {"aujourd’hui", "C'est [aujourd'hui] que le procès s'ouvre."},
      {"prud'hommes", "Le conseil de [prud’hommes] lui donne raison."},
      {"presqu'île", "La [presqu’île] de Giens est coupée en deux."},
      {"quelqu’un", "À l’entracte, [quelqu'un] a sifflé."},
      {"O'Brien", "Le trois-quarts [O’Brien] rempile deux ans."},
      {"N'Golo", "[N’Golo] a joué une heure."},
      {"attente", "Lorsqu’[attente] et colère se mêlent, la file déborde."},
      {"école", "Des parents d‘[école] privée ont écrit au préfet."},
      {"abeille", "L ' [abeille] noire de Ouessant se porte bien."},
      {"aujourd hui", "Ce n’est pas d’[aujourd’hui] que date la querelle."},
      {"l election", "Une [élection] de trop."},
      {"d'Artagnan", "La statue de d’[Artagnan] à Auch."},
      {"Oréal", "Le groupe L’[Oréal] recrute."},
  };
  check_highlights(kCases);
}

TEST_CASE("Capitals and accents make no difference, on either side") {
  constexpr Highlight kCases[] = {
      {"ELECTION", "Une [élection] sous surveillance."},
      {"electorale", "La carte [électorale] et les [ÉLECTORALES] promesses."},
      {"ÉTÉ", "Cet [été], la plage sera fermée."},
      {"ministere", "Le [ministère] dément ; LE [MINISTÈRE] DÉMENT ENCORE."},
      {"ministère", "Le [ministere] dement, LE [MINISTERE] DEMENT."},
      {"français", "Les [Francais] et la [francaise] des jeux."},
      {"noel", "Le marché de [Noël] n’aura pas lieu."},
      {"naïf", "Un électeur [naif] en vaut deux."},
      {"aout", "La mi-[août] sans touristes."},
      {"coût", "Le [cout] de la vie, des [coûts] cachés."},
      {"maïs", "Les champs de [mais] grillés par le soleil."},
      {"ambiguë", "Une réponse [ambigüe], presque [ambigue]."},
      {"évènement", "L’[événement] a eu lieu, d’autres [évènements] suivront."},
      {"île", "Les [iles] du Ponant, l’[Île] d’Yeu, l’[ÎLE] DE SEIN."},
      {"pêche", "La [pêche] au thon, et non le [péché] d’orgueil."},
      {"GRÈVE", "La [grève] continue, la [Grève], la [GREVE]."},
  };
  check_highlights(kCases);
}

TEST_CASE("Strict search marks the words as typed, accents included") {
  constexpr Highlight kCases[] = {
      {"pêche", "La [pêche] au thon, et non le péché d’orgueil, ni la peche."},
      {"PÊCHE", "Une [pêche] miraculeuse."},
      {"pêche", "Le péché d’orgueil ne se confesse plus."},
      {"élection", "L’[élection] annulée, les élections reportées."},
      {"elections", "Les élections ont été reportées."},
      {"élections", "[ÉLECTIONS] : des [élections] à refaire, une élection à oublier."},
      {"journal", "Un [journal], des journaux."},
      {"cote", "La [cote] du maire baisse sur la côte."},
  };
  check_highlights(kCases, {.strict = true});
}

TEST_CASE(
    "Ligatures, decomposed accents, soft hyphens and other invisible signs are inside a mark") {
  constexpr Highlight kCases[] = {
      {"coeur", "Au [cœur] de la vieille ville, le [CŒUR] et le [coeur]."},
      {"cœur", "Un [coeur] artificiel a été posé à Nantes."},
      {"oeuvre", "L’[œuvre] a été volée, les [ŒUVRES] retrouvées."},
      {"ex aequo", "Deux listes [ex] [æquo] à Briançon."},
      {"élection", "Une [e\u0301lection] partielle."},
      {"e\u0301lection", "Une [élection] partielle."},
      {"marche\u0301", "Le [marché] de Rungis, le [marche\u0301] aux fleurs."},
      {"préfecture", "La [pré\u00ADfec\u00ADture] n’a pas répondu."},
      {"pré\u00ADfecture", "La [préfecture] n’a pas répondu."},
      {"gouvernement", "Le [gouver\u200Bnement] tient bon."},
      {"officiel", "Le site [o\uFB03ciel] ne répond plus."},
      {"finance", "La loi de [\uFB01nances] passe sans vote."},
      {"garçon", "Un [garc\u0327on] de douze ans a donné l’alerte."},
  };
  check_highlights(kCases);
}

TEST_CASE("Names are marked in their other spellings, with and without their signs") {
  constexpr Highlight kCases[] = {
      {"Zelensky", "Le président [Zelenskyy] est attendu à Bruxelles."},
      {"Zelenskyy", "M. [Zelensky] a remercié les Vingt-Sept."},
      {"Kiev", "Une nuit d’alerte à [Kyiv]."},
      {"Poutine", "[Putin] et [Poutine] : un nom, deux alphabets."},
      {"saint-étienne", "La gare de [St]-[Étienne] restera ouverte."},
      {"St Étienne", "Les Verts de [Saint]-[Étienne] montent."},
      {"Sainte-Foy", "Le pont de [Ste]-[Foy] est fermé."},
      {"ste foy", "Les vins de [Sainte]-[Foy]-la-Grande s’exportent."},
      {"Giscard d'Estaing", "Valéry [Giscard] d’[Estaing] l’avait promis."},
      {"Le Pen", "Marine [Le] [Pen] a voté à Hénin-Beaumont."},
      {"Macron", "Emmanuel [Macron], [MACRON] encore."},
      {"Mélenchon", "Jean-Luc [Melenchon] réunit ses troupes."},
  };
  check_highlights(kCases);
}

TEST_CASE("Words that only look alike are not marked") {
  constexpr Highlight kCases[] = {
      {"or", "Le rôle de l’organe consultatif."},
      {"or", "L’[or] monte, l’organe décline."},
      {"art", "L’article premier, l’[art] et la partie."},
      {"train", "Les terrains s’entraînent, le [train] part."},
      {"maire", "La mer monte, la [maire] s’inquiète."},
      {"poisson", "Le poison versé dans le vivier des [poissons]."},
      {"désert", "Au dessert, on parla du [désert] médical."},
      {"social", "La société n’a plus de plan [social]."},
      {"police", "Un homme poli, une [police] patiente."},
      {"loi", "Loin des [lois], loin des yeux."},
      {"élection", "L’électricité est coupée chez l’électeur."},
      {"élu", "Élucubration, élusif, éluder : rien d’un [élu]."},
      {"pari", "Paris n’a pas gagné son [pari]."},
      {"port", "Le rapport du [port] ne porte que sur les portes."},
  };
  check_highlights(kCases);
}
