// The passage that shows why an article matched.

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <random>
#include <string>

#include "catch.hpp"
#include "support/temporary.hpp"
#include "support/text.hpp"

using kiosque::testing::TemporaryFolder;

namespace {

kiosque::Hit first_hit(const kiosque::Article& article, const char* query, std::size_t length = 240,
                       std::size_t passages = 1) {
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    writer.put(article);
    writer.commit();
  }
  const auto results = kiosque::Searcher(folder / "a.kiosque")
                           .search(query, {.snippet_length = length, .snippet_passages = passages});
  REQUIRE(results.hits.size() == 1);
  return results.hits[0];
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// How many « are open at the end; less than 0: a » was before its «.
int open_quotations(const std::string& text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "«") == 0) ++open;
    if (text.compare(at, 2, "»") == 0 && --open < 0) return open;
  }
  return open;
}

}  // namespace

TEST_CASE("The whole of an inclusive form and of a joined compound is marked, once") {
  const kiosque::Article article = {
      .id = "a", .title = "Titre", .body = "Les étudiant·e·s et le porteparole, à 20 h 30."};
  for (const char* const query : {"étudiant", "étudiante", "étudiants", "étudiantes"}) {
    INFO(query);
    CHECK(first_hit(article, query).snippet ==
          "Les <mark>étudiant·e·s</mark> et le porteparole, à 20 h 30.");
  }
  CHECK(first_hit(article, "porte-parole").snippet ==
        "Les étudiant·e·s et le <mark>porteparole</mark>, à 20 h 30.");
  CHECK(first_hit(article, "20h30").snippet ==
        "Les étudiant·e·s et le porteparole, à <mark>20 h 30</mark>.");
}

TEST_CASE("Matches are marked inside elisions and over inflections") {
  const auto hit = first_hit(
      {.id = "a", .title = "L’élection", .body = "Avant l'élection, les ÉLECTIONS passées."},
      "elections");
  CHECK(hit.snippet == "Avant l'<mark>élection</mark>, les <mark>ÉLECTIONS</mark> passées.");
  REQUIRE(hit.title_spans.size() == 1);
  CHECK(hit.title.substr(hit.title_spans[0].begin,
                         hit.title_spans[0].end - hit.title_spans[0].begin) == "élection");
}

TEST_CASE("A snippet is safe in HTML") {
  const auto hit =
      first_hit({.id = "a", .body = "<script>alert(\"élection\") & co</script>"}, "élection");
  CHECK(hit.snippet ==
        "&lt;script&gt;alert(&quot;<mark>élection</mark>&quot;) &amp; co&lt;/script&gt;");
  CHECK(hit.snippet_text == "<script>alert(\"élection\") & co</script>");
}

TEST_CASE("Without a match in the text the lead is shown") {
  const auto hit =
      first_hit({.id = "a", .title = "Grève", .lead = "Le chapô.", .body = "Le texte."}, "grève");
  CHECK(hit.snippet_text.starts_with("Le chapô."));
}

TEST_CASE("A long text is cut around its matches, between words") {
  std::string body;
  for (int i = 0; i < 200; ++i) body += "Une phrase sans rien. ";
  body += "Ici la canicule frappe les trains. ";
  for (int i = 0; i < 200; ++i) body += "Encore une phrase. ";
  const auto hit = first_hit({.id = "a", .body = body}, "canicule trains", 120);
  CHECK_THAT(hit.snippet, has("<mark>canicule</mark> frappe les <mark>trains</mark>"));
  CHECK(hit.snippet_text.starts_with("… "));
  CHECK(hit.snippet_text.ends_with(" …"));
  CHECK(hit.snippet_text.size() < 200);
  CHECK(first_hit({.id = "a", .body = body}, "canicule", 0).snippet.empty());
}

