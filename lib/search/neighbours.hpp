#pragma once
// The words of a list that are a few typing errors away from a word.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_list.hpp"

namespace kiosque::searching {

/// A word of the list, the number of articles that have it (dead ones included), and by how many
/// edits it differs.
struct Neighbour {
  std::string word;
  std::uint32_t count = 0;
  std::size_t edits = 0;
};

/// Words longer than this have no neighbours, in bytes.
inline constexpr std::size_t kLongestMisspelt = 40;

/// Whether it consists of the letters a to z, at most kLongestMisspelt of them: the only words that
/// are corrected, and that others are corrected to. Folded French is of these letters.
bool is_of_letters(std::string_view word);

/// The words of letters that at most `most_edits` edits make of `word` (of letters too), itself
/// left out, in their order. An edit is a letter too many, missing, or another one, or two
/// neighbours exchanged (Damerau, "A technique for computer detection and correction of spelling
/// errors", 1964; in the form where no letter is edited twice). The sorted list is gone through as
/// the trie that it is: one row of the distance matrix a letter, and whatever begins like a word
/// that is too far already is left out.
std::vector<Neighbour> neighbours(const indexing::WordList& list, std::string_view word,
                                  std::size_t most_edits);

}  // namespace kiosque::searching
