#include "search/proximity.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "index/document.hpp"
#include "index/fields.hpp"

namespace kiosque::searching {
namespace {

// Small: on the evaluation sets nearness tells next to nothing beside BM25 (docs/quality.md), and
// what it is for is to part articles that are otherwise alike.
constexpr double kAllWords = 0.05;
constexpr double kInOrder = 0.05;
static_assert(1 + kAllWords + kInOrder <= Proximity::kMost);
constexpr std::size_t kMostWords = 6;
constexpr std::uint32_t kBetween = 2;

using Positions = std::vector<std::uint32_t>;

// Whether a first word begins a chain in which each next word follows within reach.
bool in_order(const std::vector<Positions>& words) {
  for (const std::uint32_t start : words[0]) {
    std::uint32_t at = start;
    bool chained = true;
    for (std::size_t i = 1; i < words.size() && chained; ++i) {
      const auto next = std::upper_bound(words[i].begin(), words[i].end(), at);
      chained = next != words[i].end() && *next <= at + 1 + kBetween;
      if (chained) at = *next;
    }
    if (chained) return true;
  }
  return false;
}

// Where each of the words stands in an article whose word order is not stored.
template <typename Words>
void read_positions(const Article& article, const Words& words, std::vector<Positions>& positions,
                    analysis::Analyzer& analyzer) {
  analysis::Words analyzed;
  std::uint32_t before = 0;
  for (const std::string* const text : {&article.title, &article.lead, &article.body}) {
    analyzer.analyze(*text, analyzed);
    for (const auto& word : analyzed.list()) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (analyzed.surface(word) == *words[i].surface)
          positions[i].push_back(before + word.position);
      }
    }
    if (!analyzed.list().empty()) before += analyzed.list().back().position + indexing::kTextGap;
  }
}

}  // namespace

Proximity::Proximity(Walk& walk, const std::vector<std::string>& words) : walk_(walk) {
  if (words.size() < 2 || words.size() > kMostWords) return;
  for (const auto& word : words) {
    words_.push_back(
        {&word, &walk.look_up(indexing::surface_term({}, word)), indexing::word_hash(word)});
  }
  positions_.resize(words.size());
}

double Proximity::of(const DocumentPlace& place) {
  if (words_.empty()) return 1;
  // A code stands for its word only where the word is known to be there.
  for (const Word& word : words_) {
    std::size_t from = 0;
    if (word.term->parts[place.part]->wdf(place.document, from) == 0) return 1;
  }
  for (auto& positions : positions_) positions.clear();
  const auto order = walk_.snapshot().parts()[place.part].segment->words().at(place.document);
  if (order.known()) {
    for (std::size_t i = 0; i < words_.size(); ++i) order.positions(words_[i].hash, positions_[i]);
  } else {
    const Xapian::Database& database = walk_.seat().databases[place.part];
    read_positions(indexing::from_document(database.get_document(place.document)), words_,
                   positions_, walk_.seat().analyzer);
  }
  return 1 + kAllWords + (in_order(positions_) ? kInOrder : 0);
}

}  // namespace kiosque::searching
