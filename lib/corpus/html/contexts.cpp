#include "corpus/html/contexts.hpp"

#include <algorithm>
#include <vector>

namespace kiosque::corpus::html {

bool is_furniture(Hint hint) {
  switch (hint) {
    case Hint::none:
    case Hint::body:
    case Hint::lead:
    case Hint::headline:
      return false;
    default:
      return true;
  }
}

namespace {

// How much of the page's prose an element may hold before what its class says is not believed:
// "has-sidebar", "article-with-comments".
double most_believed(Hint hint) {
  switch (hint) {
    case Hint::hidden:
      return 1.0;
    case Hint::comments:
      return 1.0;
    case Hint::sidebar:
    case Hint::related:
    case Hint::notice:
      return 0.6;
    case Hint::newsletter:
    case Hint::paywall:
    case Hint::share:
      return 0.25;
    default:
      return 0.4;
  }
}

bool believed(const Survey& survey, Belief belief, Hint hint, NodeId id) {
  if (!is_furniture(hint)) return false;
  if (belief == Belief::little && hint != Hint::comments && hint != Hint::navigation &&
      hint != Hint::caption && hint != Hint::notice) {
    return false;
  }
  if (hint != Hint::hidden && survey.holds_title(id) &&
      survey.tree[survey.blocks[survey.title].node].tag == Tag::h1) {
    return false;
  }
  return static_cast<double>(survey.prose[id]) <=
         most_believed(hint) * static_cast<double>(survey.prose[0]);
}

}  // namespace

// Each block's nearest reason to be no text, from its own element upwards.
void find_contexts(Survey& survey, const std::unordered_set<NodeId>& cards, Belief belief) {
  std::vector<Hint> contexts(survey.tree.size(), Hint::none);
  std::vector<char> known(survey.tree.size(), 0);
  known[0] = 1;
  std::vector<NodeId> path;
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    path.clear();
    for (NodeId node = survey.blocks[at].node; !known[node]; node = survey.tree[node].parent) {
      path.push_back(node);
    }
    for (std::size_t i = path.size(); i-- > 0;) {
      const NodeId node = path[i];
      const Hint above = contexts[survey.tree[node].parent];
      const Hint own = cards.contains(node) ? Hint::related : hint_of(survey.tree, node);
      known[node] = 1;
      if (is_furniture(above)) {
        contexts[node] = above;
      } else if (believed(survey, belief, own, node)) {
        contexts[node] = own;
      } else {
        contexts[node] = own == Hint::body || own == Hint::lead ? own : above;
      }
    }
    Look& look = survey.looks[at];
    look.context = contexts[survey.blocks[at].node];
    look.weight = look.own_weight;
    if (is_furniture(look.context)) look.weight = look.prose ? -0.3 : -0.1;
    if (look.context == Hint::lead && survey.blocks[at].letters >= 60) look.weight += 1.0;
    if (look.said > 0.8 && look.prose) {
      look.weight =
          0.5 + static_cast<double>(std::min<std::size_t>(survey.blocks[at].letters, 500)) / 100.0;
    }
  }
}

}  // namespace kiosque::corpus::html
