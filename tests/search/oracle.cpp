#include "search/oracle.hpp"

#include <algorithm>
#include <optional>

#include "analysis/characters.hpp"
#include "support/zone.hpp"

namespace kiosque::testing {
namespace {

using Texts = std::vector<std::vector<Token>>;  // title, lead, body

Texts texts_of(const Article& article, const std::string& field) {
  if (field == "title") return {analyze(article.title)};
  if (field == "lead") return {analyze(article.lead)};
  return {analyze(article.title), analyze(article.lead), analyze(article.body)};
}

bool has_word(const Texts& texts, const Token& word) {
  for (const auto& text : texts) {
    for (const auto& token : text) {
      if (token.stem == word.stem) return true;
    }
  }
  return false;
}

bool has_phrase(const Texts& texts, const std::vector<Token>& phrase) {
  for (const auto& text : texts) {
    for (std::size_t start = 0; start + phrase.size() <= text.size(); ++start) {
      bool all = true;
      for (std::size_t i = 0; i < phrase.size(); ++i)
        all = all && text[start + i].surface == phrase[i].surface;
      if (all) return true;
    }
  }
  return false;
}

std::string day_of(const Article& article) {
  const auto moment = support::parse_moment(article.published, support::home_zone());
  return moment ? support::to_iso(moment->day) : std::string();
}

bool within(const std::string& day, const DateRange& dates) {
  return !day.empty() && (dates.from.empty() || day >= dates.from) &&
         (dates.to.empty() || day <= dates.to);
}

std::vector<std::string> values_of(const Article& article, const std::string& field) {
  std::vector<std::string> values;
  if (field == "tag") values = article.tags;
  if (field == "author") values = article.authors;
  if (field == "section") values = {article.section};
  if (field == "source") values = {article.source};
  if (field == "language") values = {article.language};
  if (field == "id") return {article.id};
  const std::string day = day_of(article);
  if (field == "year") values = {day.substr(0, 4)};
  if (field == "month") values = {day.substr(0, 7)};
  if (field == "day") values = {day};
  std::erase(values, "");
  for (auto& value : values) value = analysis::fold_value(value);
  return values;
}

bool has_value(const Article& article, const std::string& field, const std::string& value) {
  const auto values = values_of(article, field);
  return std::find(values.begin(), values.end(),
                   field == "id" ? value : analysis::fold_value(value)) != values.end();
}

class Evaluation {
 public:
  Evaluation(const Article& article, Match match) : article_(article), match_(match) {}

  // Nothing: no clause asks anything.
  std::optional<bool> group(const std::vector<Clause>& clauses, bool top) const {
    bool must = true;
    bool has_must = false;
    bool should = false;
    bool has_should = false;
    bool filter = true;
    bool excluded = false;
    bool any = false;
    const bool all = top && match_ == Match::all;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Clause& clause = clauses[i];
      if (clause.kind == Clause::Kind::word && clause.occur == Occur::should) {
        // Plain words that stand together are read together, and count one by one.
        std::string run = clause.text;
        while (i + 1 < clauses.size() && clauses[i + 1].kind == Clause::Kind::word &&
               clauses[i + 1].occur == Occur::should && clauses[i + 1].field == clause.field) {
          run += " " + clauses[++i].text;
        }
        const Texts texts = texts_of(article_, clause.field);
        for (const Token& word : analyze(run)) {
          any = true;
          const bool found = has_word(texts, word);
          (all ? has_must : has_should) = true;
          if (all) must = must && found;
          if (!all) should = should || found;
        }
        continue;
      }
      const auto found = one(clause);
      if (!found) continue;
      any = true;
      switch (clause.occur) {
        case Occur::must:
          must = must && *found;
          has_must = true;
          break;
        case Occur::filter:
          filter = filter && *found;
          break;
        case Occur::must_not:
          excluded = excluded || *found;
          break;
        case Occur::should:
          (all ? has_must : has_should) = true;
          if (all) must = must && *found;
          if (!all) should = should || *found;
          break;
      }
    }
    if (!any) return {};
    return must && filter && !excluded && (has_must || !has_should || should);
  }

 private:
  std::optional<bool> one(const Clause& clause) const {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        const auto words = analyze(clause.text);
        if (words.empty()) return {};
        const Texts texts = texts_of(article_, clause.field);
        if (words.size() == 1 && clause.kind == Clause::Kind::word)
          return has_word(texts, words[0]);
        return has_phrase(texts, words);
      }
      case Clause::Kind::exact:
        return has_value(article_, clause.field, clause.text);
      case Clause::Kind::dates:
        return within(day_of(article_), clause.dates);
      case Clause::Kind::group:
        return group(clause.clauses, false);
    }
    return {};
  }

  const Article& article_;
  Match match_;
};

}  // namespace

Oracle::Oracle(std::vector<Article> articles) : articles_(std::move(articles)) {}

std::set<std::string> Oracle::search(const Query& query, const SearchOptions& options) const {
  std::set<std::string> ids;
  for (const Article& article : articles_) {
    if (!query.clauses.empty() &&
        !Evaluation(article, options.match).group(query.clauses, true).value_or(false))
      continue;
    std::map<std::string, bool> fields;
    for (const Filter& filter : options.filters) {
      fields[filter.field] = fields[filter.field] || has_value(article, filter.field, filter.value);
    }
    const bool kept =
        std::all_of(fields.begin(), fields.end(), [](const auto& field) { return field.second; });
    const bool dated = (options.dates.from.empty() && options.dates.to.empty()) ||
                       within(day_of(article), options.dates);
    if (kept && dated) ids.insert(article.id);
  }
  return ids;
}

OracleFacet Oracle::facet(const Query& query, SearchOptions options,
                          const std::string& field) const {
  std::erase_if(options.filters, [&](const Filter& filter) { return filter.field == field; });
  OracleFacet facet;
  const auto ids = search(query, options);
  for (const Article& article : articles_) {
    if (!ids.contains(article.id)) continue;
    const auto values = values_of(article, field);
    if (values.empty()) ++facet.missing;
    for (const auto& value : std::set<std::string>(values.begin(), values.end()))
      ++facet.counts[value];
  }
  return facet;
}

}  // namespace kiosque::testing
