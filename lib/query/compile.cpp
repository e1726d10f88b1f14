#include "query/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/error.hpp>
#include <map>

#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

using Xapian::Query;

Query scaled(double factor, const Query& query) {
  return {Query::OP_SCALE_WEIGHT, query, factor};
}

Query combine(Query::op op, const std::vector<Query>& queries) {
  return {op, queries.begin(), queries.end()};
}

// Plain words of one group, as terms. A word that comes twice counts twice.
struct Words {
  std::vector<Query> queries;  // one each, in order
  std::vector<std::string> surfaces;
  std::vector<std::string> stems;
};

class Compiler {
 public:
  Compiler(Match match, analysis::Analyzer& analyzer) : match_(match), analyzer_(analyzer) {}

  Compiled run(const std::vector<Clause>& clauses) {
    Compiled result;
    if (clauses.empty()) {
      result.query = result.matches = scaled(0, Query::MatchAll);
      return result;
    }
    scoring_ = false;
    result.matches = group(clauses, true);
    scoring_ = true;
    result.query = group(clauses, true);
    if (softened_) result.query = {Query::OP_FILTER, result.query, result.matches};
    result.plain_words = std::move(plain_words_);
    result.scored = scored_;
    result.words = std::move(highlighted_);
    return result;
  }

 private:
  Query group(const std::vector<Clause>& clauses, bool top) {
    std::vector<Query> must;
    std::vector<Query> should;
    std::vector<Query> filters;
    std::vector<Query> must_not;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Clause& clause = clauses[i];
      if (clause.kind == Clause::Kind::word && clause.occur == Occur::should) {
        // Neighbours are read together: the analyzer has rules that go beyond a space.
        std::string run = clause.text;
        while (i + 1 < clauses.size() && clauses[i + 1].kind == Clause::Kind::word &&
               clauses[i + 1].occur == Occur::should && clauses[i + 1].field == clause.field) {
          run += ' ';
          run += clauses[++i].text;
        }
        const Words words = analyze(run, prefix_of(clause));
        const bool all = top && match_ == Match::all;
        auto& list = all ? must : should;
        list.insert(list.end(), words.queries.begin(), words.queries.end());
        if (top && scoring_ && clause.field.empty()) {
          plain_words_.insert(plain_words_.end(), words.surfaces.begin(), words.surfaces.end());
        }
        continue;
      }
      const bool excluded = clause.occur == Occur::must_not;
      const Query query = one(clause, excluded);
      if (query.empty()) continue;
      switch (clause.occur) {
        case Occur::must:
          must.push_back(query);
          break;
        case Occur::filter:
          filters.push_back(query);
          break;
        case Occur::must_not:
          must_not.push_back(query);
          break;
        case Occur::should: {
          const bool all = top && match_ == Match::all;
          if (top && scoring_ && !all && clause.kind == Clause::Kind::phrase &&
              clauses.size() > 1) {
            soften(clause, should);
          } else {
            (all ? must : should).push_back(query);
          }
          break;
        }
      }
    }
    return assemble(must, should, filters, must_not);
  }

  [[nodiscard]] Query assemble(const std::vector<Query>& must, const std::vector<Query>& should,
                               const std::vector<Query>& filters,
                               const std::vector<Query>& must_not) const {
    Query base;
    if (!must.empty()) {
      base = combine(Query::OP_AND, must);
      if (scoring_ && !should.empty())
        base = {Query::OP_AND_MAYBE, base, combine(Query::OP_OR, should)};
    } else if (!should.empty()) {
      base = combine(Query::OP_OR, should);
    }
    if (!filters.empty()) {
      const Query filter = combine(Query::OP_AND, filters);
      base = base.empty() ? scaled(0, filter) : Query(Query::OP_FILTER, base, filter);
    }
    if (!must_not.empty()) {
      if (base.empty()) base = scaled(0, Query::MatchAll);
      base = {Query::OP_AND_NOT, base, combine(Query::OP_OR, must_not)};
    }
    return base;
  }

  Query one(const Clause& clause, bool excluded) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        const Words words = analyze(clause.text, prefix_of(clause), !excluded);
        if (words.queries.empty()) return {};
        if (words.queries.size() == 1 && clause.kind == Clause::Kind::word) return words.queries[0];
        return phrase(words.surfaces, words.surfaces.size());
      }
      case Clause::Kind::exact:
        return scaled(0, Query(indexing::exact_term(field_of(clause), clause.text)));
      case Clause::Kind::dates:
        return compile_dates(clause.dates);
      case Clause::Kind::group:
        return group(clause.clauses, false);
    }
    return {};
  }

  static Query phrase(const std::vector<std::string>& surfaces, std::size_t window) {
    return {Query::OP_PHRASE, surfaces.begin(), surfaces.end(),
            static_cast<Xapian::termcount>(window)};
  }

  static const indexing::Field& field_of(const Clause& clause) {
    const indexing::Field* const field = indexing::find_field(clause.field);
    if (field == nullptr) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("there is no field \"{}\"", clause.field));
    }
    return *field;
  }

  static std::string_view prefix_of(const Clause& clause) {
    return clause.field.empty() ? std::string_view() : field_of(clause).prefix;
  }

  Words analyze(std::string_view text, std::string_view prefix, bool highlight = true) {
    Words result;
    analyzer_.analyze(text, words_);
    for (const auto& word : words_.list()) {
      const auto surface = words_.surface(word);
      const auto stem = words_.stem(word);
      if (highlight) {
        highlighted_.surfaces.emplace(surface);
        highlighted_.stems.emplace(stem);
        scored_ = true;
      }
      result.surfaces.push_back(indexing::surface_term(prefix, surface));
      result.stems.push_back(indexing::stem_term(prefix, stem));
      // Whatever holds the surface holds its stem.
      const Query by_stem(result.stems.back());
      result.queries.push_back(
          scoring_
              ? Query(Query::OP_OR, by_stem, scaled(kSurfaceWeight, Query(result.surfaces.back())))
              : by_stem);
    }
    return result;
  }

  // Among other words, those of a phrase count one by one: a pasted headline holds quotations that
  // its article does not repeat to the letter, and looking up positions for the score alone costs
  // ten times the search. What matches stays what was asked for.
  void soften(const Clause& clause, std::vector<Query>& should) {
    const Words words = analyze(clause.text, prefix_of(clause));
    should.insert(should.end(), words.queries.begin(), words.queries.end());
    softened_ = true;
  }

  Match match_;
  analysis::Analyzer& analyzer_;
  analysis::Words words_;
  MatchWords highlighted_;
  std::vector<std::string> plain_words_;
  bool scoring_ = true;
  bool softened_ = false;  // the score alone would let in more than was asked for
  bool scored_ = false;
};

