// Pages of French news in HTML: what is the article's and what is around it.

#include <kiosque/error.hpp>
#include <kiosque/page.hpp>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "corpus/invented_page.hpp"

using kiosque::read_page;
using kiosque::corpus::kFirst;
using kiosque::corpus::kSecond;
using kiosque::corpus::kThird;

namespace {

std::string p(std::string_view text) {
  return "<p>" + std::string(text) + "</p>\n";
}

// An article of three paragraphs with something before each.
std::string article(const std::string& first = "", const std::string& second = "",
                    const std::string& third = "", const std::string& behind = "") {
  return "<article><h1>Le pont rouvre</h1>\n" + first + p(kFirst) + second + p(kSecond) + third +
         p(kThird) + behind + "</article>";
}

std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=fr><head><title>Le pont rouvre - La Gazette</title>" + head +
         "</head><body>" + body + "</body></html>";
}

kiosque::Article read(const std::string& body, const std::string& head = "") {
  return read_page(page(body, head)).article;
}

std::string three() {
  return std::string(kFirst) + "\n\n" + std::string(kSecond) + "\n\n" + std::string(kThird);
}

}  // namespace

TEST_CASE("What stands around and between an article's paragraphs is dropped") {
  const std::string furniture = GENERATE(
      "<p>À lire aussi : <a href=/x>Le viaduc attend toujours son tour</a></p>",
      "<p><strong>Lire aussi</strong> <a href=/x>Le viaduc attend toujours son tour</a></p>",
      "<aside><h3>Sur le même sujet</h3><p><a href=/x>Le viaduc attend toujours</a></p></aside>",
      "<div class='article__related'><p>Le viaduc, lui, attend toujours son tour depuis cinq ans, "
      "et personne ne sait quand il viendra.</p></div>",
      "<div class=newsletter-box><p>Recevez chaque matin l’essentiel de l’actualité du Val dans "
      "votre boîte aux lettres électronique.</p></div>",
      "<p>Publicité</p>", "<div class='ad-slot'>La suite après cette publicité</div>",
      "<ul class=share><li><a href=#>Facebook</a><li><a href=#>Twitter</a></ul>",
      "<p>Partager sur Facebook</p>", "<p>Temps de lecture : 4 min</p>",
      "<p>Article réservé aux abonnés</p>",
      "<p>Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.</p>",
      "<p>Inscrivez-vous gratuitement à notre lettre d’information.</p>",
      "<figure><img src=x><figcaption>Le pont, vu de la rive gauche, lundi matin à huit heures, "
      "quand la foule attendait encore. © AGM</figcaption></figure>",
      "<p class=wp-caption-text>Le pont vu de la rive gauche, lundi matin à huit heures.</p>",
      "<blockquote class='twitter-tweet'><p>Enfin ! Le pont est ouvert, et je suis passée la "
      "première avec mon vélo.</p>— Odile (@odile) <a href=x>lundi</a></blockquote>",
      "<div class='video-player'><p>En vidéo : la foule sur le pont rouvert lundi matin.</p></div>",
      "<div class=author-bio><p>Anne Legrand suit les transports de la vallée depuis dix ans, et "
      "les ponts depuis toujours.</p></div>",
      "<p>Mots-clés : pont, Valbrune</p>",
      "<div class='tags'><a href=/t/pont>Pont</a> <a href=/t/valbrune>Valbrune</a></div>",
      "<div class=comments><p>Moi je trouve que ce pont est beaucoup trop cher pour ce qu’il est, "
      "et je le dis à qui veut l’entendre.</p></div>",
      "<p style='display:none'>Un texte que personne ne voit, et qui parle pourtant du pont.</p>",
      "<nav><a href=/a>Accueil</a> <a href=/b>Politique</a></nav>",
      "<div class=card><h3><a href=/x>Le viaduc attend toujours son tour</a></h3><p>Cinq ans après "
      "l’annonce, personne ne sait quand les travaux commenceront.</p></div>",
      "<p class=exergue>« Les ciseaux étaient restés dans un tiroir. »</p>");
  CAPTURE(furniture);
  CHECK(read(article("", furniture)).body == three());
  CHECK(read(article("", "", "", furniture)).body == three());
  CHECK(read("<div>" + furniture + "</div>" + article()).body == three());
}

TEST_CASE("What is the article's stays") {
  const std::string text = GENERATE(
      "Une passerelle attendue", "« Je n’y croyais plus », dit le boulanger.",
      "Qui a payé les travaux, et combien la commune a-t-elle déboursé pour rouvrir le pont ?",
      "Selon un sondage publié lundi, deux habitants sur trois comptent y passer chaque jour.",
      "Le maire a promis de partager les plans sur internet avec ses voisins de Roquebelle.");
  CAPTURE(text);
  const std::string wanted = std::string(kFirst) + "\n\n" + text + "\n\n" + std::string(kSecond) +
                             "\n\n" + std::string(kThird);
  CHECK(read(article("", "<h2>" + text + "</h2>")).body == wanted);
  CHECK(read(article("", "<p><strong>" + text + "</strong></p>")).body == wanted);
}

