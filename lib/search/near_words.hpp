#pragma once
// Words of the archive that are one typing error away.

#include <string>
#include <string_view>
#include <vector>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// What may have been meant by `prefix`, the beginning of a word (folded): with a letter more, less
/// or another, or two exchanged (Damerau, "A technique for computer detection and correction of
/// spelling errors", 1964), the first letter kept; what words of the archive begin with, those of
/// the most frequent word first. Nothing for less than four letters.
std::vector<std::string> near_prefixes(const Snapshot& snapshot, std::string_view prefix,
                                       std::size_t most);

/// The same of a whole word: the most frequent; nothing where the word itself is in more than one
/// article of a thousand, or is hardly rarer.
std::string near_word(const Snapshot& snapshot, const std::string& word);

}  // namespace kiosque::searching
