// Articles as the rows of a table (RFC 4180).

#include <kiosque/reading_list.hpp>
#include <string_view>
#include <vector>

#include "listing/values.hpp"
#include "support/spreadsheet.hpp"

namespace kiosque {
namespace listing {
namespace {

std::string quoted(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

// Beside what RFC 4180 asks for: other separators, since spreadsheets guess, and blanks at the
// ends, since readers drop them.
std::string cell_of(std::string_view value) {
  const std::string cell = support::harmless_cell(printable(value));
  const bool plain = cell.find_first_of("\",;|\t\r\n") == std::string::npos &&
                     !cell.starts_with(' ') && !cell.ends_with(' ');
  return plain ? cell : quoted(cell);
}

// Parted by semicolons; one at the end says so where a lone value has a comma.
std::string list_of(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    if (!list.empty()) list += "; ";
    for (const char c : value) list += c == ';' ? ',' : c;
  }
  if (list.find(',') != std::string::npos && list.find(';') == std::string::npos) list += ';';
  return list;
}

}  // namespace
}  // namespace listing

std::string csv_header(const ReadingListOptions& options) {
  const std::string header =
      "id,title,lead,published,modified,section,tags,authors,source,url,language";
  return header + (options.body ? ",body\r\n" : "\r\n");
}

std::string to_csv(const Article& article, const ReadingListOptions& options) {
  using listing::cell_of;
  std::string row = cell_of(listing::id_of(article));
  const auto add = [&row](std::string_view value) { row += ',' + cell_of(value); };
  add(article.title);
  add(article.lead);
  add(article.published);
  add(article.modified);
  add(article.section);
  add(listing::list_of(article.tags));
  add(listing::list_of(article.authors));
  add(article.source);
  add(article.url);
  add(article.language);
  if (options.body) add(article.body);
  return row + "\r\n";
}

}  // namespace kiosque
