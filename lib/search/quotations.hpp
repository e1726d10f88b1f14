#pragma once
// The quotations « … » of a text.

#include <cstddef>
#include <string_view>
#include <vector>

namespace kiosque::searching {

/// Knows which quotations a passage cuts, so that it can be given both their marks. One that is not
/// closed within 4000 bytes counts until its line ends, as those that go on in the next paragraph
/// do.
class Quotations {
 public:
  /// Marks that a passage lacks.
  struct Lacking {
    std::size_t opening = 0;
    std::size_t closing = 0;
  };

  explicit Quotations(std::string_view text);

  /// Of the bytes [begin, end) of the text; what is wholly inside a quotation lacks both its marks.
  [[nodiscard]] Lacking lacking(std::size_t begin, std::size_t end) const;

 private:
  struct Pair {
    std::size_t open = 0;
    std::size_t close = 0;
    bool closed = true;  // by a mark
  };
  std::vector<Pair> pairs_;
};

}  // namespace kiosque::searching
