#pragma once
// Cells of a table that a spreadsheet would compute. A text that begins with = + - or @ is a
// formula to it, and one from a stranger may call programs ("CSV injection"). An apostrophe in
// front is what spreadsheets mark a text with (OWASP, "CSV Injection").

#include <string>
#include <string_view>

namespace kiosque::support {

/// Whether behind apostrophes and white space there is what begins a formula, in ASCII or full
/// width.
inline bool may_be_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of("' \t\r\n");
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at);
  if (std::string_view("=+-@").find(text.front()) != std::string_view::npos) return true;
  return text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") ||
         text.starts_with("＠");
}

/// With the apostrophe, where it is needed.
inline std::string harmless_cell(std::string_view text) {
  return (may_be_formula(text) ? "'" : "") + std::string(text);
}

/// Undoes `harmless_cell`.
inline std::string_view without_mark(std::string_view cell) {
  if (cell.starts_with('\'') && may_be_formula(cell)) cell.remove_prefix(1);
  return cell;
}

}  // namespace kiosque::support
