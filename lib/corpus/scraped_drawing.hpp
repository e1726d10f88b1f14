#pragma once
// How a tool drew a page as text (wrapped lines, margins, marks for links and headings), and how
// that is undone.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus::scraped {

/// A line that is not blank.
struct Line {
  std::string_view text = {};  // trimmed
  std::size_t indent = 0;      // columns before it
  std::size_t width = 0;       // columns, the indent included
  bool blank_before = false;
};

/// The lines of a page, up to a bound far beyond any article.
[[nodiscard]] std::vector<Line> lines_of(std::string_view page);

struct Drawing {
  std::size_t wrapped_at = 0;  ///< columns; 0: lines are whole
  bool underscores = false;    ///< html2text: links with _ for blanks, headings between stars
  bool margin = false;         ///< lynx: text is set in, headings are not
  bool references = false;     ///< lynx: [12] before each link
  bool markdown = false;       ///< links as [text](address), ** around what is bold
};

[[nodiscard]] Drawing drawing_of(const std::vector<Line>& lines);

/// The text of a block without the marks of its drawing.
[[nodiscard]] std::string undrawn(std::string text, const Drawing& drawing);

/// How many stars html2text put before a heading, or 0.
[[nodiscard]] std::size_t heading_stars(std::string_view text);

/// The level of a Markdown heading, or 0.
[[nodiscard]] std::size_t heading_hashes(std::string_view text);

}  // namespace kiosque::corpus::scraped
