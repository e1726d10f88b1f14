// The log-likelihood ratio, and what is related to a query, against plain loops.

#include "search/significance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/stop_words.hpp"
#include "catch.hpp"
#include "search/messy_archive.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::searching::log_likelihood;

TEST_CASE("The log-likelihood ratio of a table of two by two") {
  struct Row {
    std::size_t with, some, with_others, others;
    double score;
  };
  // By hand: twice the sum of n ln(n / expected) over the four fields.
  const Row row =
      GENERATE(Row{10, 10, 0, 10, 27.7259}, Row{5, 10, 5, 10, 0}, Row{0, 10, 10, 10, -27.7259},
               Row{8, 10, 2, 10, 7.7098}, Row{0, 0, 5, 10, 0}, Row{5, 10, 0, 0, 0},
               Row{0, 10, 0, 10, 0}, Row{10, 10, 10, 10, 0});
  CHECK(log_likelihood(row.with, row.some, row.with_others, row.others) ==
        Approx(row.score).margin(1e-3));
}

TEST_CASE("Words of grammar tell nothing, names do") {
  for (const char* const word : {"le", "aujourd", "etaient", "selon", "mardi", "aout"}) {
    INFO(word);
    CHECK(kiosque::analysis::is_stop_word(word));
  }
  for (const char* const word : {"macron", "greve", "retraite", "", "mare", "president"}) {
    INFO(word);
    CHECK_FALSE(kiosque::analysis::is_stop_word(word));
  }
}

namespace {

// The words of an article, by stem where it is in French, and as they stand.
struct PlainWords {
  explicit PlainWords(const Article& article) {
    const bool french = article.language.empty() || article.language.starts_with("fr");
    for (const auto* const text : {&article.title, &article.lead, &article.body}) {
      for (const auto& token : kiosque::analyze(*text)) {
        if (french) stems.insert(token.stem);
        surfaces.insert(token.surface);
      }
    }
  }
  std::set<std::string> stems;
  std::set<std::string> surfaces;
};

}  // namespace

TEST_CASE("Counts of what is related are those of plain loops, whatever the archive's past") {
  std::size_t terms = 0;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    kiosque::testing::WidePress random(seed);
    std::vector<Article> articles;
    for (int i = 0; i < 120; ++i) articles.push_back(random.article(i));
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (articles[i].title.find("grève") != std::string::npos)
        articles[i].tags.push_back("social");
      if (i % 4 == 0) articles[i].body += " grève au Dépôt de Kervel";
    }
    const kiosque::testing::TemporaryFolder folder;
    const std::string path = folder / "a.kiosque";
    kiosque::testing::fill_in_a_mess(random, path, articles);
    const kiosque::Searcher searcher(path);
    std::map<std::string, PlainWords> words;
    std::map<std::string, const Article*> by_id;
    for (const Article& article : articles) {
      by_id[article.id] = &article;
      words.emplace(article.id, article);
    }
    for (const char* const query : {"grève", "grève pêche", "élection", "section:monde", ""}) {
      INFO(seed << " " << query);
      const auto related = searcher.related(kiosque::parse(query), {.articles = 30});
      const auto results = searcher.search(query, {.limit = 30, .snippet_length = 0});
      CHECK(related.total == results.total);
      REQUIRE(related.articles == results.hits.size());
      // How many have it: of the best, and of all.
      const auto count = [&](const auto& has) {
        std::pair<std::size_t, std::size_t> counts;
        for (const auto& hit : results.hits) counts.first += has(hit.id) ? 1 : 0;
        for (const Article& article : articles) counts.second += has(article.id) ? 1 : 0;
        return counts;
      };
      for (const auto& term : related.terms) {
        INFO(term.text);
        const auto tokens = kiosque::analyze(term.text);
        const auto has_all = [&](const auto& member, const auto& of) {
          return std::all_of(tokens.begin(), tokens.end(), [&](const auto& token) {
            return kiosque::analysis::is_stop_word(token.surface) || of.contains(token.*member);
          });
        };
        const auto by_stem = count(
            [&](const auto& id) { return has_all(&kiosque::Token::stem, words.at(id).stems); });
        const auto by_surface = count([&](const auto& id) {
          return has_all(&kiosque::Token::surface, words.at(id).surfaces);
        });
        const std::pair counted(term.count, term.all);
        CHECK((counted == by_stem || counted == by_surface));
        CHECK(term.score ==
              Approx(log_likelihood(term.count, related.articles, term.all - term.count,
                                    articles.size() - related.articles)));
        CHECK_FALSE((term.text == "grève" && std::string(query).starts_with("grève")));
        ++terms;
      }
      for (const auto& tag : related.tags) {
        if (tag.text != "social") continue;
        const auto has_tag = [&](const auto& id) {
          const auto& tags = by_id.at(id)->tags;
          return std::find(tags.begin(), tags.end(), "social") != tags.end();
        };
        CHECK(std::pair(tag.count, tag.all) == count(has_tag));
      }
    }
  }
  CHECK(terms > 5);
}
