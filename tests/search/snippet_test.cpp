// The passage that shows why an article matched.

#include <kiosque/kiosque.hpp>
#include <random>
#include <string>

#include "catch.hpp"
#include "support/temporary.hpp"
#include "support/text.hpp"

using kiosque::testing::TemporaryFolder;

namespace {

kiosque::Hit first_hit(const kiosque::Article& article, const char* query,
                       std::size_t length = 240) {
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    writer.put(article);
    writer.commit();
  }
  const auto results =
      kiosque::Searcher(folder / "a.kiosque").search(query, {.snippet_length = length});
  REQUIRE(results.hits.size() == 1);
  return results.hits[0];
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
