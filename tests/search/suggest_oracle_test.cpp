// Completions held against plain loops over articles in memory, on archives of several segments
// with dead articles.

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "search/random_press.hpp"
#include "search/typed.hpp"
#include "support/temporary.hpp"

using kiosque::Article;
using kiosque::CompletionKind;
using kiosque::testing::RandomPress;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::WidePress;

namespace {

using Counts = std::map<std::string, std::size_t>;
using List = std::vector<std::pair<std::string, std::size_t>>;

constexpr std::size_t kLimit = 8;

List best(const Counts& counts) {
  List list(counts.begin(), counts.end());
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (list.size() > kLimit) list.resize(kLimit);
  return list;
}

// The words of a text at their positions, without other forms.
std::vector<kiosque::Token> tokens(const std::string& text) {
  auto all = kiosque::analyze(text);
  std::erase_if(all, [](const auto& token) { return token.alternative; });
  return all;
}

std::string folded(const std::string& text) {
  std::string words;
  for (const auto& token : tokens(text)) words += (words.empty() ? "" : " ") + token.surface;
  return words;
}

// What is typed: whole words, and the beginning of one, which may be empty.
struct Typed {
  std::vector<std::string> words;
  std::string prefix;
};

Typed read(const std::string& text) {
  Typed typed;
  const auto list = tokens(text);
  for (const auto& token : list) typed.words.push_back(token.surface);
  if (!list.empty() && list.back().end == text.size()) {
    typed.prefix = typed.words.back();
    typed.words.pop_back();
  }
  return typed;
}

Counts words(const std::vector<Article>& articles, const Typed& typed) {
  Counts counts;
  if (typed.prefix.empty()) return counts;
  for (const Article& article : articles) {
    std::set<std::string> all;
    for (const auto& text : {article.title, article.lead, article.body}) {
      // At each position there may be several forms.
      std::map<std::size_t, std::set<std::string>> places;
      for (const auto& token : kiosque::analyze(text)) places[token.position].insert(token.surface);
      for (const auto& [place, forms] : places) {
        bool behind = place > typed.words.size();
        for (std::size_t i = 0; behind && i < typed.words.size(); ++i)
          behind = places.at(place - typed.words.size() + i).contains(typed.words[i]);
        if (behind) all.insert(forms.begin(), forms.end());
      }
    }
    for (const auto& word : all) {
      if (!word.starts_with(typed.prefix) || kiosque::searching::joins(word)) continue;
      std::string text;
      for (const auto& before : typed.words) text += before + ' ';
      ++counts[text + word];
    }
  }
  return counts;
}

Counts phrases(const std::vector<Article>& articles, const Typed& typed) {
  constexpr std::size_t kMostMore = 5;
  Counts counts;
  const std::size_t size = typed.words.size() + 1;
  for (const Article& article : articles) {
    const auto list = tokens(article.title);
    const auto parted = [&](std::size_t i) {  // from the word before
      const std::size_t end = list[i - 1].end;
      if (list[i].begin <= end) return false;
      return article.title.substr(end, list[i].begin - end).find_first_of(".:;!?,") !=
             std::string::npos;
    };
    for (std::size_t first = 0; first + size <= list.size(); ++first) {
      bool here = list[first + size - 1].surface.starts_with(typed.prefix);
      for (std::size_t i = 0; i < typed.words.size(); ++i)
        here = here && list[first + i].surface == typed.words[i];
      for (std::size_t i = 1; i < size; ++i) here = here && !parted(first + i);
      if (!here) continue;
      std::size_t end = first + size;
      while (end - first < 2 || kiosque::searching::joins(list[end - 1].surface)) {
        if (end == list.size() || parted(end) || end - first == size + kMostMore) {
          here = false;
          break;
        }
        ++end;
      }
      if (!here) continue;
      std::string phrase = list[first].surface;
      for (std::size_t i = first + 1; i < end; ++i) phrase += ' ' + list[i].surface;
      ++counts[phrase];
    }
  }
  return counts;
}

bool begins_at_a_word(const std::string& text, const std::string& pattern, bool whole) {
  for (std::size_t at = text.find(pattern); at != std::string::npos;
       at = text.find(pattern, at + 1)) {
    const std::size_t end = at + pattern.size();
    if ((at == 0 || text[at - 1] == ' ') && (!whole || end == text.size() || text[end] == ' '))
      return true;
  }
  return false;
}

std::string pattern_of(const Typed& typed) {
  std::string pattern;
  for (const auto& word : typed.words) pattern += (pattern.empty() ? "" : " ") + word;
  if (typed.prefix.empty()) return pattern;
  return (pattern.empty() ? "" : pattern + ' ') + typed.prefix;
}

Counts values(const std::vector<Article>& articles, const Typed& typed, CompletionKind kind) {
  Counts counts;
  const std::string pattern = pattern_of(typed);
  for (const Article& article : articles) {
    std::vector<std::string> list;
    if (kind == CompletionKind::tag) list = article.tags;
    if (kind == CompletionKind::author) list = article.authors;
    if (kind == CompletionKind::section) list = {article.section};
    if (kind == CompletionKind::source) list = {article.source};
    std::set<std::string> matching;
    for (const auto& value : list) {
      if (begins_at_a_word(folded(value), pattern, typed.prefix.empty()))
        matching.insert(kiosque::analysis::fold_value(value));
    }
    for (const auto& value : matching) ++counts[value];
  }
  return counts;
}

// Headlines and how many bear each: with the words side by side, then in any order, the last first.
List titles(const std::vector<Article>& articles, const Typed& typed) {
  const auto with_breaks = [](const std::string& title) {
    const auto list = tokens(title);
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) {
        const std::size_t end = list[i - 1].end;
        const bool parted =
            list[i].begin > end &&
            title.substr(end, list[i].begin - end).find_first_of(".:;!?,") != std::string::npos;
        text += parted ? " | " : " ";
      }
      text += list[i].surface;
    }
    return text;
  };
  Counts bearers;
  for (const Article& article : articles) ++bearers[with_breaks(article.title)];
  List list;
  std::set<std::string> known;
  for (const bool any_order : {false, true}) {
    if (any_order && typed.words.size() + (typed.prefix.empty() ? 0 : 1) < 2) break;
    for (auto article = articles.rbegin(); article != articles.rend(); ++article) {
      const std::string text = with_breaks(article->title);
      bool matches = begins_at_a_word(text, pattern_of(typed), typed.prefix.empty());
      if (any_order) {
        matches = typed.prefix.empty() || begins_at_a_word(text, typed.prefix, false);
        for (const auto& word : typed.words)
          matches = matches && begins_at_a_word(text, word, true);
      }
      if (!matches || list.size() == kLimit || !known.insert(text).second) continue;
      list.emplace_back(folded(article->title), bearers[text]);
    }
  }
  return list;
}

