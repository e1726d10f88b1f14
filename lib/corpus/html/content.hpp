#pragma once
// Which blocks of a page are its article's text, and why.

#include <string_view>
#include <vector>

#include "corpus/html/blocks.hpp"
#include "corpus/html/rules.hpp"
#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

/// What the page's metadata say of its text: evidence, not the truth.
struct Evidence {
  std::string_view title = {};
  std::string_view description = {};
  std::string_view body = {};        ///< of the linked data; perhaps cut short
  const SiteRules* rules = nullptr;  ///< what a person says of it, or null
};

struct Verdict {
  bool kept = false;
  std::string_view reason = {};  ///< a few words, of static storage
};

inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

struct Content {
  NodeId container = 0;           ///< the element that holds the article
  std::vector<Verdict> verdicts;  ///< of each block
  std::size_t lead = kNoBlock;    ///< which block is the chapô
};

[[nodiscard]] Content content_of(const Tree& tree, const std::vector<Block>& blocks,
                                 const Evidence& evidence);

}  // namespace kiosque::corpus::html
