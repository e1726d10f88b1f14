// The same dispatch in several papers.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <kiosque/kiosque.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Counting;
using kiosque::DateUnit;
using kiosque::Results;
using kiosque::Searcher;
using kiosque::SearchOptions;
using kiosque::Sort;
using kiosque::Writer;
using kiosque::testing::TemporaryFolder;

namespace {

using Groups = std::set<std::vector<std::string>>;

// Dispatches, each of them in some papers, and a series.
class Agencies {
 public:
  explicit Agencies(unsigned seed) : random_(seed) {}

  std::size_t upto(std::size_t n) { return random_() % n; }

  std::vector<std::string> words(std::size_t count) {
    std::vector<std::string> text;
    for (std::size_t i = 0; i < count; ++i) text.push_back(fmt::format("mot{:03}", upto(400)));
    return text;
  }

  // Adds an article for each paper; what is returned are their ids.
  std::vector<std::string> dispatch(std::size_t papers) {
    const auto text = words(60 + upto(200));
    const std::size_t day = upto(28);
    std::vector<std::string> ids;
    for (std::size_t paper = 0; paper < papers; ++paper) {
      auto own = text;
      for (auto changes = upto(own.size() / 50 + 1); changes > 0; --changes)
        own[upto(own.size())] = "autre";
      Article article = next(own);
      article.title = fmt::format("dépêche {} {}", upto(50), paper);
      article.published = fmt::format("2020-03-{:02}T{:02}:00:00+01:00", day + 1, upto(24));
      article.section = paper % 2 == 0 ? "Monde" : "Politique";
      article.source = fmt::format("Journal {}", paper);
      ids.push_back(article.id);
      articles_.push_back(std::move(article));
    }
    return ids;
  }

  void series(std::size_t days) {
    for (std::size_t day = 0; day < days; ++day) {
      Article article = next(words(120));
      article.title = "Le point sur la pandémie";
      article.published = fmt::format("2020-04-{:02}", day + 1);
      article.section = "Santé";
      articles_.push_back(std::move(article));
    }
  }

  std::vector<Article>& articles() { return articles_; }
  void shuffle() { std::shuffle(articles_.begin(), articles_.end(), random_); }

 private:
  Article next(const std::vector<std::string>& text) {
    Article article{.id = fmt::format("a{:03}", articles_.size())};
    for (const auto& word : text) article.body += word + ' ';
    article.language = "fr";
    return article;
  }

  std::mt19937 random_;
  std::vector<Article> articles_;
};

Groups families_of(const std::string& archive) {
  const auto families = Searcher(archive).families();
  return {families.begin(), families.end()};
}

// As they should be told: the first published first, equal ones by id.
Groups expected(const std::vector<std::vector<std::string>>& dispatches,
                const std::vector<Article>& articles) {
  std::map<std::string, std::string> published;
  for (const auto& article : articles) published[article.id] = article.published;
  Groups groups;
  for (auto ids : dispatches) {
    std::erase_if(ids, [&](const auto& id) { return !published.contains(id); });
    if (ids.size() < 2) continue;
    std::sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) {
      return std::pair(published[a], a) < std::pair(published[b], b);
    });
    groups.insert(ids);
  }
  return groups;
}

void put_all(Writer& writer, const std::vector<Article>& articles) {
  for (const Article& article : articles) writer.put(article);
  writer.commit();
}

}  // namespace

