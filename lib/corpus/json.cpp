#include "corpus/json.hpp"

#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "corpus/date.hpp"
#include "corpus/scraped_names.hpp"
#include "support/text.hpp"

namespace kiosque {
namespace corpus {
namespace {

using nlohmann::json;
using Names = std::initializer_list<const char*>;

// Each member's names, the best first: the first that holds something is taken.
constexpr Names kId = {"id"};
constexpr Names kTitle = {"title", "headline"};
constexpr Names kLead = {"lead", "chapo", "summary", "heading", "description"};
constexpr Names kBody = {"body", "maintext", "text", "content", "article"};
constexpr Names kPublished = {"published",      "date_publish",   "datePublished",
                              "published_time", "date_published", "date"};
constexpr Names kModified = {"modified", "date_modify", "dateModified", "modified_time", "updated"};
constexpr Names kSection = {"section", "rubrique", "category"};
constexpr Names kTags = {"tags", "keywords"};
constexpr Names kAuthors = {"authors", "author", "byline"};
constexpr Names kSource = {"source", "sitename", "source_domain"};
constexpr Names kUrl = {"url", "link"};
constexpr Names kLanguage = {"language"};

// A text, a number, or an object with a name (as JSON-LD has them).
std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_object()) {
    if (const auto name = value.find("name"); name != value.end() && name->is_string()) {
      return name->get<std::string>();
    }
  }
  return {};
}

std::string first_text(const json& object, const Names& names) {
  for (const char* const name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    const json& value = found->is_array() && found->size() == 1 ? found->front() : *found;
    std::string text = text_of(value);
    if (!support::trim(text).empty()) return std::string(support::trim(text));
  }
  return {};
}

// A list, or one text; a text is split at its commas or semicolons.
std::vector<std::string> first_list(const json& object, const Names& names) {
  for (const char* const name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    std::vector<std::string> list;
    const auto add = [&](std::string_view item) {
      item = support::trim(item);
      if (!item.empty()) list.emplace_back(item);
    };
    if (found->is_array()) {
      for (const auto& item : *found) add(text_of(item));
    } else {
      const std::string whole = text_of(*found);
      std::string_view rest = whole;
      const char separator = rest.find(';') == std::string_view::npos ? ',' : ';';
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(separator), rest.size());
        add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    if (!list.empty()) return list;
  }
  return {};
}

// "Anne Legrand et Paul Roux" in one text.
std::vector<std::string> each_person(std::vector<std::string> authors) {
  if (authors.size() != 1) return authors;
  constexpr std::string_view kAnd = " et ";
  const std::size_t at = authors[0].find(kAnd);
  if (at == std::string::npos) return authors;
  const std::string first = authors[0].substr(0, at);
  const std::string second = authors[0].substr(at + kAnd.size());
  if (!scraped::is_person(first) || !scraped::is_person(second)) return authors;
  return {first, second};
}

std::string first_date(const json& object, const Names& names, std::vector<JsonNotice>& notices) {
  std::string refused;
  for (const char* const name : names) {
    const std::string text = first_text(object, {name});
    if (text.empty()) continue;
    if (const auto date = parse_date(text)) return *date;
    if (refused.empty()) {
      refused = fmt::format("\"{}\" is no date in \"{}\": the article is kept without it.",
                            support::cut_utf8(text, 80), name);
    }
  }
  if (!refused.empty()) {
    notices.push_back({refused, "Write it as YYYY-MM-DD, or as 2022-04-24T18:05:00+02:00."});
  }
  return {};
}

// Texts, numbers, yes or no; a list has one each.
void add_own(const std::string& name, const json& value, Article& article) {
  const auto add = [&](const json& one) {
    std::string text = one.is_boolean() ? one.dump() : text_of(one);
    if (!support::trim(text).empty()) article.fields[name].push_back(std::move(text));
  };
  if (!value.is_array()) return add(value);
  for (const auto& one : value) add(one);
}

// What stands in an object `fields`, then what bears an own field's name.
void read_own(const json& object, std::span<const std::string> own, Article& article) {
  if (const auto fields = object.find("fields"); fields != object.end() && fields->is_object()) {
    for (const auto& [name, value] : fields->items()) add_own(name, value, article);
  }
  for (const std::string& name : own) {
    const auto found = object.find(name);
    if (found != object.end() && !article.fields.contains(name)) add_own(name, *found, article);
  }
}

std::variant<JsonArticle, JsonProblem> article_from_object(const json& object,
                                                           std::span<const std::string> own) {
  JsonArticle result;
  Article& article = result.article;
  article.id = first_text(object, kId);
  article.title = first_text(object, kTitle);
  article.lead = first_text(object, kLead);
  article.body = first_text(object, kBody);
  article.published = first_date(object, kPublished, result.notices);
  article.modified = first_date(object, kModified, result.notices);
  article.section = first_text(object, kSection);
  article.tags = first_list(object, kTags);
  article.authors = each_person(first_list(object, kAuthors));
  article.source = first_text(object, kSource);
  article.url = first_text(object, kUrl);
  article.language = first_text(object, kLanguage);
  read_own(object, own, article);
  if (article.title.empty() && article.body.empty()) {
    return JsonProblem{"empty", "an article without title and without body.",
                       "Give it \"title\" or \"body\" (or \"headline\", \"text\", \"content\")."};
  }
  return result;
}

}  // namespace

bool is_json_name(std::string_view name) {
  const std::string wanted = support::lower_ascii(name);
  for (const Names& names : {kId, kTitle, kLead, kBody, kPublished, kModified, kSection, kTags,
                             kAuthors, kSource, kUrl, kLanguage}) {
    for (const char* const known : names) {
      if (support::lower_ascii(known) == wanted) return true;
    }
  }
  return false;
}

std::variant<JsonArticle, JsonProblem> article_from_members(
    const std::vector<std::pair<std::string, std::string>>& members,
    std::span<const std::string> own) {
  json object = json::object();
  for (const auto& [name, value] : members) {
    std::string key = support::lower_ascii(name);
    for (const char* const spelled : {"datePublished", "dateModified"}) {
      if (key == support::lower_ascii(spelled)) key = spelled;
    }
    object[key] = value;
  }
  return article_from_object(object, own);
}

std::variant<JsonArticle, JsonProblem> article_from_json(std::string_view text,
                                                         std::span<const std::string> own) {
  json object;
  try {
    object = json::parse(text);
  } catch (const json::out_of_range&) {
    return JsonProblem{"json", "a number that no program can hold.",
                       "Write it as a text, in quotes."};
  } catch (const json::parse_error& error) {
    return JsonProblem{"json", fmt::format("not valid JSON at byte {} of the line.", error.byte),
                       error.byte > text.size()
                           ? "The line seems to be cut off: export it again."
                           : "Write one JSON object a line, as `jq -c .` does."};
  }
  if (!object.is_object()) {
    return JsonProblem{"not_object", "a JSON value that is no object.",
                       "Write one object a line; `jq -c '.[]'` makes lines of an array."};
  }
  return article_from_object(object, own);
}

}  // namespace corpus

std::string to_json(const Article& article) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
  };
  const auto list = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) object[name] = values;
  };
  text("id", article.id);
  text("title", article.title);
  text("lead", article.lead);
  text("body", article.body);
  text("published", article.published);
  text("modified", article.modified);
  text("section", article.section);
  list("tags", article.tags);
  list("authors", article.authors);
  text("source", article.source);
  text("url", article.url);
  text("language", article.language);
  if (!article.fields.empty()) object["fields"] = article.fields;
  // Invalid UTF-8 can only come from a caller's own Article: it is replaced, not thrown.
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace kiosque
