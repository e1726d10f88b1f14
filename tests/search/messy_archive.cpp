#include "search/messy_archive.hpp"

#include <fmt/format.h>

#include <kiosque/kiosque.hpp>
#include <memory>

namespace kiosque::testing {

void fill_in_a_mess(RandomPress& random, const std::string& path, std::vector<Article> articles) {
  for (std::size_t i = articles.size(); i > 1; --i)
    std::swap(articles[i - 1], articles[random.upto(i)]);
  const auto open = [&] {
    return std::make_unique<Writer>(
        path, WriterOptions{.on_duplicate = OnDuplicate::replace,
                            .jobs = 1 + random.upto(3),
                            .commit_bytes = random.chance(3) ? 2000 + random.upto(40'000) : 0});
  };
  auto writer = open();
  std::vector<std::string> passing;
  const std::size_t interval = random.chance(3) ? 12 : 60 + random.upto(150);
  int number = 100'000;
  const auto provisional = [&](const std::string& id) {
    Article article = random.article(++number);
    article.id = id;
    return article;
  };
  const auto give_up = [&] {
    writer->commit();
    writer = nullptr;
    {
      Writer other(path, {.on_duplicate = OnDuplicate::replace, .commit_bytes = 0});
      if (!passing.empty()) other.remove(passing.front());
      for (auto n = random.upto(20); n > 0; --n) {
        other.put(provisional(random.chance(2) ? articles[random.upto(articles.size())].id
                                               : fmt::format("never{}", n)));
      }
    }
    writer = open();
  };
  for (const Article& article : articles) {
    switch (random.upto(12)) {
      case 0:
      case 1:
        passing.push_back(fmt::format("passing{}", passing.size()));
        writer->put(provisional(passing.back()));
        break;
      case 2:
        writer->put(provisional(article.id));
        if (random.chance(3)) writer->commit();
        break;
      case 3:
        writer->put(article);
        if (random.chance(3)) writer->commit();
        writer->remove(article.id);
        break;
      default:
        break;
    }
    writer->put(article);
    if (random.chance(interval)) writer->commit();
    if (random.chance(interval * 4)) writer->compact();
    if (random.chance(interval * 4)) give_up();
  }
  if (random.chance(2)) writer->commit();
  for (const std::string& id : passing) writer->remove(id);
  // Where a segment's last word about an article is another's.
  for (auto n = random.upto(10); n > 0; --n) {
    const Article& article = articles[random.upto(articles.size())];
    writer->put(provisional(article.id));
    if (random.chance(2)) writer->commit();
    writer->put(article);
  }
  if (random.chance(10)) {
    writer->compact();
  } else {
    writer->commit();
  }
}

void fill_at_once(const std::string& path, const std::vector<Article>& articles) {
  Writer writer(path, {.commit_bytes = 0});
  for (const Article& article : articles) writer.put(article);
  writer.commit();
}

}  // namespace kiosque::testing