TEST_CASE("Spans lie between code points of the text, whatever the text") {
  std::mt19937 random(9);
  const std::vector<std::string> pieces = {"élection", "l'",      "é",      " ",  "\n\n",
                                           "日本",     "<",       "&",      "\"", "…",
                                           ". ",       "un mot ", "\u00AD", "🎉",  "elections"};
  for (int round = 0; round < 150; ++round) {
    std::string body = "élection ";
    for (auto n = random() % 200; n > 0; --n) body += pieces[random() % pieces.size()];
    const auto hit = first_hit({.id = "a", .body = body}, "élection", 1 + random() % 150);
    CHECK(kiosque::support::invalid_utf8(hit.snippet_text) == std::string_view::npos);
    CHECK(kiosque::support::invalid_utf8(hit.snippet) == std::string_view::npos);
    CHECK_FALSE(hit.snippet_spans.empty());
    std::size_t end = 0;
    for (const auto& span : hit.snippet_spans) {
      REQUIRE(span.begin >= end);
      REQUIRE(span.begin < span.end);
      REQUIRE(span.end <= hit.snippet_text.size());
      REQUIRE(kiosque::support::invalid_utf8(
                  std::string_view(hit.snippet_text).substr(span.begin, span.end - span.begin)) ==
              std::string_view::npos);
      end = span.end;
    }
  }
}

TEST_CASE("A text that is not longer than a snippet is shown whole") {
  const std::string body = "Le premier mot. « Le second. »\n\nLa grève, enfin.";
  CHECK(first_hit({.id = "a", .body = body}, "grève").snippet_text ==
        "Le premier mot. « Le second. » La grève, enfin.");
  CHECK(first_hit({.id = "a", .lead = "Le chapô.", .body = body}, "grève").snippet_text ==
        "Le chapô. Le premier mot. « Le second. » La grève, enfin.");
}

TEST_CASE("A passage is of whole sentences, beginning with that of the match") {
  const std::string filler = "Rien de notable n’est venu troubler la séance du matin. ";
  const std::string wanted =
      "La grève des éboueurs entre dans sa troisième semaine. Les négociations sont au point mort.";
  const auto hit =
      first_hit({.id = "a", .body = repeated(filler, 6) + wanted + ' ' + repeated(filler, 6)},
                "grève éboueurs", 120);
  CHECK(hit.snippet_text == "… " + wanted + " …");
}

TEST_CASE("The last sentence of a text is shown with those before it") {
  const std::string body =
      repeated("Le conseil a siégé jusque tard dans la nuit sans rien conclure. ", 8) +
      "Vers l’aube, chacun était las. La grève s’étend.";
  const auto hit = first_hit({.id = "a", .body = body}, "grève", 120);
  CHECK(hit.snippet_text ==
        "… Le conseil a siégé jusque tard dans la nuit sans rien conclure. "
        "Vers l’aube, chacun était las. La grève s’étend.");
}

TEST_CASE("The lead is preferred to a passage that tells as much, not to one that tells more") {
  const std::string filler = repeated("La séance a repris sans éclat après une longue pause. ", 6);
  const std::string lead = "La grève est votée. " + filler;
  CHECK_THAT(
      first_hit({.id = "a", .lead = lead, .body = filler + "La grève dure. " + filler}, "grève", 80)
          .snippet_text,
      has("La grève est votée."));
  CHECK_THAT(first_hit({.id = "a",
                        .lead = lead,
                        .body = filler + "La grève vide les gares et les ports. " + filler},
                       "grève gares ports", 80)
                 .snippet_text,
             has("La grève vide les gares et les ports."));
}

