#include "query/compile.hpp"

#include <algorithm>
#include <utility>

#include "index/fields.hpp"
#include "query/units.hpp"

namespace kiosque::querying {
namespace {

class Compiler {
 public:
  Compiler(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer,
           const indexing::FieldTable& fields)
      : match_(options.match),
        strict_(options.strict),
        fields_(fields),
        reader_(query, strict_, analyzer) {
    // A blank behind the last word ends it.
    if (options.typing && !query.clauses.empty() && is_plain(query.clauses.back()) &&
        query.clauses.back().end == query.text.size()) {
      unfinished_ = &query.clauses.back();
    }
  }

  Compiled run(const std::vector<Clause>& clauses, const std::vector<ScoredTerm>& beside) {
    Compiled result;
    if (clauses.empty()) {
      result.matches = everything();
      return result;
    }
    Parts parts = read(clauses, true);
    if (parts.must.empty()) {
      for (const ScoredTerm& scored : beside) {
        parts.should.push_back(term(scored.term));
        result.scores.push_back(scored);
      }
    }
    result.matches = assemble(std::move(parts));
    reader_.finish(result);
    result.plain_words = std::move(plain_words_);
    return result;
  }

 private:
  // What a group asks for, without scores.
  struct Parts {
    std::vector<Node> must = {};
    std::vector<Node> should = {};
    std::vector<Node> filters = {};
    std::vector<Node> must_not = {};
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
               clauses[i + 1].occur == Occur::should && clauses[i + 1].field == clause.field &&
               clauses[i + 1].weight == clause.weight) {
          run += ' ';
          run += clauses[++i].text;
        }
        const UnitReader::Weighing weighing(reader_, clause.weight);
        std::vector<Unit> units = reader_.read(run, clause, true, !strict_);
        if (&clauses[i] == unfinished_ && !units.empty())
          reader_.continue_typing(units.back(), run, clause);
        for (const Unit& unit : units) {
          plain.push_back(unit.query);
          if (top && clause.field.empty()) {
            plain_words_.insert(plain_words_.end(), unit.surfaces.begin(), unit.surfaces.end());
          }
        }
        continue;
      }
      Node query = one(clause);
      if (query.empty()) continue;
      switch (clause.occur) {
        case Occur::must:
          parts.must.push_back(std::move(query));
          break;
        case Occur::filter:
          parts.filters.push_back(std::move(query));
          break;
        case Occur::must_not:
          parts.must_not.push_back(std::move(query));
          break;
        case Occur::should:
          plain.push_back(std::move(query));
          break;
      }
    }
    return parts;
  }

  static bool is_plain(const Clause& clause) {
    return clause.kind == Clause::Kind::word && clause.occur == Occur::should;
  }

  static Node assemble(Parts parts) {
    std::vector<Node> all_of = std::move(parts.filters);
    if (!parts.must.empty()) {
      for (Node& must : parts.must) all_of.push_back(std::move(must));
    } else if (!parts.should.empty()) {
      all_of.push_back(any(std::move(parts.should)));
    }
    Node base = all(std::move(all_of));
    if (parts.must_not.empty()) return base;
    std::vector<Node> children;
    children.push_back(base.empty() ? everything() : std::move(base));
    for (Node& excluded : parts.must_not) children.push_back(std::move(excluded));
    return combine(Node::Kind::except, std::move(children));
  }

  Node one(const Clause& clause) {
    const UnitReader::Weighing weighing(reader_, clause.weight);
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        const auto units = reader_.read(clause.text, clause, clause.occur != Occur::must_not);
        if (units.empty()) return {};
        if (units.size() == 1 && clause.kind == Clause::Kind::word) return units[0].query;
        return phrase_of(units, clause);
      }
      case Clause::Kind::exact: {
        const indexing::Field& field = field_of(clause, fields_);
        return field.kind == indexing::FieldKind::number
                   ? compile_number(field, clause.text)
                   : term(indexing::exact_term(field, clause.text));
      }
      case Clause::Kind::dates: {
        const indexing::Field* const own = fields_.find(clause.field);
        return own != nullptr && own->kind == indexing::FieldKind::date
                   ? compile_dates(clause.dates, own->slot)
                   : compile_dates(clause.dates);
      }
      case Clause::Kind::group:
        return group(clause);
      case Clause::Kind::quorum: {
        Node node{.kind = Node::Kind::quorum, .count = clause.count};
        for (const Clause& child : clause.clauses) {
          // Of a word that the analyzer drops there is nothing to find.
          if (Node found = one(child); !found.empty()) node.children.push_back(std::move(found));
        }
        node.count = std::min(node.count, node.children.size());
        return node.children.empty() ? Node{} : node;
      }
      case Clause::Kind::verbatim:
        return reader_.verbatim(clause);
      case Clause::Kind::prefix:
        if (!clause.field.empty()) {
          const indexing::Field& field = field_of(clause, fields_);
          if (field.kind == indexing::FieldKind::exact) {
            return {.kind = Node::Kind::values, .term = indexing::exact_prefix(field, clause.text)};
          }
        }
        return places_of(clause);
      default:
        return places_of(clause);
    }
  }

  Node places_of(const Clause& clause) {
    const UnitReader::Excluding excluding(reader_, clause.occur == Occur::must_not);
    return places(clause);
  }

  // One of several that stand at places.
  Node at_places(const Clause& clause) {
    const UnitReader::Weighing weighing(reader_, clause.weight);
    return places(clause);
  }

  // What stands at places of a text.
  Node places(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        std::vector<Node> words;
        const auto units = reader_.read(clause.text, clause, true);
        for (const Unit& unit : units) words.insert(words.end(), unit.at.begin(), unit.at.end());
        if (words.empty()) return {};
        if (words.size() == 1 && clause.kind == Clause::Kind::word) return std::move(words.front());
        Node phrase{.kind = Node::Kind::phrase, .part = part_of(clause)};
        for (const Unit& unit : units) {
          phrase.words.insert(phrase.words.end(), unit.surfaces.begin(), unit.surfaces.end());
        }
        return phrase;
      }
      case Clause::Kind::prefix:
        return reader_.prefix(clause);
      case Clause::Kind::similar:
        return reader_.similar(clause);
      case Clause::Kind::group: {
        std::vector<Node> either;
        for (const Clause& child : clause.clauses) {
          if (Node node = at_places(child); !node.empty()) either.push_back(std::move(node));
        }
        return any(std::move(either));
      }
      default: {
        Node node{.kind = kind_of(clause.kind), .count = clause.count};
        for (const Clause& child : clause.clauses) {
          if (Node found = at_places(child); !found.empty())
            node.children.push_back(std::move(found));
        }
        if (node.children.empty()) return {};
        if (node.children.size() == 1 && node.kind != Node::Kind::frequent)
          return std::move(node.children.front());
        return node;
      }
    }
  }

  static Node::Kind kind_of(Clause::Kind kind) {
    switch (kind) {
      case Clause::Kind::near:
        return Node::Kind::near;
      case Clause::Kind::ordered:
        return Node::Kind::ordered;
      case Clause::Kind::sentence:
        return Node::Kind::sentence;
      case Clause::Kind::paragraph:
        return Node::Kind::paragraph;
      default:
        return Node::Kind::frequent;
    }
  }

  // What stands in an excluded group neither scores nor shows.
  Node group(const Clause& clause) {
    const UnitReader::Excluding excluding(reader_, clause.occur == Occur::must_not);
    return assemble(read(clause.clauses, false));
  }

  Match match_;
  bool strict_;
  const indexing::FieldTable& fields_;
  const Clause* unfinished_ = nullptr;  // whose last word is being typed
  UnitReader reader_;
  std::vector<std::string> plain_words_;
};

}  // namespace

Compiled compile(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer,
                 const std::vector<ScoredTerm>& beside, const indexing::FieldTable& fields) {
  return Compiler(query, options, analyzer, fields).run(query.clauses, beside);
}

}  // namespace kiosque::querying
