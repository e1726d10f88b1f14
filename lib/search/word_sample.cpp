#include "search/word_sample.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "analysis/stop_words.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "search/card.hpp"
#include "search/written_form.hpp"

namespace kiosque::searching {
namespace {

// No phrase reaches over it.
constexpr std::string_view kTextEnd = ".\n";

}  // namespace

bool tells_nothing(std::string_view surface) {
  return surface.size() < 2 ||
         std::any_of(surface.begin(), surface.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
         analysis::is_stop_word(surface);
}

const std::string& WordSample::Word::written() const {
  const auto before = [](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second > b.second;
    const bool small = !begins_with_capital(a.first);
    if (small != !begins_with_capital(b.first)) return small;
    return a.first < b.first;
  };
  return std::min_element(spellings.begin(), spellings.end(), before)->first;
}

void WordSample::add(const DocumentPlace& place) {
  Article article = article_at(seat_, place);
  const bool french = indexing::is_french(article);
  Text& text = articles_.emplace_back();
  read(article.title, french, text);
  text.title_tokens = text.tokens.size();
  read(article.lead, french, text);
  read(article.body, french, text);
  text.id = std::move(article.id);
  text.title = std::move(article.title);
}

void WordSample::read(std::string_view text, bool french, Text& article) {
  seat_.analyzer.analyze(text, analyzed_);
  const auto number = static_cast<std::uint32_t>(articles_.size());
  const auto start = static_cast<std::uint32_t>(article.text.size());
  article.text += text;
  article.text += kTextEnd;
  const auto& list = analyzed_.list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto& word = list[i];
    if (word.alternative) continue;
    const std::string_view surface = analyzed_.surface(word);
    const std::string_view stem = analyzed_.stem(word);
    if (tells_nothing(surface)) continue;
    if (left_out_.match(surface, stem, analyzed_.exact(word)) != querying::MatchWords::kNone)
      continue;
    std::string term = french ? indexing::stem_term({}, stem) : indexing::surface_term({}, surface);
    const auto [known, fresh] =
        numbers_.try_emplace(std::move(term), static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.push_back({.term = known->first});
    Word& counted = words_[known->second];
    if (counted.last != number) {
      counted.last = number;
      ++counted.articles;
    }
    // Notre-Dame, États-Unis: what hyphens join is written as one.
    std::uint32_t begin = word.begin;
    std::uint32_t end = word.end;
    const auto joined = [&](std::uint32_t before, std::uint32_t behind) {
      return behind == before + 1 && text[before] == '-';
    };
    for (std::size_t at = i; at > 0 && joined(list[at - 1].end, begin); --at)
      begin = list[at - 1].begin;
    for (std::size_t at = i + 1; at < list.size() && joined(end, list[at].begin); ++at)
      end = list[at].end;
    const std::string_view written = text.substr(begin, end - begin);
    const auto spelling = counted.spellings.find(written);
    if (spelling != counted.spellings.end()) {
      ++spelling->second;
    } else {
      counted.spellings.emplace(written, 1);
    }
    article.tokens.push_back({known->second, start + begin, start + end});
  }
}

}  // namespace kiosque::searching
