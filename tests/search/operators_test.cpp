// Every operator of the query language against a naive evaluator: random archives, random queries.

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/oracle.hpp"
#include "search/random_press.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Clause;
using kiosque::testing::Oracle;
using kiosque::testing::RandomPress;
using kiosque::testing::TemporaryFolder;

namespace {

constexpr int kArchives = 50;
constexpr int kQueries = 400;  // each

// Sentences, paragraphs and words that are nearly alike.
class WrittenPress : public RandomPress {
 public:
  using RandomPress::RandomPress;

  std::string text(std::size_t most) override {
    static const std::vector<std::string> words = {
        "élection", "élections",    "Élection", "électeur", "électrique", "L’été",
        "indien",   "réforme",      "reforme",  "Réformes", "retraite",   "retraites",
        "retrait",  "de",           "la",       "grève",    "grèves",     "Grève",
        "greve",    "porte-parole", "parole",   "M.",       "Le",         "le"};
    static const std::vector<std::string> ends = {" ",   " ",    " ",  " ",   " ",   ". ",
                                                  " ! ", "\n\n", ", ", "?\n", " « ", " » "};
    std::string made;
    for (auto n = upto(most); n > 0; --n) made += of(words) + of(ends);
    return made;
  }

  std::string query() override {
    std::string made;
    for (auto n = 1 + upto(2); n > 0; --n)
      made += (made.empty() ? "" : of({" ", " ET ", " OU ", " SAUF "})) + part(2);
    return made;
  }

 private:
  std::string leaf() {
    return of({"élection",
               "grève",
               "retraite",
               "\"de la\"",
               "électeur",
               "élec*",
               "re*",
               "~réforme",
               "~électrique",
               "~retrai",
               "porte-parole",
               "\"l'été indien\"",
               "le",
               "de",
               "parole",
               "gre*",
               "titre:grève",
               "chapo:élec*",
               "titre:\"de la\"",
               "porte-par*"});
  }
  std::string operand(std::size_t depth) {
    if (depth == 0 || !chance(4)) return leaf();
    return "(" + of({leaf() + " OU " + leaf(), part(depth - 1)}) + ")";
  }
  std::string part(std::size_t depth) {
    switch (upto(9)) {
      case 0:
        return operand(depth) + fmt::format(" PRES/{} ", 1 + upto(6)) + operand(depth);
      case 1:
        return operand(depth) + fmt::format(" ADJ/{} ", 1 + upto(6)) + operand(depth);
      case 2:
        return operand(depth) + " MEME/PHRASE " + operand(depth);
      case 3:
        return operand(depth) + " MEME/PARAGRAPHE " + operand(depth);
      case 4:
        return fmt::format("AUMOINS/{} ", 1 + upto(4)) + operand(depth);
      case 5:
        return fmt::format(
            "{} DE ({} {} {})", 1 + upto(3), operand(depth), leaf(),
            of({"section:monde", "tag:pol*", "-grève", "=Grève", "date:2021", leaf()}));
      case 6:
        return of({"=Grève", "=grève", "=Élection", "=Le", "titre:=Grève", "=porte-parole",
                   "=greve", "=L'été"});
      case 7:
        return leaf() + fmt::format(" PRES/{} ", 1 + upto(4)) + leaf() +
               fmt::format(" {}/{} ", of({"PRES", "ADJ"}), 1 + upto(4)) + leaf();
      default:
        return of({"tag:pol*^2", "rubrique:mo*", "-élec*", "+re*^3", "auteur:ann*",
                   "grève^2 élection", "-(grève PRES/2 la)", "(élec* grève)^3", "\"de la\"^2"});
    }
  }
};

void collect(const std::vector<Clause>& clauses, std::set<Clause::Kind>& kinds) {
  for (const Clause& clause : clauses) {
    kinds.insert(clause.kind);
    collect(clause.clauses, kinds);
  }
}

}  // namespace

TEST_CASE("Every operator finds what a naive evaluator finds") {
  int found_something = 0;
  std::map<std::string, int> warned;
  std::set<Clause::Kind> kinds;
  for (int round = 0; round < kArchives; ++round) {
    WrittenPress random(static_cast<unsigned>(4200 + round));
    const TemporaryFolder folder;
    std::vector<Article> articles;
    {
      kiosque::Writer writer(folder / "a.kiosque");
      const int count = 5 + static_cast<int>(random.upto(30));
      for (int i = 0; i < count; ++i) {
        articles.push_back(random.article(i));
        writer.put(articles.back());
        if (random.chance(8)) writer.commit();
      }
      writer.commit();
      if (random.chance(2)) {
        writer.remove(articles.back().id);
        articles.pop_back();
        writer.commit();
      }
    }
    const kiosque::Searcher searcher(folder / "a.kiosque");
    // As stored: line ends decide what a paragraph is.
    for (Article& article : articles) article = searcher.get(article.id).value();
    const Oracle oracle(articles);
    for (int i = 0; i < kQueries; ++i) {
      const std::string text = random.query();
      const auto query = kiosque::parse(text, {.today = "2021-11-15"});
      kiosque::SearchOptions options;
      options.limit = 1000;
      options.snippet_length = i % 10 == 0 ? 100 : 0;
      options.match = random.chance(4) ? kiosque::Match::all : kiosque::Match::any;
      INFO(fmt::format("round {} query {} [{}] read [{}]", round, i, text, to_string(query)));
      REQUIRE(kiosque::parse(to_string(query), {.today = "2021-11-15"}).clauses == query.clauses);
      const auto results = searcher.search(query, options);
      const auto expected = oracle.search(query, options);
      std::set<std::string> ids;
      for (const auto& hit : results.hits) ids.insert(hit.id);
      REQUIRE(ids == expected);
      REQUIRE(results.total == expected.size());
      found_something += expected.empty() ? 0 : 1;
      for (const auto& warning : query.warnings) ++warned[warning.code];
      collect(query.clauses, kinds);
    }
  }
  CHECK(found_something > kArchives * kQueries / 3);
  CHECK(kinds.size() == 14);
  CHECK(warned["quorum_sign"] > 0);
}
