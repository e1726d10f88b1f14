#include "corpus/scraped_words.hpp"

#include <algorithm>

namespace kiosque::corpus::scraped {
namespace {

template <typename Test>
bool any_phrase(std::string_view list, Test test) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (test(list.substr(0, comma))) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace

bool Phrases::match(std::string_view text) const {
  return any_phrase(list_, [&](std::string_view phrase) { return text == phrase; });
}

bool Phrases::open(std::string_view text) const {
  return any_phrase(list_, [&](std::string_view phrase) { return text.starts_with(phrase); });
}

bool Phrases::occur_in(std::string_view text) const {
  return any_phrase(
      list_, [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

std::size_t Phrases::count_in(std::string_view text) const {
  std::size_t count = 0;
  any_phrase(list_, [&](std::string_view phrase) {
    if (text.find(phrase) != std::string_view::npos) ++count;
    return false;
  });
  return count;
}

const Phrases kBoxLines{
    "a lire aussi,lire aussi,a lire,a lire egalement,lire egalement,a voir aussi,voir aussi,"
    "a ecouter aussi,sur le meme sujet,sur le meme theme,a relire,notre dossier,"
    "pour aller plus loin,en savoir plus,aller plus loin,a voir,a decouvrir aussi,a decouvrir,"
    "notre selection,la selection de la redaction,dans le meme dossier,lire le dossier,"
    "les articles du dossier,pour en savoir plus,video associee,videos associees,"
    "retrouvez aussi,dossier,lire plus,en lien,a voir egalement,a ecouter"};

const Phrases kEndLines{
    "les plus lus,les plus lues,les plus populaires,les plus partages,les plus commentes,"
    "le plus lu,le plus populaire,actualite en continu,l'actualite en continu,fil info,"
    "le fil info,fil d'actu,en continu,le direct,les dernieres diffusions,dernieres actualites,"
    "les dernieres actualites,les emissions a reecouter,a reecouter,dernieres infos,derniers "
    "articles,derniere minute,nos videos,"
    "a la une,nos services,services,nos partenaires,commentaires,commentaire,vos commentaires,"
    "les commentaires,vos reactions,votre avis,mots-cles,mots cles,tags,l'auteur,l'autrice,"
    "references,liens externes,autres articles,plus sur le sujet,sur le web,plan du site,"
    "autres actualites,a propos,la redaction vous conseille,a lire ailleurs,plus d'articles,"
    "reactions,themes,themes associes,sujets associes,recommandations,direct"};

const Phrases kSubheadsToo{
    "reactions,recommandations,references,a propos,themes,services,direct,votre avis,en continu"};

const Phrases kEndOpenings{
    "les articles en relation,les tags en relation,articles en relation,articles lies,"
    "articles similaires,articles associes,articles recommandes,articles relatifs,"
    "articles les plus lus,dans la meme rubrique,dans la meme categorie,dans cette rubrique,"
    "nos lecteurs ont lu aussi,nos lecteurs lisent aussi,a decouvrir egalement,"
    "vous aimerez aussi,vous aimeriez aussi,vous pourriez aussi aimer,ces articles pourraient,"
    "cela peut vous interesser,cela pourrait vous interesser,recommande pour vous,"
    "recommandes pour vous,nos recommandations,toute l'actualite,toutes les actualites,"
    "les titres de l'actualite,contenus sponsorises,contenu sponsorise,liens sponsorises,"
    "liens commerciaux,laisser un commentaire,laissez un commentaire,ajouter un commentaire,"
    "poster un commentaire,ecrire un commentaire,reactions des lecteurs,espace commentaire,"
    "aucun commentaire,soyez le premier a,tags :,tags associes,mots-cles :,plus d'infos sur,"
    "mentions legales,tous droits reserves,qui sommes-nous,copyright,source de l'article,"
    "a propos de l'auteur,biographie de l'auteur,cet article vous a plu,plus d'actualites,"
    "liste des articles,d'autres articles,nos derniers articles,l'actualite en direct,"
    "toute l'info,retrouvez l'actualite,les commentaires sont,il vous reste,"
    "la suite est reservee,ce contenu est reserve aux,pour lire la suite,"
    "la suite de cet article,cet article est reserve,lecture restreinte,"
    "prolongez votre lecture,a lire dans la meme,dans la rubrique,a lire aussi dans,"
    "notre selection d'articles,nos autres articles,sujets lies,sur le meme theme,"
    "les dernieres actu,articles les plus,vous pourriez etre interesse"};

const Phrases kNoiseLines{
    "accueil,menu,menu complet,recherche,rechercher,ok,fermer,imprimer,envoyer,reagir,"
    "commenter,partager,partagez,tweeter,publicite,annonce,newsletter,newsletters,connexion,"
    "inscription,zoom,agrandir,diminuer,telecharger,sauvegarder,enregistrer,embed,diaporama,"
    "suivre,suivez,offrir,abonne,abonnes,premium,exclusif,resume,ecouter,loading,advertisement,"
    "share,subscribe,sign in,log in,read more,advert,ads,reecouter,plein ecran,voir en plein ecran,"
    "chargement,chargement en cours,lire,lire la suite,alerte info,s'abonner,abonnez-vous,"
    "se connecter,s'inscrire,mon compte,voir plus,afficher plus,haut de page,vous etes ici,"
    "alertes,flash info,en ce moment,suivez-nous,mode zen,passer l'annonce,passer la publicite,"
    "ignorer,annuler,suivant,precedent,gratuit,modifier,sommaire,facebooktwittermail,"
    "mes favoris,favoris"};

const Phrases kNoiseOpenings{
    "partager sur,partagez sur,partager l',partager cet,partagez cet,envoyer par,reagissez,"
    "je m'abonne,abonnez-vous,abonnez vous,inscrivez-vous,connectez-vous,identifiez-vous,"
    "s'inscrire,deja abonne,vous etes abonne,vous possedez deja,pas encore abonne,"
    "creez un compte,creez-vous un compte,creer un compte,je cree mon compte,ajouter a vos,"
    "ajouter a mes,ajouter aux favoris,pour ajouter l'article,lire plus tard,copier le lien,"
    "lien copie,code embed,chargement en cours,article reserve,contenu reserve,"
    "reserve aux abonnes,votre abonnement,decouvrir les offres,continuer a lire,lire la suite,"
    "lire l'article,lire le texte,temps de lecture,duree de lecture,lecture :,lire dans l'app,"
    "telechargez l,je telecharge,retour a l'accueil,aller au contenu,recevoir la,recevoir nos,"
    "recevez,merci de saisir,votre e-mail,votre email,votre adresse,adresse e-mail,en cliquant,"
    "en poursuivant,en continuant votre,nous utilisons des cookies,ce site utilise des cookies,"
    "gerer les cookies,gestion des cookies,tout accepter,parametrer,suivez-nous,"
    "suivez l'actualite,rejoignez-nous,faire un don,je fais un don,faites un don,soutenez-nous,"
    "je m'informe,nous contacter,contactez-nous,traduit de l,toutes les news,voir la liste,"
    "voir tous les,voir toutes les,alerte info,ecouter l',ecoutez l',reecouter,vous avez lu,"
    "profitez d'une,profitez d'un,offrez,classe dans,publie dans,lire en ligne,lire sur le,"
    "taille du texte,passer au contenu,pour reecouter,cliquez,ajouter google,google news,"
    "skip to,retrouvez toute,retrouvez-nous,sautez le pas,j'en profite,j'adhere,je donne,"
    "nous suivre,voir les sous-sections,mots-cles >,recevoir les informations,"
    "recevoir des informations,en remplissant,numero de telephone,la suite apres,"
    "lecture automatique,voir les,precedent :,suivant :,article precedent,article suivant,"
    "etiquettes :,page non trouvee,suivez l'evolution,suivez notre direct,suivez toute,"
    "retrouvez-nous sur,l'actualite par la redaction,retrouvez l'ensemble,telechargez notre,"
    "vous devez etre connecte,deja inscrit,pas encore inscrit,toutes les newsletters,"
    "retour au sommaire,retour au menu,retour a la liste,retour en haut,aller a la recherche,"
    "aller a la navigation,aller au menu,acceder au contenu,acceder aux raccourcis,"
    "acceder au site,accepter les cookies,signaler un contenu,signaler un abus,"
    "signaler une erreur,tentez de gagner,tentez de rempo,reagir a cet,"
    "actualisation automatique,ecrivez-nous,une question, un temoignage,posez vos questions,"
    "posez votre question,de notre correspondant,de notre envoye,de nos envoyes,"
    "avec notre correspondant,de notre correspondante,videos : en ce moment"};

const Phrases kNotices{
    "reserve aux abonnes,reservee aux abonnes,reserve aux inscrits,reservee a nos abonnes,"
    "reserves a nos abonnes,vous desabonner,politique de confidentialite,de cet article a lire,"
    "mentions legales,conditions generales d'util,code promo,codes promo,merci de saisir,"
    "notre service commercial,telecharger l'application,recaptcha,[unknown input,"
    "sur un autre appareil,articles gratuits,deductible de vos impots,terms of service,nos cgu,"
    "nos cgv,tous droits reserves,activer javascript,voir conditions,"
    "jouer comporte des risques,recevez jusqu'a,respecte votre vie privee,"
    "nos partenaires et nous,dans votre boite,n'est pas disponible dans votre pays,"
    "d'argent sont interdits aux mineurs,avec votre consentement,numero de telephone portable,"
    "n'avez pas accepte les,ce contenu est bloque,adresse ne sera jamais communiquee,"
    "recevez l'actualite,debloquez le mode"};

const Phrases kNoticeMatters{
    "newsletter,infolettre,cookies,donnees personnelles,mot de passe,adresse electronique,"
    "adresse e-mail,votre e-mail,votre navigateur,notre application,telechargez,ce "
    "formulaire,"
    "votre abonnement,desabonn,deja abonne,essai gratuit,courriel,liste de diffusion,"
    "vos preferences,vos donnees,espace personnel,alertes,publicites"};

const Phrases kReaderWords{" vous ,vous , votre , vos , nos ,nos , notre ,votre "};

const Phrases kAsideOpenings{
    "lire aussi,a lire aussi,lire egalement,a lire egalement,voir aussi,a voir aussi,lire :,"
    "a lire :,a voir :,voir :,relire :,ecouter aussi,a ecouter aussi,sur le meme sujet :,"
    "lire l'article,lire notre,lire l'entretien,(lire ,voir egalement,a relire :,"
    "retrouvez notre,retrouvez tous nos,retrouvez ici,lisez aussi,notre dossier :,"
    "en savoir plus :"};

const Phrases kMediaOpenings{
    "video.,videos.,en video.,en images.,en image.,carte.,cartes.,infographie.,infographies.,"
    "podcast.,diaporama.,photos.,direct.,video :,en video :,en images :,podcast :,diaporama :"};

const Phrases kShareWords{
    "facebook,twitter,tweeter,google,google+,linkedin,pinterest,whatsapp,whats'app,messenger,"
    "flipboard,instagram,telegram,bluesky,threads,reddit,mail,email,e-mail,sms,mastodon,viadeo,"
    "tumblr,pocket,imprimer,print,partager,partage,partages,partager:,copier,lien,le,envoyer,"
    "send,x,sur,par,commenter,commentaire,commentaires,discussion,facebooktwitter,"
    "facebooktwittermail,share,tiktok,youtube,snapchat,rss,ok,reagir,zen,reactions,reaction,"
    "vues,vue,votes,vote,avis,lectures,likes,fois,lu,tweets,tweet,epingler,xing,signal"};

const Phrases kCredits{
    "credit photo,credits photo,credit :,credits :,credit:,credits:,(photo,photo :,photo:,"
    "photos :,photo d'illustration,image d'illustration,illustration),capture d'ecran,getty,"
    "istock,shutterstock,/ afp,/afp, afp photo,/ap/,/ap ,/ ap,/sipa,/ sipa,/reuters,/ reuters,"
    "/epa,/ epa,/maxppp,/ maxppp,/hans lucas,afp/,reuters/,sipa/,abaca,keystone,| dr,/ dr,(dr),"
    "afp),reuters),sipa),tous droits reserves,wikimedia,unsplash,/pool,photo archives,(c) "};

const Phrases kPostMarks{"pic.twitter,//t.co,(@,t.co/,twitter.com/,instagram.com/p"};

const Phrases kAnnouncements{
    "publie,mis a jour,mise a jour,modifie,poste le,actualise,mis en ligne,mise en ligne,"
    "derniere modification,date de publication,publication,cree le,redige le,paru le,parution"};

const Phrases kModified{"mis a jour,mise a jour,modifie,maj ,actualise,updated,derniere mod,maj:"};

const Phrases kFunctionWords{
    "a,au,aux,avec,ce,ces,cette,c'est,dans,de,des,du,elle,elles,en,est,et,eu,il,ils,je,la,le,"
    "les,leur,leurs,lui,mais,n'a,ne,nous,on,ont,ou,par,pas,plus,pour,qu'il,que,qui,sa,se,ses,"
    "son,sont,sur,un,une,vous,y,ete,etait,the,of,and"};

}  // namespace kiosque::corpus::scraped
