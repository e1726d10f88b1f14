#pragma once
// The rules of `fr-1`, each a pass over the atoms. Their order is that of the declarations.

#include "analysis/atoms.hpp"
#include "analysis/stemmer.hpp"

namespace kiosque::analysis {

/// Elided words (l' d' qu' jusqu' …) are dropped, whatever the apostrophe and the spaces around it;
/// words that hold their apostrophe (aujourd'hui, prud'homme, presqu'île, O'Brien, N'Golo) become
/// one.
void apostrophes(Atoms& atoms);

/// Whether folded `word` is elided before folded `next` though its apostrophe was not typed: "l
/// election", "qu il". A guess, for queries alone: "vitamine d et" is of the same form.
bool lost_apostrophe(std::string_view word, std::string_view next);

/// Inclusive writing: étudiant·e·s, agriculteur.rice, directeur/trice, élu(e)s are one word, the
/// masculine, with the feminine as its alternative. Two forms are one word where `stemmer` gives
/// them one stem.
void inclusive(Atoms& atoms, Stemmer& stemmer);

/// Letters between dots are one word (S.N.C.F. is sncf), so are AT&T, C++ and C#; St and Ste before
/// a name are Saint and Sainte.
void acronyms(Atoms& atoms);

/// Groups of three digits are one number (3 000 and 3.000 are 3000); 2,5 and 2.5 are 2,5; a number
/// and its unit are two words (30km).
void numbers(Atoms& atoms);

/// 20 h 30, 20h30, 20:30 and 20 heures 30 are 20h30.
void hours(Atoms& atoms);

/// 21e, XXIe and vingt-et-unième are 21e; 1er and Ier are premier; XIV is 14.
void ordinals(Atoms& atoms);

}  // namespace kiosque::analysis
