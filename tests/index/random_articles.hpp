#pragma once
// Articles for properties: the same ones at every run, from a seed.

#include <kiosque/article.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/random_text.hpp"

namespace kiosque::testing {

class RandomArticles {
 public:
  explicit RandomArticles(std::uint32_t seed) : random_(seed) {}

  /// Any Unicode in every member, long values and control characters among it; the dates are dates.
  Article any() {
    Article article;
    for (const auto member :
         {&Article::id, &Article::title, &Article::lead, &Article::body, &Article::section,
          &Article::source, &Article::url, &Article::language}) {
      article.*member = text();
    }
    for (auto n = random_.number(5); n > 0; --n) article.tags.push_back(text());
    for (auto n = random_.number(3); n > 0; --n) article.authors.push_back(text());
    article.published = date();
    article.modified = date();
    if (article.title.empty() && article.body.empty()) article.title = "titre";
    article.title += "x";  // what is left when all else is trimmed away
    return article;
  }

  /// Versions of one article that have much in common: each member absent or one of three values.
  Article version() {
    const auto pick = [&](std::vector<std::string_view> values) {
      const std::size_t i = random_.number(values.size() + 1);
      return i < values.size() ? std::string(values[i]) : std::string();
    };
    Article article{.id = "a"};
    article.title = pick({"Le second tour", "Le premier tour"});
    article.lead = pick({"Un chapô.", "Un autre."});
    article.body = pick({"Un texte. La suite du texte.", "Un texte.", "Un texte…", "Autre chose."});
    article.published = pick({"2022-04-24", "2022-04-25T10:00:00+02:00"});
    article.modified = pick({"2022-04-26", "2022-04-27T10:00:00+02:00", "2022-04-27T08:00:00Z"});
    article.section = pick({"Politique", "Monde"});
    if (random_.number(2) == 0) article.tags = {"vote"};
    if (random_.number(2) == 0) article.authors = {"Anne", "Paul"};
    article.url = pick({"https://monde.example/a"});
    if (article.title.empty() && article.body.empty()) article.title = "Titre";
    return article;
  }

  RandomText& random() { return random_; }

 private:
  std::string text() {
    switch (random_.number(6)) {
      case 0:
        return {};
      case 1:
        return random_.unicode(400);
      case 2:
        return std::string(random_.number(400), '\x01');
      case 3:
        return random_.unicode(3);
      default:
        return random_.french(20);
    }
  }
  std::string date() {
    constexpr std::string_view kDates[] = {"",
                                           "2022-04-24",
                                           "1000-01-01",
                                           "9999-12-31T23:59:59Z",
                                           "2022-10-30T02:30:00",
                                           "1901-01-01T00:00+14:00"};
    return std::string(kDates[random_.number(std::size(kDates))]);
  }

  RandomText random_;
};

}  // namespace kiosque::testing
