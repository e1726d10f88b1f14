// RIS: a line for each value, each with a tag of two letters.

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/reading_list.hpp>
#include <string_view>

#include "listing/person_name.hpp"
#include "listing/values.hpp"

namespace kiosque {
namespace listing {
namespace {

void add(std::string& reference, std::string_view tag, std::string_view value) {
  const std::string line = one_line(value);
  if (!line.empty()) reference += fmt::format("{}  - {}\r\n", tag, line);
}

// A comma would part a family name from a given one.
std::string author_of(const std::string& author) {
  if (const auto person = person_name(author)) return person->family + ", " + person->given;
  std::string whole = author;
  std::replace(whole.begin(), whole.end(), ',', ' ');
  return whole;
}

// Zotero parts keywords at semicolons.
std::string keyword_of(std::string tag) {
  std::replace(tag.begin(), tag.end(), ';', ',');
  return tag;
}

}  // namespace
}  // namespace listing

std::string to_ris(const Article& article, const ReadingListOptions& options) {
  using listing::add;
  std::string reference = "TY  - NEWS\r\n";
  add(reference, "ID", listing::id_of(article));
  add(reference, "TI", article.title);
  for (const std::string& author : article.authors)
    add(reference, "AU", listing::author_of(author));
  // JO, an abbreviation in newer readers, would come twice.
  add(reference, "T2", article.source);
  add(reference, "SE", article.section);
  if (const auto day = listing::day_of(article)) {
    const int year = static_cast<int>(day->year());
    add(reference, "PY", fmt::format("{:04}", year));
    add(reference, "DA",
        fmt::format("{:04}/{:02}/{:02}", year, static_cast<unsigned>(day->month()),
                    static_cast<unsigned>(day->day())));
  }
  add(reference, "AB", article.lead);
  for (const std::string& tag : article.tags) add(reference, "KW", listing::keyword_of(tag));
  add(reference, "LA", article.language);
  add(reference, "UR", article.url);
  add(reference, "N1", options.note);
  return reference + "ER  - \r\n\r\n";
}

}  // namespace kiosque
