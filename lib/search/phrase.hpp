#pragma once
// Whether words stand side by side in an article.

#include <xapian.h>

#include <cstdint>
#include <kiosque/article.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/word_order.hpp"

namespace kiosque::searching {

/// Words (folded) to be found side by side.
class Phrase {
 public:
  Phrase(const std::vector<std::string>& words, std::optional<indexing::TextPart> part);

  /// In a document that has all the words: by their order as stored, else by its text.
  [[nodiscard]] bool stands_in(const indexing::WordOrder& order, const Xapian::Database& database,
                               Xapian::docid document, analysis::Analyzer& analyzer) const;
  /// By its text alone, which is what all else has to agree with.
  [[nodiscard]] bool stands_in(const Article& article, analysis::Analyzer& analyzer) const;

 private:
  const std::vector<std::string>& words_;
  std::optional<indexing::TextPart> part_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace kiosque::searching
