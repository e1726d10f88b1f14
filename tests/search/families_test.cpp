// The same dispatch in several papers is one family.

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "search/agencies.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::Searcher;
using kiosque::Writer;
using kiosque::testing::Agencies;
using kiosque::testing::put_all;
using kiosque::testing::TemporaryFolder;

namespace {

using Groups = std::set<std::vector<std::string>>;

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
