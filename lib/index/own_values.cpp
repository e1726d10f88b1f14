#include "index/own_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "index/levels.hpp"
#include "support/number.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace indexing {
namespace {

constexpr std::size_t kDayDigits = 8;
constexpr std::size_t kShown = 80;  // bytes of a value

const std::vector<std::string>* values_of(const Article& article, std::string_view field) {
  const auto found = article.fields.find(std::string(field));
  return found == article.fields.end() || found->second.empty() ? nullptr : &found->second;
}

// As stored in the slot of a number or a date; nothing where it is none.
std::optional<std::string> sortable(const Field& field, std::string_view value) {
  if (field.kind == FieldKind::number) {
    const auto number = support::parse_number(value);
    if (!number) return {};
    return Xapian::sortable_serialise(*number);
  }
  const auto moment = support::parse_moment(value, support::home_zone());
  if (!moment) return {};
  std::string day = support::to_iso(moment->day);
  std::erase(day, '-');
  return day + Xapian::sortable_serialise(static_cast<double>(moment->epoch));
}

void add_keyword(const Field& field, std::string_view value, IndexedArticle& indexed) {
  indexed.add_term(exact_term(field, value), 0);
  for (const auto level : levels_above(value)) indexed.add_term(exact_term(field, level), 0);
}

// A sentence about each value that is not indexed.
void find_unfit(const Field& field, const std::vector<std::string>& values,
                std::vector<std::string>& sentences) {
  std::size_t used = 0;
  for (const std::string& value : values) {
    const std::string_view shown = support::cut_utf8(value, kShown);
    if (field.kind == FieldKind::exact || sortable(field, value)) {
      if (++used > 1 && !field.many) {
        sentences.push_back(
            fmt::format("\"{}\" is a further value of \"{}\", which has one", shown, field.name));
      }
    } else {
      const bool number = field.kind == FieldKind::number;
      sentences.push_back(fmt::format("\"{}\" is no {} in \"{}\" (write {})", shown,
                                      number ? "number" : "date", field.name,
                                      number ? "512 or 12.5" : "YYYY-MM-DD"));
    }
  }
}

}  // namespace

void index_own_values(const Article& article, const FieldTable& fields, IndexedArticle& indexed) {
  if (article.fields.empty()) return;
  for (const Field& field : fields.own()) {
    const auto* const values = values_of(article, field.name);
    if (values == nullptr) continue;
    if (field.kind == FieldKind::exact) {
      const std::vector<std::string> first = {values->front()};
      const auto& counting = field.many ? *values : first;
      for (const auto& value : counting) add_keyword(field, value, indexed);
      indexed.add_value(field.slot, encode_list(counting));
      continue;
    }
    for (const auto& value : *values) {
      if (auto stored = sortable(field, value)) {
        indexed.add_value(field.slot, std::move(*stored));
        break;
      }
    }
  }
}

std::string_view own_day(std::string_view value) {
  return value.substr(0, kDayDigits);
}

std::string_view own_instant(std::string_view value) {
  return value.substr(std::min(kDayDigits, value.size()));
}

}  // namespace indexing

std::vector<std::string> unfit_values(const Schema& schema, const Article& article) {
  std::vector<std::string> sentences;
  const indexing::FieldTable fields(schema);
  for (const indexing::Field& field : fields.own()) {
    if (const auto* const values = indexing::values_of(article, field.name))
      indexing::find_unfit(field, *values, sentences);
  }
  return sentences;
}

}  // namespace kiosque
