#include "listing/person_name.hpp"

#include <string>

#include "catch.hpp"

namespace kiosque::listing {

TEST_CASE("A family name is told from a given one where that is known, and only there") {
  struct Row {
    std::string author;
    std::string family;  // empty: not a person, or not known
    std::string given;
  };
  const Row rows[] = {
      {"Anne Dupré", "Dupré", "Anne"},
      {"Jean-Pierre Martin", "Martin", "Jean-Pierre"},
      {"Pierre Martin", "Martin", "Pierre"},
      {"Jean Claude Gaudin", "Gaudin", "Jean Claude"},
      {"Charles de Gaulle", "de Gaulle", "Charles"},
      {"Marie de La Tour", "de La Tour", "Marie"},
      {"Karim Lestoile d'Aubusset", "Lestoile d'Aubusset", "Karim"},
      {"Valéry Giscard d’Estaing", "Giscard d’Estaing", "Valéry"},
      {"Élodie Müller-Weiß", "Müller-Weiß", "Élodie"},
      {"J.-P. Dupont", "Dupont", "J.-P."},
      {"Marie-Barnabé Roux", "Roux", "Marie-Barnabé"},
      {"  Anne Dupré ", "Dupré", "Anne"},
      {"DUPRÉ Anne", "DUPRÉ", "Anne"},
      {"MARTIN Pierre", "MARTIN", "Pierre"},
      {"ANNE DUPRÉ", "DUPRÉ", "ANNE"},
      {"Dupré, Anne", "Dupré", "Anne"},
      {"de La Tour, Marie", "de La Tour", "Marie"},
      {"AFP", "", ""},
      {"Avec AFP", "", ""},
      {"Le Monde avec AFP", "", ""},
      {"Le Fanal, avec AFP", "", ""},
      {"La rédaction", "", ""},
      {"France Info", "", ""},
      {"Radio France", "", ""},
      {"Charlie Hebdo", "", ""},
      {"Ouest-France", "", ""},
      {"Anne", "", ""},
      {"anne dupré", "", ""},
      {"Wxyz Kovacs", "", ""},
      {"Anne Dupré (à Lyon)", "", ""},
      {"anne.dupre@gazette.example", "", ""},
      {"Dupré, Anne, Martin", "", ""},
      {",", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.author);
    const auto name = person_name(row.author);
    CHECK(name.value_or(PersonName{}) == PersonName{row.family, row.given});
  }
}

}  // namespace kiosque::listing
