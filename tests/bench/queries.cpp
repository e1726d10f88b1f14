#include "queries.hpp"

#include <algorithm>
#include <cmath>
#include <kiosque/read.hpp>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "random.hpp"
#include "words.hpp"

namespace bench {
namespace {

constexpr std::size_t kCounted = 50'000;       // articles that frequencies are counted in, at most
constexpr std::size_t kPhraseSources = 4'000;  // likewise, of phrases
constexpr std::size_t kLongestPrefix = 6;

using Counts = std::unordered_map<std::string, std::size_t>;

// What some engine would read as an operator.
bool is_operator(std::string_view word) {
  static const std::unordered_set<std::string_view> kOperators = {
      "ET", "OU", "SAUF", "AND", "OR", "NOT", "NEAR", "XOR", "ADJ"};
  return kOperators.contains(word);
}

// Words with the apostrophes and hyphens inside them, blanks between.
std::string plain(const std::string& text) {
  std::string out;
  std::string word;
  const auto end_word = [&] {
    while (!word.empty() && (word.back() == '-' || word.back() == '\'')) word.pop_back();
    if (!out.empty() && !word.empty()) out += ' ';
    out += is_operator(word) ? lowered(word) : word;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    const bool digit = byte >= '0' && byte <= '9';
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const auto two = std::string_view(text).substr(at, 2);
    if (digit || letter || ((byte == '\'' || byte == '-') && !word.empty())) {
      word += byte;
    } else if (std::string_view(text).substr(at, 3) == "’" && !word.empty()) {
      word += '\'';  // FTS5's own tokenizer takes either for a separator
      at += 2;
    } else if (!words_of(two).empty() && words_of(two)[0].size() == 2) {
      word += two;
      ++at;
    } else {
      end_word();
    }
  }
  end_word();
  return out;
}

std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

void count_words(const kiosque::Article& article, Counts& counts) {
  std::unordered_set<std::string> seen;
  for (const auto* text : {&article.title, &article.lead, &article.body}) {
    for (const auto word : words_of(*text)) {
      if (letters(word) > 1) seen.insert(lowered(word));
    }
  }
  for (const auto& word : seen) ++counts[word];
}

// Neighbours with one blank between them and nothing else.
void count_phrases(const kiosque::Article& article, Counts& counts) {
  const std::vector<std::string_view> words = words_of(article.body);
  const auto joined = [&](std::size_t word) {
    const char* const end = words[word].data() + words[word].size();
    return *end == ' ' && words[word + 1].data() == end + 1 && letters(words[word]) > 1 &&
           letters(words[word + 1]) > 1;
  };
  for (std::size_t word = 0; word + 1 < words.size(); ++word) {
    const std::size_t length = 2 + word % 2;
    if (word + length > words.size() || !joined(word) || (length == 3 && !joined(word + 1)))
      continue;
    const char* const begin = words[word].data();
    const std::string_view last = words[word + length - 1];
    ++counts[lowered({begin, static_cast<std::size_t>(last.data() + last.size() - begin)})];
  }
}

// Even in the logarithm of the count: as many with 1 to 10 as with 1,000 to 10,000.
std::vector<std::string> over_all_frequencies(const Counts& counts, std::size_t count,
                                              Random& random) {
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [text, frequency] : counts) sorted.emplace_back(frequency, text);
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> drawn;
  const double most = sorted.empty() ? 1 : static_cast<double>(sorted.back().first);
  for (std::size_t i = 0; i < count && !sorted.empty(); ++i) {
    const auto wanted = static_cast<std::size_t>(std::pow(most + 1, random.unit()));
    const auto from =
        std::lower_bound(sorted.begin(), sorted.end(),
                         std::pair(std::min(wanted, sorted.back().first), std::string()));
    const auto to =
        std::upper_bound(from, sorted.end(), std::pair(from->first, std::string("\xff")));
    drawn.push_back(
        (from + static_cast<std::ptrdiff_t>(random.below(static_cast<std::size_t>(to - from))))
            ->second);
  }
  return drawn;
}

// Words of some ten articles, where every so many of them were counted. Of some an engine finds
// more, since it joins accents and endings.
std::vector<std::string> rare_words(const Counts& counts, std::size_t every, std::size_t count,
                                    Random& random) {
  constexpr std::size_t kArticles = 10;
  const std::size_t counted = std::max<std::size_t>(kArticles / every, 1);
  std::vector<std::string> all;
  for (const auto& [text, frequency] : counts) {
    if (frequency == counted) all.push_back(text);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> drawn;
  for (std::size_t i = 0; i < count && !all.empty(); ++i)
    drawn.push_back(all[random.below(all.size())]);
  return drawn;
}

std::string pair_of(const kiosque::Article& article, Random& random) {
  std::vector<std::string> words;
  const std::string text = article.title + " " + article.lead;
  for (const auto word : words_of(text)) {
    if (letters(word) > 3) words.push_back(lowered(word));
  }
  if (words.size() < 2) return {};
  const std::string& one = words[random.below(words.size())];
  const std::string& other = words[random.below(words.size())];
  return one == other ? std::string() : one + ' ' + other;
}

std::string keystroke_of(const std::vector<std::string>& headline, Random& random) {
  if (headline.empty()) return {};
  const std::size_t last = random.below(std::min<std::size_t>(4, headline.size()));
  const std::string& word = headline[last];
  // An elided word is not cut before its apostrophe, which is where a word begins for all.
  const std::size_t begin = word.rfind('\'') == std::string::npos ? 0 : word.rfind('\'') + 1;
  const std::size_t longest = std::min(kLongestPrefix, letters(word.substr(begin)));
  const std::size_t wanted = 1 + random.below(longest);
  std::size_t end = begin;
  for (std::size_t taken = 0; taken < wanted; ++taken) {
    ++end;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0U) == 0x80) ++end;
  }
  std::string text;
  for (std::size_t i = 0; i < last; ++i) text += headline[i] + ' ';
  if (word[end - 1] == '-') --end;
  return text + word.substr(0, end);
}

