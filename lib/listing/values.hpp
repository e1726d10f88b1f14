#pragma once
// Values of articles as they may stand in a file of another form.

#include <chrono>
#include <kiosque/article.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::listing {

/// Valid UTF-8 on one line: white space, control characters and the line and paragraph separators
/// of Unicode are one space wherever they stand together, and none at the ends.
std::string one_line(std::string_view text);

/// Valid UTF-8 without control characters but for line breaks and tabs.
std::string printable(std::string_view text);

/// The stored id, or the one that the article would be stored under.
std::string id_of(const Article& article);

/// The day of publication: as written for a bare day, that of Europe/Paris for an instant.
std::optional<std::chrono::year_month_day> day_of(const Article& article);

}  // namespace kiosque::listing
