#pragma once
// Every sentence of the command but those of its help, and nothing else.

#include "help_messages.hpp"
#include "message.hpp"

namespace command {
namespace text {

// Bad usage.
inline constexpr Message try_help{"“kiosque {}--help” tells how to use it.",
                                  "« kiosque {}--help » dit comment s’en servir."};
inline constexpr Message unknown_command{"there is no command “{}”",
                                         "il n’y a pas de commande « {} »"};
inline constexpr Message no_command{"a command is missing", "il manque une commande"};
inline constexpr Message unexpected{"unexpected argument: {}", "argument inattendu : {}"};
inline constexpr Message dashes_hint{
    "To look for a text that begins with -, put -- before it.",
    "Pour chercher un texte qui commence par -, le faire précéder de --."};
inline constexpr Message is_missing{"{} is missing", "il manque {}"};
inline constexpr Message excludes{"{} and {} do not go together", "{} et {} ne vont pas ensemble"};
inline constexpr Message needs_one_value{"{} takes one value, given once",
                                         "{} prend une valeur, donnée une seule fois"};
inline constexpr Message not_a_number{"“{}” is not a whole number of {} or more",
                                      "« {} » n’est pas un nombre entier d’au moins {}"};
inline constexpr Message not_a_choice{"“{}” is none of {}", "« {} » ne fait pas partie de {}"};
inline constexpr Message bad_filter{"--filter: “{}” is not of the form FIELD=VALUE",
                                    "--filter : « {} » n’est pas de la forme FIELD=VALUE"};
inline constexpr Message bad_facet{
    "--facet: “{}” is not of the form FIELD, FIELD:N, FIELD:month or FIELD:..300,300..800",
    "--facet : « {} » n’est pas de la forme FIELD, FIELD:N, FIELD:month ou FIELD:..300,300..800"};
inline constexpr Message bad_sort{
    "--sort: “{}” is not relevance, newest, oldest, FIELD or FIELD:desc",
    "--sort : « {} » n’est ni relevance, ni newest, ni oldest, ni FIELD, ni FIELD:desc"};
inline constexpr Message bad_field{
    "--field: “{}” is not of the form NAME:keyword, NAME:number or NAME:date",
    "--field : « {} » n’est pas de la forme NAME:keyword, NAME:number ou NAME:date"};

// What goes wrong, or is worth saying, while at work.
inline constexpr Message cannot_read{"cannot read {}: {}", "impossible de lire {} : {}"};
inline constexpr Message cannot_write{"cannot write to “{}”: {}",
                                      "impossible d’écrire dans « {} » : {}"};
inline constexpr Message standard_output{"standard output", "sortie standard"};
inline constexpr Message stopping{"stopping; once more to give up at once",
                                  "arrêt en cours ; une seconde fois pour abandonner aussitôt"};
inline constexpr Message stopped_index{"stopped; what was read is stored",
                                       "arrêté ; ce qui a été lu est enregistré"};
inline constexpr Message stopped_search{"stopped early: the answer is not complete",
                                        "arrêté avant la fin : la réponse n’est pas complète"};
inline constexpr Message note{"note: {}", "note : {}"};
inline constexpr Message understood{"understood: {}", "compris : {}"};
inline constexpr Message unknown_id{"{}: no article “{}”", "{} : pas d’article « {} »"};
inline constexpr Message bad_topic{"standard input:{}: {}", "entrée standard:{} : {}"};
inline constexpr Message no_tab{
    "no tab between the topic's number and its query; the line is left out",
    "pas de tabulation entre le numéro et la requête ; la ligne est laissée"};
inline constexpr Message bad_qid{
    "the topic's number is empty or holds a space; the line is left out",
    "le numéro est vide ou contient une espace ; la ligne est laissée"};
inline constexpr Message empty_topic{"the query is empty; the line is left out",
                                     "la requête est vide ; la ligne est laissée"};
inline constexpr Message see_rejected{"details in {}", "détails dans {}"};

// Counts: {} is the number, written as the language does.
inline constexpr Message article{"{} article", "{} article"};
inline constexpr Message articles{"{} articles", "{} articles"};
inline constexpr Message at_least{"at least {}", "au moins {}"};
inline constexpr Message milliseconds{"{} ms", "{} ms"};
inline constexpr Message added{"{} added", "{} ajouté"};
inline constexpr Message added_many{"{} added", "{} ajoutés"};
inline constexpr Message updated{"{} updated", "{} mis à jour"};
inline constexpr Message unchanged{"{} unchanged", "{} inchangé"};
inline constexpr Message unchanged_many{"{} unchanged", "{} inchangés"};
inline constexpr Message rejected{"{} rejected", "{} rejeté"};
inline constexpr Message rejected_many{"{} rejected", "{} rejetés"};
inline constexpr Message incomplete{"{} kept without a value", "{} gardé sans une valeur"};
inline constexpr Message incomplete_many{"{} kept without a value", "{} gardés sans une valeur"};
inline constexpr Message deleted{"{} deleted", "{} supprimé"};
inline constexpr Message deleted_many{"{} deleted", "{} supprimés"};
inline constexpr Message seconds{"{} s", "{} s"};
inline constexpr Message rate{"{} article/s", "{} article/s"};
inline constexpr Message rate_many{"{} articles/s", "{} articles/s"};
inline constexpr Message bytes{"{} bytes", "{} octets"};
inline constexpr Message kilobytes{"{} kB", "{} ko"};
inline constexpr Message megabytes{"{} MB", "{} Mo"};
inline constexpr Message gigabytes{"{} GB", "{} Go"};
inline constexpr Message time_left{"{} left", "reste {}"};

// The library's warnings, by their codes; {} is what of the query each is about.
struct CodedMessage {
  const char* code;
  Message message;
};
inline constexpr CodedMessage warnings[] = {
    {"unclosed_quote",
     {"a quotation mark is not closed: ignored", "un guillemet n’est pas fermé : ignoré"}},
    {"unclosed_parenthesis",
     {"a parenthesis is not closed: closed at the end",
      "une parenthèse n’est pas fermée : elle l’est à la fin"}},
    {"unmatched_parenthesis",
     {"a parenthesis closes nothing: ignored", "une parenthèse ne ferme rien : ignorée"}},
    {"empty_field", {"“{}” has no value: ignored", "« {} » est sans valeur : ignoré"}},
    {"bad_date",
     {"“{}” is no date: ignored; write 2022, 2022-04, 24/04/2022, avril 2022, or 2021..2022",
      "« {} » n’est pas une date : ignoré ; écrivez 2022, 2022-04, 24/04/2022, avril 2022 ou "
      "2021..2022"}},
    {"bad_number",
     {"“{}” is no number: ignored; write 512, 300..800, 300.. or ..800",
      "« {} » n’est pas un nombre : ignoré ; écrivez 512, 300..800, 300.. ou ..800"}},
    {"capitals",
     {"“{}” is read as a word, since everything is in capitals",
      "« {} » est lu comme un mot, puisque tout est en capitales"}},
    {"near_operand",
     {"only words and phrases can be near each other or counted: “{}” is read as ET or ignored",
      "seuls des mots et des expressions peuvent être proches ou comptés : « {} » est lu comme ET "
      "ou ignoré"}},
    {"far", {"“{}”: 50 words is the farthest, read so", "« {} » : 50 mots au plus, lu ainsi"}},
    {"too_deep",
     {"too many operators in one another: “{}” is read as ET",
      "trop d’opérateurs imbriqués : « {} » est lu comme ET"}},
    {"quorum",
     {"“{}”: more are wanted than there are, so all are",
      "« {} » : il en est demandé plus qu’il n’y en a, donc tous"}},
    {"quorum_sign",
     {"“{}” is excluded and does not count among several: ignored",
      "« {} » est exclu et ne compte pas parmi plusieurs : ignoré"}},
    {"short_prefix",
     {"“{}”: an asterisk needs two letters before it: ignored",
      "« {} » : l’astérisque demande deux lettres devant lui : ignoré"}},
    {"coarse_histogram",
     {"too many periods: the timeline has longer ones; --from and --to narrow it",
      "trop de périodes : la frise en prend de plus longues ; --from et --to la resserrent"}},
    {"empty_query",
     {"nothing to look for: all articles, the newest first; type a word",
      "rien à chercher : tous les articles, du plus récent au plus ancien ; tapez un mot"}},
};

// Results.
inline constexpr Message also_searched{"also looked for: {} (--no-variants leaves them out)",
                                       "aussi cherchés : {} (--no-variants pour s’en passer)"};
inline constexpr Message date_offered{"“{}” may be a date: date:{} keeps to it",
                                      "« {} » est peut-être une date : date:{} s’y limite"};
inline constexpr Message try_instead{"Try: {}", "Essayez avec : {}"};
inline constexpr Message corrected{"looked for: {} (without --correct, the words as typed)",
                                   "cherché : {} (sans --correct, les mots tels quels)"};
inline constexpr Message no_burst{"No period stands out", "Aucune période ne ressort"};
inline constexpr Message nothing_related{"Nothing in common stands out",
                                         "Rien de commun ne ressort"};
inline constexpr Message no_similar{"No article on the same subject",
                                    "Aucun article sur le même sujet"};
inline constexpr Message burst_counts{"{} of {} articles ({} expected)",
                                      "{} articles sur {} (attendus : {})"};
inline constexpr Message related_to{"the best {} of {}", "les {} meilleurs sur {}"};
inline constexpr Message term_counts{"{} of {}", "{} sur {}"};
inline constexpr Message words_title{"word", "mot"};
inline constexpr Message exported{"{} · revision {} · {}", "{} · révision {} · {}"};
inline constexpr Message no_article{"No article", "Aucun article"};
inline constexpr Message untitled{"(untitled)", "(sans titre)"};
inline constexpr Message none_of_these{"(none)", "(sans)"};
inline constexpr Message more_value{"… {} more", "… {} autre"};
inline constexpr Message more_values{"… {} more", "… {} autres"};
inline constexpr Message undated{" · {} without a date", " · {} sans date"};
inline constexpr Message highest{" · at most {} ({})", " · au plus {} ({})"};
inline constexpr Message per_column{", {} a column", ", {} par colonne"};
inline constexpr Message by_year{"by year", "par année"};
inline constexpr Message by_month{"by month", "par mois"};
inline constexpr Message by_week{"by week", "par semaine"};
inline constexpr Message by_day{"by day", "par jour"};
inline constexpr Message by_hour{"by hour", "par heure"};
inline constexpr Message largest_share{
    "lower line: share of all articles, at most {}% ({})",
    "ligne du bas : part de tous les articles, au plus {} % ({})"};
inline constexpr Message facet_section{"section", "rubrique"};
inline constexpr Message facet_tag{"tag", "mot-clé"};
inline constexpr Message facet_author{"author", "auteur"};
inline constexpr Message facet_source{"source", "source"};
inline constexpr Message facet_language{"language", "langue"};
inline constexpr Message facet_year{"year", "année"};
inline constexpr Message facet_month{"month", "mois"};
inline constexpr Message facet_day{"day", "jour"};
inline constexpr Message facet_weekday{"weekday", "jour de la semaine"};
inline constexpr Message weekdays[] = {{"Monday", "lundi"},       {"Tuesday", "mardi"},
                                       {"Wednesday", "mercredi"}, {"Thursday", "jeudi"},
                                       {"Friday", "vendredi"},    {"Saturday", "samedi"},
                                       {"Sunday", "dimanche"}};

// explain, analyze, info.
inline constexpr Message every_article{"every article", "tous les articles"};
inline constexpr Message kind_word{"word", "mot"};
inline constexpr Message kind_phrase{"phrase", "expression"};
inline constexpr Message kind_exact{"value", "valeur"};
inline constexpr Message kind_dates{"dates", "dates"};
inline constexpr Message kind_group{"group", "groupe"};
inline constexpr Message kind_prefix{"beginning", "début"};
inline constexpr Message kind_similar{"spelt like", "approché"};
inline constexpr Message kind_verbatim{"exactly", "exact"};
inline constexpr Message kind_near{"near", "près"};
inline constexpr Message kind_ordered{"in order", "à la suite"};
inline constexpr Message kind_sentence{"sentence", "phrase"};
inline constexpr Message kind_paragraph{"paragraph", "paragraphe"};
inline constexpr Message kind_frequent{"at least", "au moins"};
inline constexpr Message kind_quorum{"at least", "au moins"};
inline constexpr Message occur_should{"may match", "facultatif"};
inline constexpr Message occur_must{"required", "exigé"};
inline constexpr Message occur_must_not{"excluded", "exclu"};
inline constexpr Message occur_filter{"filter", "filtre"};
inline constexpr Message without_it{"without it: {}", "sans : {}"};
inline constexpr Message not_stored{"no article has the id {}",
                                    "aucun article ne porte l’identifiant {}"};
inline constexpr Message ranked{"{}: rank {} of {}, score {:.2f}",
                                "{} : rang {} sur {}, score {:.2f}"};
inline constexpr Message not_among{"{} is not found:", "{} n’est pas trouvé :"};
inline constexpr Message misses{"it lacks {}; without that: {}",
                                "il lui manque {} ; sans cela : {}"};
inline constexpr Message is_excluded{"{} excludes it; without that: {}",
                                     "{} l’exclut ; sans cela : {}"};
inline constexpr Message has_none{"it has none of the words", "il n’a aucun des mots"};
inline constexpr Message share_places{"title {}, lead {}, body {}", "titre {}, chapô {}, texte {}"};
inline constexpr Message nearness{"the words are near each other: × {:.2f}",
                                  "les mots sont proches : × {:.2f}"};
inline constexpr Message column_surface{"surface", "forme"};
inline constexpr Message column_stem{"stem", "racine"};
inline constexpr Message column_exact{"accents", "accents"};
inline constexpr Message column_bytes{"bytes", "octets"};
inline constexpr Message column_text{"text", "texte"};
inline constexpr Message info_path{"archive", "archive"};
inline constexpr Message info_articles{"articles", "articles"};
inline constexpr Message info_days{"published", "parutions"};
inline constexpr Message info_languages{"languages", "langues"};
inline constexpr Message info_fields{"own fields", "champs"};
inline constexpr Message info_size{"size", "taille"};
inline constexpr Message info_segments{"segments", "segments"};
inline constexpr Message info_deleted{"{}, {} deleted or replaced in them",
                                      "{}, dont {} articles supprimés ou remplacés"};
inline constexpr Message info_memory{"memory", "mémoire"};
inline constexpr Message info_memory_use{"{} while all facets and dates are asked for",
                                         "{} quand toutes les facettes et les dates servent"};
inline constexpr Message info_schema{"schema", "schéma"};
inline constexpr Message info_analyzer{"analyzer", "analyseur"};
inline constexpr Message info_revision{"revision", "révision"};
inline constexpr Message info_unreadable{
    "made with another version: rebuild it to search or write",
    "faite avec une autre version : à reconstruire pour chercher ou écrire"};

// Why a block of a page is part of its article or not, as the library says it.
inline constexpr Message block_reasons[] = {
    {"advertisement", "publicité"},
    {"aside", "à côté"},
    {"behind the article", "derrière l’article"},
    {"box of links", "boîte de liens"},
    {"byline", "signature"},
    {"caption", "légende"},
    {"comments", "commentaires"},
    {"credit", "crédit"},
    {"date", "date"},
    {"details", "détails"},
    {"embed", "contenu intégré"},
    {"furniture", "habillage"},
    {"head of what follows the article", "titre de ce qui suit"},
    {"heading without text", "intertitre sans texte"},
    {"headline", "titre"},
    {"label", "étiquette"},
    {"lead", "chapô"},
    {"link", "lien"},
    {"link to another article", "renvoi à un article"},
    {"navigation", "navigation"},
    {"newsletter", "lettre d’information"},
    {"no words", "sans mots"},
    {"not kept by a rule", "non gardé par une règle"},
    {"notice", "avis"},
    {"outside the article", "hors de l’article"},
    {"paywall", "abonnement"},
    {"quote", "citation détachée"},
    {"related", "autre article"},
    {"rule: drop", "règle : drop"},
    {"rule: keep", "règle : keep"},
    {"said again in the text", "redit dans le texte"},
    {"share", "partage"},
    {"sidebar", "colonne"},
    {"tags", "mots-clés"},
    {"teaser", "accroche"},
    {"tool", "outil"},
};

// The members of an article.
inline constexpr Message member_title{"title", "titre"};
inline constexpr Message member_published{"published", "paru le"};
inline constexpr Message member_modified{"modified", "modifié le"};
inline constexpr Message member_authors{"authors", "auteurs"};
inline constexpr Message member_section{"section", "rubrique"};
inline constexpr Message member_tags{"tags", "mots-clés"};
inline constexpr Message member_source{"source", "source"};
inline constexpr Message member_url{"url", "url"};
inline constexpr Message member_language{"language", "langue"};

}  // namespace text
}  // namespace command
