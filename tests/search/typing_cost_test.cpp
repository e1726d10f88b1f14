// Which slips are likelier than others.

#include "search/typing_cost.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"

using kiosque::searching::heard_alike;
using kiosque::searching::neighbour_keys;
using kiosque::searching::typing_cost;

TEST_CASE("The likelier slip costs less") {
  struct Row {
    const char* typed;
    const char* likelier;  // to have been meant
    const char* other;
  };
  const Row row =
      GENERATE(Row{"balle", "balle", "salle"},             // nothing before anything
               Row{"colision", "collision", "coalision"},  // a doubled letter before another
               Row{"grrand", "grand", "errand"},           // once too often
               Row{"gradn", "grand", "grade"},             // exchanged
               Row{"masqur", "masque", "masqux"},         // e and r are neighbours, r and x are not
               Row{"sqlut", "salut", "smlut"},            // a and q on a French keyboard
               Row{"farmacie", "pharmacie", "larmacie"},  // f and ph
               Row{"tipe", "type", "tape"},               // i and y
               Row{"pandant", "pendant", "pondant"},      // an and en
               Row{"bato", "bateau", "baton"},         // o and eau, against a letter that one hears
               Row{"kestion", "question", "gestion"},  // k and qu
               Row{"omage", "hommage", "roumage"},     // an h that is not heard
               Row{"peti", "petit", "petid"},          // no worse than another mute letter
               Row{"telecon", "telecom", "yelecon"});  // where the word begins one looks
  INFO(row.typed);
  CHECK(typing_cost(row.typed, row.likelier) <= typing_cost(row.typed, row.other));
  if (std::string(row.typed) != "peti")
    CHECK(typing_cost(row.typed, row.likelier) < typing_cost(row.typed, row.other));
}

TEST_CASE("Nothing is typed for nothing, and the same word costs nothing") {
  CHECK(typing_cost("", "") == 0);
  CHECK(typing_cost("election", "election") == 0);
  CHECK(typing_cost("", "a") > 0);
  CHECK(typing_cost("a", "") > 0);
}

TEST_CASE("Sounds are written otherwise at one place at a time") {
  struct Row {
    const char* word;
    const char* other;
  };
  const Row row =
      GENERATE(Row{"farmacie", "pharmacie"}, Row{"bato", "bateau"}, Row{"rezo", "reseau"},
               Row{"eveque", "eveke"}, Row{"fisique", "phisique"});
  const auto words = heard_alike(row.word);
  const bool one_place = std::string(row.word) != "rezo";  // two sounds
  CHECK((std::find(words.begin(), words.end(), row.other) != words.end()) == one_place);
  CHECK(std::find(words.begin(), words.end(), row.word) == words.end());
}

TEST_CASE("Keys are neighbours as on a French keyboard") {
  for (const char* pair : {"az", "aq", "qs", "sd", "zs", "op", "lm", "mp", "wx", "sx", "bn", "hn"})
    CHECK((neighbour_keys(pair[0], pair[1]) && neighbour_keys(pair[1], pair[0])));
  for (const char* pair : {"aa", "as", "qw", "ap", "mn", "wb", "ae"}) {
    INFO(pair);
    CHECK(neighbour_keys(pair[0], pair[1]) == (std::string(pair) == "qw"));
  }
}
