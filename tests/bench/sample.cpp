#include <algorithm>
#include <cctype>
#include <filesystem>
#include <kiosque/read.hpp>
#include <map>
#include <set>
#include <stdexcept>

#include "press.hpp"
#include "words.hpp"

namespace bench {
namespace {

// In the order in which they came, once; what JSON would escape stays out.
void add_once(std::vector<std::string>& names, const std::string& name) {
  if (name.empty() || name.find_first_of("\"\\") != std::string::npos) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::vector<std::string> by_count(const std::map<std::string, std::size_t>& counts) {
  std::vector<std::string> words;
  words.reserve(counts.size());
  for (const auto& [word, count] : counts) words.push_back(word);
  std::stable_sort(words.begin(), words.end(),
                   [&](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
  return words;
}

}  // namespace

Sample read_sample(const std::string& folder) {
  std::set<std::string> grammar;
  for (const auto& word : function_words()) grammar.emplace(word.text);
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  Sample sample;
  std::map<std::string, std::size_t> counts;
  kiosque::read(files, {.format = kiosque::Format::jsonl},
                [&](const kiosque::Record& record) {
                  const kiosque::Article& article = record.article;
                  for (const auto* text : {&article.title, &article.lead, &article.body}) {
                    for (const auto word : words_of(*text)) {
                      std::string small = lowered(word);
                      if (letters(small) > 2 && !grammar.contains(small)) ++counts[small];
                    }
                  }
                  add_once(sample.sections, article.section);
                  add_once(sample.sources, article.source);
                  for (const auto& author : article.authors) add_once(sample.authors, author);
                  for (const auto& tag : article.tags) add_once(sample.tags, tag);
                },
                {});
  if (counts.empty()) throw std::runtime_error("no articles in " + folder);
  sample.words = by_count(counts);
  return sample;
}

}  // namespace bench
