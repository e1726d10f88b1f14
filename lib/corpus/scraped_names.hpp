#pragma once
// Names of people, agencies and papers, told from other words by how French papers write them.

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus::scraped {

/// What a name may be where it is read.
enum class Trust {
  person,        ///< a person, or an agency that is known
  acronym,       ///< also two or three capitals, as agencies sign
  organisation,  ///< also any short name in capitals: "Le Fanal", "6Medias"
};

/// The names in "A, B et C, à Londres (avec AFP)": no places, functions, addresses, nor the agency
/// that a person drew on.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text, Trust trust);

/// "Jean Saint-Marc", "Marie de La Tour"
[[nodiscard]] bool is_person(std::string_view name);

/// Whether a folded text is the name of a press agency.
[[nodiscard]] bool is_agency(std::string_view plain);

[[nodiscard]] bool starts_upper(std::string_view word);

/// Without the marks and white space around a name.
[[nodiscard]] std::string_view without_edges(std::string_view text);

[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace kiosque::corpus::scraped