TEST_CASE("Two passages share the length and keep the order of the text") {
  const std::string filler =
      repeated("Le débat s’est poursuivi sur les articles du texte suivant. ", 10);
  const std::string body =
      filler + "Les ports rouvrent lundi. " + filler + "La grève des dockers est levée. " + filler;
  const auto hit = first_hit({.id = "a", .body = body}, "dockers ports", 200, 2);
  CHECK_THAT(hit.snippet, has("<mark>ports</mark>"));
  CHECK_THAT(hit.snippet, has("<mark>dockers</mark>"));
  CHECK(hit.snippet_text.find("ports") < hit.snippet_text.find("dockers"));
  CHECK_THAT(hit.snippet_text, has(" … La grève"));
  CHECK(hit.snippet_text.find("… …") == std::string::npos);
  CHECK(characters(hit.snippet_text) <= 206);
  // One passage shows one of them.
  CHECK(first_hit({.id = "a", .body = body}, "dockers ports", 100).snippet_spans.size() == 1);
}

TEST_CASE("Nothing is left out between passages that touch") {
  const std::string filler = repeated("On ne sait rien de plus pour le moment à ce sujet. ", 10);
  const std::string two =
      "Les dockers de Marseille ont voté la reprise. Les ports rouvrent lundi à six heures.";
  const auto hit =
      first_hit({.id = "a", .body = filler + two + ' ' + filler}, "dockers ports", 100, 2);
  CHECK(hit.snippet_text == "… " + two + " …");
}

TEST_CASE("A length is in characters, not in bytes") {
  const auto hit = first_hit({.id = "a", .body = repeated("été à Égée où œuvre l’aïeul zélé ", 40)},
                             "aïeul", 100);
  const std::size_t shown = characters(hit.snippet_text);
  CHECK(shown <= 104);
  CHECK(shown >= 90);
}

TEST_CASE("A long sentence begins some words before its match") {
  const std::string before = repeated("et puis le temps passe, ", 40);
  const auto hit =
      first_hit({.id = "a", .body = before + "la grève dure, " + before}, "grève", 120);
  const auto at = hit.snippet_text.find("grève");
  CHECK(at > 15);
  CHECK(at < 50);
  CHECK(hit.snippet_text.starts_with("… "));
  CHECK(characters(hit.snippet_text) <= 124);
}

TEST_CASE("A quotation that is cut keeps both its marks") {
  const std::string words = repeated("nous ne céderons rien à personne et ", 20);
  struct Row {
    std::string body;
    std::string begins;
    std::string ends;
  };
  const Row row = GENERATE_COPY(
      Row{"Il dit : « " + words + "la grève durera, " + words + "voilà. » Il sort.", "« … ",
          " … »"},
      Row{"La grève, dit-il, « " + words + "voilà. » Il sort.", "La ", " … »"},
      Row{"Il dit : « " + words + "la grève durera. » Il sort sans un mot.", "« … ", "un mot."},
      Row{"Il dit : «\u00A0" + words + "la grève, " + words + ".\u00A0» Il sort.", "« … ", " … »"},
      Row{"Il dit : « Soit.\n\n" + words + "\n\nLa grève, " + words + ". » Il sort.", "« … ",
          " … »"});
  INFO(row.body);
  const auto hit = first_hit({.id = "a", .body = row.body}, "grève", 100);
  CHECK(hit.snippet_text.starts_with(row.begins));
  CHECK(hit.snippet_text.ends_with(row.ends));
  CHECK(open_quotations(hit.snippet_text) == 0);
  CHECK(hit.snippet_text.find("« … »") == std::string::npos);
}

TEST_CASE("A number is not cut at the blank inside it") {
  const std::string body = repeated("de 15 000 à 20 000 pas ", 60);
  for (std::size_t length = 20; length < 60; ++length) {
    const auto hit = first_hit({.id = "a", .body = body + "grève " + body}, "grève", length);
    INFO(hit.snippet_text);
    CHECK_FALSE(hit.snippet_text.starts_with("… 000"));
    CHECK_FALSE(hit.snippet_text.ends_with(" 15 …"));
    CHECK_FALSE(hit.snippet_text.ends_with(" 20 …"));
  }
}

