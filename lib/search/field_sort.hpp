#pragma once
// The order of an own number or date.

#include <functional>
#include <kiosque/search.hpp>

#include "search/walk.hpp"

namespace kiosque::searching {

/// What articles are ordered by, the larger first; -infinity where there is none. Good as long as
/// the walk. Throws Error(invalid_argument) for another field.
std::function<double(const DocumentPlace&)> sort_key(Walk& walk, const FieldSort& sort);

}  // namespace kiosque::searching