TEST_CASE("The chapô is the lead, wherever it stands") {
  const std::string lead =
      "Après quatorze mois de travaux, vélos et piétons traversent de nouveau la Vaure.";
  const std::string head = "<meta property=og:description content=\"" + lead + "\">";
  const auto check = [&](const kiosque::Article& read) {
    CHECK(read.lead == lead);
    CHECK(read.body == three());
    CHECK(read.title == "Le pont rouvre");
  };
  check(read(article("<p class=article__chapo>" + lead + "</p>")));
  check(read(article("<h2>" + lead + "</h2>"), head));
  check(read("<header><h1>Le pont rouvre</h1><p>" + lead + "</p></header><div>" + p(kFirst) +
                 p(kSecond) + p(kThird) + "</div>",
             head));
  check(read("<h1>Le pont rouvre</h1><div class=standfirst>" + lead +
             "</div><div class=article-body>" + p(kFirst) + p(kSecond) + p(kThird) + "</div>"));
}

TEST_CASE("The headline is the h1, not the title for search engines nor the site's name") {
  const std::string text = p(kFirst) + p(kSecond);
  const auto title = [&](const std::string& body, const std::string& head) {
    return read_page("<html><head>" + head + "</head><body>" + body + text + "</body></html>")
        .article.title;
  };
  CHECK(title("<h1>Le pont suspendu rouvre lundi</h1>",
              "<title>Pont suspendu Valbrune réouverture date | La Gazette</title>"
              "<meta property=og:title content='Le pont suspendu rouvre lundi à Valbrune'>") ==
        "Le pont suspendu rouvre lundi");
  CHECK(title("<h1>La Gazette</h1><h2>Le pont suspendu rouvre lundi</h2>",
              "<title>Le pont suspendu rouvre lundi - La Gazette</title>"
              "<meta property=og:site_name content='La Gazette'>") ==
        "Le pont suspendu rouvre lundi");
  CHECK(title("<h1><span class=kicker>Val-de-Vaure</span> Le pont suspendu rouvre lundi</h1>",
              "<title>Le pont suspendu rouvre lundi</title>") == "Le pont suspendu rouvre lundi");
  CHECK(title("<h1>VIDÉO. Le pont suspendu rouvre lundi</h1>", "<title>x</title>") ==
        "VIDÉO. Le pont suspendu rouvre lundi");
  CHECK(title("", "<title>Le pont suspendu rouvre lundi | La Gazette</title>") ==
        "Le pont suspendu rouvre lundi");
  CHECK(title("<h1>Le pont sus\u00ADpendu rouvre</h1>", "<title>Le pont suspendu rouvre</title>") ==
        "Le pont suspendu rouvre");
}

TEST_CASE("Dates are told by what says them best, published and modified apart") {
  struct Row {
    std::string head;
    std::string line;
    std::string published;
    std::string modified;
  };
  const Row row = GENERATE(
      Row{R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-14T18:05:00+01:00","dateModified":"2024-03-15"}</script>)",
          "<p>Mis à jour le 16/03/2024</p>", "2024-03-14T18:05:00+01:00", "2024-03-15"},
      Row{"<meta property=article:published_time content=2024-03-14T17:05:00Z>", "",
          "2024-03-14T17:05:00+00:00", ""},
      Row{"", "<time datetime='2024-03-14T18:05'>jeudi</time>", "2024-03-14T18:05:00+01:00", ""},
      Row{"", "<p>Publié le 14 mars 2024 à 18h05 | Mis à jour le 15/03/2024 à 09h12</p>",
          "2024-03-14T18:05:00+01:00", ""},
      Row{"", "<span itemprop=datePublished content=2024-03-14></span>", "2024-03-14", ""},
      Row{"<link rel=canonical href=https://gazette.example/2024/03/14/le-pont.html>", "",
          "2024-03-14", ""},
      Row{"<meta property=og:updated_time content=2024-03-20>", "", "", ""},
      Row{"<meta property=article:published_time content=2024-02-31>", "", "", ""},
      Row{"",
          "<p>Le 31 janvier 2022, la commune avait voté les crédits du chantier à l’unanimité "
          "moins une voix, celle du boulanger.</p>",
          "", ""});
  CAPTURE(row.head, row.line);
  const auto found = read(article(row.line), row.head);
  CHECK(found.published == row.published);
  CHECK((row.modified.empty() || found.modified == row.modified));
}

TEST_CASE("Hier is told from the day that is given") {
  const std::string bytes = page(article("<p>Publié hier à 20:15</p>"));
  CHECK(read_page(bytes).article.published.empty());
  CHECK(read_page(bytes, {.today = "2024-03-15"}).article.published == "2024-03-14T20:15:00+01:00");
  CHECK_THROWS_AS(read_page(bytes, {.today = "hier"}), kiosque::Error);
}