// Every beginning of a headline's first four words that ends in a letter.
void add_prefixes(const std::string& headline, std::vector<std::string>& prefixes) {
  std::size_t words = 0;
  for (std::size_t end = 0; end < headline.size();) {
    if (headline[end] == ' ' && ++words == 4) return;
    const char last = headline[end];
    ++end;
    while (end < headline.size() && (static_cast<unsigned char>(headline[end]) & 0xc0U) == 0x80)
      ++end;
    if (last != ' ' && last != '\'' && last != '-') prefixes.push_back(headline.substr(0, end));
  }
}

}  // namespace

Queries draw_queries(const std::string& articles, std::size_t total, std::size_t count,
                     std::uint64_t seed) {
  Random random(seed);
  Queries queries;
  Counts words;
  Counts phrases;
  // Evenly over the file, and three times as many as needed: not every one has what is looked for.
  const std::size_t every_source = std::max<std::size_t>(1, total / (count * 3));
  const std::size_t every_counted = total / kCounted + 1;
  const std::size_t every_phrase = total / kPhraseSources + 1;
  std::size_t at = 0;
  kiosque::read({articles}, {.format = kiosque::Format::jsonl},
                [&](const kiosque::Record& record) {
                  if (at % every_counted == 0) count_words(record.article, words);
                  if (at % every_phrase == 0) count_phrases(record.article, phrases);
                  if (at % every_source == 0) queries.articles.push_back(record.article);
                  ++at;
                },
                {});
  if (queries.articles.empty()) throw std::runtime_error("no articles in " + articles);
  for (std::size_t left = queries.articles.size(); left > 1; --left)
    std::swap(queries.articles[left - 1], queries.articles[random.below(left)]);
  // A small file is gone through several times.
  for (std::size_t turn = 0; turn < count * 10; ++turn) {
    const kiosque::Article& article = queries.articles[turn % queries.articles.size()];
    const std::string headline = plain(article.title);
    const auto add = [&](std::vector<std::string>& set, const std::string& text) {
      if (set.size() < count && !text.empty()) set.push_back(text);
    };
    add(queries.headlines, headline);
    add(queries.pairs, pair_of(article, random));
    add(queries.keystrokes, keystroke_of(pieces(headline), random));
  }
  for (const auto& headline : queries.headlines) add_prefixes(headline, queries.prefixes);
  queries.words = over_all_frequencies(words, count, random);
  constexpr std::size_t kCandidates = 10;  // for each that is wanted
  queries.rare = rare_words(words, every_counted, count * kCandidates, random);
  queries.phrases = over_all_frequencies(phrases, count, random);
  return queries;
}

}  // namespace bench
