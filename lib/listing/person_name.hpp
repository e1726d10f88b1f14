#pragma once
// Which part of an author's name is the family's.

#include <optional>
#include <string>
#include <string_view>

namespace kiosque::listing {

struct PersonName {
  std::string family = {};
  std::string given = {};

  bool operator==(const PersonName&) const = default;
};

/// "Anne-Marie de La Tour" is "de La Tour", "Anne-Marie". Nothing for what is no person's name
/// (AFP, Le Fanal, Charlie Hebdo), nor for one whose given name the dictionary does not have: it is
/// not known then where the family name begins.
std::optional<PersonName> person_name(std::string_view author);

}  // namespace kiosque::listing
