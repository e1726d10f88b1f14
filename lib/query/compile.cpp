#include "query/compile.hpp"

#include <fmt/format.h>

#include <kiosque/error.hpp>

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

class Compiler {
 public:
  Compiler(Match match, analysis::Analyzer& analyzer) : match_(match), analyzer_(analyzer) {}

  Compiled run(const std::vector<Clause>& clauses) {
    Compiled result;
    if (clauses.empty()) {
      result.matches = Query::MatchAll;
      return result;
    }
    const Parts parts = read(clauses, true);
    result.matches = assemble(parts);
    if (!scores_.empty()) result.scores = combine(Query::OP_OR, scores_);
    // Where plain words decide, whatever scores matches: the words need not be looked up twice.
    if (only_words_ && !result.scores.empty()) {
      result.direct = assemble(
          {.should = {result.scores}, .filters = parts.filters, .must_not = parts.must_not});
    }
    result.plain_words = std::move(plain_words_);
    result.words = std::move(highlighted_);
    return result;
  }

 private:
  // What a group asks for, without scores.
  struct Parts {
    std::vector<Query> must = {};
    std::vector<Query> should = {};
    std::vector<Query> filters = {};
    std::vector<Query> must_not = {};
  };
  struct Words {
    std::vector<Query> stems;
    std::vector<std::string> surfaces;
  };

  Parts read(const std::vector<Clause>& clauses, bool top) {
    Parts parts;
    auto& plain = top && match_ == Match::all ? parts.must : parts.should;
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
        const Words words = analyze(run, clause, true);
        plain.insert(plain.end(), words.stems.begin(), words.stems.end());
        if (top && clause.field.empty()) {
          plain_words_.insert(plain_words_.end(), words.surfaces.begin(), words.surfaces.end());
        }
        continue;
      }
      const Query query = one(clause);
      if (query.empty()) continue;
      switch (clause.occur) {
        case Occur::must:
          parts.must.push_back(query);
          break;
        case Occur::filter:
          parts.filters.push_back(query);
          break;
        case Occur::must_not:
          parts.must_not.push_back(query);
          break;
        case Occur::should:
          plain.push_back(query);
          only_words_ = false;
          break;
      }
    }
    if (!parts.must.empty()) only_words_ = false;
    return parts;
  }

  static Query assemble(const Parts& parts) {
    Query base;
    if (!parts.must.empty()) {
      base = combine(Query::OP_AND, parts.must);
    } else if (!parts.should.empty()) {
      base = combine(Query::OP_OR, parts.should);
    }
    if (!parts.filters.empty()) {
      const Query filter = combine(Query::OP_AND, parts.filters);
      base = base.empty() ? scaled(0, filter) : Query(Query::OP_FILTER, base, filter);
    }
    if (!parts.must_not.empty()) {
      if (base.empty()) base = scaled(0, Query::MatchAll);
      base = {Query::OP_AND_NOT, base, combine(Query::OP_OR, parts.must_not)};
    }
    return base;
  }

  Query one(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        const Words words = analyze(clause.text, clause, clause.occur != Occur::must_not);
        if (words.stems.empty()) return {};
        if (words.stems.size() == 1 && clause.kind == Clause::Kind::word) return words.stems[0];
        return {Query::OP_PHRASE, words.surfaces.begin(), words.surfaces.end(),
                static_cast<Xapian::termcount>(words.surfaces.size())};
      }
      case Clause::Kind::exact:
        return Query(indexing::exact_term(field_of(clause), clause.text));
      case Clause::Kind::dates:
        return compile_dates(clause.dates);
      case Clause::Kind::group:
        return group(clause);
    }
    return {};
  }

  // What stands in an excluded group neither scores nor shows.
  Query group(const Clause& clause) {
    if (clause.occur != Occur::must_not) return assemble(read(clause.clauses, false));
    ++excluded_;
    Query query = assemble(read(clause.clauses, false));
    --excluded_;
    return query;
  }

  static const indexing::Field& field_of(const Clause& clause) {
    const indexing::Field* const field = indexing::find_field(clause.field);
    if (field == nullptr) {
      throw Error(ErrorCode::invalid_argument,
                  fmt::format("there is no field \"{}\"", clause.field));
    }
    return *field;
  }

  // The words of a text in the clause's field; where they are wanted, they score and are
  // highlighted.
  Words analyze(std::string_view text, const Clause& clause, bool wanted) {
    const std::string_view prefix =
        clause.field.empty() ? std::string_view() : field_of(clause).prefix;
    Words result;
    analyzer_.analyze(text, words_);
    for (const auto& word : words_.list()) {
      const auto surface = words_.surface(word);
      const auto stem = words_.stem(word);
      const Query by_stem(indexing::stem_term(prefix, stem));
      // Whatever holds the surface holds its stem: the stem finds, both score.
      result.stems.push_back(by_stem);
      result.surfaces.push_back(indexing::surface_term(prefix, surface));
      if (!wanted || excluded_ > 0) continue;
      scores_.push_back(by_stem);
      scores_.push_back(scaled(kSurfaceWeight, Query(result.surfaces.back())));
      highlighted_.surfaces.emplace(surface);
      highlighted_.stems.emplace(stem);
    }
    return result;
  }

  Match match_;
  analysis::Analyzer& analyzer_;
  analysis::Words words_;
  MatchWords highlighted_;
  std::vector<Query> scores_;
  std::vector<std::string> plain_words_;
  bool only_words_ = true;  // nothing but plain words, any of which may match, beside filters
  int excluded_ = 0;        // excluded groups around what is being read
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
