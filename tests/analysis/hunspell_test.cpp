// The affixes of a hunspell dictionary, expanded.

#include "analysis/lexicon/hunspell.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

using kiosque::analysis::HunspellSuffixes;
using Words = std::vector<std::string>;

TEST_CASE("A word has the forms that its suffix rules give it, and no others") {
  std::istringstream affixes(
      "FLAG long\n"
      "SFX S. Y 2\n"
      "SFX S. 0 s/D'Q' [^sxz] is:pl\n"
      "SFX X. Y 2\n"
      "SFX X. al aux/D'Q' al is:pl\n"
      "SFX X. 0 x [aé]u\n"
      "SFX yB Y 1\n"
      "SFX yB lire lu/L' lire po:ppas\n"
      "PFX L' Y 1\n"
      "PFX L' 0 l' [aeiou]\n");
  const HunspellSuffixes suffixes(affixes);
  const auto forms = [&](const char* line) { return suffixes.expand(line).forms; };
  CHECK(forms("mot/S.() po:nom") == Words{"mot", "mots"});
  CHECK(forms("bras/S. po:nom") == Words{"bras"});
  CHECK(forms("journal/X.L' po:nom") == Words{"journal", "journaux"});
  CHECK(forms("préau/X. po:nom") == Words{"préau", "préaux"});
  CHECK(forms("péu/X.") == Words{"péu", "péux"});  // a set may hold letters of two bytes
  CHECK(forms("élire/yB po:v3_it") == Words{"élire", "élu"});
  CHECK(forms("élire/S.yB") == Words{"élire", "élires", "élu"});
  CHECK(forms("rien") == Words{"rien"});
}

TEST_CASE("A word has the kinds that its line names, and tells a plural of its own") {
  std::istringstream none;
  const HunspellSuffixes suffixes(none);
  const auto word = suffixes.expand("yeux/D'Q' po:nom po:adj is:mas is:pl");
  CHECK(word.lemma == "yeux");
  CHECK(word.kinds == Words{"nom", "adj"});
  CHECK(word.plural);
  CHECK_FALSE(suffixes.expand("œil/S.() po:nom is:mas").plural);
  CHECK(suffixes.expand("").forms.size() == 1);
}
