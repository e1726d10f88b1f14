#pragma once
// A piece of HTML that is all text: the content of a feed's entry.

#include <string>
#include <string_view>

namespace kiosque::corpus::html {

/// Its paragraphs, separated by blank lines, without captions, hidden parts and the lines that
/// feeds add ("Lire la suite", "L'article … est apparu en premier sur …"). Empty where the markup
/// is beyond the limits of Tree.
[[nodiscard]] std::string fragment_text(std::string_view markup);

}  // namespace kiosque::corpus::html
