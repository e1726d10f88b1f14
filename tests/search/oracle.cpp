#include "search/oracle.hpp"

#include <algorithm>
#include <optional>

#include "analysis/characters.hpp"
#include "analysis/sentences.hpp"
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

// From the first to the last word, in one of the texts.
struct Stretch {
  std::size_t text = 0;
  std::size_t first = 0;
  std::size_t last = 0;

  auto operator<=>(const Stretch&) const = default;
};
using Stretches = std::set<Stretch>;

// The distance table in full: Damerau's, as restricted by optimal string alignment.
std::size_t edits_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

bool is_like(const std::string& typed, const std::string& word) {
  const auto is_of_letters = [](const std::string& text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  };
  return typed == word || (is_of_letters(typed) && is_of_letters(word) &&
                           edits_between(typed, word) <= (typed.size() >= 8 ? 2U : 1U));
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
  Evaluation(const Article& article, Match match) : article_(article), match_(match) {
    for (const auto* text : {&article.title, &article.lead, &article.body}) {
      raw_.push_back(*text);
      texts_.push_back(analyze(*text));
    }
  }

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
               clauses[i + 1].occur == Occur::should && clauses[i + 1].field == clause.field &&
               clauses[i + 1].weight == clause.weight) {
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
      case Clause::Kind::quorum: {
        std::size_t asked = 0;
        std::size_t have = 0;
        for (const Clause& inner : clause.clauses) {
          const auto found = one(inner);
          if (!found) continue;
          ++asked;
          have += *found ? 1 : 0;
        }
        if (asked == 0) return {};
        return have >= std::min(clause.count, asked);
      }
      case Clause::Kind::verbatim:
        return has_verbatim(clause);
      case Clause::Kind::prefix:
        if (clause.field != "title" && clause.field != "lead" && !clause.field.empty() &&
            clause.field != "body") {
          const auto values = values_of(article_, clause.field);
          return std::any_of(values.begin(), values.end(), [&](const auto& value) {
            return value.starts_with(analysis::fold_value(clause.text));
          });
        }
        return !stretches(clause).empty();
      default:
        return !stretches(clause).empty();
    }
  }

  // Where it stands.
  Stretches stretches(const Clause& clause) const {
    Stretches found;
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase:
        return of_words(clause, [&](const Token& asked, const Token& token, bool) {
          return clause.kind == Clause::Kind::word && analyze(clause.text).size() == 1
                     ? token.stem == asked.stem
                     : token.surface == asked.surface;
        });
      case Clause::Kind::prefix:
        return of_words(clause, [](const Token& asked, const Token& token, bool last) {
          return last ? token.surface.starts_with(asked.surface) : token.stem == asked.stem;
        });
      case Clause::Kind::similar:
        return of_words(clause, [](const Token& asked, const Token& token, bool) {
          return is_like(asked.surface, token.surface);
        });
      case Clause::Kind::group:
        for (const Clause& inner : clause.clauses) found.merge(stretches(inner));
        return found;
      case Clause::Kind::frequent:
        found = stretches(clause.clauses.front());
        if (found.size() < clause.count) found.clear();
        return found;
      case Clause::Kind::near:
      case Clause::Kind::ordered:
        return chain(clause);
      default:
        return together(clause);
    }
  }

  template <typename Is>
  Stretches of_words(const Clause& clause, Is&& is) const {
    Stretches found;
    const auto asked = analyze(clause.text);
    for (std::size_t text = 0; text < texts_.size() && !asked.empty(); ++text) {
      if ((clause.field == "title" && text != 0) || (clause.field == "lead" && text != 1)) continue;
      const auto& tokens = texts_[text];
      for (std::size_t at = 0; at + asked.size() <= tokens.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < asked.size(); ++i)
          all = all && is(asked[i], tokens[at + i], i + 1 == asked.size());
        if (all) found.insert({text, at, at + asked.size() - 1});
      }
    }
    return found;
  }

  Stretches chain(const Clause& clause) const {
    Stretches chained = stretches(clause.clauses.front());
    for (std::size_t i = 1; i < clause.clauses.size(); ++i) {
      Stretches longer;
      for (const Stretch& a : chained) {
        for (const Stretch& b : stretches(clause.clauses[i])) {
          if (a.text != b.text) continue;
          const bool behind = b.first > a.last && b.first - a.last <= clause.count;
          const bool before = a.first > b.last && a.first - b.last <= clause.count;
          if (behind || (before && clause.kind == Clause::Kind::near))
            longer.insert({a.text, std::min(a.first, b.first), std::max(a.last, b.last)});
        }
      }
      chained = longer;
    }
    return chained;
  }

  // The number of the sentence or paragraph that a word of a text is in.
  std::size_t unit_of(std::size_t text, std::size_t word, bool paragraphs) const {
    const std::string& raw = raw_[text];
    std::size_t unit = 0;
    for (const std::size_t start : analysis::sentence_starts(raw)) {
      const bool paragraph = start == 0 || raw[start - 1] == '\n' ||
                             raw.find_last_not_of(" \t\r", start - 1) == std::string::npos ||
                             raw[raw.find_last_not_of(" \t\r", start - 1)] == '\n';
      if (start <= texts_[text][word].begin && (paragraph || !paragraphs)) ++unit;
    }
    return unit;
  }

  Stretches together(const Clause& clause) const {
    const bool paragraphs = clause.kind == Clause::Kind::paragraph;
    std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, Stretch>> units;
    for (std::size_t i = 0; i < clause.clauses.size(); ++i) {
      for (const Stretch& one : stretches(clause.clauses[i])) {
        const std::size_t unit = unit_of(one.text, one.first, paragraphs);
        if (unit_of(one.text, one.last, paragraphs) != unit) continue;
        auto& [have, hull] = units[{one.text, unit}];
        if (have < i) continue;
        hull = have == 0 ? one
                         : Stretch{one.text, std::min(hull.first, one.first),
                                   std::max(hull.last, one.last)};
        have = i + 1;
      }
    }
    Stretches found;
    for (const auto& [where, unit] : units) {
      if (unit.first == clause.clauses.size()) found.insert(unit.second);
    }
    return found;
  }

  // Whole words of the text, byte by byte.
  bool has_verbatim(const Clause& clause) const {
    const auto plain = [](std::string text) {
      for (auto at = text.find("’"); at != std::string::npos; at = text.find("’"))
        text.replace(at, 3, "'");
      return text;
    };
    const std::string typed = plain(clause.text);
    const auto is_word = [](char byte) {
      return byte < 0 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
             (byte >= 'A' && byte <= 'Z');
    };
    for (std::size_t i = 0; i < raw_.size(); ++i) {
      if ((clause.field == "title" && i != 0) || (clause.field == "lead" && i != 1)) continue;
      const std::string text = plain(raw_[i]);
      for (auto at = text.find(typed); at != std::string::npos; at = text.find(typed, at + 1)) {
        const std::size_t end = at + typed.size();
        if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end])))
          return true;
      }
    }
    return false;
  }

  const Article& article_;
  Match match_;
  std::vector<std::string> raw_;
  Texts texts_;
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
