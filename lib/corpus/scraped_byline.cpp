#include "corpus/scraped_byline.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/date.hpp"
#include "corpus/scraped_names.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::scraped {
namespace {

constexpr std::size_t kLongestByline = 170;  // columns
constexpr std::size_t kLongestSignature = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Where what announces names ends in a folded line, or npos.
std::size_t after_announcement(std::string_view plain) {
  for (const std::string_view words :
       {"propos recueillis par ", "recueillis par ", "recueilli par ", "entretien mene par ",
        "ecrit par ", "redige par ", "publie par ", "poste par ", "article de ", "un article de ",
        "auteur : ", "auteur: ", "texte : ", "source : ", "source: "}) {
    const std::size_t at = plain.find(words);
    if (at != std::string_view::npos && (at == 0 || plain[at - 1] == ' ' || plain[at - 1] == '.')) {
      return at + words.size();
    }
  }
  for (const std::string_view words : {"par ", "par : ", "by ", "de notre correspondant "}) {
    if (plain.starts_with(words)) return words.size();
  }
  return std::string_view::npos;
}

// Some pages escape the blank twice.
std::string without_entities(std::string_view line) {
  static constexpr std::string_view kEntity = "&nbsp";
  std::string text;
  for (std::size_t at = line.find(kEntity); at != std::string_view::npos; at = line.find(kEntity)) {
    text += line.substr(0, at);
    text += ' ';
    line.remove_prefix(at + kEntity.size());
    if (line.starts_with(';')) line.remove_prefix(1);
  }
  text += line;
  return text;
}

// "Rédaction de …", "La rédaction", "AFP", "Le Monde avec AFP"
bool is_house_signature(std::string_view text, std::string_view plain) {
  constexpr std::size_t kMostWords = 6;
  const auto words = words_of(text);
  if (words.empty() || words.size() > kMostWords || columns(text) > kLongestSignature) return false;
  if (plain == "la redaction" || plain == "redaction" || is_agency(plain)) return true;
  if (plain.starts_with("redaction de ") || plain.starts_with("la redaction de ") ||
      plain.starts_with("redaction d'") || plain.starts_with("la redaction d'")) {
    return true;
  }
  if (plain.starts_with("redaction ") && starts_upper(words.back())) return true;
  const std::size_t with = plain.find(" avec ");
  return with != std::string_view::npos &&
         (starts_upper(words.front()) || is_digit(words.front().front())) &&
         is_agency(plain.substr(with + 6));
}

// "notre envoyé spécial à Kiev Jean Dupont": from the first capital on.
std::optional<std::string_view> person_after_function(std::string_view text) {
  const std::string plain = fold(text);
  const bool function = plain.starts_with("notre ") || plain.starts_with("nos ") ||
                        plain.starts_with("l'envoye") || plain.starts_with("de notre ");
  if (!function) return {};
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    if (starts_upper(text.substr(at + 1))) return text.substr(at + 1);
  }
  return {};
}

std::vector<std::string> names_in_segment(std::string_view text, BylinePlace place,
                                          Trust bare_trust) {
  text = without_edges(text);
  const Folded folded = fold_with_offsets(text);
  const std::string_view plain = folded.text;
  if (plain.empty()) return {};
  const std::size_t after = after_announcement(plain);
  if (after != std::string_view::npos) {
    // "Par ailleurs", "par amour": names have capitals.
    const auto named = trimmed(text.substr(folded.offsets[after]));
    if (const auto person = person_after_function(named)) return names_in(*person, Trust::person);
    // "De notre correspondant à Roquebelle, Lucien Maraval"
    const std::size_t comma = named.find(", ");
    const bool place_first = fold(named).starts_with("a ") || fold(named).starts_with("en ");
    if (place_first && comma != std::string_view::npos) {
      return names_in(named.substr(comma + 2), Trust::person);
    }
    const bool capital =
        !named.empty() && (starts_upper(named) || is_digit(named.front()) ||
                           std::string_view{plain}.substr(after).starts_with("la redaction"));
    if (!capital) return {};
    return names_in(text.substr(folded.offsets[after]), Trust::organisation);
  }
  if (is_house_signature(text, plain)) {
    if (plain.find("redaction") != std::string_view::npos) return {std::string(text)};
    const auto names = names_in(text, Trust::person);
    if (!names.empty() && is_person(names.front())) return names;
    return {std::string(text)};
  }
  if (plain.starts_with("avec not") || plain.starts_with("avec nos ")) {
    if (const auto person = person_after_function(text.substr(std::string_view{"avec "}.size()))) {
      return names_in(*person, Trust::person);
    }
  }
  if (place == BylinePlace::anywhere) return {};
  // "Le Journal des idées par Jacques Munier"
  const std::size_t by = plain.rfind(" par ");
  if (by != std::string_view::npos) {
    const auto name = without_edges(text.substr(folded.offsets[by + 5]));
    if (is_person(name)) return {std::string(name)};
  }
  return names_in(text, bare_trust);
}

}  // namespace

std::vector<std::string> authors_in(std::string_view line, BylinePlace place) {
  if (columns(line) > kLongestByline) return {};
  const std::string text = without_entities(trimmed(line));
  // The line falls into what is before, between and behind its dates.
  std::string_view rest = text;
  std::vector<std::string> names;
  bool dated = false;
  while (!rest.empty() && names.empty()) {
    const auto found = find_date(rest);
    dated = dated || found.has_value();
    std::string_view segment = rest.substr(0, found ? found->begin : rest.size());
    const Folded folded = fold_with_offsets(segment);
    std::size_t cut = folded.text.size();
    for (const std::string_view words :
         {"publie", "mis a jour", "mise a jour", "modifie", "poste le", "actualise", "maj ",
          "created", "published", "updated"}) {
      cut = std::min(cut, folded.text.find(words));
    }
    const bool announced = cut < folded.text.size() &&
                           std::string_view{folded.text}.substr(cut).find("publie par") != 0;
    std::string_view named = announced ? segment.substr(0, folded.offsets[cut]) : segment;
    // "6Medias, publié le": whoever stands right before it signs, person or not.
    const bool signs = announced && trimmed(named).ends_with(',');
    if (const auto plain = fold(trimmed(named)); plain.ends_with(" le")) {
      named = trimmed(named);
      named.remove_suffix(3);
    }
    const Trust trust = signs ? Trust::organisation : dated ? Trust::acronym : Trust::person;
    names = names_in_segment(named, place, trust);
    if (!found) break;
    rest.remove_prefix(found->end);
  }
  return names;
}

}  // namespace kiosque::corpus::scraped
