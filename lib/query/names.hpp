#pragma once
// The other spellings of a name, from data/words/names.txt, which the library holds.

#include <kiosque/query.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::querying {

/// How a folded word is also written, folded; none for a word that is no listed name.
std::span<const std::string> spellings_beside(std::string_view folded);

/// Of the words that clauses ask for, each once.
std::vector<Variant> name_variants(const std::vector<Clause>& clauses);

}  // namespace kiosque::querying
