#pragma once
// The one table of fields: what an archive knows of an article, and under which terms and values.
// A new field is a row here; docs/schema.md and the schema version go with it.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kiosque::indexing {

/// Of everything below; an archive of another schema is refused with a clear error.
inline constexpr std::string_view kSchemaVersion = "5";

enum class FieldKind {
  text,   // analyzed: surface under the prefix, stem under Z + prefix
  exact,  // the folded value under the prefix
  date,
  number,  // of a schema only (own_fields.hpp)
};

/// Value slots. The numbers are stored in archives: never given away again.
enum Slot : unsigned {
  kDaySlot = 0,      // "20220424"
  kInstantSlot = 1,  // seconds since 1970, serialised to sort
  kReverseSlot = 2,  // their negative: a second sort order that remote databases can use
  kModifiedSlot = 3,
  kSectionSlot = 4,  // facets: the spelling as printed; lists through encode_list
  kTagSlot = 5,
  kAuthorSlot = 6,
  kSourceSlot = 7,
  kLanguageSlot = 8,
  kIdSlot = 9,         // for ties
  kFirstOwnSlot = 16,  // of a schema's fields, in their order
  kNoSlot = 0xFFFFFFFF,
};

struct Field {
  std::string_view name;
  std::array<std::string_view, 3> aliases;  // as typed; see find_field
  std::string_view prefix;
  FieldKind kind;
  bool facet;
  unsigned slot;
  bool many;
};

std::span<const Field> fields();

/// By name or alias, without regard to case, accents, hyphens, spaces or a plural s. Null if
/// unknown.
const Field* find_field(std::string_view typed);

/// The name without case, accents, hyphens, spaces and plural, as find_field compares it.
std::string field_key(std::string_view typed);

/// Terms longer than this are cut and hashed (Xapian takes 245 bytes, a NUL counting twice).
inline constexpr std::size_t kLongestTerm = 240;

/// The term of an exact field's value. Ids keep their case; everything else is folded.
std::string exact_term(const Field& field, std::string_view value);

/// What the terms of an exact field's values that begin so begin with.
std::string exact_prefix(const Field& field, std::string_view value);

/// The terms of a word.
std::string surface_term(std::string_view prefix, std::string_view surface);
std::string stem_term(std::string_view prefix, std::string_view stem);

/// The term of a word's form with its accents, beside its surface; those of one surface begin with
/// `form_terms`.
std::string form_term(std::string_view surface, std::string_view exact);
std::string form_terms(std::string_view surface);

/// Omega's terms of a day: D20220424, M202204, Y2022, from "20220424".
std::array<std::string, 3> day_terms(std::string_view compact_day);

}  // namespace kiosque::indexing
