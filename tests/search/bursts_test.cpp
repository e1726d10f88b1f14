// Bursts, what is related, and what is similar, end to end.

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "search/random_press.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Burst;
using kiosque::DateUnit;

namespace {

// Two years of a small paper: a strike in March, another with other people in November, and the
// rest of the news on every day.
std::vector<Article> two_strikes() {
  std::vector<Article> articles;
  const auto add = [&](const std::string& day, std::string title, std::string body) {
    const bool social = body.find("conseil") == std::string::npos;
    articles.push_back({.id = "a" + std::to_string(articles.size()),
                        .title = std::move(title),
                        .body = std::move(body),
                        .published = day + "T10:00:00+01:00",
                        .section = social ? "Social" : "Ville",
                        .tags = {"actualité"}});
  };
  const std::vector<std::string> others = {"Le marché du samedi",        "Un match nul",
                                           "La bibliothèque rouvre",     "Le pont est fermé",
                                           "Une exposition de peinture", "Un concert gratuit"};
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 28; ++day) {
      const std::string date = (month < 10 ? "2021-0" : "2021-") + std::to_string(month) +
                               (day < 10 ? "-0" : "-") + std::to_string(day);
      for (const auto& title : others) add(date, title, "Le conseil en parle.");
      if (month == 3 && day >= 8 && day <= 12) {
        for (int i = 0; i < 4; ++i)
          add(date, "Grève des éboueurs", "Les Éboueurs du dépôt de Kervel sont en grève.");
      }
      if (month == 11 && day >= 20 && day <= 22) {
        for (int i = 0; i < 4; ++i)
          add(date, "Les pilotes en grève", "Les pilotes de l’aéroport cessent le travail.");
      }
      if (day == 15 && month % 2 == 0) add(date, "Une grève ancienne", "Un livre en parle.");
    }
  }
  return articles;
}

class Paper {
 public:
  explicit Paper(const std::vector<Article>& articles) {
    kiosque::Writer writer(path());
    for (const Article& article : articles) writer.put(article);
    writer.commit();
  }
  [[nodiscard]] kiosque::Searcher searcher() const { return kiosque::Searcher(path()); }

 private:
  [[nodiscard]] std::string path() const { return folder_ / "a.kiosque"; }

  kiosque::testing::TemporaryFolder folder_;
};

std::vector<std::string> texts(const std::vector<kiosque::SignificantTerm>& terms) {
  std::vector<std::string> list;
  for (const auto& term : terms) list.push_back(term.text);
  return list;
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// By itself or in a phrase.
bool mention(const std::vector<std::string>& list, const std::string& word) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& text) { return text.find(word) != std::string::npos; });
}

}  // namespace

TEST_CASE("Bursts are the periods of a subject, with what explains them") {
  const Paper paper(two_strikes());
  const auto bursts = paper.searcher().bursts(kiosque::parse("grève"));
  CHECK(bursts.unit == DateUnit::day);
  CHECK(bursts.total == 38);
  REQUIRE(bursts.periods.size() == 2);
  const Burst& march = bursts.periods[0];
  CHECK(march.from == "2021-03-08");
  CHECK(march.to == "2021-03-12");
  CHECK(march.count == 20);
  CHECK(march.all == 50);
  CHECK(march.expected == Approx(50 * 38.0 / (12 * 28 * 6 + 38)));
  CHECK(mention(texts(march.terms), "boueurs du dépôt"));
  CHECK(mention(texts(march.terms), "Kervel"));
  CHECK_FALSE(contains(texts(march.terms), "grève"));
  CHECK(march.headlines.at(0).title == "Grève des éboueurs");
  CHECK(bursts.periods[1].from == "2021-11-20");
  CHECK(bursts.periods[1].to == "2021-11-22");
  CHECK(mention(texts(bursts.periods[1].terms), "pilotes"));
  CHECK(bursts.periods[0].strength > bursts.periods[1].strength);
}

TEST_CASE("Bursts keep to the unit, the limit and the dates that are asked for") {
  const Paper paper(two_strikes());
  const auto searcher = paper.searcher();
  const auto query = kiosque::parse("grève");
  const auto weeks = searcher.bursts(query, {.unit = DateUnit::week});
  REQUIRE(weeks.periods.size() == 2);
  CHECK(weeks.periods[0].from == "2021-03-08");
  CHECK(weeks.periods[0].to == "2021-03-14");
  const auto months = searcher.bursts(query, {.unit = DateUnit::month});
  REQUIRE(!months.periods.empty());
  CHECK(months.periods[0].from == "2021-03-01");
  CHECK(months.periods[0].to == "2021-03-31");
  CHECK(searcher.bursts(query, {.limit = 1}).periods.size() == 1);
  CHECK(searcher.bursts(query, {.least = 13}).periods.size() == 1);
  kiosque::BurstOptions autumn;
  autumn.search.dates.from = "2021-09-01";
  const auto later = searcher.bursts(query, autumn);
  REQUIRE(later.periods.size() == 1);
  CHECK(later.periods[0].from == "2021-11-20");
  CHECK(later.total == 14);
  // Of the articles with "grève" alone, all are about it.
  kiosque::BurstOptions section;
  section.search.filters = {{"section", "Social"}};
  CHECK(searcher.bursts(query, section).total == 38);
  CHECK(searcher.bursts(query, section).periods.empty());
  CHECK(searcher.bursts(kiosque::parse("introuvable")).periods.empty());
  CHECK(searcher.bursts(kiosque::parse("")).periods.empty());
  CHECK_THROWS_AS(searcher.bursts(query, {.unit = DateUnit::hour}), kiosque::Error);
}

