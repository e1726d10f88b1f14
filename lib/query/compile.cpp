#include "query/compile.hpp"

#include <fmt/format.h>

#include <kiosque/error.hpp>
#include <map>

#include "analysis/rules.hpp"
#include "index/fields.hpp"
#include "query/unaccented.hpp"
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
  Compiler(const SearchOptions& options, const std::vector<Variant>& variants,
           analysis::Analyzer& analyzer)
      : match_(options.match), strict_(options.strict), analyzer_(analyzer) {
    for (const Variant& variant : variants) spellings_.emplace(variant.word, variant.variant);
  }

  Compiled run(const std::vector<Clause>& clauses, const Query& beside) {
    Compiled result;
    if (clauses.empty()) {
      result.matches = Query::MatchAll;
      return result;
    }
    Parts parts = read(clauses, true);
    if (!beside.empty() && parts.must.empty()) {
      parts.should.push_back(beside);
      scores_.push_back(beside);
    }
    result.matches = assemble(parts);
    const auto words = static_cast<double>(highlighted_.surfaces.size());
    for (const Query& form : forms_) {
      scores_.push_back(scaled(kFormWeight / (words * words), form));
    }
    if (!scores_.empty()) result.scores = combine(Query::OP_OR, scores_);
    if (strict_) only_words_ = false;
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
  // What was written as one word: a single one, or the parts of a compound (porteparole), which
  // have to stand side by side.
  struct Unit {
    Query query;                        // finds it in any form
    std::vector<Query> as_typed;        // its words, each as it is written (strict)
    std::vector<std::string> surfaces;  // terms, in order
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
        for (const Unit& unit : analyze(run, clause, true, !strict_)) {
          plain.push_back(unit.query);
          if (unit.surfaces.size() > 1) only_words_ = false;
          if (top && clause.field.empty()) {
            plain_words_.insert(plain_words_.end(), unit.surfaces.begin(), unit.surfaces.end());
          }
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
        const auto units = analyze(clause.text, clause, clause.occur != Occur::must_not);
        if (units.empty()) return {};
        if (units.size() == 1 && clause.kind == Clause::Kind::word) return units[0].query;
        return phrase(units);
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

  [[nodiscard]] Query phrase(const std::vector<Unit>& units) const {
    std::vector<std::string> surfaces;
    std::vector<Query> all;
    for (const Unit& unit : units) {
      surfaces.insert(surfaces.end(), unit.surfaces.begin(), unit.surfaces.end());
      all.insert(all.end(), unit.as_typed.begin(), unit.as_typed.end());
    }
    const auto size = static_cast<Xapian::termcount>(surfaces.size());
    all.emplace_back(Query::OP_PHRASE, surfaces.begin(), surfaces.end(), size);
    return all.size() == 1 ? all[0] : combine(Query::OP_AND, all);
  }

  // The words of a text in the clause's field; where they are wanted, they score and are
  // highlighted. In a hasty text, elided words may have lost their apostrophe.
  std::vector<Unit> analyze(std::string_view text, const Clause& clause, bool wanted,
                            bool hasty = false) {
    wanted = wanted && excluded_ == 0;
    const std::string_view prefix =
        clause.field.empty() ? std::string_view() : field_of(clause).prefix;
    std::vector<Unit> units;
    analyzer_.analyze(text, words_);
    const auto& list = words_.list();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto& word = list[i];
      if (word.alternative) {
        if (!units.empty() && !strict_) add_alternative(units.back(), word, prefix, wanted);
        continue;
      }
      const bool before_word = i + 1 < list.size() && list[i + 1].begin == word.end + 1;
      if (hasty && before_word &&
          analysis::lost_apostrophe(words_.surface(word), words_.surface(list[i + 1]))) {
        continue;
      }
      if (!word.joined) units.emplace_back();
      Unit& unit = units.back();
      unit.surfaces.push_back(indexing::surface_term(prefix, words_.surface(word)));
      if (strict_) {
        unit.as_typed.push_back(as_typed(word, prefix));
        unit.query = unit.surfaces.size() > 1 ? phrase({unit}) : unit.as_typed[0];
        if (wanted) score_as_typed(word, prefix);
      } else {
        Query by_stem = stem(word, prefix, wanted);
        unit.query = unit.surfaces.size() > 1 ? phrase({unit}) : std::move(by_stem);
      }
      if (!wanted) continue;
      const auto exact = words_.exact(word);
      if (strict_) {
        highlighted_.forms.emplace(exact.empty() ? words_.surface(word) : exact);
      } else {
        highlighted_.surfaces.emplace(words_.surface(word));
        highlighted_.stems.emplace(words_.stem(word));
      }
    }
    return units;
  }

  // toutes beside tous in "tou·te·s": either is meant.
  void add_alternative(Unit& unit, const analysis::Word& word, std::string_view prefix,
                       bool wanted) {
    if (unit.surfaces.size() > 1 || words_.stem(word) == last_stem_) return;
    const Query by_stem(indexing::stem_term(prefix, words_.stem(word)));
    unit.query = {Query::OP_OR, unit.query, by_stem};
    if (!wanted) return;
    scores_.push_back(by_stem);
    highlighted_.stems.emplace(words_.stem(word));
  }

  // The stem finds a word of French, the surface one of another language; both score.
  Query stem(const analysis::Word& word, std::string_view prefix, bool wanted) {
    const std::string surface(words_.surface(word));
    const Query by_stem(indexing::stem_term(prefix, words_.stem(word)));
    const Query by_surface(indexing::surface_term(prefix, surface));
    Query found(Query::OP_OR, by_stem, by_surface);
    last_stem_ = words_.stem(word);
    if (wanted) {
      scores_.push_back(by_stem);
      scores_.push_back(scaled(kSurfaceWeight, by_surface));
      if (const auto exact = words_.exact(word); !exact.empty() && prefix.empty()) {
        forms_.emplace_back(indexing::form_term(surface, exact));
      }
    }
    const auto [first, last] = spellings_.equal_range(surface);
    for (auto spelling = first; spelling != last; ++spelling) {
      const std::string other(analyzer_.stem(spelling->second));
      const Query by_variant(indexing::stem_term(prefix, other));
      found = {Query::OP_OR, found, by_variant};
      if (!wanted) continue;
      scores_.push_back(scaled(kVariantWeight, by_variant));
      highlighted_.stems.insert(other);
    }
    return found;
  }

  [[nodiscard]] Query as_typed(const analysis::Word& word, std::string_view prefix) const {
    const std::string surface(words_.surface(word));
    const auto exact = words_.exact(word);
    Query form = exact.empty() ? Query((new Unaccented(surface))->release())
                               : Query(indexing::form_term(surface, exact));
    if (prefix.empty()) return form;
    return {Query::OP_AND, Query(indexing::surface_term(prefix, surface)), form};
  }

  void score_as_typed(const analysis::Word& word, std::string_view prefix) {
    const std::string surface(words_.surface(word));
    const auto exact = words_.exact(word);
    scores_.emplace_back(exact.empty() || !prefix.empty() ? indexing::surface_term(prefix, surface)
                                                          : indexing::form_term(surface, exact));
  }

  Match match_;
  bool strict_;
  std::multimap<std::string, std::string> spellings_;  // of names, by the one typed
  analysis::Analyzer& analyzer_;
  analysis::Words words_;
  MatchWords highlighted_;
  std::vector<Query> scores_;
  std::vector<Query> forms_;  // with their accents
  std::vector<std::string> plain_words_;
  bool only_words_ = true;  // nothing but plain words, any of which may match, beside filters
  std::string last_stem_;
  int excluded_ = 0;  // excluded groups around what is being read
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

Compiled compile(const kiosque::Query& query, const SearchOptions& options,
                 analysis::Analyzer& analyzer, const Query& beside) {
  return Compiler(options, query.variants, analyzer).run(query.clauses, beside);
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
    support::require_day(iso);
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
