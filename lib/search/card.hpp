#pragma once
// An article as a list shows it: all but its texts.

#include <kiosque/article.hpp>
#include <kiosque/search.hpp>
#include <memory>
#include <span>

#include "search/ranking.hpp"
#include "search/snapshot.hpp"

namespace kiosque::searching {

/// Begins to fetch what `card_of` will read of them, all at once instead of one after the other.
void prefetch_cards(const Seat& seat, std::span<const Ranked> hits);

/// Without lead and body, unless they had to be read anyhow.
Article card_of(const Seat& seat, const DocumentPlace& place);

/// All of it.
Article article_at(const Seat& seat, const DocumentPlace& place);

/// All of it, ready for snippets; kept for the next time.
std::shared_ptr<const ShownArticle> shown_article(const Seat& seat, const DocumentPlace& place);

/// Gives a hit what a list shows of its article.
void fill_hit(Article&& article, Hit& hit);

}  // namespace kiosque::searching
