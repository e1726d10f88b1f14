#include "index/fields.hpp"

#include <algorithm>

#include "analysis/characters.hpp"
#include "support/text.hpp"

namespace kiosque::indexing {
namespace {

using enum FieldKind;

// Prefixes follow Xapian Omega's conventions, so that other Xapian tools can read the archive.
constexpr std::array kFields = {
    Field{"title", {"titre"}, "S", text, false, kNoSlot, false},
    Field{"lead", {"chapo", "chapeau"}, "XLEAD", text, false, kNoSlot, false},
    Field{"body", {"texte", "text"}, "", text, false, kNoSlot, false},
    Field{"id", {"identifiant"}, "Q", exact, false, kIdSlot, false},
    Field{"url", {"adresse", "lien"}, "U", exact, false, kNoSlot, false},
    Field{"host", {"site", "domaine"}, "H", exact, false, kNoSlot, false},
    Field{"published", {"date", "parution"}, "D", date, false, kDaySlot, false},
    Field{"section", {"rubrique"}, "XSECTION", exact, true, kSectionSlot, false},
    Field{"tag", {"motcle", "motscle", "keyword"}, "K", exact, true, kTagSlot, true},
    Field{"author", {"auteur", "auteure", "autrice"}, "A", exact, true, kAuthorSlot, true},
    Field{"source", {"journal"}, "XSOURCE", exact, true, kSourceSlot, false},
    Field{"language", {"langue"}, "L", exact, true, kLanguageSlot, false},
};

std::string bounded(std::string term) {
  if (term.size() * 2 <= kLongestTerm) return term;  // even if it were all NULs
  const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + nuls <= kLongestTerm) return term;
  const std::string hash = support::hash_hex(term);
  std::erase(term, '\0');
  std::string cut(support::cut_utf8(term, kLongestTerm - hash.size()));
  return cut + hash;
}

}  // namespace

std::span<const Field> fields() {
  return kFields;
}

std::string field_key(std::string_view typed) {
  std::string key = analysis::fold_value(typed);
  std::erase_if(key, [](char c) { return c == '-' || c == ' ' || c == '_'; });
  if (key.size() > 2 && key.ends_with('s')) key.pop_back();
  return key;
}

const Field* find_field(std::string_view typed) {
  // Programs give names as they are.
  for (const Field& field : kFields) {
    if (field.name == typed) return &field;
  }
  const std::string key = field_key(typed);
  if (key.empty()) return nullptr;
  for (const Field& field : kFields) {
    if (field.name == key) return &field;
    for (const auto alias : field.aliases) {
      if (alias == key) return &field;
    }
  }
  return nullptr;
}

std::string exact_term(const Field& field, std::string_view value) {
  std::string term(field.prefix);
  const std::string folded = field.name == "id" ? std::string(value) : analysis::fold_value(value);
  // Omega's rule: a colon parts a long prefix from a value that could be read as more prefix.
  if (field.prefix.size() > 1 && !folded.empty() &&
      (folded.front() == ':' || (folded.front() >= 'A' && folded.front() <= 'Z'))) {
    term += ':';
  }
  return bounded(term + folded);
}

std::string exact_prefix(const Field& field, std::string_view value) {
  return exact_term(field, value).substr(0, kLongestTerm / 2);
}

std::string surface_term(std::string_view prefix, std::string_view surface) {
  std::string term(prefix);
  term += surface;
  return bounded(std::move(term));
}

std::string stem_term(std::string_view prefix, std::string_view stem) {
  std::string term("Z");
  term += prefix;
  term += stem;
  return bounded(std::move(term));
}

std::string form_terms(std::string_view surface) {
  return "XF" + std::string(surface) + ':';
}

std::string form_term(std::string_view surface, std::string_view exact) {
  return bounded(form_terms(surface) + std::string(exact));
}

std::array<std::string, 3> day_terms(std::string_view compact_day) {
  return {"D" + std::string(compact_day), "M" + std::string(compact_day.substr(0, 6)),
          "Y" + std::string(compact_day.substr(0, 4))};
}

}  // namespace kiosque::indexing
