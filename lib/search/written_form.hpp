#pragma once
// How a folded word is shown to a reader.

#include <string>
#include <string_view>

#include "search/snapshot.hpp"

namespace kiosque::searching {

/// With the accents that most articles with the word give it; without any, the word itself. Dead
/// articles are not left out: they would hardly ever change what most have.
std::string with_accents(const Snapshot& snapshot, const std::string& folded);

/// With the capitals of what was typed: all, the first, or none.
std::string with_capitals(const std::string& word, std::string_view typed);

bool begins_with_capital(std::string_view word);

}  // namespace kiosque::searching
