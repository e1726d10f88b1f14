#pragma once
// A question as terms: which articles match, and what they score.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/word_order.hpp"

namespace kiosque::querying {

/// Which articles match. A value; an empty one (`nothing`) matches none.
struct Node {
  enum class Kind {
    nothing,
    everything,
    term,        // those that have `term`
    unaccented,  // those where the folded word `term` stands at least once without accents
    phrase,      // those where the folded `words` stand side by side, in `part` if it is given
    dates,       // those published from `first` to `last`
    any,         // of `children`
    all,         // of `children`
    except,      // the first of `children` without the others
  };
  Kind kind = Kind::nothing;
  std::string term = {};
  std::vector<std::string> words = {};
  std::optional<indexing::TextPart> part = {};
  std::chrono::sys_days first = {};
  std::chrono::sys_days last = {};
  std::vector<Node> children = {};

  [[nodiscard]] bool empty() const { return kind == Kind::nothing; }
};

inline Node everything() {
  return {.kind = Node::Kind::everything};
}
inline Node term(std::string term) {
  return {.kind = Node::Kind::term, .term = std::move(term)};
}
/// One child is itself, none is nothing.
inline Node combine(Node::Kind kind, std::vector<Node> children) {
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  return {.kind = kind, .children = std::move(children)};
}
inline Node any(std::vector<Node> children) {
  return combine(Node::Kind::any, std::move(children));
}
inline Node all(std::vector<Node> children) {
  return combine(Node::Kind::all, std::move(children));
}

/// A term that stands for all words that begin so (the most frequent of them: see Walk::look_up).
inline constexpr char kPrefixMark = '\x01';
inline std::string prefix_term(std::string_view folded) {
  return kPrefixMark + std::string(folded);
}

/// A term that adds to the score of the articles that have it: its BM25 weight times `factor`.
struct ScoredTerm {
  std::string term;
  double factor = 1;
};

}  // namespace kiosque::querying
