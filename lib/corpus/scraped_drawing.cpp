#include "corpus/scraped_drawing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::scraped {
namespace {

constexpr std::size_t kMaxLines = 200'000;
constexpr std::size_t kLynxMargin = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// A byte of a word: ASCII letters and digits, and everything beyond ASCII.
bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::size_t wrap_width(const std::vector<Line>& lines) {
  // Wrapped text crowds against one right margin; whole lines are of all lengths.
  constexpr std::size_t kNarrowest = 50;
  constexpr std::size_t kWidest = 140;
  constexpr std::size_t kLongWord = 14;
  std::array<std::size_t, kWidest + 2> count{};
  for (const auto& line : lines) ++count[std::min(line.width, kWidest + 1)];
  std::size_t beyond = 0;
  std::size_t width = kWidest + 1;
  const std::size_t allowed = std::max<std::size_t>(2, lines.size() / 100);
  while (width > 0 && beyond + count[width] <= allowed) beyond += count[width--];
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t near = 0;
  std::size_t longer = 0;
  for (std::size_t w = width / 2; w <= width; ++w) {
    longer += count[w];
    if (w + kLongWord > width) near += count[w];
  }
  return near >= 4 && near * 4 >= longer ? width : 0;
}

bool has_reference(std::string_view text) {
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) return false;
  std::size_t at = open + 1;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at > open + 1 && at + 1 < text.size() && text[at] == ']' && is_word_byte(text[at + 1]);
}

bool has_joined_words(std::string_view text) {
  for (std::size_t at = text.find('_'); at != std::string_view::npos; at = text.find('_', at + 1)) {
    if (at > 0 && at + 1 < text.size() && is_word_byte(text[at - 1]) &&
        is_word_byte(text[at + 1])) {
      return true;
    }
  }
  return false;
}

std::size_t leading(std::string_view text, char c) {
  const std::size_t other = text.find_first_not_of(c);
  return other == std::string_view::npos ? text.size() : other;
}

std::string without(std::string_view text, std::string_view what) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(what, at), text.size());
    kept += text.substr(at, found - at);
    at = found + what.size();
  }
  return kept;
}

void underscores_to_blanks(std::string& text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = std::string_view{text}.substr(begin, end - begin);
    const bool address =
        word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos;
    if (!address) {
      std::replace(text.begin() + static_cast<std::ptrdiff_t>(begin),
                   text.begin() + static_cast<std::ptrdiff_t>(end), '_', ' ');
    }
    begin = end + 1;
  }
}

// "M^me", "1^er": lynx draws what is set high after a caret.
void drop_carets(std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool caret = text[at] == '^' && at > 0 && at + 1 < text.size() &&
                       is_word_byte(text[at - 1]) && is_word_byte(text[at + 1]);
    if (!caret) kept += text[at];
  }
  text = std::move(kept);
}

void drop_references(std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[') {
      std::size_t end = at + 1;
      while (end < text.size() && is_digit(text[end])) ++end;
      if (end > at + 1 && end < text.size() && text[end] == ']') {
        at = end + 1;
        continue;
      }
    }
    kept += text[at++];
  }
  text = std::move(kept);
}

// "[text](address)" is its text, "![text](address)" nothing.
std::string without_links(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    const std::size_t middle = text.find("](", std::min(open, text.size()));
    const std::size_t close = text.find(')', std::min(middle, text.size()));
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const bool picture = open > 0 && text[open - 1] == '!';
    kept += text.substr(0, picture ? open - 1 : open);
    if (!picture) kept += text.substr(open + 1, middle - open - 1);
    text.remove_prefix(close + 1);
  }
  kept += text;
  return kept;
}

}  // namespace

std::vector<Line> lines_of(std::string_view page) {
  std::vector<Line> lines;
  bool blank = true;
  while (!page.empty() && lines.size() < kMaxLines) {
    const std::size_t end = page.find_first_of("\n\r\f\v");
    const std::string_view raw = page.substr(0, end);
    page.remove_prefix(end == std::string_view::npos ? page.size() : end + 1);
    const std::string_view text = trimmed(raw);
    if (text.empty()) {
      blank = true;
      continue;
    }
    const auto indent = columns(raw.substr(0, static_cast<std::size_t>(text.data() - raw.data())));
    lines.push_back({text, indent, indent + columns(text), std::exchange(blank, false)});
  }
  return lines;
}

std::size_t heading_stars(std::string_view text) {
  const std::size_t stars = leading(text, '*');
  return stars >= 2 && stars <= 6 && stars < text.size() && text[stars] == ' ' ? stars : 0;
}

std::size_t heading_hashes(std::string_view text) {
  const std::size_t hashes = leading(text, '#');
  return hashes <= 6 && hashes < text.size() && text[hashes] == ' ' ? hashes : 0;
}

Drawing drawing_of(const std::vector<Line>& lines) {
  Drawing drawing{.wrapped_at = wrap_width(lines)};
  std::size_t set_in = 0;
  std::size_t buttons = 0;
  std::size_t joined = 0;
  std::size_t stars = 0;
  std::size_t references = 0;
  std::size_t links = 0;
  for (const auto& line : lines) {
    if (line.indent >= kLynxMargin) ++set_in;
    if (line.text.find("(BUTTON)") != std::string_view::npos) ++buttons;
    if (has_joined_words(line.text)) ++joined;
    if (heading_stars(line.text) > 0) ++stars;
    if (has_reference(line.text)) ++references;
    if (line.text.find("](") != std::string_view::npos) ++links;
  }
  constexpr std::size_t kEnough = 3;
  drawing.underscores = joined >= kEnough && (stars > 0 || joined * 10 > lines.size());
  drawing.margin = drawing.wrapped_at > 0 && !drawing.underscores &&
                   (set_in * 4 > lines.size() * 3 || (buttons > 0 && set_in * 2 > lines.size()));
  drawing.markdown = links >= kEnough;
  drawing.references = drawing.margin && references >= kEnough;
  return drawing;
}

std::string undrawn(std::string text, const Drawing& drawing) {
  if (drawing.underscores) underscores_to_blanks(text);
  if (drawing.references) drop_references(text);
  if (drawing.margin) {
    text = without(text, "(BUTTON)");
    drop_carets(text);
  }
  if (drawing.markdown) text = without(without_links(text), "**");
  return text;
}

}  // namespace kiosque::corpus::scraped
