#pragma once
// The rules of `fr-1`, each a pass over the atoms. Their order is that of the declarations.

#include "analysis/atoms.hpp"

namespace kiosque::analysis {

/// Elided words (l' d' qu' jusqu' …) are dropped, whatever the apostrophe and the spaces around it;
/// words that hold their apostrophe (aujourd'hui, prud'homme, presqu'île, O'Brien, N'Golo) become
/// one.
void apostrophes(Atoms& atoms);

/// Letters between dots are one word: S.N.C.F. is sncf.
void acronyms(Atoms& atoms);

/// Groups of three digits are one number (1.700 is 1700); 2,5 and 2.5 are one word, 2,5.
void numbers(Atoms& atoms);

}  // namespace kiosque::analysis
