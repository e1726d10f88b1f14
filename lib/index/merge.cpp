#include "index/merge.hpp"

#include <fmt/format.h>

#include <array>
#include <kiosque/error.hpp>
#include <unordered_set>
#include <utility>

#include "analysis/characters.hpp"
#include "corpus/identity.hpp"
#include "support/text.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

namespace kiosque::indexing {
namespace {

constexpr std::array kLines = {&Article::title, &Article::section, &Article::source};
constexpr std::array kWords = {&Article::published, &Article::modified, &Article::url,
                               &Article::language};
constexpr std::array kTexts = {&Article::lead, &Article::body};
constexpr std::array kLists = {&Article::tags, &Article::authors};

// One line: every run of white space and control characters is one space.
std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ') {
      space = true;
      continue;
    }
    if (space) line += ' ';
    space = false;
    line += c;
  }
  return std::string(support::trim(line));
}

void tidy_list(std::vector<std::string>& list) {
  std::vector<std::string> kept;
  std::unordered_set<std::string> keys;
  for (const auto& value : list) {
    std::string line = one_line(value);
    std::string key = analysis::fold_value(line);
    if (key.empty() || !keys.insert(std::move(key)).second) continue;
    kept.push_back(std::move(line));
  }
  list = std::move(kept);
}

void require_utf8(const Article& article, std::string_view name, std::string_view text) {
  if (support::invalid_utf8(text) == std::string_view::npos) return;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("the {} of article \"{}\" is not valid UTF-8: convert it first", name,
                          support::cut_utf8(article.id, 80)));
}

void require_date(const Article& article, std::string_view name, std::string_view text) {
  if (text.empty() || support::parse_moment(text, support::home_zone())) return;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("the {} of article \"{}\" is no ISO 8601 date: \"{}\"; give "
                          "YYYY-MM-DD, or an instant such as 2022-04-24T18:05:00+02:00",
                          name, support::cut_utf8(article.id, 80), support::cut_utf8(text, 80)));
}

// Names that come to the same share their values.
void tidy_fields(Article& article) {
  auto fields = std::exchange(article.fields, {});
  for (auto& [name, values] : fields) {
    require_utf8(article, "text", name);
    for (const auto& value : values) require_utf8(article, "text", value);
    auto& kept = article.fields[one_line(name)];
    kept.insert(kept.end(), values.begin(), values.end());
  }
  for (auto& [name, values] : article.fields) tidy_list(values);
  std::erase_if(article.fields,
                [](const auto& field) { return field.first.empty() || field.second.empty(); });
}

std::string_view without_ellipsis(std::string_view text) {
  for (const std::string_view ending : {"…", "...", "[…]", "[...]"}) {
    if (text.ends_with(ending)) text.remove_suffix(ending.size());
  }
  return support::trim(text);
}

// Whether `part` is the beginning of `whole`, and less than all of it.
bool opens(std::string_view part, std::string_view whole) {
  part = without_ellipsis(part);
  return part.size() < without_ellipsis(whole).size() && whole.starts_with(part);
}

bool is_later(const Article& stored, const Article& newcomer) {
  const auto& zone = support::home_zone();
  const auto before = support::parse_moment(stored.modified, zone);
  const auto after = support::parse_moment(newcomer.modified, zone);
  return !before || !after || after->epoch >= before->epoch;
}

}  // namespace

Article normalise(Article article) {
  require_utf8(article, "id", article.id);
  for (const auto line : kLines) {
    require_utf8(article, "text", article.*line);
    article.*line = one_line(article.*line);
  }
  for (const auto word : kWords) {
    require_utf8(article, "text", article.*word);
    article.*word = one_line(article.*word);
  }
  for (const auto text : kTexts) {
    require_utf8(article, "text", article.*text);
    article.*text = std::string(support::trim(article.*text));
  }
  for (const auto list : kLists) {
    for (const auto& value : article.*list) require_utf8(article, "text", value);
    tidy_list(article.*list);
  }
  tidy_fields(article);
  article.id = one_line(article.id);
  if (article.title.empty() && article.body.empty()) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("article \"{}\" has neither title nor body: give it one of them",
                            support::cut_utf8(article.id, 80)));
  }
  require_date(article, "publication date", article.published);
  require_date(article, "modification date", article.modified);
  if (article.id.empty()) article.id = derived_id(article);
  return article;
}

Article merge(const Article& stored, const Article& newcomer, OnDuplicate policy) {
  if (policy == OnDuplicate::replace) return newcomer;
  if (policy == OnDuplicate::keep) return stored;
  const bool later = is_later(stored, newcomer);
  Article merged = later ? newcomer : stored;
  const Article& other = later ? stored : newcomer;
  const auto fill = [&](auto member) {
    if ((merged.*member).empty()) merged.*member = other.*member;
  };
  for (const auto member : kLines) fill(member);
  for (const auto member : kWords) fill(member);
  for (const auto member : kTexts) fill(member);
  for (const auto member : kLists) fill(member);
  merged.fields.insert(other.fields.begin(), other.fields.end());
  // The same address with another tracking parameter is no change.
  if (corpus::normalise_url(merged.url) == corpus::normalise_url(stored.url))
    merged.url = stored.url;
  // A teaser of the text never replaces the text.
  if (opens(merged.body, other.body)) merged.body = other.body;
  return merged;
}

}  // namespace kiosque::indexing
