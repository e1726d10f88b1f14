#pragma once
// Archives with a past.

#include <kiosque/article.hpp>
#include <string>
#include <vector>

#include "search/random_press.hpp"

namespace kiosque::testing {

/// Fills a new archive with the articles, in any order and by detours: many commits, provisional
/// versions, articles that go again, several threads and writers, and writers that gave up.
void fill_in_a_mess(RandomPress& random, const std::string& path, std::vector<Article> articles);

/// Fills a new archive with the articles in one commit.
void fill_at_once(const std::string& path, const std::vector<Article>& articles);

}  // namespace kiosque::testing
