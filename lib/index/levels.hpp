#pragma once
// Values that lie in one another: "Monde > Afrique > Mali" is also in "Monde > Afrique" and in
// "Monde".

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::indexing {

/// Further ones part no level, so that a value of separators alone stays cheap.
inline constexpr std::size_t kMostLevels = 8;

/// What a value lies in, from the top, each a beginning of it as it is printed; none for most. A
/// level ends before a ">" that stands between white space.
std::vector<std::string_view> levels_above(std::string_view value);

/// Of a folded value: what it lies in directly; empty at the top.
std::string_view parent_of(std::string_view folded);

}  // namespace kiosque::indexing
