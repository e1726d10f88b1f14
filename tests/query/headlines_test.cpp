// Headlines pasted as queries, punctuation and all: those of the evaluation set beside the project.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <kiosque/query.hpp>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

using kiosque::Clause;

bool has_operator(const std::string& headline) {
  for (const char* const word :
       {"ET", "OU", "SAUF", "AND", "OR", "NOT", "PRES/", "NEAR/", "ADJ/", "AUMOINS/", "MEME/"}) {
    if (headline.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("No headline is read as an operator") {
  const char* shared = std::getenv("KIOSQUE_SHARED");
  if (shared == nullptr) {
    WARN("KIOSQUE_SHARED is not set: the headlines were not read");
    return;
  }
  std::ifstream set(std::filesystem::path(shared) / "eval" / "retrieval" / "known-title.dev.tsv");
  REQUIRE(set);
  int headlines = 0;
  for (std::string line; std::getline(set, line);) {
    const std::string headline = line.substr(line.find('\t') + 1);
    ++headlines;
    if (has_operator(headline)) continue;
    const auto query = kiosque::parse(headline, {.today = "2020-06-15"});
    INFO(headline << " is read " << to_string(query));
    CHECK_FALSE(query.clauses.empty());
    for (const Clause& clause : query.clauses) {
      CHECK(clause.occur == kiosque::Occur::should);
      // What a headline has in parentheses is read as one of several.
      CHECK((clause.kind == Clause::Kind::word || clause.kind == Clause::Kind::phrase ||
             clause.kind == Clause::Kind::group));
      CHECK(clause.weight == 1);
    }
    for (const auto& warning : query.warnings) CHECK(warning.code == "unclosed_quote");
  }
  CHECK(headlines > 1000);
}
