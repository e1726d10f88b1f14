#pragma once
// The headlines of a segment, and every place in them where a word begins, sorted by what follows
// there: a suffix array by words (Manber and Myers, "Suffix arrays", 1993). All headlines with
// words side by side, and all that can follow these, are then neighbours.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"

namespace kiosque::indexing {

/// Between two words of a headline; where a punctuation mark is between them (a phrase does not
/// reach over it), the second. Both sort before everything that a word is made of.
inline constexpr char kWordGap = ' ';
inline constexpr char kBreak = '\n';

/// A headline as it is looked through: its words, folded, with gaps.
std::string fold_headline(std::string_view title, const analysis::Words& words);

/// Read where it lies, in a mapped file.
class Headlines {
 public:
  Headlines() = default;
  /// What HeadlinesBuilder or `merge_headlines` wrote of so many documents; what is damaged is
  /// empty. The bytes have to outlive it.
  Headlines(std::string_view bytes, std::size_t documents);

  /// How many places there are.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t document(std::size_t place) const;
  /// Bytes of the headline before the place.
  [[nodiscard]] std::size_t offset(std::size_t place) const;
  /// From the place to the end of the headline.
  [[nodiscard]] std::string_view text(std::size_t place) const;
  /// The whole headline of a document, from 1.
  [[nodiscard]] std::string_view headline(std::size_t document) const;

  /// The first place in [first, last) whose text is not below `bound`.
  [[nodiscard]] std::size_t lower_bound(std::string_view bound, std::size_t first,
                                        std::size_t last) const;
  /// The places whose text begins with `prefix`: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::string_view prefix) const;
  /// The same among [first, last), where `words` have to be whole.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range_of_words(std::string_view words,
                                                                   std::size_t first,
                                                                   std::size_t last) const;
  /// The same where it is known to hold `place`.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range_around(std::string_view words,
                                                                 std::size_t place,
                                                                 std::size_t first,
                                                                 std::size_t last) const;

 private:
  // Where those that begin with the words end, if they begin at `first` or before.
  [[nodiscard]] std::size_t end_of_words(std::string_view words, std::size_t first,
                                         std::size_t last) const;

  friend void merge_headlines(const std::vector<Headlines>& sources, std::ostream& out);

  std::size_t documents_ = 0;
  std::size_t size_ = 0;
  const char* begins_ = nullptr;  // of each document's headline in the text
  const char* places_ = nullptr;
  std::string_view text_;
};

class HeadlinesBuilder {
 public:
  /// The next document's, folded.
  void add(std::string_view headline);
  void write(std::string& out) const;

 private:
  std::vector<std::uint32_t> begins_;
  std::string text_;
};

/// One of several, their documents one after the other.
void merge_headlines(const std::vector<Headlines>& sources, std::ostream& out);

}  // namespace kiosque::indexing
