#include "text_layout.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace command {
namespace {

/// A character as it is printed.
struct Cell {
  std::string_view bytes;  // " " for white space and control characters, "" for what is left out
  std::size_t width;
  bool space;
  bool match;
};

struct CodePoint {
  char32_t value;
  std::size_t length;  // bytes taken; invalid ones are taken one at a time, as U+FFFD
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {0xFFFD, 1};
  char32_t value = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {0xFFFD, 1};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, length};
}

using Range = std::pair<char32_t, char32_t>;

template <std::size_t n>
bool within(char32_t c, const std::array<Range, n>& ranges) {
  for (const auto& [first, last] : ranges)
    if (c >= first && c <= last) return true;
  return false;
}

// Enough of Unicode for the press: combining marks, ideographs and pictures.
constexpr std::array<Range, 4> combining{
    {{0x300, 0x36F}, {0x200D, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 8> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0x303E},
                                     {0x3041, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0x1F300, 0x1FAFF}}};
// Soft hyphens, zero-width spaces and marks that turn the direction of writing.
constexpr std::array<Range, 6> left_out{{{0xAD, 0xAD},
                                         {0x200B, 0x200C},
                                         {0x200E, 0x200F},
                                         {0x202A, 0x202E},
                                         {0x2060, 0x2069},
                                         {0xFEFF, 0xFEFF}}};

Cell cell_of(std::string_view text, std::size_t at, const CodePoint& point) {
  const char32_t c = point.value;
  if (c <= 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
    return {" ", 1, true, false};
  if (within(c, left_out)) return {"", 0, false, false};
  if (c == 0xFFFD) return {"\uFFFD", 1, false, false};
  const std::size_t width = within(c, combining) ? 0 : within(c, wide) ? 2 : 1;
  return {text.substr(at, point.length), width, false, false};
}

std::vector<Cell> cells_of(std::string_view text, const std::vector<kiosque::Span>& spans) {
  std::vector<Cell> cells;
  auto span = spans.begin();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    Cell cell = cell_of(text, at, point);
    while (span != spans.end() && span->end <= at) ++span;
    cell.match = span != spans.end() && span->begin <= at;
    at += point.length;
    cells.push_back(cell);
  }
  return cells;
}

/// Runs of white space are one space, as in print.
void collapse(std::vector<Cell>& cells) {
  const auto both = [](const Cell& a, const Cell& b) { return a.space && b.space; };
  cells.erase(std::unique(cells.begin(), cells.end(), both), cells.end());
  if (!cells.empty() && cells.front().space) cells.erase(cells.begin());
  if (!cells.empty() && cells.back().space) cells.pop_back();
}

/// French keeps « and what follows, and : ; ? ! » and what precedes, on one line.
bool may_break_at(const std::vector<Cell>& cells, std::size_t space) {
  constexpr std::string_view tied = ":;?!»";
  if (space > 0 && cells[space - 1].bytes == "«") return false;
  return space + 1 >= cells.size() || cells[space + 1].bytes.empty() ||
         tied.find(cells[space + 1].bytes) == std::string_view::npos;
}

std::string rendered(const std::vector<Cell>& cells, std::size_t begin, std::size_t end,
                     const Highlight& highlight) {
  std::string line(highlight.base);
  bool match = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (cells[i].match != match) {
      match = cells[i].match;
      if (!match) line += highlight.reset;
      line += match ? highlight.match : highlight.base;
    }
    line += cells[i].bytes;
  }
  if (match || !highlight.base.empty()) line += highlight.reset;
  return line;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const Cell& cell : cells_of(text, {})) width += cell.width;
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  std::string line;
  std::size_t used = 0;
  const std::vector<Cell> cells = cells_of(text, {});
  std::size_t total = 0;
  for (const Cell& cell : cells) total += cell.width;
  for (const Cell& cell : cells) {
    if (total > width && used + cell.width + 1 > width) return line + "…";
    line += cell.bytes;
    used += cell.width;
  }
  return line;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string line = fitted(text, width);
  const std::size_t used = display_width(line);
  return used < width ? line + std::string(width - used, ' ') : line;
}

std::vector<std::string> wrapped(std::string_view text, const std::vector<kiosque::Span>& spans,
                                 std::size_t width, const Highlight& highlight) {
  std::vector<Cell> cells = cells_of(text, spans);
  collapse(cells);
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < cells.size()) {
    std::size_t end = begin;
    std::size_t used = 0;
    std::size_t last_space = begin;
    while (end < cells.size() && used + cells[end].width <= width) {
      if (cells[end].space && may_break_at(cells, end)) last_space = end;
      used += cells[end++].width;
    }
    const bool at_break = end == cells.size() || (cells[end].space && may_break_at(cells, end));
    if (!at_break && last_space > begin) end = last_space;
    if (end == begin) ++end;  // a character wider than the line: always go on
    lines.push_back(rendered(cells, begin, end, highlight));
    begin = end;
    while (begin < cells.size() && cells[begin].space) ++begin;
  }
  return lines;
}

}  // namespace command
