#include "search/card.hpp"

#include <utility>

#include "index/document.hpp"

namespace kiosque::searching {

void prefetch_cards(const Seat& seat, std::span<const Ranked> hits) {
  const auto for_each = [&](auto&& prefetch) {
    for (const Ranked& hit : hits)
      prefetch(seat.snapshot->parts()[hit.place.part].segment->words(), hit.place.document);
  };
  for_each([](const auto& words, std::size_t number) { words.prefetch_place(number); });
  for_each([](const auto& words, std::size_t number) { words.prefetch(number); });
  for_each([](const auto& words, std::size_t number) { words.prefetch_card(number); });
}

Article card_of(const Seat& seat, const DocumentPlace& place) {
  const auto& segment = *seat.snapshot->parts()[place.part].segment;
  Article article = indexing::decode_article(segment.words().at(place.document).card());
  if (article.id.empty()) return article_at(seat, place);
  return article;
}

Article article_at(const Seat& seat, const DocumentPlace& place) {
  const auto& segment = *seat.snapshot->parts()[place.part].segment;
  if (const auto data = segment.database().data(place.document)) {
    Article article = indexing::decode_article(*data);
    if (!article.id.empty()) return article;
  }
  // Xapian says what is wrong.
  return indexing::from_document(
      seat.databases[place.part].get_document(place.document, Xapian::DOC_ASSUME_VALID));
}

std::shared_ptr<const ShownArticle> shown_article(const Seat& seat, const DocumentPlace& place) {
  const std::uint64_t segment = seat.snapshot->parts()[place.part].segment->number();
  return seat.caches->articles.get(
      segment << 32U | place.document,
      [&] { return std::make_shared<const ShownArticle>(article_at(seat, place)); },
      [](const ShownArticle& shown) { return shown.bytes(); });
}

void fill_hit(Article&& article, Hit& hit) {
  hit.id = std::move(article.id);
  hit.title = std::move(article.title);
  hit.published = std::move(article.published);
  hit.section = std::move(article.section);
  hit.tags = std::move(article.tags);
  hit.authors = std::move(article.authors);
  hit.source = std::move(article.source);
  hit.url = std::move(article.url);
  hit.fields = std::move(article.fields);
}

}  // namespace kiosque::searching
