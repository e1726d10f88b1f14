// The end-to-end cases of tests/cases, over the sample corpus.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <kiosque/kiosque.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary.hpp"

namespace {

struct Line {
  std::string key;
  std::string value;
};
using Case = std::vector<Line>;

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases(1);
  std::ifstream file(path);
  for (std::string text; std::getline(file, text);) {
    if (text.starts_with('#')) continue;
    if (text.empty()) {
      if (!cases.back().empty()) cases.emplace_back();
      continue;
    }
    const auto space = text.find(' ');
    const auto value = space == std::string::npos ? space : text.find_first_not_of(' ', space);
    cases.back().push_back(
        {text.substr(0, space), value == std::string::npos ? "" : text.substr(value)});
  }
  if (cases.back().empty()) cases.pop_back();
  return cases;
}

void apply(const std::string& option, kiosque::SearchOptions& options) {
  const auto equals = option.find('=');
  const std::string name = option.substr(0, equals);
  const std::string value = option.substr(equals + 1);
  if (name == "match") {
    options.match = value == "all" ? kiosque::Match::all : kiosque::Match::any;
  } else if (name == "sort") {
    options.sort = value == "newest"   ? kiosque::Sort::newest
                   : value == "oldest" ? kiosque::Sort::oldest
                                       : kiosque::Sort::relevance;
  } else if (name.starts_with("filter:")) {
    options.filters.push_back({name.substr(7), value});
  } else if (name == "from") {
    options.dates.from = value;
  } else if (name == "to") {
    options.dates.to = value;
  } else {
    FAIL("unknown option " << option);
  }
}

void check(const Case& lines, const kiosque::Searcher& searcher) {
  std::string query;
  kiosque::SearchOptions options{.limit = 1000};
  for (const char* field :
       {"section", "tag", "author", "source", "language", "year", "month", "day"}) {
    options.facets.push_back({field, 1000});
  }
  for (const auto& [key, value] : lines) {
    if (key == "query") query = value;
    if (key == "option") apply(value, options);
  }
  const auto results = searcher.search(kiosque::parse(query, {.today = "2024-12-01"}), options);
  const auto has_id = [&](const std::string& id) {
    return std::any_of(results.hits.begin(), results.hits.end(), [&](const kiosque::Hit& hit) {
      return hit.id == id || (!hit.url.empty() && hit.url.ends_with(id));
    });
  };
  INFO(query);
  for (const auto& [key, value] : lines) {
    INFO(key << " " << value);
    if (key == "query" || key == "option") {
      continue;
    } else if (key == "total") {
      CHECK(results.total == std::stoul(value));
    } else if (key == "first") {
      REQUIRE_FALSE(results.hits.empty());
      CHECK((results.hits[0].id == value || results.hits[0].url.ends_with(value)));
    } else if (key == "has") {
      CHECK(has_id(value));
    } else if (key == "lacks") {
      CHECK_FALSE(has_id(value));
    } else if (key == "facet") {
      std::istringstream words(value);
      std::string field;
      words >> field;
      const auto last = value.rfind(' ');
      const std::string name = value.substr(field.size() + 1, last - field.size() - 1);
      const auto facet = std::find_if(results.facets.begin(), results.facets.end(),
                                      [&](const auto& found) { return found.field == field; });
      REQUIRE(facet != results.facets.end());
      const auto counted = std::find_if(facet->values.begin(), facet->values.end(),
                                        [&](const auto& found) { return found.value == name; });
      CHECK((counted == facet->values.end() ? 0 : counted->count) ==
            std::stoul(value.substr(last + 1)));
    } else {
      FAIL("unknown key " << key);
    }
  }
}

}  // namespace

TEST_CASE("The end-to-end cases give what they say") {
  const kiosque::testing::TemporaryFolder folder;
  const std::filesystem::path source(KIOSQUE_SOURCE_DIR);
  {
    kiosque::Writer writer(folder / "a.kiosque");
    const auto summary = kiosque::index(writer, {(source / "data/articles").string()});
    REQUIRE(summary.added == 52);
    REQUIRE(summary.rejected == 0);
  }
  const kiosque::Searcher searcher(folder / "a.kiosque");
  std::size_t count = 0;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(source / "tests/cases")) {
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    for (const auto& lines : read_cases(file)) {
      INFO(file.filename().string());
      check(lines, searcher);
      ++count;
    }
  }
  CHECK(count >= 30);
}
