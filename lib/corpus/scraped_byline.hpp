#pragma once
// The names in a line that credits an article.

#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus::scraped {

/// The authors that a line names, as printed, without "Par", "Propos recueillis par", places and
/// functions; none where the line is not a byline. With `beside_date` a bare name is one too.
enum class BylinePlace { anywhere, beside_date };
[[nodiscard]] std::vector<std::string> authors_in(std::string_view line, BylinePlace place);

}  // namespace kiosque::corpus::scraped
