#include "index/own_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <kiosque/error.hpp>
#include <sstream>
#include <utility>

#include "support/text.hpp"

namespace kiosque::indexing {
namespace {

constexpr std::array kTypes = {
    std::pair{std::string_view("keyword"), FieldType::keyword},
    std::pair{std::string_view("number"), FieldType::number},
    std::pair{std::string_view("date"), FieldType::date},
};
constexpr std::string_view kMany = "many";

// What means something else where fields are named, as field_key has it.
constexpr std::array<std::string_view, 14> kTaken = {
    "year", "month", "week",  "weekday", "day",       "hour",   "depui",
    "apre", "avant", "field", "jusque",  "relevance", "newest", "oldest"};

std::string_view name_of(FieldType type) {
  for (const auto& [name, known] : kTypes) {
    if (known == type) return name;
  }
  return kTypes[0].first;
}

FieldKind kind_of(FieldType type) {
  switch (type) {
    case FieldType::keyword:
      return FieldKind::exact;
    case FieldType::number:
      return FieldKind::number;
    case FieldType::date:
      return FieldKind::date;
  }
  return FieldKind::exact;
}

void require_name(std::string_view name) {
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  std::string shown(support::cut_utf8(name, 80));
  std::replace(shown.begin(), shown.end(), '\0', ' ');
  if (!letters || name.empty() || name.size() > kLongestFieldName || name.front() < 'a') {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no name of a field: write at most {} of the characters a-z, "
                            "0-9, _ and -, a letter first",
                            shown, kLongestFieldName));
  }
  const std::string key = field_key(name);
  if (find_field(name) == nullptr && std::find(kTaken.begin(), kTaken.end(), key) == kTaken.end())
    return;
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("\"{}\" is a name of the library's own: give the field another name", name));
}

// X and the name in capitals, as Omega has it. The colon ends it: it may hold digits, and so may
// what follows.
std::string prefix_of(std::string_view key) {
  std::string prefix = "X";
  for (const char c : key) prefix += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return prefix + ':';
}

}  // namespace

FieldTable::FieldTable(Schema schema) : schema_(std::move(schema)) {
  auto& fields = schema_.fields;
  if (fields.size() > kMostOwnFields) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} fields are too many: an archive has at most {} of its own",
                            fields.size(), kMostOwnFields));
  }
  for (OwnField& field : fields) {
    require_name(field.name);
    std::string key = field_key(field.name);
    if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("\"{}\" is the name of two fields (hyphens and a plural do not "
                              "count): give one of them another",
                              field.name));
    }
    if (field.type != FieldType::keyword) field.many = false;
    prefixes_.push_back(prefix_of(key));
    keys_.push_back(std::move(key));
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    own_.push_back({.name = fields[i].name,
                    .aliases = {},
                    .prefix = prefixes_[i],
                    .kind = kind_of(fields[i].type),
                    .facet = true,
                    .slot = kFirstOwnSlot + static_cast<unsigned>(i),
                    .many = fields[i].many});
  }
}

const Field* FieldTable::find(std::string_view typed) const {
  if (const Field* const field = find_field(typed)) return field;
  if (own_.empty()) return nullptr;
  const auto key = std::find(keys_.begin(), keys_.end(), field_key(typed));
  return key == keys_.end() ? nullptr : &own_[static_cast<std::size_t>(key - keys_.begin())];
}

std::string FieldTable::names() const {
  std::string names;
  for (const Field& field : own_) names += (names.empty() ? "" : ", ") + std::string(field.name);
  return names;
}

const FieldTable& library_fields() {
  static const FieldTable table;
  return table;
}

bool same_fields(const FieldTable& a, const FieldTable& b) {
  const auto sorted = [](const FieldTable& table) {
    auto fields = table.schema().fields;
    std::sort(fields.begin(), fields.end(),
              [](const OwnField& one, const OwnField& other) { return one.name < other.name; });
    return fields;
  };
  return sorted(a) == sorted(b);
}

std::string description(const Schema& schema) {
  std::string text;
  for (const OwnField& field : schema.fields) {
    const bool single = field.type == FieldType::keyword && !field.many;
    text += fmt::format("{}{} ({}{})", text.empty() ? "" : ", ", field.name,
                        single ? "single " : "", name_of(field.type));
  }
  return text;
}

std::string encode_schema(const Schema& schema) {
  std::string text;
  for (const OwnField& field : schema.fields) {
    text += field.name;
    text += ' ';
    text += name_of(field.type);
    if (field.many) text.append(1, ' ').append(kMany);
    text += '\n';
  }
  return text;
}

std::optional<Schema> decode_schema(std::string_view text) {
  Schema schema;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    OwnField field;
    std::string type;
    std::string many;
    if (!(words >> field.name >> type)) return {};
    words >> many;
    const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                    [&](const auto& row) { return row.first == type; });
    if (known == kTypes.end() || (!many.empty() && many != kMany)) return {};
    field.type = known->second;
    field.many = !many.empty();
    schema.fields.push_back(std::move(field));
  }
  return schema;
}

}  // namespace kiosque::indexing
