#include "search/explanation.hpp"

#include "search/places.hpp"
#include "search/scoring.hpp"

namespace kiosque::searching {

std::vector<WordShare> word_shares(Walk& walk, const querying::Compiled& compiled,
                                   const DocumentPlace& place) {
  using querying::Node;
  std::vector<WordShare> shares;
  for (std::size_t number = 0; number < compiled.words_at.size(); ++number) {
    const Node& node = compiled.words_at[number];
    if (node.empty()) continue;
    WordShare share;
    share.word = node.words[0];
    if (node.kind == Node::Kind::prefix) share.word += '*';
    if (node.kind == Node::Kind::similar) share.word.insert(0, "~");
    share.articles = count(walk.match(node));
    for (const auto& scored : compiled.scores) {
      if (scored.word == number) share.score += share_of(walk, scored, place);
    }
    const auto counts = PlaceFinder(walk, node, place.part).count(place.document);
    share.title = counts[0];
    share.lead = counts[1];
    share.body = counts[2];
    shares.push_back(std::move(share));
  }
  return shares;
}

}  // namespace kiosque::searching
