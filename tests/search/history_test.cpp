// The answers do not depend on how the articles came in.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::testing::TemporaryFolder;

namespace {

// Everything a set of questions gives, as one text.
std::string answers(const std::string& archive) {
  const kiosque::Searcher searcher(archive);
  std::string text;
  for (const char* query : {"", "élections régionales", "\"réforme des retraites\"",
                            "canicule -grève", "tag:pêche", "l'eau de la Vaure depuis:2023"}) {
    const auto results = searcher.search(kiosque::parse(query, {.today = "2024-12-01"}),
                                         {.limit = 1000,
                                          .facets = {{"tag", 1000}, {"section"}, {"year"}},
                                          .histogram = kiosque::DateUnit::month});
    text += fmt::format("{} {}\n", query, results.total);
    for (const auto& hit : results.hits)
      text += fmt::format("{} {:.9g} {}\n", hit.id, hit.score, hit.snippet);
    for (const auto& facet : results.facets) {
      for (const auto& value : facet.values)
        text += fmt::format("{} {} {}\n", facet.field, value.value, value.count);
    }
    for (const auto& bucket : results.histogram->buckets)
      text += fmt::format("{} {}\n", bucket.from, bucket.count);
  }
  return text;
}

}  // namespace

TEST_CASE(
    "Indexed at once, twice, in halves, backwards or with detours, the answers are the same") {
  std::vector<Article> articles;
  kiosque::read({std::string(KIOSQUE_SOURCE_DIR) + "/data/articles"}, {},
                [&](kiosque::Record record) { articles.push_back(std::move(record.article)); }, {});
  REQUIRE(articles.size() > 40);
  const TemporaryFolder folder;
  const auto build = [&](const std::string& name, const kiosque::WriterOptions& options,
                         auto fill) {
    kiosque::Writer writer(folder / name, options);
    fill(writer);
    writer.commit();
    return answers(folder / name);
  };
  const auto all = [&](kiosque::Writer& writer) {
    for (const auto& article : articles) writer.put(article);
  };
  const std::string expected = build("once", {}, all);
  CHECK_THAT(expected, has("élections régionales"));
  CHECK(build("twice", {}, [&](auto& writer) { all(writer), writer.commit(), all(writer); }) ==
        expected);
  CHECK(build("batches", {.commit_bytes = 3000}, all) == expected);
  CHECK(build("backwards", {}, [&](auto& writer) {
          for (auto article = articles.rbegin(); article != articles.rend(); ++article)
            writer.put(*article);
        }) == expected);
  CHECK(build("detours", {}, [&](auto& writer) {
          writer.put(
              {.id = "passager", .title = "Canicule et élections régionales", .tags = {"pêche"}});
          for (const auto& article : articles) {
            Article early = article;
            early.title = "Titre provisoire";
            writer.put(early);
          }
          writer.commit();
          writer.remove("passager");
          all(writer);
        }) == expected);
}
