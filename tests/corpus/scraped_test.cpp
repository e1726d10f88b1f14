#include "corpus/scraped.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <kiosque/page.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "corpus/invented_page.hpp"

namespace kiosque::corpus {
namespace {

using Names = std::vector<std::string>;

std::string paragraphs(const std::vector<std::string_view>& texts) {
  std::string body;
  for (const auto text : texts) {
    if (!body.empty()) body += "\n\n";
    body += text;
  }
  return body;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The title, the three paragraphs and their credits, with something between them.
Article with_between(const std::vector<std::string_view>& noise) {
  std::vector<std::string_view> lines = {"Valbrune : le pont suspendu rouvre enfin",
                                         "Publié le 4 mars 2024 à 9h12", kFirst};
  lines.insert(lines.end(), noise.begin(), noise.end());
  lines.push_back(kSecond);
  lines.push_back(kThird);
  return read_scraped(page_of(lines));
}

Article with_credits(const std::vector<std::string_view>& credits) {
  std::vector<std::string_view> lines = {"Valbrune : le pont suspendu rouvre enfin"};
  lines.insert(lines.end(), credits.begin(), credits.end());
  lines.insert(lines.end(), {kFirst, kSecond, kThird});
  return read_scraped(page_of(lines));
}

}  // namespace

TEST_CASE("An article alone is its title and its paragraphs", "[scraped]") {
  const Article article =
      read_scraped(page_of({"Valbrune : le pont suspendu rouvre enfin", kFirst, kSecond, kThird}));
  CHECK(article.title == "Valbrune : le pont suspendu rouvre enfin");
  CHECK(article.lead.empty());
  CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
  CHECK(article.published.empty());
  CHECK(article.authors.empty());
}

TEST_CASE("Subheads stay, as paragraphs", "[scraped]") {
  CHECK(with_between({"Un ruban et un sécateur"}).body ==
        paragraphs({kFirst, "Un ruban et un sécateur", kSecond, kThird}));
  CHECK(with_between({"Réactions"}).body == paragraphs({kFirst, "Réactions", kSecond, kThird}));
}

TEST_CASE("Nothing that stands between paragraphs is taken for text", "[scraped]") {
  const std::vector<std::vector<std::string_view>> noises = {
      {"Lire aussi : Roquebelle, capitale du détour"},
      {">> À lire aussi Roquebelle, capitale du détour"},
      {"A lire aussi", "Roquebelle, capitale du détour", "Faut-il raser le pont du diable ?"},
      {"Sur le même sujet", "Reportage", "Une nuit avec les câbleurs", "Par Simon Ferrand"},
      {"PUBLICITÉ", "La suite après cette publicité"},
      {"Partager", "Facebook", "Twitter", "Envoyer par e-mail", "Copier le lien"},
      {"Inscrivez-vous à notre newsletter", "Tous les matins, la vallée dans votre boîte mail"},
      {"Le pont, un soir d’hiver. © Marthe Oulès / AFP"},
      {"Le pont, photographié un soir d’hiver depuis la rive gauche.", "© Marthe Oulès"},
      {"Ce site utilise des cookies pour mesurer son audience. Vous pouvez les refuser."},
      {"#Valbrune c’est beau", "Le pont est rouvert https://t.co/AbCdEfGh",
       "— Odile (@odile_c) "
       "March 4, 2024"},
      {"Les images de la réouverturepar Télé Vaure"},
      {"www.cables-et-fils.example www.voyance.example"},
  };
  for (const auto& noise : noises) {
    INFO(page_of(noise));
    CHECK(with_between(noise).body == paragraphs({kFirst, kSecond, kThird}));
  }
}

TEST_CASE("What a site puts above its article is left out", "[scraped]") {
  const Article article =
      read_scraped(page_of({"L’Écho de la Vaure",
                            "Accueil",
                            "Politique",
                            "Sports",
                            "Météo",
                            "Se connecter",
                            "En ce moment",
                            "12:39 Alerte météo sur le plateau",
                            "Un élan s’invite au marché de ...",
                            "03 mars 2024",
                            "La rocade fermée jusqu’à jeudi",
                            "02 mars 2024",
                            "Accueil > Vallée > Valbrune",
                            "Valbrune : le pont suspendu rouvre enfin",
                            "Partager",
                            "Réagir",
                            "Le pont, dimanche soir",
                            "© Marthe Oulès",
                            "A lire aussi",
                            "Vallée",
                            "Roquebelle, capitale du détour",
                            "Simon Ferrand, publié le lundi 04 mars 2024 à 09h12",
                            kFirst,
                            kSecond,
                            kThird}));
  CHECK(article.title == "Valbrune : le pont suspendu rouvre enfin");
  CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
  CHECK(article.published == "2024-03-04T09:12:00+01:00");
  CHECK(article.authors == Names{"Simon Ferrand"});
}

TEST_CASE("What a site puts below its article is left out", "[scraped]") {
  const std::vector<std::vector<std::string_view>> noises = {
      {"Les articles en relation", "Une nuit avec les câbleurs",
       "Ils sont douze, suspendus à quarante mètres au-dessus de l’eau, et ils chantent. Nous les "
       "avons suivis pendant toute une nuit de février, jusqu’au lev..."},
      {"Les plus lus", "Un élan s’invite au marché", "La rocade fermée jusqu’à jeudi"},
      {"Commentaires (2)", "gégé12",
       "Enfin ! Depuis le temps qu’on attendait cela dans la vallée, et "
       "avec les beaux jours en plus."},
      {"Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.",
       "Pourquoi voyez-vous ce message, et comment faire pour ne plus le voir sur cet appareil ? "
       "Parce que vous lisez ce journal sur deux écrans à la fois."},
      {"Tags : pont, Valbrune, travaux", "À propos de l’auteur",
       "Journaliste à Valbrune depuis vingt ans, il a couvert les crues, les élections et les "
       "trois "
       "derniers comices agricoles de la vallée."},
      {"vendredi 8 mars 2024", "0", "Découvrir notre région"},
  };
  for (const auto& noise : noises) {
    INFO(page_of(noise));
    std::vector<std::string_view> lines = {"Valbrune : le pont suspendu rouvre enfin",
                                           "Par Simon Ferrand",
                                           "Publié le 4 mars 2024",
                                           kFirst,
                                           kSecond,
                                           kThird};
    lines.insert(lines.end(), noise.begin(), noise.end());
    const Article article = read_scraped(page_of(lines));
    CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
    CHECK(article.published == "2024-03-04");
    CHECK(article.authors == Names{"Simon Ferrand"});
  }
}

TEST_CASE("The lead is what the credits set off from the text", "[scraped]") {
  const std::string_view lead =
      "Fermé depuis l’hiver 2022, l’ouvrage accueille piétons et cyclistes.";
  const Article article = with_credits({lead, "Par Simon Ferrand", "Publié le 4 mars 2024"});
  CHECK(article.lead == lead);
  CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
}

TEST_CASE("The day of publication and the day of a change are told apart", "[scraped]") {
  const Article one_line =
      with_credits({"Publié le 4 mars 2024 à 9h12, modifié le 5 mars 2024 à 18h00"});
  CHECK(one_line.published == "2024-03-04T09:12:00+01:00");
  CHECK(one_line.modified == "2024-03-05T18:00:00+01:00");

  const Article two_lines =
      with_credits({"Mis à jour le 05/07/2024 18:00", "Publié le 04/07/2024"});
  CHECK(two_lines.published == "2024-07-04");
  CHECK(two_lines.modified == "2024-07-05T18:00:00+02:00");
}

TEST_CASE("A date in the text is not the date of the article", "[scraped]") {
  const std::string_view dated =
      "Le chantier, ouvert le 9 janvier 2023, devait s’achever avant les fêtes ; la crue du 2 "
      "décembre 2023 en a décidé autrement.";
  const Article article =
      read_scraped(page_of({"Valbrune : le pont suspendu rouvre enfin", kFirst, dated, kThird}));
  CHECK(article.published.empty());
  CHECK(article.body == paragraphs({kFirst, dated, kThird}));
}

TEST_CASE("The page's own day serves where the article gives none", "[scraped]") {
  const std::vector<std::string_view> lines = {"Valbrune : le pont suspendu rouvre enfin",
                                               "Publié hier à 20:15",
                                               kFirst,
                                               kSecond,
                                               kThird,
                                               "Les plus lus",
                                               "lundi 4 mars 2024"};
  CHECK(read_scraped(page_of(lines)).published == "2024-03-03T20:15:00+01:00");

  std::vector<std::string_view> undated = lines;
  undated.erase(undated.begin() + 1);
  CHECK(read_scraped(page_of(undated)).published == "2024-03-04");

  undated.push_back("mardi 5 mars 2024");
  CHECK(read_scraped(page_of(undated)).published.empty());
}

TEST_CASE("A byline gives the names and nothing else", "[scraped]") {
  struct Row {
    std::vector<std::string_view> credits;
    Names authors;
  };
  const Row rows[] = {
      {{"Par Simon Ferrand"}, {"Simon Ferrand"}},
      {{"Par Simon Ferrand et Zélie Marcadoux"}, {"Simon Ferrand", "Zélie Marcadoux"}},
      {{"Par Simon Ferrand, à Londres"}, {"Simon Ferrand"}},
      {{"Par Simon Ferrand avec AFP"}, {"Simon Ferrand"}},
      {{"Par notre envoyée spéciale Zélie Marcadoux"}, {"Zélie Marcadoux"}},
      {{"Propos recueillis par Marie de La Tour"}, {"Marie de La Tour"}},
      {{"Le Fanal Recueilli par Simon FERRAND. Publié le 04/03/2024 à 14h49"}, {"Simon FERRAND"}},
      {{"Rédaction de L’Écho de la Vaure"}, {"Rédaction de L’Écho de la Vaure"}},
      {{"Le Fanal avec AFP, publié le 4 mars 2024"}, {"Le Fanal avec AFP"}},
      {{"6Medias, publié le lundi 04 mars 2024 à 17h45"}, {"6Medias"}},
      {{"AFP 4 mars 2024 à 07:19"}, {"AFP"}},
      {{"lundi 4 mars 2024, par Simon Ferrand"}, {"Simon Ferrand"}},
      {{"Simon Ferrand", "4 mars 2024"}, {"Simon Ferrand"}},
      {{"Par @simonf"}, {}},
      {{"Par https://echo.example/auteurs/12"}, {}},
      {{"lundi 4 mars 2024 - Saint Casimir"}, {}},
  };
  for (const auto& row : rows) {
    INFO(page_of(row.credits));
    const Article article = with_credits(row.credits);
    CHECK(article.authors == row.authors);
    CHECK(article.title == "Valbrune : le pont suspendu rouvre enfin");
    CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
  }
}

TEST_CASE("A signature below the text is one", "[scraped]") {
  const Article article =
      read_scraped(page_of({"Valbrune : le pont suspendu rouvre enfin", kFirst, kSecond, kThird,
                            "Le 04/03/2024", "Zélie Marcadoux"}));
  CHECK(article.published == "2024-03-04");
  CHECK(article.body == paragraphs({kFirst, kSecond, kThird}));
  CHECK(with_between({}).authors.empty());
}

TEST_CASE("Paragraphs keep their characters, and wrapped lines are joined", "[scraped]") {
  const std::string_view spaced =
      "« Onze\u00a0000 écrous,  pas un de moins\u202f», compte le chef de chantier, qui les a tous "
      "serrés deux fois et en rêve la nuit.";
  CHECK(with_between({spaced}).body == paragraphs({kFirst, spaced, kSecond, kThird}));

  // As lynx draws it: text set in and wrapped, headings not.
  const Article dumped = read_scraped(page_of({
      "   * Accueil",
      "   * Vallée",
      "",
      "Valbrune : le pont suspendu rouvre enfin",
      "",
      "   (BUTTON) Partager",
      "   Publié le 4 mars 2024 à 9h12",
      "",
      "   Le pont suspendu de Valbrune a rouvert lundi matin, après quatorze mois de travaux",
      "   et deux hivers de retard, devant une foule venue à vélo. La 1^re cycliste à passer,",
      "   une infirmière de nuit, rentrait chez elle.",
      "",
      "Un ruban et un sécateur",
      "",
      "   La mairesse, Odile Castagnac, a coupé le ruban avec un sécateur : les ciseaux",
      "   d’apparat étaient restés dans un tiroir de la préfecture, dont personne, ce matin,",
      "   n’a retrouvé la clef malgré les efforts de deux huissiers et d’un serrurier.",
  }));
  CHECK(dumped.title == "Valbrune : le pont suspendu rouvre enfin");
  CHECK(dumped.body ==
        paragraphs({"Le pont suspendu de Valbrune a rouvert lundi matin, après quatorze mois de "
                    "travaux et deux hivers de retard, devant une foule venue à vélo. La 1re "
                    "cycliste à passer, une infirmière de nuit, rentrait chez elle.",
                    "Un ruban et un sécateur",
                    "La mairesse, Odile Castagnac, a coupé le ruban avec un sécateur : les ciseaux "
                    "d’apparat étaient restés dans un tiroir de la préfecture, dont personne, ce "
                    "matin, n’a retrouvé la clef malgré les efforts de deux huissiers et d’un "
                    "serrurier."}));
}

TEST_CASE("The marks that tools draw are undone", "[scraped]") {
  const std::string_view title = "Valbrune : « l’ouvrage » rouvre, « le détour » demeure";
  const std::vector<std::string_view> bodies[] = {
      // Markdown
      {"[L’Écho](https://echo.example/)", "  * [Vallée](https://echo.example/vallee)",
       "# Valbrune : « l’ouvrage » rouvre, « le détour » demeure", "Par Simon Ferrand", kFirst,
       "## Un ruban et un sécateur", kSecond, kThird, "## Lire aussi",
       "  * [Une nuit avec les câbleurs](https://echo.example/nuit)"},
      // html2text
      {"    * _Vallée", "    * Petites_annonces", "    * Tout_le_Brunois",
       "    * Le_journal_du_jour",
       "****** Valbrune : « l’ouvrage » rouvre, « le détour » demeure ******", "Par Simon_Ferrand",
       kFirst, "***** Un ruban et un sécateur *****", kSecond, kThird, "***** Les plus lus *****",
       "    * Un_élan_au_marché"},
  };
  for (const auto& lines : bodies) {
    const Article article = read_scraped(page_of(lines));
    CHECK(article.title == title);
    CHECK(article.body == paragraphs({kFirst, "Un ruban et un sécateur", kSecond, kThird}));
    CHECK(article.authors == Names{"Simon Ferrand"});
  }
}

TEST_CASE("A page without an article gives nothing", "[scraped]") {
  CHECK(read_scraped("") == Article{});
  CHECK(read_scraped("\n \n\t\n") == Article{});
  CHECK(read_scraped(page_of({"Accueil", "Politique", "Sports", "Se connecter", "© 2024"})) ==
        Article{});
}

TEST_CASE("The sample page is read exactly", "[scraped]") {
  const char* shared = std::getenv("KIOSQUE_SHARED");
  if (shared == nullptr) {
    WARN("KIOSQUE_SHARED is not set: the sample page was not read");
    return;
  }
  const auto path = std::filesystem::path(shared) / "samples" / "lanouvelletribune-deepseek.txt";
  const std::string page = read_file(path);
  REQUIRE_FALSE(page.empty());
  const Article article = read_scraped(page);
  CHECK(article.title ==
        "DeepSeek : Le chatbot chinois qui défie les restrictions américaines sur l’IA");
  CHECK(article.lead.empty());
  CHECK(article.published == "2025-01-31");
  CHECK(article.modified.empty());
  CHECK(article.authors == Names{"Rédaction de lanouvelletribune"});
  // The opening and four sections: all lines from the second to that before the date.
  std::istringstream lines(page);
  std::string line;
  std::getline(lines, line);
  std::string body;
  while (std::getline(lines, line) && line != "Le 31/01/2025") {
    if (!body.empty()) body += "\n\n";
    body += line;
  }
  CHECK(article.body == body);
}

#ifdef KIOSQUE_SOURCE_DIR
TEST_CASE("The pages written for the project give what was written down for them", "[scraped]") {
  const std::filesystem::path root = KIOSQUE_SOURCE_DIR;
  const auto pages = root / "data" / "pages";
  if (!std::filesystem::exists(pages)) {
    WARN("there are no pages in data/pages");
    return;
  }
  for (const auto& file : std::filesystem::directory_iterator(pages)) {
    const bool html = file.path().extension() == ".html";
    const auto expected =
        root / "tests" / "golden" / "pages" /
        (html ? file.path().filename().string() + ".json" : file.path().stem().string() + ".json");
    INFO(file.path().filename().string());
    REQUIRE(std::filesystem::exists(expected));
    const auto gold = nlohmann::json::parse(read_file(expected));
    const Article article = read_page(read_file(file.path())).article;
    CHECK(article.title == gold.value("title", ""));
    CHECK(article.lead == gold.value("lead", ""));
    CHECK(article.body == gold.value("body", ""));
    CHECK(article.published == gold.value("published", ""));
    CHECK(article.modified == gold.value("modified", ""));
    CHECK(article.authors == gold.value("authors", Names{}));
  }
}
#endif

}  // namespace kiosque::corpus
