#pragma once
// A page for tests that are about what surrounds its article.

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus {

// Three paragraphs of an invented article, used where a test is about what surrounds them.
inline constexpr std::string_view kFirst =
    "Le pont suspendu de Valbrune a rouvert lundi matin, après quatorze mois de travaux et deux "
    "hivers de retard, devant une foule venue à vélo.";
inline constexpr std::string_view kSecond =
    "La mairesse, Odile Castagnac, a coupé le ruban avec un sécateur : les ciseaux d’apparat "
    "étaient restés dans un tiroir de la préfecture.";
inline constexpr std::string_view kThird =
    "Les camions, eux, devront encore faire le détour par Roquebelle jusqu’au printemps, le temps "
    "de contrôler les câbles un à un.";

inline std::string page_of(const std::vector<std::string_view>& lines) {
  std::string page;
  for (const auto line : lines) {
    page += line;
    page += '\n';
  }
  return page;
}

}  // namespace kiosque::corpus