TEST_CASE("A text without blanks is cut between words, a single long word between graphemes") {
  const auto chinese = first_hit({.id = "a", .body = repeated("工人宣布罢工。", 60)}, "罢工", 40);
  CHECK_FALSE(chinese.snippet_spans.empty());
  CHECK(characters(chinese.snippet_text) <= 44);
  const auto word =
      first_hit({.id = "a", .title = "Grève", .body = repeated("e\u0301", 300)}, "grève", 21);
  CHECK(word.snippet_text == repeated("e\u0301", 10) + " …");
  const auto address = first_hit(
      {.id = "a", .title = "Grève", .body = "https://exemple.fr/" + repeated("page/", 90)}, "grève",
      40);
  CHECK(characters(address.snippet_text) > 20);
  CHECK(characters(address.snippet_text) <= 42);
}

TEST_CASE("Rare words choose the passage before frequent ones, words side by side before others") {
  const std::string filler =
      repeated("La journée s’est achevée dans le calme sur les quais du fleuve. ", 6);
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    for (int i = 0; i < 30; ++i)
      writer.put(
          {.id = std::to_string(i), .body = "Le gouvernement et la réforme du gouvernement."});
    writer.put({.id = "rare",
                .body = "Le gouvernement propose une réforme. " + filler +
                        "Un ornithorynque est né au zoo. " + filler});
    writer.put({.id = "beside",
                .body = "Une réforme, dit la ministre au sujet des retraites. " + filler +
                        "La réforme des retraites divise. " + filler});
    writer.commit();
  }
  const kiosque::Searcher searcher(folder / "a.kiosque");
  const auto shown = [&](const char* query, const char* id) {
    const auto results = searcher.search(query, {.filters = {{"id", id}}, .snippet_length = 70});
    REQUIRE(results.hits.size() == 1);
    return results.hits[0].snippet_text;
  };
  CHECK_THAT(shown("ornithorynque gouvernement réforme", "rare"), has("Un ornithorynque est né"));
  CHECK_THAT(shown("réforme retraites", "beside"), has("La réforme des retraites divise."));
}

TEST_CASE("A snippet is never empty, too long or out of balance") {
  std::mt19937 random(21);
  const std::vector<std::string> pieces = {"grève",
                                           "la grève",
                                           "l’",
                                           "élue",
                                           " ",
                                           " ",
                                           " ",
                                           " ",
                                           " ",
                                           ". ",
                                           ".",
                                           " ! ",
                                           "\n\n",
                                           "15 000",
                                           "罢工罢工",
                                           "e\u0301",
                                           "👩‍👩‍👧",
                                           "mot ",
                                           "un mot ",
                                           "Une phrase. ",
                                           "M. ",
                                           "…",
                                           "« ",
                                           " »",
                                           "\u00A0",
                                           "(",
                                           ")",
                                           "– "};
  for (int round = 0; round < 300; ++round) {
    std::string body = "Titre ";
    std::size_t open = 0;
    for (auto n = random() % 150; n > 0; --n) {
      const std::string& piece = pieces[random() % pieces.size()];
      // Each quotation is closed, before the next begins.
      if ((piece == "« " && open > 0) || (piece == " »" && open == 0)) continue;
      open += piece == "« " ? 1 : 0;
      open -= piece == " »" ? 1 : 0;
      body += piece;
    }
    if (open > 0) body += " »";
    const std::size_t length = 8 + random() % 120;
    const std::size_t passages = 1 + random() % 3;
    const auto hit =
        first_hit({.id = "a", .title = "Grève", .body = body}, "grève", length, passages);
    INFO(body << " / " << length << " / " << hit.snippet_text);
    REQUIRE_FALSE(hit.snippet_text.empty());
    REQUIRE(open_quotations(hit.snippet_text) == 0);
    std::size_t longest = 5;  // grève
    for (const auto& span : hit.snippet_spans)
      longest =
          std::max(longest, characters(hit.snippet_text.substr(span.begin, span.end - span.begin)));
    REQUIRE(characters(hit.snippet_text) <=
            std::max(length, passages * 2 * longest) + passages * 12);
  }
}
