#include "search/field_sort.hpp"

#include <fmt/format.h>

#include <cmath>
#include <kiosque/error.hpp>
#include <string>
#include <vector>

namespace kiosque::searching {
namespace {

using indexing::FieldKind;

const indexing::Field& require_key(const indexing::FieldTable& fields, const std::string& name) {
  const indexing::Field* const field = fields.find(name);
  if (field != nullptr && indexing::is_own(*field) && field->kind != FieldKind::exact)
    return *field;
  std::string keys;
  for (const indexing::Field& own : fields.own()) {
    if (own.kind != FieldKind::exact) keys += (keys.empty() ? "" : ", ") + std::string(own.name);
  }
  throw Error(ErrorCode::invalid_argument,
              fmt::format("\"{}\" is no own number or date to sort by: {}{}", name,
                          keys.empty() ? "the archive has none" : "there are ", keys));
}

}  // namespace

std::function<double(const DocumentPlace&)> sort_key(Walk& walk, const FieldSort& sort) {
  const indexing::Field& field = require_key(walk.snapshot().fields(), sort.field);
  const double sign = sort.direction == Direction::falling ? 1 : -1;
  const auto& parts = walk.snapshot().parts();
  const auto& databases = walk.seat().databases;
  if (field.kind == FieldKind::number) {
    std::vector<const NumberColumn*> columns;
    for (std::size_t i = 0; i < parts.size(); ++i)
      columns.push_back(&parts[i].columns->numbers(field.slot, databases[i]));
    return [sign, columns](const DocumentPlace& place) {
      const NumberColumn& column = *columns[place.part];
      const std::uint32_t ordinal = column.ordinals[place.document];
      return ordinal == Ordinals::kNone ? kNoInstant : sign * column.periods[ordinal];
    };
  }
  std::vector<const InstantColumn*> columns;
  for (std::size_t i = 0; i < parts.size(); ++i)
    columns.push_back(&parts[i].columns->instants(databases[i], field.slot));
  return [sign, columns](const DocumentPlace& place) {
    const double instant = (*columns[place.part])[place.document];
    return std::isfinite(instant) ? sign * instant : kNoInstant;
  };
}

}  // namespace kiosque::searching
