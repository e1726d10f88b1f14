#pragma once
// Where the sentences of a French text begin.

#include <cstddef>
#include <string_view>
#include <vector>

namespace kiosque::searching {

/// The beginnings of sentences, rising, 0 the first, at a visible character each. A line's end ends
/// one; so do . ! ? and … before a capital, a digit, a quotation or a dash, but not the dot of an
/// abbreviation or an initial (M. Dupont, J.-C., av. J.-C.), nor any inside a short quotation
/// « … ».
std::vector<std::size_t> sentence_starts(std::string_view text);

}  // namespace kiosque::searching
