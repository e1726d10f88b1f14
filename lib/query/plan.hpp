#pragma once
// A question as terms: which articles match, and what they score.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/fields.hpp"
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
    dates,       // those published from `first` to `last`, or with an own date in `slot` so
    any,         // of `children`
    all,         // of `children`
    except,      // the first of `children` without the others
    quorum,      // of `children`, at least `count`
    verbatim,    // those where the characters `term` stand as they are, in `part` if it is given;
                 // `words` are the folded words in them
    values,      // those that have a term that begins with `term`: values of an exact field
    numbers,     // those with an own number in `slot` from `low` to `high`
    weekday,     // those published on the weekday `count`, from 1, Monday, to 7

    // What stands at places of a text (places.hpp), in `part` if it is given. Beside these,
    // `phrase` and `any` may be among the children.
    word,       // the stem `term` (bare; none: only the surface) or the folded `words[0]`
    prefix,     // a folded word that begins with `words[0]`
    similar,    // a folded word that is spelt nearly like `words[0]`
    near,       // each of `children` at most `count` words from those before it, in any order
    ordered,    // likewise, and behind them
    sentence,   // all `children` in one sentence
    paragraph,  // all `children` in one paragraph
    frequent,   // the only one of `children` at least `count` times
  };
  Kind kind = Kind::nothing;
  std::string term = {};
  std::vector<std::string> words = {};
  std::optional<indexing::TextPart> part = {};
  std::chrono::sys_days first = {};
  std::chrono::sys_days last = {};
  std::vector<Node> children = {};
  std::size_t count = 0;
  unsigned slot = indexing::kDaySlot;
  double low = 0;
  double high = 0;

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

/// Likewise for all words that are spelt nearly so.
inline constexpr char kSimilarMark = '\x02';
inline std::string similar_term(std::string_view folded) {
  return kSimilarMark + std::string(folded);
}

/// A term that adds to the score of the articles that have it: its BM25 weight times `factor`.
struct ScoredTerm {
  std::string term;
  double factor = 1;
  std::size_t word = static_cast<std::size_t>(-1);  // of MatchWords, where it is one's
};

}  // namespace kiosque::querying
