#include "corpus/html/cards.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kiosque::corpus::html {
namespace {

using Cards = std::unordered_set<NodeId>;

std::string_view first_class(const Tree& tree, NodeId id) {
  const auto names = tree.attribute(id, Attribute::class_);
  return names.substr(0, names.find(' '));
}

// A headline that is a link, with its picture and opening: the card of another article.
void find_linked_headings(const Survey& survey, Cards& cards) {
  constexpr std::size_t kMostProse = 600;
  constexpr int kHighest = 5;
  std::vector<std::uint32_t> linked(survey.tree.size(),
                                    0);  // headings below each node that are links
  const auto is_linked_heading = [&](std::size_t at) {
    return survey.looks[at].link_share > 0.8 && survey.blocks[at].letters >= 15 &&
           (survey.looks[at].heading ||
            hint_of(survey.tree, survey.blocks[at].node) == Hint::headline);
  };
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (is_linked_heading(at)) ++linked[survey.blocks[at].node];
  }
  for (NodeId at = survey.tree.size(); at-- > 1;) linked[survey.tree[at].parent] += linked[at];
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (!is_linked_heading(at) || at == survey.title) continue;
    NodeId card = 0;
    NodeId node = survey.blocks[at].node;
    for (int up = 0; up < kHighest && node != 0; ++up, node = survey.tree[node].parent) {
      const bool own = survey.holds_title(node);
      if (linked[node] > 1 || survey.prose[node] > kMostProse || own) break;
      card = node;
    }
    if (card != 0) cards.insert(card);
  }
}

// Three elements in a row, of one kind and class, each of a link and a few lines: the cards of
// other articles. A list whose entries are one text each may be the article's own.
void find_rows(const Survey& survey, Cards& cards) {
  constexpr std::size_t kMostLetters = 500;
  constexpr std::size_t kLeastLink = 15;
  constexpr std::size_t kRow = 3;
  struct Held {
    std::size_t letters = 0;
    std::size_t link_letters = 0;
    std::size_t lines = 0;
    bool opens_with_link = false;
  };
  std::vector<Held> held(survey.tree.size());
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    const Block& block = survey.blocks[at];
    const auto lines =
        1 + static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
    for (NodeId node = block.node; node != 0; node = survey.tree[node].parent) {
      Held& all = held[node];
      if (all.letters > kMostLetters) break;  // those around hold no less
      if (all.letters == 0) all.opens_with_link = block.link_letters >= kLeastLink;
      all.letters += block.letters;
      all.link_letters += block.link_letters;
      all.lines += lines;
    }
  }
  std::vector<NodeId> row;
  for (NodeId parent = 1; parent < survey.tree.size(); ++parent) {
    if (survey.tree[parent].tag == Tag::text || survey.tree[parent].first == kNoNode) continue;
    row.clear();
    const auto finish = [&] {
      if (row.size() >= kRow) cards.insert(row.begin(), row.end());
      row.clear();
    };
    for (NodeId child = survey.tree[parent].first; child != kNoNode;
         child = survey.tree[child].next) {
      const Tag tag = survey.tree[child].tag;
      const bool can_be = tag == Tag::div || tag == Tag::li || tag == Tag::article ||
                          tag == Tag::section || tag == Tag::td;
      if (!can_be) {
        if (is_block(tag)) finish();
        continue;
      }
      const Held& all = held[child];
      const bool own = survey.holds_title(child);
      const bool card = all.letters <= kMostLetters && all.opens_with_link && all.lines >= 2 &&
                        all.link_letters * 5 >= all.letters && !own;
      const bool like =
          row.empty() || (survey.tree[row.front()].tag == tag &&
                          first_class(survey.tree, row.front()) == first_class(survey.tree, child));
      if (!card || !like) finish();
      if (card) row.push_back(child);
    }
    finish();
  }
}

// Where the headline's own post is marked as one, other posts beside it are other articles.
void find_other_posts(const Survey& survey, Cards& cards) {
  if (survey.title == kNoBlock) return;
  const auto is_post = [&](NodeId id) {
    const auto classes = survey.tree.attribute(id, Attribute::class_);
    return survey.tree[id].tag == Tag::article ||
           classes.find("hentry") != std::string_view::npos ||
           classes.find("type-post") != std::string_view::npos;
  };
  NodeId own = 0;
  for (NodeId node = survey.blocks[survey.title].node; node != 0; node = survey.tree[node].parent) {
    if (is_post(node)) own = node;
  }
  if (own == 0 || survey.prose[own] == 0) return;
  for (NodeId at = 1; at < survey.tree.size(); ++at) {
    if (survey.tree[at].tag == Tag::text || survey.inside(at, own) || survey.inside(own, at) ||
        !is_post(at))
      continue;
    cards.insert(at);
  }
}

}  // namespace

std::unordered_set<NodeId> cards_of(const Survey& survey) {
  Cards cards;
  find_linked_headings(survey, cards);
  find_rows(survey, cards);
  find_other_posts(survey, cards);
  return cards;
}

}  // namespace kiosque::corpus::html
