#pragma once
// How likely one word is typed when another is meant.

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::searching {

/// The cost of typing `typed` where `meant` was meant, both of the letters a to z: 0 for the same
/// word, else the sum of its slips, each about the negative natural logarithm of its probability
/// among all slips. A letter doubled or not, two exchanged, a neighbour on a French keyboard
/// (AZERTY) and letters that sound alike in French (f and ph, an and en, o and eau) cost less than
/// any other letter; a slip on the first letter costs more. The noisy channel of Kernighan, Church
/// and Gale, "A spelling correction program based on a noisy channel model", 1990, with sounds as
/// Brill and Moore have them, "An improved error model for noisy channel spelling correction",
/// 2000. Takes time in the product of the sizes.
double typing_cost(std::string_view typed, std::string_view meant);

/// What `word` becomes where letters at one place are written as others that sound alike: farmacie
/// and pharmacie, bato and bateau. At most some hundreds.
std::vector<std::string> heard_alike(std::string_view word);

/// Whether the two letters a to z are neighbours on a French keyboard.
bool neighbour_keys(char a, char b);

}  // namespace kiosque::searching
