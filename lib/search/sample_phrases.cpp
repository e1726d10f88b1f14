#include "search/sample_phrases.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace kiosque::searching {
namespace {

using Text = WordSample::Text;
using Token = WordSample::Token;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Of the articles that have either word of a pair.
constexpr double kMostly = 0.6;
constexpr std::size_t kLongest = 4;  // words

// Whether nothing but a blank, or a little word or two (« de la »), stands between.
bool are_together(const Text& article, const Token& first, const Token& second) {
  constexpr std::size_t kLittle = 7;  // bytes
  if (second.begin <= first.end || second.begin - first.end > kLittle) return false;
  const auto between = std::string_view(article.text).substr(first.end, second.begin - first.end);
  // What « et » joins is two things.
  return between.front() == ' ' && between.find_first_of(".,;:!?()[]\"/\n") == between.npos &&
         between.find(" et ") == between.npos;
}

// In how many articles words stand together, of those in `wanted`.
std::map<Pair, std::uint32_t> count_pairs(const WordSample& sample,
                                          const std::unordered_set<std::uint32_t>& wanted) {
  std::map<Pair, std::uint32_t> counts;
  for (const Text& article : sample.articles()) {
    std::set<Pair> pairs;
    for (std::size_t i = 1; i < article.tokens.size(); ++i) {
      const Token& first = article.tokens[i - 1];
      const Token& second = article.tokens[i];
      if (first.number != second.number && wanted.contains(first.number) &&
          wanted.contains(second.number) && are_together(article, first, second)) {
        pairs.emplace(first.number, second.number);
      }
    }
    for (const Pair& pair : pairs) ++counts[pair];
  }
  return counts;
}

// As it is written most often; empty where the words never stand all together.
std::string written(const WordSample& sample, const std::vector<std::uint32_t>& numbers) {
  std::map<std::string, std::uint32_t> spellings;
  for (const Text& article : sample.articles()) {
    for (std::size_t i = 0; i + numbers.size() <= article.tokens.size(); ++i) {
      std::size_t found = 0;
      while (found < numbers.size() && article.tokens[i + found].number == numbers[found] &&
             (found == 0 ||
              are_together(article, article.tokens[i + found - 1], article.tokens[i + found]))) {
        ++found;
      }
      if (found < numbers.size()) continue;
      const std::uint32_t begin = article.tokens[i].begin;
      ++spellings[article.text.substr(begin, article.tokens[i + found - 1].end - begin)];
    }
  }
  if (spellings.empty()) return "";
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::vector<SamplePhrase> join_words(const WordSample& sample,
                                     const std::vector<std::uint32_t>& numbers) {
  const std::unordered_set<std::uint32_t> wanted(numbers.begin(), numbers.end());
  std::map<std::uint32_t, std::uint32_t> next;
  std::map<std::uint32_t, std::uint32_t> before;
  std::vector<std::pair<std::uint32_t, Pair>> strongest;
  for (const auto& [pair, count] : count_pairs(sample, wanted)) {
    const auto most =
        std::max(sample.words()[pair.first].articles, sample.words()[pair.second].articles);
    if (static_cast<double>(count) >= kMostly * static_cast<double>(most))
      strongest.emplace_back(count, pair);
  }
  std::stable_sort(strongest.begin(), strongest.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [count, pair] : strongest) {
    if (next.contains(pair.first) || before.contains(pair.second)) continue;
    next.emplace(pair.first, pair.second);
    before.emplace(pair.second, pair.first);
  }

  std::vector<SamplePhrase> phrases;
  std::set<std::uint32_t> done;
  for (const std::uint32_t number : numbers) {
    if (done.contains(number)) continue;
    std::uint32_t first = number;
    for (std::size_t i = 1; i < kLongest && before.contains(first); ++i) {
      if (done.contains(before.at(first))) break;
      first = before.at(first);
    }
    SamplePhrase phrase{{first}, {}};
    while (phrase.numbers.size() < kLongest && next.contains(phrase.numbers.back())) {
      const std::uint32_t behind = next.at(phrase.numbers.back());
      if (done.contains(behind) ||
          std::find(phrase.numbers.begin(), phrase.numbers.end(), behind) != phrase.numbers.end()) {
        break;
      }
      phrase.numbers.push_back(behind);
    }
    if (phrase.numbers.size() > 1) phrase.text = written(sample, phrase.numbers);
    if (phrase.text.empty()) phrase = {{number}, sample.words()[number].written()};
    done.insert(phrase.numbers.begin(), phrase.numbers.end());
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace kiosque::searching
