#pragma once
// Dispatches, each of them in some papers, and a series.

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace kiosque::testing {

class Agencies {
 public:
  explicit Agencies(unsigned seed) : random_(seed) {}

  std::size_t upto(std::size_t n) { return random_() % n; }

  std::vector<std::string> words(std::size_t count) {
    std::vector<std::string> text;
    for (std::size_t i = 0; i < count; ++i) text.push_back(fmt::format("mot{:03}", upto(400)));
    return text;
  }

  /// Adds an article for each paper; what is returned are their ids.
  std::vector<std::string> dispatch(std::size_t papers) {
    const auto text = words(60 + upto(200));
    const std::size_t day = upto(28);
    std::vector<std::string> ids;
    for (std::size_t paper = 0; paper < papers; ++paper) {
      auto own = text;
      for (auto changes = upto(own.size() / 50 + 1); changes > 0; --changes)
        own[upto(own.size())] = "autre";
      Article article = next(own);
      article.title = fmt::format("dépêche {} {}", upto(50), paper);
      article.published = fmt::format("2020-03-{:02}T{:02}:00:00+01:00", day + 1, upto(24));
      article.section = paper % 2 == 0 ? "Monde" : "Politique";
      article.source = fmt::format("Journal {}", paper);
      ids.push_back(article.id);
      articles_.push_back(std::move(article));
    }
    return ids;
  }

  void series(std::size_t days) {
    for (std::size_t day = 0; day < days; ++day) {
      Article article = next(words(120));
      article.title = "Le point sur la pandémie";
      article.published = fmt::format("2020-04-{:02}", day + 1);
      article.section = "Santé";
      articles_.push_back(std::move(article));
    }
  }

  std::vector<Article>& articles() { return articles_; }
  void shuffle() { std::shuffle(articles_.begin(), articles_.end(), random_); }

 private:
  Article next(const std::vector<std::string>& text) {
    Article article{.id = fmt::format("a{:03}", articles_.size())};
    for (const auto& word : text) article.body += word + ' ';
    article.language = "fr";
    return article;
  }

  std::mt19937 random_;
  std::vector<Article> articles_;
};

inline void put_all(Writer& writer, const std::vector<Article>& articles) {
  for (const Article& article : articles) writer.put(article);
  writer.commit();
}

}  // namespace kiosque::testing
