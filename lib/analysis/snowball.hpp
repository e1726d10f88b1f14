#pragma once
// Snowball's French stemmer on folded words.

#include <array>
#include <memory>
#include <string_view>

struct sb_stemmer;

namespace kiosque::analysis {

/// For one thread at a time. The returned view is good until the next call.
class Snowball {
 public:
  Snowball();

  /// `word` is folded. Words with other characters than a to z are their own stem, and so are those
  /// of up to three letters: CRS has no plural s.
  std::string_view stem(std::string_view word);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::unique_ptr<sb_stemmer, Delete> stemmer_;
  std::array<char, 256> buffer_{};
};

}  // namespace kiosque::analysis
