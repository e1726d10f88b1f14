#pragma once
// The words of a hunspell dictionary with the forms that its suffixes give them.

#include <istream>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiosque::analysis {

/// One line of the dictionary.
struct HunspellWord {
  std::string lemma = {};
  std::vector<std::string> kinds = {};  // its `po:` fields: nom, adj, v3_itne__a, patr, …
  std::vector<std::string> forms = {};  // the lemma included
  bool plural = false;                  // an entry that is a plural itself (`is:pl`)
};

/// Suffix rules; prefixes (in French elisions, which the analyzer cuts off) are left out.
/// The format: man 5 hunspell, with two-letter flags (FLAG long).
class HunspellSuffixes {
 public:
  explicit HunspellSuffixes(std::istream& affixes);

  /// A line of the dictionary, `word/flags po:kind …`.
  [[nodiscard]] HunspellWord expand(const std::string& line) const;

 private:
  struct Rule {
    std::string strip = {};
    std::string add = {};
    std::vector<std::string> condition = {};  // a set of characters each; "^…": all but these
  };
  static bool matches(const Rule& rule, const std::string& word);

  std::unordered_map<std::string, std::vector<Rule>> rules_ = {};
};

}  // namespace kiosque::analysis
