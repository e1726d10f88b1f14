#pragma once
// Whether characters stand in an article exactly as they were typed.

#include <kiosque/article.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "index/word_order.hpp"

namespace kiosque::searching {

/// Capitals, accents and endings count; only ’ is ' and é is é however it is composed.
class Verbatim {
 public:
  explicit Verbatim(std::string_view typed);

  [[nodiscard]] bool stands_in(const Article& article,
                               std::optional<indexing::TextPart> part) const;
  /// As whole words.
  [[nodiscard]] bool stands_in(std::string_view text) const;

 private:
  std::string typed_;
};

}  // namespace kiosque::searching
