#include "search/neighbours.hpp"

#include <algorithm>
#include <array>

namespace kiosque::searching {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// The rows of the distance matrix for one word of the list, from which the next word's are
// continued where it begins alike. Only the cells that can be within the bound are filled in: a
// band around the diagonal (Ukkonen, "Algorithms for approximate string matching", 1985).
class Rows {
 public:
  Rows(std::string_view typed, std::size_t most)
      : typed_(typed), most_(most), rows_(typed.size() + most + 2) {
    for (auto& row : rows_) row.fill(far());
    for (std::size_t i = 0; i <= std::min(typed.size(), most); ++i) rows_[0][i] = i;
  }

  /// Row `depth` of `word` from those above it. False where no word that begins so can be near.
  bool fill(std::string_view word, std::size_t depth) {
    if (depth > typed_.size() + most_) return false;
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    const char letter = word[depth - 1];
    const std::size_t first = depth > most_ ? depth - most_ : 0;
    const std::size_t last = std::min(typed_.size(), depth + most_);
    std::size_t least = far();
    for (std::size_t i = first; i <= last; ++i) {
      std::size_t edits = depth;
      if (i > 0) {
        edits = above[i - 1] + (typed_[i - 1] == letter ? 0 : 1);
        edits = std::min({edits, row[i - 1] + 1, above[i] + 1});  // far outside the band
        if (i > 1 && depth > 1 && letter == typed_[i - 2] && word[depth - 2] == typed_[i - 1])
          edits = std::min(edits, rows_[depth - 2][i - 2] + 1);
      }
      row[i] = edits;
      least = std::min(least, edits);
    }
    return least <= most_;
  }

  /// Of a word of `depth` letters; above the bound where it is not near.
  [[nodiscard]] std::size_t edits(std::size_t depth) const {
    if (depth + most_ < typed_.size()) return far();
    return rows_[depth][typed_.size()];
  }

 private:
  [[nodiscard]] std::size_t far() const { return most_ + 1; }

  std::string_view typed_;
  std::size_t most_;
  std::vector<std::array<std::size_t, kLongestMisspelt + 1>> rows_;
};

}  // namespace

bool is_of_letters(std::string_view word) {
  return !word.empty() && word.size() <= kLongestMisspelt &&
         std::all_of(word.begin(), word.end(), is_letter);
}

std::vector<Neighbour> neighbours(const indexing::WordList& list, std::string_view word,
                                  std::size_t most_edits) {
  std::vector<Neighbour> found;
  if (!is_of_letters(word)) return found;
  Rows rows(word, most_edits);
  std::size_t filled = 0;  // letters of the word before that have their row
  for (indexing::WordList::Reader reader(list, 0); reader.good();) {
    const std::string& other = reader.word();
    std::size_t depth = std::min(filled, reader.shared());
    bool near = true;
    while (near && depth < other.size()) {
      ++depth;
      near = is_letter(other[depth - 1]) && rows.fill(other, depth);
    }
    if (!near) {
      filled = depth - 1;  // the row that failed is not whole where it was no letter
      reader.skip(depth);
      continue;
    }
    filled = depth;
    if (const std::size_t edits = rows.edits(depth); edits <= most_edits && other != word)
      found.push_back({other, reader.count(), edits});
    reader.next();
  }
  return found;
}

}  // namespace kiosque::searching
