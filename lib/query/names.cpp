#include "query/names.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>
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

void collect(const std::vector<Clause>& clauses, std::vector<Variant>& variants) {
  analysis::Words words;
  for (const Clause& clause : clauses) {
    if (clause.occur == Occur::must_not) continue;
    if (clause.kind == Clause::Kind::group) collect(clause.clauses, variants);
    if (clause.kind != Clause::Kind::word) continue;
    analysis::thread_analyzer().analyze(clause.text, words);
    for (const auto& word : words.list()) {
      const std::string surface(words.surface(word));
      for (const std::string& other : spellings_beside(surface)) {
        Variant variant{surface, other};
        if (std::find(variants.begin(), variants.end(), variant) == variants.end()) {
          variants.push_back(std::move(variant));
        }
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
  std::vector<Variant> variants;
  collect(clauses, variants);
  return variants;
}

}  // namespace kiosque::querying
