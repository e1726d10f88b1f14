#include "analysis/stop_words.hpp"

#include <cstddef>
#include <unordered_set>

namespace kiosque::analysis {
namespace {

// Folded, a blank between one and the next.
constexpr std::string_view kWords[] = {
    // Articles, pronouns, and what stands before nouns.
    "a au aucun aucune auquel autre autres autrui aux auxquelles auxquels bas ca ce ceci cela "
    "celle celles celui certain certaine certaines certains ces cet cette ceux chacun chacune "
    "chaque ci d de des desquelles desquels dont du duquel elle elles en eux il ils j je l la "
    "laquelle le lequel les lesquelles lesquels leur leurs lui m ma me meme memes mes mien "
    "moi mon n ne nos notre nous nul nulle on ou par personne plusieurs qu quel quelconque "
    "quelle quelles quelqu quelque quelques quels qui quiconque quoi rien s sa se ses si sien "
    "soi son t ta te tel telle telles tels tes toi ton tous tout toute toutes tu un une unes "
    "uns vos votre vous y ",
    // Prepositions, conjunctions and adverbs.
    "abord absolument actuellement afin ailleurs ainsi alors apparemment apres assez aujourd "
    "auparavant aupres aussi aussitot autant autour avant avec beaucoup bien bientot car "
    "cependant certes chez clairement comme comment completement contre dans davantage dedans "
    "dehors deja demain depuis derriere desormais dessous dessus deux devant directement donc "
    "dorenavant durant egalement encore enfin ensemble ensuite entre envers environ "
    "essentiellement et etc etre excepte face finalement fois fort fortement grace hier hors "
    "hui ici jadis jamais jusqu jusque justement largement loin lors lorsqu lorsque "
    "maintenant mais malgre mieux moins naguere neanmoins ni non notamment nouveau oui outre "
    "parce parfois parmi particulierement partout pas pendant peu peut pis pleinement plus "
    "plutot point pour pourquoi pourtant pratiquement precisement pres presque probablement "
    "puis puisqu puisque quand quant quasi quasiment que quoique rapidement rarement "
    "recemment sans sauf selon seulement simplement sinon sitot soit sous souvent "
    "suffisamment suivant sur surtout tant tantot tard tellement temps tot totalement "
    "toujours toutefois travers tres trop vers via vite voici voila vraiment vs ",
    // Être, avoir, and verbs that help others or report.
    "affirmait affirmant affirme affirmer ai aie aient aies ait ajoutait ajoute ajouter "
    "allaient allait aller allez allons annoncait annonce annoncee annoncer annonces apprend "
    "appris arrive arriver as assurait assure assurer aurai auraient aurais aurait auras "
    "aurez aurons auront avaient avais avait avez aviez avions avoir avons ayant ayez ayons "
    "concernant concerne conclut confie croire crois croit declarait declaration declare "
    "declaree declarer devaient devait devenir devenu devient devoir devra devraient devrait "
    "devront dire disait disant disent dit dite dites doit doivent donnait donne donnent "
    "donner due es est estimait estimant estime estimer etaient etais etait etant etat ete "
    "etes etiez etions eu eue eues eurent eus eut evoque evoquer expliquait explique "
    "expliquer faire fais faisaient faisait faisant fait faite faites faits fallait fasse "
    "faudra faudrait faut fera ferai ferait feront font furent fus fusse fut indiquait "
    "indiquant indique indiquer interroge ira iront lance lancer met mettent mettre mis mise "
    "ont parlait parle parlent parler passait passe passer pensait pense penser permet "
    "permettait permettre permis peuvent peux pourra pourraient pourrait pourront poursuit "
    "poursuivre pouvaient pouvait pouvant pouvoir precisait precise preciser prend prendre "
    "prennent pris prise pu puisse puissent raconte raconter rappeler rappelle repond "
    "repondre restait reste restent rester revenir revenu revient sais sait savait savent "
    "savoir semblait semble sera serai seraient serais serait seras serez serions serons "
    "seront soient sois sommes sont soulignait souligne souligner soyez soyons su suis tenir "
    "tenu tient trouvait trouve trouver va vais vas venait venir venu venue venus veulent "
    "veut viennent vient voient voir voit vont voudrait voulaient voulait vouloir voulu vu "
    "vue ",
    // Numbers, days, months, and how time is told.
    "an annee annees ans aout avril cent centaine centaines cents cinq cinquante date debut "
    "decembre dernier derniere dernieres derniers deuxieme dimanche dimanches dix dizaine "
    "dizaines douze end fevrier fin heure heures huit janvier jeudi jour journee journees "
    "jours juillet juin lendemain lundi lundis mai mardi mardis mars matin matinee mercredi "
    "midi mille milliard milliards millier milliers million millions minute minutes mois "
    "moitie moment neuf novembre nuit octobre onze premier premiere premieres premiers "
    "prochain prochaine prochaines prochains quarante quart quatorze quatre quinze samedi "
    "samedis second seconde seize semaine semaines sept septembre six soir soiree soixante "
    "tiers treize trente trois troisieme veille vendredi vingt week zero ",
    // What any article may say of any subject.
    "afp ap article articles bfm bfmtv bon bonne bonnes bons cas chose choses communique cote "
    "cotes cours europe1 exemple facon franceinfo general gens grand grande grandes grands "
    "haut haute image images important importante importants information informations "
    "interview lci lieu lire long longue madame majorite maniere mlle mm mme monsieur niveau "
    "nombre nouveaux nouvel nouvelle nouvelles ordre parisien part partie parties petit "
    "petite petites petits photo photos plein pleine plupart points possible propos propre "
    "propres question questions raison raisons reuters rtl seul seule seules seuls site "
    "situation source sources suite sujet tv video videos ",
};

std::unordered_set<std::string_view> read() {
  std::unordered_set<std::string_view> words;
  for (std::string_view rest : kWords) {
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      words.insert(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }
  return words;
}

}  // namespace

bool is_stop_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> kAll = read();
  return kAll.contains(folded);
}

}  // namespace kiosque::analysis
