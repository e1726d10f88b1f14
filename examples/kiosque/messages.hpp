#pragma once
// Every sentence of the command, in its two languages, and nothing else. French is chosen by the
// locale (locale.hpp); a message with {} takes its values in that order in both.

namespace command {

struct Message {
  const char* english;
  const char* french;
};

namespace text {

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