TEST_CASE("Authors are names, not addresses, accounts, the site or what announces them") {
  struct Row {
    std::string head;
    std::string line;
    std::vector<std::string> authors;
  };
  const Row row = GENERATE(
      Row{R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":[{"name":"Anne Legrand"},{"name":"Paul Roux"}]}</script>)",
          "",
          {"Anne Legrand", "Paul Roux"}},
      Row{"<meta name=author content='Par Anne Legrand et Paul Roux'>",
          "",
          {"Anne Legrand", "Paul Roux"}},
      Row{"<meta property=article:author content=https://facebook.com/gazette>",
          "<p>Propos recueillis par Anne Legrand</p>",
          {"Anne Legrand"}},
      Row{"<meta name=author content=@annelegrand>", "", {}},
      Row{"<meta property=og:site_name content='La Gazette'><meta name=author content='La "
          "Gazette'>",
          "",
          {}},
      Row{"", "<p>Par Anne Legrand, publié le 14 mars 2024</p>", {"Anne Legrand"}},
      Row{"",
          "<span class=byline>Par <a rel=author href=/a>Anne Legrand</a></span>",
          {"Anne Legrand"}},
      Row{"", "<p>6Medias, publié le jeudi 14 mars 2024 à 18h05</p>", {"6Medias"}});
  CAPTURE(row.head, row.line);
  CHECK(read(article(row.line), row.head).authors == row.authors);
}

TEST_CASE("The address is the canonical one, unless it is that of the whole site") {
  const auto url = [](const std::string& head) { return read(article(), head).url; };
  CHECK(url("<link rel=canonical href=https://gazette.example/pont>") ==
        "https://gazette.example/pont");
  CHECK(url("<link rel=canonical href=https://gazette.example/>"
            "<meta property=og:url content=https://gazette.example/pont>") ==
        "https://gazette.example/pont");
  CHECK(url("<link rel=canonical href=/pont>").empty());
}

TEST_CASE("Section, tags and source are those that the page says") {
  const auto found = read(article(),
                          "<meta property=og:site_name content='La Gazette'>"
                          "<meta property=article:section content=Transports>"
                          "<meta property=article:tag content=pont>"
                          "<meta property=article:tag content=Valbrune>");
  CHECK(found.source == "La Gazette");
  CHECK(found.section == "Transports");
  CHECK(found.tags == std::vector<std::string>{"pont", "Valbrune"});
  CHECK(found.language == "fr");
}

TEST_CASE("Where a page shows little, its linked data may hold the text") {
  const std::string json = R"(<script type="application/ld+json">{"@type":"NewsArticle",)"
                           R"("headline":"Le pont rouvre","articleBody":")" +
                           std::string(kFirst) + "\\n" + std::string(kSecond) + "\\n" +
                           std::string(kThird) + "\"}</script>";
  CHECK(read("<div id=app></div>", json).body == three());
  // Cut short, it is no more than a hint.
  CHECK(read(article(), R"(<script type="application/ld+json">{"@type":"NewsArticle",)"
                        R"("articleBody":"Le pont suspendu de Valbrune a rouvert"}</script>)")
            .body == three());
}

TEST_CASE("Explained, each block is kept or not for a reason") {
  const auto explained =
      read_page(page("<nav><a href=/>Accueil</a></nav>" + article("<p>Par Anne Legrand</p>")));
  REQUIRE(explained.blocks.size() == 6);
  CHECK_FALSE(explained.blocks[0].kept);
  CHECK_FALSE(explained.blocks[0].reason.empty());
  CHECK(explained.blocks[2].reason == "byline");
  CHECK_FALSE(explained.blocks[2].kept);
  CHECK(explained.blocks[3].kept);
  CHECK_THAT(explained.blocks[3].element, has("article > p"));
  const auto text = read_page(std::string(kFirst) + "\n\n" + std::string(kSecond));
  REQUIRE(text.blocks.size() == 2);
  CHECK(text.blocks[0].kept);
}

TEST_CASE("Any markup is an article or none") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {"<div class=comments>",
                                           "</div>",
                                           "<article>",
                                           "</article>",
                                           "<h1>",
                                           "</h1>",
                                           p(kFirst),
                                           p(kSecond),
                                           "<a href=x>lien</a>",
                                           "<aside>",
                                           "</aside>",
                                           "<figure>",
                                           "<script type=\"application/ld+json\">",
                                           "</script>",
                                           "{\"@type\":\"Article\"}",
                                           "<time datetime=2024-03-14>",
                                           "<meta name=author content=x>",
                                           "<ul><li>",
                                           "<p>Lire aussi</p>",
                                           "<span itemprop=author>",
                                           "Publié le 14 mars 2024",
                                           "<body hidden>",
                                           "<table><tr><td>"};
  for (int round = 0; round < 600; ++round) {
    std::string bytes;
    for (auto n = random() % 40; n > 0; --n) bytes += pieces[random() % pieces.size()];
    CHECK_NOTHROW(read_page(bytes, {.format = kiosque::Format::html}));
  }
}
