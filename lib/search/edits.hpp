#pragma once
// How far two spellings are apart.

#include <cstddef>
#include <string_view>

namespace kiosque::searching {

/// Whether `a` becomes `b` by at most `most` edits (0 to 3): a letter more, less or another, or two
/// neighbours in each other's place, none edited twice (Damerau's distance as restricted by optimal
/// string alignment). Of bytes: for folded words.
bool within_edits(std::string_view a, std::string_view b, std::size_t most);

}  // namespace kiosque::searching
