// CSL-JSON, the input of citation processors (Citation Style Language 1.0.2).

#include <kiosque/reading_list.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "listing/person_name.hpp"
#include "listing/values.hpp"

namespace kiosque {
namespace listing {
namespace {

using Json = nlohmann::ordered_json;

Json author_of(const std::string& author) {
  if (const auto person = person_name(author))
    return {{"family", one_line(person->family)}, {"given", one_line(person->given)}};
  return {{"literal", one_line(author)}};
}

std::string keywords_of(const std::vector<std::string>& tags) {
  std::string keywords;
  for (const std::string& tag : tags) keywords += (keywords.empty() ? "" : "; ") + one_line(tag);
  return keywords;
}

}  // namespace
}  // namespace listing

std::string to_csl_json(const Article& article, const ReadingListOptions& options) {
  using listing::Json;
  Json item = {{"id", listing::one_line(listing::id_of(article))}, {"type", "article-newspaper"}};
  const auto add = [&item](const char* name, std::string_view value) {
    const std::string text = listing::one_line(value);
    if (!text.empty()) item[name] = text;
  };
  add("title", article.title);
  if (!article.authors.empty()) {
    Json& authors = item["author"] = Json::array();
    for (const std::string& author : article.authors) authors.push_back(listing::author_of(author));
  }
  add("container-title", article.source);
  add("section", article.section);
  if (const auto day = listing::day_of(article)) {
    item["issued"]["date-parts"] = Json::array(
        {Json::array({static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                      static_cast<unsigned>(day->day())})});
  }
  add("abstract", article.lead);
  add("keyword", listing::keywords_of(article.tags));
  add("language", article.language);
  add("URL", article.url);
  add("note", options.note);
  return item.dump();
}

}  // namespace kiosque
