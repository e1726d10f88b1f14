#pragma once
// Completions of all kinds in one list.

#include <kiosque/suggest.hpp>
#include <string_view>
#include <vector>

#include "search/snapshot.hpp"

namespace kiosque::searching {

std::vector<Completion> suggest(Seat& seat, std::string_view typed, const SuggestOptions& options);

}  // namespace kiosque::searching