// Digits only: the term of a year, a month or a day.
Query period(const Filter& filter, char prefix, std::size_t digits) {
  std::string value = filter.value;
  std::erase(value, '-');
  if (value.size() != digits || value.find_first_not_of("0123456789") != std::string::npos) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no {}: write 2022, 2022-04 or 2022-04-24", filter.value,
                            filter.field));
  }
  return Query(prefix + value);
}

}  // namespace

Compiled compile(const kiosque::Query& query, Match match, analysis::Analyzer& analyzer) {
  return Compiler(match, analyzer).run(query.clauses);
}

Xapian::Query compile_filter(const Filter& filter) {
  if (filter.field == "year") return period(filter, 'Y', 4);
  if (filter.field == "month") return period(filter, 'M', 6);
  if (filter.field == "day") return period(filter, 'D', 8);
  const indexing::Field* const field = indexing::find_field(filter.field);
  if (field == nullptr || field->kind != indexing::FieldKind::exact) {
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("\"{}\" is no field to filter by: there are section, tag, author, source, "
                    "language, host, url, id, year, month and day",
                    filter.field));
  }
  return Query(indexing::exact_term(*field, filter.value));
}

Xapian::Query compile_dates(const DateRange& dates) {
  const auto compact = [](const std::string& iso) {
    if (!support::parse_iso_day(iso)) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("\"{}\" is no day: give YYYY-MM-DD", iso));
    }
    std::string day = iso;
    std::erase(day, '-');
    return day;
  };
  const std::string from = dates.from.empty() ? "0" : compact(dates.from);
  const std::string to = dates.to.empty() ? "9999999" : compact(dates.to);
  if (from > to) return Query::MatchNothing;
  return scaled(0, Query(Query::OP_VALUE_RANGE, indexing::kDaySlot, from, to));
}

}  // namespace kiosque::querying