TEST_CASE("An article without a date is in no burst, and an archive without dates has none") {
  std::vector<Article> articles;
  for (int i = 0; i < 20; ++i)
    articles.push_back({.id = std::to_string(i), .title = "Grève", .published = ""});
  const auto bursts = Paper(articles).searcher().bursts(kiosque::parse("grève"));
  CHECK(bursts.total == 0);
  CHECK(bursts.periods.empty());
}

TEST_CASE("Bursts over nine thousand years take no longer than over one") {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back({.id = std::to_string(i),
                        .title = i % 8 == 0 ? "Grève" : "Marché",
                        .published = std::to_string(1000 + i * 220) + "-01-01"});
  const Paper paper(articles);
  for (const auto unit : {DateUnit::day, DateUnit::week, DateUnit::month, DateUnit::year}) {
    const auto bursts = paper.searcher().bursts(kiosque::parse("grève"), {.unit = unit});
    CHECK(bursts.total == 5);
  }
}

TEST_CASE("What is related is told from the rest, without the query's own words") {
  auto articles = two_strikes();
  for (Article& article : articles) {
    if (article.title.find("éboueurs") == std::string::npos) continue;
    article.tags.push_back("Propreté");
    article.tags.push_back("Grève");
    article.authors.push_back("Anne Dupré");
  }
  const auto related =
      Paper(articles).searcher().related(kiosque::parse("grève éboueurs"), {.articles = 20});
  CHECK(related.total == 38);
  CHECK(related.articles == 20);
  CHECK(mention(texts(related.terms), "Kervel"));
  CHECK(mention(texts(related.terms), "dépôt"));
  CHECK_FALSE(contains(texts(related.terms), "Éboueurs"));
  CHECK_FALSE(mention(texts(related.terms), "éboueurs"));
  CHECK(texts(related.tags) == std::vector<std::string>{"Propreté"});
  CHECK(texts(related.authors) == std::vector<std::string>{"Anne Dupré"});
  for (const auto& term : related.terms) {
    if (term.text.find("Kervel") == std::string::npos) continue;
    CHECK(term.count == 20);
    CHECK(term.all == 20);
  }
}

TEST_CASE("Similar articles share the words that tell the subject") {
  const Paper paper(two_strikes());
  const auto searcher = paper.searcher();
  const auto hits = searcher.search("éboueurs", {.limit = 1}).hits;
  REQUIRE(hits.size() == 1);
  const auto similar = searcher.similar(hits[0].id, {.limit = 50});
  CHECK(similar.stored);
  REQUIRE(similar.articles.size() >= 19);
  for (std::size_t i = 0; i < 19; ++i) {
    const auto& found = similar.articles[i];
    CHECK(found.hit.title == "Grève des éboueurs");
    CHECK(found.hit.id != hits[0].id);
    CHECK(found.hit.rank == i + 1);
    CHECK(found.hit.score == Approx(1));
    CHECK(mention(found.words, "Kervel"));
  }
  CHECK_FALSE(searcher.similar("absent").stored);
  CHECK(searcher.similar("absent").articles.empty());
  kiosque::SimilarOptions one_day{.limit = 50};
  one_day.search.dates = {"2021-03-10", "2021-03-10"};
  CHECK(searcher.similar(hits[0].id, one_day).articles.size() >= 3);
}

TEST_CASE("Any text is an id or a query here") {
  kiosque::testing::WidePress random(3);
  std::vector<Article> articles;
  for (int i = 0; i < 150; ++i) articles.push_back(random.article(i));
  const Paper paper(articles);
  const auto searcher = paper.searcher();
  for (int i = 0; i < 150; ++i) {
    const auto query = kiosque::parse(random.query());
    INFO(query.text);
    const auto bursts = searcher.bursts(query, {.least = 1});
    for (const Burst& burst : bursts.periods) {
      CHECK(burst.count <= burst.all);
      CHECK(static_cast<double>(burst.count) > burst.expected);
      CHECK(burst.from <= burst.to);
    }
    const auto related = searcher.related(query);
    CHECK(related.articles <= related.total);
    for (const auto& term : related.terms) CHECK(term.count <= related.articles);
    const auto similar = searcher.similar(articles[static_cast<std::size_t>(i)].id);
    CHECK(similar.stored);
    for (const auto& found : similar.articles)
      CHECK(found.hit.id != articles[static_cast<std::size_t>(i)].id);
  }
}

TEST_CASE("A stop that was asked for before is told") {
  const Paper paper(two_strikes());
  std::stop_source source;
  source.request_stop();
  kiosque::BurstOptions bursts;
  bursts.search.stop = source.get_token();
  CHECK(paper.searcher().bursts(kiosque::parse("grève"), bursts).partial);
  kiosque::RelatedOptions related;
  related.search.stop = source.get_token();
  CHECK(paper.searcher().related(kiosque::parse("grève"), related).partial);
  kiosque::SimilarOptions similar;
  similar.search.stop = source.get_token();
  CHECK(paper.searcher().similar("a0", similar).partial);
}