TEST_CASE("Families are the same in whatever order and by whatever way the articles came") {
  Agencies agencies(11);
  std::vector<std::vector<std::string>> dispatches;
  for (int i = 0; i < 40; ++i) dispatches.push_back(agencies.dispatch(1 + agencies.upto(5)));
  agencies.series(20);
  const Groups right = expected(dispatches, agencies.articles());
  REQUIRE(right.size() > 20);
  const TemporaryFolder folder;
  for (int order = 0; order < 10; ++order) {
    CAPTURE(order);
    const std::string archive = folder / fmt::format("{}.kiosque", order);
    Writer writer(archive, {.jobs = static_cast<std::size_t>(1 + order % 2),
                            .commit_bytes = order % 3 == 0 ? 20'000U : 64'000'000U});
    put_all(writer, agencies.articles());
    if (order % 2 == 0) writer.compact();
    CHECK(families_of(archive) == right);
    agencies.shuffle();
  }
}

TEST_CASE("A family follows what is changed, removed and put back") {
  Agencies agencies(12);
  std::vector<std::vector<std::string>> dispatches;
  for (int i = 0; i < 12; ++i) dispatches.push_back(agencies.dispatch(2 + agencies.upto(4)));
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  Writer writer(archive, {.on_duplicate = kiosque::OnDuplicate::replace});
  put_all(writer, agencies.articles());
  std::vector<Article> present = agencies.articles();
  for (int step = 0; step < 40; ++step) {
    CAPTURE(step);
    const std::size_t at = agencies.upto(present.size());
    Article& chosen = present[at];
    switch (agencies.upto(3)) {
      case 0:
        writer.remove(chosen.id);
        present.erase(present.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      case 1: {  // another text
        for (auto& ids : dispatches) std::erase(ids, chosen.id);
        chosen.body.clear();
        for (const auto& word : agencies.words(100)) chosen.body += word + ' ';
        writer.put(chosen);
        break;
      }
      default: {  // the text of another
        const Article& model = present[agencies.upto(present.size())];
        if (model.id == chosen.id) break;
        for (auto& ids : dispatches) std::erase(ids, chosen.id);
        bool found = false;
        for (auto& ids : dispatches) {
          if (std::find(ids.begin(), ids.end(), model.id) == ids.end()) continue;
          ids.push_back(chosen.id);
          found = true;
        }
        if (!found) dispatches.push_back({model.id, chosen.id});
        chosen.body = model.body;
        writer.put(chosen);
      }
    }
    if (step % 3 == 0) {
      writer.commit();
      const Groups right = expected(dispatches, present);
      REQUIRE(families_of(archive) == right);
      // Asked for by each of its articles, dead versions in the same segment or not.
      const Searcher searcher(archive);
      for (const auto& ids : right) {
        for (const std::string& id : ids) {
          std::vector<std::string> found;
          for (const auto& copy : searcher.family(id)) found.push_back(copy.id);
          REQUIRE(found == ids);
        }
      }
    }
  }
  writer.compact();
  CHECK(families_of(archive) == expected(dispatches, present));
}

TEST_CASE("A hit stands for its family: shown by its first publisher, with its copies") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  std::string text;
  Agencies agencies(13);
  for (const auto& word : agencies.words(100)) text += word + ' ';
  {
    Writer writer(archive);
    put_all(writer,
            {{.id = "late",
              .title = "Canicule canicule canicule",
              .body = text + "canicule",
              .published = "2020-08-02",
              .section = "Monde",
              .source = "Le Soir"},
             {.id = "first",
              .title = "Il fait chaud",
              .body = text + "canicule",
              .published = "2020-08-01",
              .section = "Météo",
              .source = "L'Écho"},
             {.id = "undated", .title = "Sans date", .body = text + "canicule forte"},
             {.id = "alone", .title = "Canicule", .body = "Seul.", .published = "2019-07-01"}});
  }
  const Searcher searcher(archive);
  const Results results = searcher.search("canicule", {.collapse = true});
  CHECK(results.total == 4);
  REQUIRE(results.families == 2U);
  REQUIRE(results.hits.size() == 2);
  const auto& hit = results.hits[0].id == "first" ? results.hits[0] : results.hits[1];
  CHECK(hit.id == "first");
  CHECK(hit.copies == 2);
  REQUIRE(hit.copied_by.size() == 2);
  CHECK(hit.copied_by[0].id == "late");
  CHECK(hit.copied_by[0].source == "Le Soir");
  CHECK(hit.copied_by[0].difference == 0);
  CHECK(hit.copied_by[1].id == "undated");
  CHECK(std::abs(hit.copied_by[1].difference - 1.0 / 203) < 1e-9);

  SECTION("what a filter leaves out is no copy, and another may be the first") {
    const Results monde =
        searcher.search("canicule", {.filters = {{"section", "monde"}}, .collapse = true});
    REQUIRE(monde.hits.size() == 1);
    CHECK(monde.hits[0].id == "late");
    CHECK(monde.hits[0].copies == 0);
    CHECK(monde.families == 1U);
  }
  SECTION("a family is asked for by any of its articles") {
    for (const char* id : {"first", "late", "undated"}) {
      const auto family = searcher.family(id);
      REQUIRE(family.size() == 3);
      CHECK(family[0].id == "first");
      CHECK(family[0].difference == 0);
      CHECK(family[2].id == "undated");
    }
    CHECK(searcher.family("alone").empty());
    CHECK(searcher.family("nobody").empty());
  }
  SECTION("as many copies are listed as are asked for") {
    const Results one = searcher.search("canicule", {.collapse = true, .copies = 1});
    const auto& shown = one.hits[0].id == "first" ? one.hits[0] : one.hits[1];
    CHECK(shown.copies == 2);
    CHECK(shown.copied_by.size() == 1);
  }
}

TEST_CASE("Collapsed pages are what one would make of all the hits by hand") {
  Agencies agencies(14);
  for (int i = 0; i < 60; ++i) agencies.dispatch(1 + agencies.upto(6));
  agencies.series(10);
  for (Article& article : agencies.articles()) {
    if (agencies.upto(4) > 0) article.fields["words"] = {std::to_string(agencies.upto(30))};
  }
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive,
                  {.commit_bytes = 50'000, .schema = {{{"words", kiosque::FieldType::number}}}});
    put_all(writer, agencies.articles());
    for (int i = 0; i < 10; ++i) writer.remove(fmt::format("a{:03}", agencies.upto(150)));
    writer.commit();
  }
  const Searcher searcher(archive);
  std::map<std::string, std::vector<std::string>> family;
  for (const auto& ids : searcher.families()) {
    for (const auto& id : ids) family[id] = ids;
  }
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    std::string query;
    for (auto n = agencies.upto(4); n > 0; --n)
      query += fmt::format("mot{:03} ", agencies.upto(400));
    SearchOptions options{.limit = 1000, .snippet_length = 0};
    if (agencies.upto(3) == 0) options.filters = {{"section", "monde"}};
    if (agencies.upto(3) == 0) options.filters.push_back({"source", "journal 1"});
    options.sort = agencies.upto(2) == 0   ? Sort::relevance
                   : agencies.upto(2) == 0 ? Sort::newest
                                           : Sort::oldest;
    if (agencies.upto(4) == 0) options.sort_by = kiosque::FieldSort{"words"};
    const Results all = searcher.search(query, options);
    std::set<std::string> matching;
    for (const auto& hit : all.hits) matching.insert(hit.id);
    REQUIRE(matching.size() == all.total);

    // Where the best of a family stands, or, by date, where the one that is shown does.
    std::vector<std::string> shown;
    std::set<std::string> met;
    const bool relevance = options.sort == Sort::relevance && !options.sort_by && !query.empty();
    for (const auto& hit : all.hits) {
      std::string first = hit.id;
      for (const auto& id : family[hit.id]) {
        if (!matching.contains(id)) continue;
        first = id;
        break;
      }
      if ((relevance || first == hit.id) && met.insert(first).second) shown.push_back(first);
    }
    options.collapse = true;
    const Results collapsed = searcher.search(query, options);
    std::vector<std::string> ids;
    std::size_t copies = 0;
    for (const auto& hit : collapsed.hits) {
      ids.push_back(hit.id);
      copies += hit.copies;
    }
    REQUIRE(ids == shown);
    REQUIRE(collapsed.families == shown.size());
    REQUIRE(collapsed.total == all.total);
    REQUIRE(copies + shown.size() == all.total);

    options.offset = agencies.upto(12);
    options.limit = agencies.upto(12);
    const Results page = searcher.search(query, options);
    std::vector<std::string> on_page;
    for (const auto& hit : page.hits) on_page.push_back(hit.id);
    const std::size_t begin = std::min(options.offset, ids.size());
    const std::size_t end = std::min(begin + options.limit, ids.size());
    REQUIRE(on_page == std::vector<std::string>(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                                ids.begin() + static_cast<std::ptrdiff_t>(end)));
  }
}

TEST_CASE("A timeline of families has each once in every period of any of its articles") {
  Agencies agencies(15);
  for (int i = 0; i < 50; ++i) agencies.dispatch(1 + agencies.upto(6));
  // Copies of the next days too, both changes of summer time among them.
  for (Article& article : agencies.articles()) {
    if (agencies.upto(3) == 0)
      article.published = fmt::format("2020-03-29T{:02}:30:00Z", agencies.upto(24));
    if (agencies.upto(5) == 0)
      article.published = fmt::format("2020-10-25T{:02}:30:00Z", agencies.upto(4));
    if (agencies.upto(6) == 0) article.published.clear();
  }
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive, {.commit_bytes = 50'000});
    put_all(writer, agencies.articles());
  }
  const Searcher searcher(archive);
  std::map<std::string, std::string> family;
  for (const auto& ids : searcher.families()) {
    for (const auto& id : ids) family[id] = ids[0];
  }
  const auto unit =
      GENERATE(DateUnit::year, DateUnit::month, DateUnit::week, DateUnit::day, DateUnit::hour);
  CAPTURE(unit);
  for (int round = 0; round < 40; ++round) {
    const std::string query =
        fmt::format("mot{:03} mot{:03}", agencies.upto(400), agencies.upto(400));
    const SearchOptions options{.limit = 1000, .histogram = unit, .snippet_length = 0};
    // The bucket of an article is that of a search that finds it alone.
    std::map<std::string, std::set<std::string>> periods;  // by family
    const Results articles = searcher.search(query, options);
    for (const auto& hit : articles.hits) {
      const Results alone = searcher.search(
          "", {.filters = {{"id", hit.id}}, .histogram = unit, .snippet_length = 0});
      auto& of_family = periods[family.contains(hit.id) ? family[hit.id] : hit.id];
      for (const auto& bucket : alone.histogram->buckets) of_family.insert(bucket.from);
    }
    std::map<std::string, std::size_t> counts;
    std::size_t missing = 0;
    for (const auto& [first, found] : periods) {
      for (const auto& period : found) ++counts[period];
      if (found.empty()) ++missing;
    }
    SearchOptions by_family = options;
    by_family.counting = Counting::families;
    const Results results = searcher.search(query, by_family);
    REQUIRE(results.families == periods.size());
    REQUIRE(results.histogram->missing == missing);
    std::map<std::string, std::size_t> found;
    for (const auto& bucket : results.histogram->buckets) {
      if (bucket.count > 0) found[bucket.from] = bucket.count;
    }
    REQUIRE(found == counts);
  }
}

TEST_CASE("A timeline of families is as bounded as one of articles, whatever facets stand beside") {
  Agencies agencies(16);
  agencies.dispatch(2);
  // Both are Wednesdays: eight thousand years are whole weeks.
  agencies.articles()[0].published = "1000-01-01";
  agencies.articles()[1].published = "9000-01-01";
  const TemporaryFolder folder;
  const std::string archive = folder / "a.kiosque";
  {
    Writer writer(archive);
    put_all(writer, agencies.articles());
  }
  const Results results = Searcher(archive).search("", {.facets = {{"weekday"}, {"year"}},
                                                        .histogram = DateUnit::day,
                                                        .counting = Counting::families});
  CHECK(results.families == 1U);
  REQUIRE(results.facets[0].values.size() == 1);
  CHECK(results.facets[0].values[0].count == 1);
  CHECK(results.facets[1].values.size() == 2);
  CHECK(results.histogram->unit == DateUnit::month);
  REQUIRE(results.histogram->buckets.size() == 96'001);
  CHECK(results.histogram->buckets.front().count == 1);
  CHECK(results.histogram->buckets.back().count == 1);
  CHECK(results.histogram->buckets.back().all == 1);
}
