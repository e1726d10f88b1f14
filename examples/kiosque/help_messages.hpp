#pragma once
// What the help says.

#include "message.hpp"

namespace command::text {

// The help: the command as a whole.
inline constexpr Message about{"Full-text search for French news",
                               "Recherche plein texte dans la presse française"};
inline constexpr Message about_footer{
    "Exit status: 0 done or something found; 1 nothing found, an unknown id, or inputs rejected;\n"
    "2 bad usage; 3 archive missing, locked, damaged or of another version; 4 stopped by a\n"
    "deadline or a signal; 5 nothing could be indexed.\n\n"
    "Example:\n  kiosque index presse.kiosque pages/ export.jsonl\n"
    "  kiosque search presse.kiosque \"réforme des retraites\" --facet tag --histogram month",
    "Code de retour : 0 terminé ou trouvé ; 1 rien de trouvé, identifiant inconnu ou entrées\n"
    "rejetées ; 2 mauvais usage ; 3 archive absente, verrouillée, abîmée ou d’une autre\n"
    "version ; 4 arrêté par un délai ou un signal ; 5 rien n’a pu être indexé.\n\n"
    "Exemple :\n  kiosque index presse.kiosque pages/ export.jsonl\n"
    "  kiosque search presse.kiosque \"réforme des retraites\" --facet tag --histogram month"};
inline constexpr Message usage{"Usage", "Utilisation"};
inline constexpr Message command_word{"COMMAND", "COMMANDE"};
inline constexpr Message commands{"Commands", "Commandes"};
inline constexpr Message arguments{"Arguments", "Arguments"};
inline constexpr Message required{"(required)", "(obligatoire)"};
inline constexpr Message help_option{"Print this help", "Affiche cette aide"};
inline constexpr Message version_option{"Print the version", "Affiche la version"};
inline constexpr Message json_option{"One JSON object instead of text",
                                     "Un objet JSON au lieu du texte"};

// The help: arguments that several commands share.
inline constexpr Message archive{"The archive's folder, such as presse.kiosque",
                                 "Le dossier de l’archive, par exemple presse.kiosque"};
inline constexpr Message paths{"Files, folders (walked), or - for standard input",
                               "Fichiers, dossiers (parcourus), ou - pour l’entrée standard"};
inline constexpr Message query_words{"What to look for; absent: every article",
                                     "Ce que l’on cherche ; absent : tous les articles"};
inline constexpr Message filter_option{
    "Articles whose FIELD is VALUE; repeated: either value",
    "Articles dont FIELD vaut VALUE ; répété : l’une ou l’autre"};
inline constexpr Message from_option{"Published on this day or later",
                                     "Parus ce jour-là ou plus tard"};
inline constexpr Message to_option{"Published on this day or earlier",
                                   "Parus ce jour-là ou plus tôt"};
inline constexpr Message sort_option{
    "relevance (the default), newest, oldest, or FIELD, FIELD:desc: an own\n"
    "number or date",
    "relevance (pertinence, par défaut), newest (récents), oldest (anciens),\n"
    "ou FIELD, FIELD:desc : un nombre ou une date de l’archive"};
inline constexpr Message limit_option{"How many articles at most ({})",
                                      "Combien d’articles au plus ({})"};
inline constexpr Message all_of_them{"all", "tous"};
inline constexpr Message offset_option{"How many to leave out first", "Combien en passer d’abord"};
inline constexpr Message match_option{"Any word may match (the default), or all must",
                                      "Un mot suffit (any, par défaut), ou tous (all)"};
inline constexpr Message collapse_option{
    "The same dispatch of several papers once, with its copies",
    "Une même dépêche une seule fois, avec ses reprises"};
inline constexpr Message count_option{
    "What facets and timelines count: articles (the default) or families of copies",
    "Ce que comptent facettes et chronologies : articles (par défaut) ou familles de reprises"};
inline constexpr Message in_family{"in {} family", "en {} famille"};
inline constexpr Message in_families{"in {} families", "en {} familles"};
inline constexpr Message copied_by_one{"also printed by {} title", "repris par {} titre"};
inline constexpr Message copied_by_many{"also printed by {} titles", "repris par {} titres"};
inline constexpr Message same_text{"the same words", "mêmes mots"};
inline constexpr Message differs_by{"{}% differ", "{} % de différence"};
inline constexpr Message today_option{"The day that relative dates count from (today)",
                                      "Le jour d’où comptent les dates relatives (aujourd’hui)"};
inline constexpr Message zone_option{
    "The time zone of all days and hours, such as Asia/Tokyo (Europe/Paris)",
    "Le fuseau horaire des jours et des heures, comme Asia/Tokyo (Europe/Paris)"};
inline constexpr Message strict_option{"Words as typed: accents and endings count",
                                       "Les mots tels quels : accents et terminaisons comptent"};
inline constexpr Message expand_option{
    "Look also for what the best articles have in common",
    "Chercher aussi ce que les meilleurs articles ont en commun"};
inline constexpr Message correct_option{
    "Words that the archive lacks: look for what they may stand for",
    "Les mots absents de l’archive : chercher ceux qu’ils peuvent vouloir dire"};
inline constexpr Message no_variants_option{"Without other spellings of names",
                                            "Sans les autres graphies des noms"};
inline constexpr Message half_life_option{
    "Recent articles first: after so many days a score counts half",
    "Les articles récents d’abord : au bout de tant de jours, la note compte pour moitié"};
inline constexpr Message deadline_option{"Stop after so many milliseconds (0: never)",
                                         "S’arrêter après tant de millisecondes (0 : jamais)"};
inline constexpr Message facet_option{
    "The N (10) most frequent values of FIELD: section, tag, author,\n"
    "source, language, year, month, day, weekday or an own field; of an own\n"
    "number or date also FIELD:..300,300..800, FIELD:year, FIELD:month",
    "Les N (10) valeurs les plus fréquentes de FIELD : section, tag,\n"
    "author, source, language, year, month, day, weekday ou un champ de\n"
    "l’archive ; d’un nombre ou d’une date aussi FIELD:..300,300..800,\n"
    "FIELD:year, FIELD:month"};
inline constexpr Message facet_order_option{
    "Facets by count, or by value", "Les facettes par nombre (count) ou par valeur (value)"};
inline constexpr Message facet_prefix_option{
    "Only values one of whose words begins so; of the facet FIELD alone",
    "Seules les valeurs dont un mot commence ainsi ; de la seule facette FIELD"};
inline constexpr Message facet_parent_option{
    "Only what lies right in this value (Monde > Afrique in Monde);\n\"\": the top",
    "Seulement ce qui est juste au-dessous (Monde > Afrique sous Monde) ;\n\"\" : le sommet"};
inline constexpr Message histogram_option{"A timeline", "Une frise chronologique"};

// The help: one description and one example a command.
inline constexpr Message index_about{"Read files into an archive, made if there is none",
                                     "Lit des fichiers dans une archive, créée au besoin"};
inline constexpr Message index_footer{
    "Example:\n  kiosque index presse.kiosque pages/ export.jsonl --rejected rejected.jsonl\n"
    "  zstdcat export.jsonl.zst | kiosque index presse.kiosque -",
    "Exemple :\n  kiosque index presse.kiosque pages/ export.jsonl --rejected rejets.jsonl\n"
    "  zstdcat export.jsonl.zst | kiosque index presse.kiosque -"};
inline constexpr Message format_option{
    "The inputs' form; auto, the default, sees it from the content",
    "La forme des entrées ; auto, par défaut, la voit au contenu"};
inline constexpr Message source_option{"The paper or site of articles that name none",
                                       "Le journal ou le site des articles qui n’en nomment pas"};
inline constexpr Message language_option{
    "Only articles in this language (fr), or in none for sure; repeated: either",
    "Seulement les articles dans cette langue (fr), ou sans langue sûre ; répété : l’une ou "
    "l’autre"};
inline constexpr Message page_day_option{"The day that \"yesterday\" on a page is told from",
                                         "Le jour d’où compte le « hier » d’une page"};
inline constexpr Message rules_option{"Which elements to keep or drop, by site (docs/pages.md)",
                                      "Les éléments à garder ou à ôter, par site (docs/pages.md)"};
inline constexpr Message text_option{"As one would read it, instead of JSON",
                                     "Comme on le lirait, au lieu de JSON"};
inline constexpr Message explain_option{
    "For each block of a page: kept (+) or not (-), and why",
    "Pour chaque bloc d’une page : gardé (+) ou non (-), et pourquoi"};
inline constexpr Message field_option{
    "A field of a new archive's own; TYPE is keyword, number or date",
    "Un champ propre à une nouvelle archive ; TYPE : keyword (mot-clé), number\n"
    "(nombre) ou date"};
inline constexpr Message jobs_option{"How many threads at once", "Combien de fils à la fois"};
inline constexpr Message rejected_option{"Write the rejections there, one JSON object a line",
                                         "Y écrire les rejets, un objet JSON par ligne"};
inline constexpr Message replace_option{"An id that comes again takes the place as it is",
                                        "Un identifiant qui revient prend la place tel quel"};
inline constexpr Message keep_option{"An id that comes again is left out",
                                     "Un identifiant qui revient est laissé de côté"};

inline constexpr Message clean_about{
    "Print the cleaned articles, one JSON object a line; nothing is indexed",
    "Affiche les articles nettoyés, un objet JSON par ligne, sans indexer"};
inline constexpr Message clean_footer{"Example:\n  kiosque clean page.html --text",
                                      "Exemple :\n  kiosque clean page.html --text"};
inline constexpr Message search_about{"Search an archive", "Cherche dans une archive"};
inline constexpr Message search_footer{
    "Several words need no quotes. After -- the query may begin with -.\n\n"
    "Example:\n"
    "  kiosque search presse.kiosque \"restrictions américaines\" --facet tag --facet year:5\n"
    "  kiosque search presse.kiosque --filter section=Politique --from 2021-01-01 --sort newest\n"
    "  kiosque search presse.kiosque --json -- -grève retraites",
    "Plusieurs mots se passent de guillemets. Après --, la requête peut commencer par -.\n\n"
    "Exemple :\n"
    "  kiosque search presse.kiosque \"restrictions américaines\" --facet tag --facet year:5\n"
    "  kiosque search presse.kiosque --filter section=Politique --from 2021-01-01 --sort newest\n"
    "  kiosque search presse.kiosque --json -- -grève retraites"};
inline constexpr Message suggest_about{"Complete what is being typed", "Complète ce que l’on tape"};
inline constexpr Message suggest_footer{
    "The last word is the beginning of one; those before it narrow.\n\n"
    "Example:\n  kiosque suggest presse.kiosque réforme des ret --kind phrase --kind tag",
    "Le dernier mot est le début d’un mot ; ceux d’avant précisent.\n\n"
    "Exemple :\n  kiosque suggest presse.kiosque réforme des ret --kind phrase --kind tag"};
inline constexpr Message typed_words{"What was typed so far", "Ce qui est déjà tapé"};
inline constexpr Message completions_option{"How many completions at most (10)",
                                            "Combien de propositions au plus (10)"};
inline constexpr Message kind_option{
    "Only these: word, phrase, tag, author, section, source, title;\n"
    "repeated: either",
    "Seulement : word, phrase, tag, author, section, source, title ;\n"
    "répété : les uns et les autres"};
inline constexpr Message no_typos_option{"Without forgiving typing errors",
                                         "Sans pardonner les fautes de frappe"};
inline constexpr Message no_completion{"No completion", "Aucune proposition"};
inline constexpr Message is_corrected{"corrected", "corrigé"};
inline constexpr Message bursts_about{"When a subject was in the news, and why",
                                      "Quand un sujet a fait l’actualité, et pourquoi"};
inline constexpr Message bursts_footer{
    "Where nothing else is asked for, all words must match.\n\n"
    "Example:\n  kiosque bursts presse.kiosque attentat\n"
    "  kiosque bursts presse.kiosque '\"coupe du monde\"' --unit week --from 2014",
    "Sans autre indication, tous les mots doivent s’y trouver.\n\n"
    "Exemple :\n  kiosque bursts presse.kiosque attentat\n"
    "  kiosque bursts presse.kiosque '\"coupe du monde\"' --unit week --from 2014"};
inline constexpr Message bursts_option{"How many periods at most (10)",
                                       "Combien de périodes au plus (10)"};
inline constexpr Message unit_option{
    "How finely to look: what the archive has enough articles for is the default",
    "Avec quelle finesse ; par défaut, selon le nombre d’articles de l’archive"};
inline constexpr Message related_about{
    "What the articles that a query finds have in common: words, tags, authors",
    "Ce que les articles trouvés ont en commun : mots, mots-clés, auteurs"};
inline constexpr Message related_footer{
    "Example:\n  kiosque related presse.kiosque réforme des retraites",
    "Exemple :\n  kiosque related presse.kiosque réforme des retraites"};
inline constexpr Message terms_option{"How many of each kind (10)", "Combien de chaque sorte (10)"};
inline constexpr Message read_option{
    "How many of the best articles are read (200; at most 1000)",
    "Combien des meilleurs articles sont lus (200 ; au plus 1000)"};
inline constexpr Message similar_about{"Articles on the same subject as one of them",
                                       "Les articles sur le même sujet qu’un autre"};
inline constexpr Message similar_footer{"Example:\n  kiosque similar presse.kiosque a1",
                                        "Exemple :\n  kiosque similar presse.kiosque a1"};
inline constexpr Message batch_about{
    "Answer the topics of standard input as a TREC run",
    "Répond aux questions de l’entrée standard, sous forme de run TREC"};
inline constexpr Message batch_footer{
    "A topic is a line: qid TAB query. An answer is a line: qid Q0 id rank score kiosque, the\n"
    "scores falling strictly (equal ones are nudged down). A space in an id is written as %20.\n\n"
    "Example:\n  kiosque batch presse.kiosque --limit 100 < topics.tsv > run.trec",
    "Une question est une ligne : qid TAB requête. Une réponse est une ligne : qid Q0 id rang\n"
    "note kiosque, les notes strictement décroissantes (les égales sont à peine abaissées).\n"
    "Une espace dans un identifiant s’écrit %20.\n\n"
    "Exemple :\n  kiosque batch presse.kiosque --limit 100 < questions.tsv > run.trec"};
inline constexpr Message show_about{"Print one article as JSON", "Affiche un article en JSON"};
inline constexpr Message show_footer{"Example:\n  kiosque show presse.kiosque a1",
                                     "Exemple :\n  kiosque show presse.kiosque a1"};
inline constexpr Message article_id{"The article's id", "L’identifiant de l’article"};
inline constexpr Message delete_about{"Delete articles by their ids",
                                      "Supprime des articles par leurs identifiants"};
inline constexpr Message delete_footer{"Example:\n  kiosque delete presse.kiosque a1 a2",
                                       "Exemple :\n  kiosque delete presse.kiosque a1 a2"};
inline constexpr Message article_ids{"The articles' ids", "Les identifiants des articles"};
inline constexpr Message info_about{"Tell what an archive holds",
                                    "Dit ce que contient une archive"};
inline constexpr Message info_footer{"Example:\n  kiosque info presse.kiosque --json",
                                     "Exemple :\n  kiosque info presse.kiosque --json"};
inline constexpr Message compact_about{
    "Make an archive as small as can be, without what was deleted",
    "Rend une archive aussi petite que possible, sans ce qui a été supprimé"};
inline constexpr Message compact_footer{"Example:\n  kiosque compact presse.kiosque",
                                        "Exemple :\n  kiosque compact presse.kiosque"};
inline constexpr Message compacted{"{} is now, {} before", "{} à présent, {} avant"};
inline constexpr Message export_about{
    "Print every article, or all that a query finds, for other programs",
    "Affiche tous les articles, ou tous ceux qu’une requête trouve, pour d’autres programmes"};
inline constexpr Message export_footer{
    "Without a query and options every article is printed, in the order of arrival. A reading\n"
    "list is in the order of search; the archive's revision and the question go to standard\n"
    "error, and into the notes of ris and csl.\n\n"
    "Example:\n  kiosque export presse.kiosque | gzip > presse.jsonl.gz\n"
    "  kiosque export presse.kiosque grève --filter section=Politique --format ris > list.ris",
    "Sans requête ni options, tous les articles, dans l’ordre d’arrivée. Une liste de lecture\n"
    "est dans l’ordre de search ; la révision de l’archive et la question vont sur la sortie\n"
    "d’erreur, et dans les notes de ris et de csl.\n\n"
    "Exemple :\n  kiosque export presse.kiosque | gzip > presse.jsonl.gz\n"
    "  kiosque export presse.kiosque grève --filter section=Politique --format ris > liste.ris"};
inline constexpr Message list_format_option{
    "JSON lines (the default), a table, or references for Zotero (RIS, CSL-JSON)",
    "Lignes JSON (par défaut), tableau, ou références pour Zotero (RIS, CSL-JSON)"};
inline constexpr Message body_option{"Also the text in a table (csv); jsonl has it anyway",
                                     "Aussi le texte dans un tableau (csv) ; jsonl l’a toujours"};
inline constexpr Message analyze_about{"Show the terms of a text, with their byte offsets",
                                       "Montre les termes d’un texte, avec leurs octets"};
inline constexpr Message analyze_footer{
    "Example:\n  kiosque analyze \"L’élection présidentielle\"",
    "Exemple :\n  kiosque analyze \"L’élection présidentielle\""};
inline constexpr Message analyze_text{"The text, or - for standard input",
                                      "Le texte, ou - pour l’entrée standard"};
inline constexpr Message explain_about{"Show what is understood of a query",
                                       "Montre ce qui est compris d’une requête"};
inline constexpr Message explain_footer{
    "Example:\n  kiosque explain 'réforme -grève date:2021'\n"
    "  kiosque explain presse.kiosque 'réforme -grève'    (also what each word finds)\n"
    "  kiosque explain presse.kiosque 'réforme -grève' a1  (also why article a1 is where it is)",
    "Exemple :\n  kiosque explain 'réforme -grève date:2021'\n"
    "  kiosque explain presse.kiosque 'réforme -grève'    (aussi ce que trouve chaque mot)\n"
    "  kiosque explain presse.kiosque 'réforme -grève' a1  (aussi pourquoi l’article a1 est là)"};
inline constexpr Message explain_operands{
    "The query; with two arguments the first is an archive",
    "La requête ; avec deux arguments, le premier est une archive"};

}  // namespace command::text
