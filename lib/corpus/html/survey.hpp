#pragma once
// A page's blocks with what each is by itself: what all judgements of them begin with.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/blocks.hpp"
#include "corpus/html/content.hpp"
#include "corpus/html/hints.hpp"
#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

struct Look {
  double own_weight = 0.0;  ///< as text
  double weight = 0.0;      ///< the same in its context: what the container is chosen by
  double link_share = 0.0;
  bool prose = false;  ///< sentences
  bool heading = false;
  Hint context = Hint::none;  ///< the nearest reason, from the element upwards, to be no text
  double said = 0.0;  ///< the share of its words that the linked data's text has in this order
  bool description = false;  ///< it is what the page gives as its description
  std::string plain = {};    ///< folded
};

struct Survey {
  const Tree& tree;
  const std::vector<Block>& blocks;
  std::vector<Look> looks = {};         ///< of each block
  std::size_t title = kNoBlock;         ///< the block that shows the headline
  std::vector<std::size_t> prose = {};  ///< letters of prose below each node

  [[nodiscard]] bool inside(NodeId node, NodeId holder) const {
    return node >= holder && node < tree[holder].end;
  }
  [[nodiscard]] bool holds_title(NodeId node) const {
    return title != kNoBlock && inside(blocks[title].node, node);
  }
};

[[nodiscard]] Survey survey_of(const Tree& tree, const std::vector<Block>& blocks,
                               const Evidence& evidence);

/// The runs of four words of a folded text, as hashes.
[[nodiscard]] std::vector<std::uint64_t> shingles(std::string_view plain);

}  // namespace kiosque::corpus::html
