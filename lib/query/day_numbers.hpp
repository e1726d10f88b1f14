#pragma once
// Numbers of dates, in digits, in French words and in Roman numerals.

#include <optional>
#include <string_view>

#include "query/day_tokens.hpp"

namespace kiosque::querying {

/// 12, "douze", "quatre-vingt-dix", "deux mille vingt": up to 9999.
std::optional<int> take_number(DayCursor& cursor);
/// A cardinal in words only.
std::optional<int> take_number_in_words(DayCursor& cursor);

/// 1er, 2e, 3ème, "premier", "seconde", "vingt et unième".
std::optional<int> take_ordinal(DayCursor& cursor);

/// XIe to XXIe, XIXème: the centuries of four-digit years.
std::optional<int> roman_century(std::string_view word);

/// By the convention of POSIX 00 to 68 are of this century.
int year_of_two_digits(int digits);

/// "er", "e", "ème" right behind a number, or "er" a space behind it.
bool take_ordinal_ending(DayCursor& cursor);

}  // namespace kiosque::querying
