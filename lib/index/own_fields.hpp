#pragma once
// An archive's fields: the library's (fields.hpp) and those of its schema.

#include <kiosque/schema.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/fields.hpp"

namespace kiosque::indexing {

/// Never changes once made; safe to share between threads.
class FieldTable {
 public:
  /// The library's alone.
  FieldTable() = default;
  /// Throws Error(invalid_argument) for too many fields, and for a name that is of other letters,
  /// too long, the library's, or given twice.
  explicit FieldTable(Schema schema);
  FieldTable(FieldTable&&) = default;
  FieldTable& operator=(FieldTable&&) = default;
  FieldTable(const FieldTable&) = delete;  // its rows look into its texts
  FieldTable& operator=(const FieldTable&) = delete;
  ~FieldTable() = default;

  /// As find_field, the library's first.
  [[nodiscard]] const Field* find(std::string_view typed) const;
  /// In the order of the schema.
  [[nodiscard]] std::span<const Field> own() const { return own_; }
  /// As given, but that no number or date is `many`.
  [[nodiscard]] const Schema& schema() const { return schema_; }
  /// "desk, words", for messages; empty where there are none.
  [[nodiscard]] std::string names() const;

 private:
  Schema schema_;
  std::vector<std::string> prefixes_;
  std::vector<std::string> keys_;  // the names as they are compared
  std::vector<Field> own_;
};

/// Whether a field is one of a schema's.
inline bool is_own(const Field& field) {
  return field.slot >= kFirstOwnSlot && field.slot != kNoSlot;
}

/// The table without any schema.
const FieldTable& library_fields();

/// Whether both have the same fields, in any order.
bool same_fields(const FieldTable& a, const FieldTable& b);

/// "desk (keyword), words (number)"
std::string description(const Schema& schema);

/// As an archive's metadata hold it: a line a field, its name, its type, and `many`.
std::string encode_schema(const Schema& schema);
std::optional<Schema> decode_schema(std::string_view text);

}  // namespace kiosque::indexing
