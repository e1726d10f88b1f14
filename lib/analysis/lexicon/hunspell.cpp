#include "analysis/lexicon/hunspell.hpp"

#include <algorithm>
#include <sstream>

namespace kiosque::analysis {
namespace {

// The last UTF-8 character of a text, taken off it.
std::string take_last(std::string& text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  std::string last = text.substr(at);
  text.resize(at);
  return last;
}

// "[^aeo]u" as its sets, the last first.
std::vector<std::string> read_condition(std::string pattern) {
  std::vector<std::string> sets;
  if (pattern == ".") return sets;
  while (!pattern.empty()) {
    if (pattern.back() != ']') {
      sets.push_back(take_last(pattern));
      continue;
    }
    const auto open = pattern.rfind('[');
    if (open == std::string::npos) return sets;
    sets.push_back(pattern.substr(open + 1, pattern.size() - open - 2));
    pattern.resize(open);
  }
  return sets;
}

bool in_set(const std::string& set, const std::string& character) {
  if (set == ".") return true;
  if (set.starts_with('^')) return set.find(character, 1) == std::string::npos;
  return set.find(character) != std::string::npos;
}

}  // namespace

HunspellSuffixes::HunspellSuffixes(std::istream& affixes) {
  for (std::string line; std::getline(affixes, line);) {
    std::istringstream words(line);
    std::string kind;
    std::string flag;
    Rule rule;
    std::string condition;
    if (!(words >> kind >> flag >> rule.strip >> rule.add) || kind != "SFX") continue;
    if (!(words >> condition)) continue;  // the head of a table has no condition
    if (rule.strip == "0") rule.strip.clear();
    rule.add.resize(std::min(rule.add.find('/'), rule.add.size()));
    if (rule.add == "0") rule.add.clear();
    rule.condition = read_condition(condition);
    rules_[flag].push_back(std::move(rule));
  }
}

bool HunspellSuffixes::matches(const Rule& rule, const std::string& word) {
  if (!word.ends_with(rule.strip)) return false;
  std::string rest = word;
  return std::all_of(rule.condition.begin(), rule.condition.end(), [&](const std::string& set) {
    return !rest.empty() && in_set(set, take_last(rest));
  });
}

HunspellWord HunspellSuffixes::expand(const std::string& line) const {
  HunspellWord word;
  std::istringstream fields(line);
  std::string head;
  fields >> head;
  for (std::string field; fields >> field;) {
    if (field.starts_with("po:")) word.kinds.push_back(field.substr(3));
    word.plural = word.plural || field == "is:pl";
  }
  const auto slash = std::min(head.find('/'), head.size());
  word.lemma = head.substr(0, slash);
  word.forms.push_back(word.lemma);
  for (std::size_t at = slash + 1; at + 2 <= head.size(); at += 2) {
    const auto rules = rules_.find(head.substr(at, 2));
    if (rules == rules_.end()) continue;
    for (const Rule& rule : rules->second) {
      if (!matches(rule, word.lemma)) continue;
      word.forms.push_back(word.lemma.substr(0, word.lemma.size() - rule.strip.size()) + rule.add);
    }
  }
  return word;
}

}  // namespace kiosque::analysis
