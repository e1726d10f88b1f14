#include "query/names.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/characters.hpp"

extern "C" {
extern const char kiosque_names_begin[] __attribute__((visibility("hidden")));
extern const char kiosque_names_end[] __attribute__((visibility("hidden")));
}

namespace kiosque::querying {
namespace {

using Spellings = std::unordered_map<std::string, std::vector<std::string>>;

Spellings read_spellings() {
  Spellings spellings;
  std::istringstream lines(std::string(kiosque_names_begin, kiosque_names_end));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> group;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      std::string folded = analysis::fold_value(word);
      if (std::find(group.begin(), group.end(), folded) == group.end()) group.push_back(folded);
    }
    for (const auto& word : group) {
      std::copy_if(group.begin(), group.end(), std::back_inserter(spellings[word]),
                   [&](const std::string& other) { return other != word; });
    }
  }
  return spellings;
}

// `seen` holds the words that have been looked up.
void collect(const std::vector<Clause>& clauses, std::unordered_set<std::string>& seen,
             std::vector<Variant>& variants) {
  analysis::Words words;
  for (const Clause& clause : clauses) {
    if (clause.occur == Occur::must_not) continue;
    collect(clause.clauses, seen, variants);
    if (clause.kind != Clause::Kind::word) continue;
    analysis::thread_analyzer().analyze(clause.text, words);
    for (const auto& word : words.list()) {
      const std::string surface(words.surface(word));
      if (!seen.insert(surface).second) continue;
      for (const std::string& other : spellings_beside(surface)) {
        variants.push_back({surface, other});
      }
    }
  }
}

}  // namespace

std::span<const std::string> spellings_beside(std::string_view folded) {
  static const Spellings spellings = read_spellings();
  const auto found = spellings.find(std::string(folded));
  if (found == spellings.end()) return {};
  return found->second;
}

std::vector<Variant> name_variants(const std::vector<Clause>& clauses) {
  std::unordered_set<std::string> seen;
  std::vector<Variant> variants;
  collect(clauses, seen, variants);
  return variants;
}

}  // namespace kiosque::querying