std::string typed_text(RandomPress& press) {
  std::string text = press.text(4);
  if (press.chance(4)) return text + ' ';
  const std::size_t size = text.size() - press.upto(std::min<std::size_t>(text.size(), 7) + 1);
  // Not in the middle of a letter.
  std::size_t end = size;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end);
}

void hold_against_loops(RandomPress& press, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.kiosque";
    std::vector<Article> articles;
    {
      kiosque::Writer writer(path);
      int number = 0;
      for (auto commits = 1 + press.upto(4); commits > 0; --commits) {
        for (auto n = press.upto(commits % 2 == 0 ? 30 : 300); n > 0; --n) {
          articles.push_back(press.article(number++));
          writer.put(articles.back());
        }
        writer.commit();
        for (auto n = press.upto(20); n > 0 && !articles.empty(); --n) {
          const std::size_t gone = press.upto(articles.size());
          REQUIRE(writer.remove(articles[gone].id));
          articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(gone));
        }
      }
      writer.commit();
    }
    const kiosque::Searcher searcher(path);
    for (int asked = 0; asked < 60; ++asked) {
      const std::string text = typed_text(press);
      const Typed typed = read(text);
      CAPTURE(round, text);
      const auto suggested = [&](CompletionKind kind) {
        List list;
        for (const auto& completion :
             searcher.suggest(text, {.limit = kLimit, .kinds = {kind}, .typos = false})) {
          CHECK(completion.kind == kind);
          const bool word = kind <= CompletionKind::phrase || kind == CompletionKind::title;
          list.emplace_back(
              word ? folded(completion.text) : kiosque::analysis::fold_value(completion.text),
              completion.count);
        }
        return list;
      };
      if (typed.words.empty() && typed.prefix.empty()) {
        CHECK(searcher.suggest(text).empty());
        continue;
      }
      CHECK(suggested(CompletionKind::word) == best(words(articles, typed)));
      CHECK(suggested(CompletionKind::phrase) == best(phrases(articles, typed)));
      for (const auto kind : {CompletionKind::tag, CompletionKind::author, CompletionKind::section,
                              CompletionKind::source})
        CHECK(suggested(kind) == best(values(articles, typed, kind)));
      CHECK(suggested(CompletionKind::title) == titles(articles, typed));

      const auto mixed = searcher.suggest(text, {.limit = kLimit});
      REQUIRE(mixed.size() <= kLimit);
      std::set<std::string> once;
      for (const auto& completion : mixed) CHECK(once.insert(folded(completion.text)).second);
    }
  }
}

}  // namespace

TEST_CASE("Completions are what plain loops find") {
  RandomPress press(171);
  hold_against_loops(press, 12);
}

TEST_CASE("Also of inclusive forms, other languages and accents") {
  WidePress press(172);
  hold_against_loops(press, 12);
}
