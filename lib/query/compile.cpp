#include "query/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/error.hpp>
#include <map>
#include <set>
#include <utility>

#include "analysis/rules.hpp"
#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::querying {
namespace {

class Compiler {
 public:
  Compiler(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer)
      : match_(options.match), strict_(options.strict), analyzer_(analyzer) {
    for (const Variant& variant : query.variants) spellings_.emplace(variant.word, variant.variant);
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
        scores_.push_back(scored);
      }
    }
    result.matches = assemble(std::move(parts));
    const auto words = static_cast<double>(surfaces_.size());
    for (ScoredTerm& form : forms_) {
      form.factor *= kFormWeight / (words * words);
      scores_.push_back(std::move(form));
    }
    result.scores = std::move(scores_);
    result.plain_words = std::move(plain_words_);
    highlighted_.prepare();
    result.words = std::move(highlighted_);
    words_at_.resize(result.words.terms().size());
    result.words_at = std::move(words_at_);
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
  // What was written as one word: a single one, or the parts of a compound (porteparole), which
  // have to stand side by side.
  struct Unit {
    Node query;                         // finds it in any form
    std::vector<Node> as_typed;         // its words, each as it is written (strict)
    std::vector<std::string> surfaces;  // folded, in order
    std::vector<Node> at;               // its words, each as what stands at a place
  };
  // Multiplies what scores by the weights of the clauses around it.
  class Weighing {
   public:
    Weighing(double& weight, double by) : weight_(weight), before_(weight) { weight_ *= by; }
    ~Weighing() { weight_ = before_; }
    Weighing(const Weighing&) = delete;
    Weighing& operator=(const Weighing&) = delete;

   private:
    double& weight_;
    double before_;
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
        const Weighing weighing(weight_, clause.weight);
        std::vector<Unit> units = analyze(run, clause, true, !strict_);
        if (&clauses[i] == unfinished_ && !units.empty())
          continue_typing(units.back(), run, clause);
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

  // The last word may go on: all that begin so are meant too.
  void continue_typing(Unit& unit, std::string_view run, const Clause& clause) {
    if (words_.list().back().end != run.size() || !clause.field.empty() || strict_) return;
    const std::string prefix = unit.surfaces.back();
    unit.surfaces.pop_back();  // its nearness tells nothing yet
    std::string all_so = prefix_term(prefix);
    unit.query = any({std::move(unit.query), term(all_so)});
    const std::size_t number =
        number_of(all_so, {.kind = Node::Kind::prefix, .words = {prefix}});
    highlighted_.add_prefix(prefix, number);
    score(std::move(all_so), kPrefixWeight, number);
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
    const Weighing weighing(weight_, clause.weight);
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        const auto units = analyze(clause.text, clause, clause.occur != Occur::must_not);
        if (units.empty()) return {};
        if (units.size() == 1 && clause.kind == Clause::Kind::word) return units[0].query;
        return phrase(units, clause);
      }
      case Clause::Kind::exact:
        return term(indexing::exact_term(field_of(clause), clause.text));
      case Clause::Kind::dates:
        return compile_dates(clause.dates);
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
        return verbatim(clause);
      case Clause::Kind::prefix:
        if (!clause.field.empty() && field_of(clause).kind == indexing::FieldKind::exact) {
          return {.kind = Node::Kind::values,
                  .term = indexing::exact_prefix(field_of(clause), clause.text)};
        }
        return places_of(clause);
      default:
        return places_of(clause);
    }
  }

  Node places_of(const Clause& clause) {
    const int excluded = clause.occur == Occur::must_not ? 1 : 0;
    excluded_ += excluded;
    Node node = places(clause);
    excluded_ -= excluded;
    return node;
  }

  // One of several that stand at places.
  Node at_places(const Clause& clause) {
    const Weighing weighing(weight_, clause.weight);
    return places(clause);
  }

  // What stands at places of a text.
  Node places(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::word:
      case Clause::Kind::phrase: {
        std::vector<Node> words;
        const auto units = analyze(clause.text, clause, true);
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
        return by_prefix(clause);
      case Clause::Kind::similar: {
        // Each word may be spelt otherwise.
        Node chain{.kind = Node::Kind::ordered, .count = 1};
        analyzer_.analyze(clause.text, words_);
        for (const auto& word : words_.list()) {
          if (word.alternative) continue;
          const std::string surface(words_.surface(word));
          Node node{.kind = Node::Kind::similar, .words = {surface}, .part = part_of(clause)};
          if (excluded_ == 0) {
            std::string like = similar_term(surface);
            const std::size_t number = number_of(like, node);
            highlighted_.add_similar(surface, number);
            score(std::move(like), 1, number);
          }
          chain.children.push_back(std::move(node));
        }
        return one_or_chain(std::move(chain));
      }
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

  static Node one_or_chain(Node chain) {
    if (chain.children.empty()) return {};
    return chain.children.size() == 1 ? std::move(chain.children.front()) : std::move(chain);
  }

  // Of porte-par* the last word is not finished, and the others stand right before it.
  Node by_prefix(const Clause& clause) {
    const std::vector<Unit> units = analyze(clause.text, clause, false);
    Node chain{.kind = Node::Kind::ordered, .count = 1};
    std::vector<std::string> surfaces;
    for (const Unit& unit : units) {
      chain.children.insert(chain.children.end(), unit.at.begin(), unit.at.end());
      surfaces.insert(surfaces.end(), unit.surfaces.begin(), unit.surfaces.end());
    }
    if (surfaces.empty()) return {};
    chain.children.back() = {
        .kind = Node::Kind::prefix, .words = {surfaces.back()}, .part = part_of(clause)};
    if (excluded_ == 0) {
      std::string all_so = prefix_term(surfaces.back());
      const std::size_t number = number_of(all_so, chain.children.back());
      highlighted_.add_prefix(surfaces.back(), number);
      score(std::move(all_so), 1, number);
      // The words before it are shown, but tell nothing by themselves.
      for (std::size_t i = 0; i + 1 < surfaces.size(); ++i) {
        highlighted_.add_surface(surfaces[i],
                                 number_of(indexing::surface_term({}, surfaces[i]),
                                           {.kind = Node::Kind::word, .words = {surfaces[i]}}));
      }
    }
    return one_or_chain(std::move(chain));
  }

  Node verbatim(const Clause& clause) {
    Node node{.kind = Node::Kind::verbatim, .term = clause.text, .part = part_of(clause)};
    analyzer_.analyze(clause.text, words_);
    for (const auto& word : words_.list()) {
      if (word.alternative) continue;
      node.words.emplace_back(words_.surface(word));
      if (excluded_ == 0 && clause.occur != Occur::must_not) score_as_typed(word);
    }
    return node.words.empty() ? Node{} : node;
  }

  // What stands in an excluded group neither scores nor shows.
  Node group(const Clause& clause) {
    if (clause.occur != Occur::must_not) return assemble(read(clause.clauses, false));
    ++excluded_;
    Node query = assemble(read(clause.clauses, false));
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

  // The text that a clause is about, where it is one alone.
  static std::optional<indexing::TextPart> part_of(const Clause& clause) {
    if (clause.field == "title") return indexing::TextPart::title;
    if (clause.field == "lead") return indexing::TextPart::lead;
    return {};
  }

  static Node phrase(const std::vector<Unit>& units, const Clause& clause) {
    Node side_by_side{.kind = Node::Kind::phrase};
    std::vector<Node> all_of;
    for (const Unit& unit : units) {
      side_by_side.words.insert(side_by_side.words.end(), unit.surfaces.begin(),
                                unit.surfaces.end());
      all_of.insert(all_of.end(), unit.as_typed.begin(), unit.as_typed.end());
    }
    side_by_side.part = part_of(clause);
    all_of.push_back(std::move(side_by_side));
    return all(std::move(all_of));
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
      unit.surfaces.emplace_back(words_.surface(word));
      unit.at.push_back(at_place(word, clause));
      if (strict_) {
        unit.as_typed.push_back(as_typed(word, clause));
        unit.query = unit.surfaces.size() > 1 ? phrase({unit}, clause) : unit.as_typed[0];
        if (wanted) score_as_typed(word);
      } else {
        Node by_stem = stem(word, prefix, wanted);
        unit.query = unit.surfaces.size() > 1 ? phrase({unit}, clause) : std::move(by_stem);
      }
    }
    return units;
  }

  // toutes beside tous in "tou·te·s": either is meant.
  void add_alternative(Unit& unit, const analysis::Word& word, std::string_view prefix,
                       bool wanted) {
    if (unit.surfaces.size() > 1 || words_.stem(word) == last_stem_) return;
    std::string by_stem = indexing::stem_term(prefix, words_.stem(word));
    unit.query = any({std::move(unit.query), term(by_stem)});
    if (!wanted) return;
    const std::size_t number =
        number_of(by_stem, {.kind = Node::Kind::word,
                            .term = std::string(words_.stem(word)),
                            .words = {std::string(words_.surface(word))}});
    highlighted_.add_stem(words_.stem(word), number);
    score(std::move(by_stem), 1, number);
  }

  // The stem finds a word of French, the surface one of another language; both score.
  Node stem(const analysis::Word& word, std::string_view prefix, bool wanted) {
    const std::string surface(words_.surface(word));
    std::vector<Node> found = {term(indexing::stem_term(prefix, words_.stem(word))),
                               term(indexing::surface_term(prefix, surface))};
    last_stem_ = words_.stem(word);
    const std::size_t number =
        wanted ? number_of(found[0].term,
                           {.kind = Node::Kind::word, .term = last_stem_, .words = {surface}})
               : 0;
    if (wanted) {
      surfaces_.insert(surface);
      highlighted_.add_surface(surface, number);
      highlighted_.add_stem(last_stem_, number);
      score(found[0].term, 1, number);
      score(found[1].term, kSurfaceWeight, number);
      if (const auto exact = words_.exact(word); !exact.empty() && prefix.empty()) {
        forms_.push_back({indexing::form_term(surface, exact), weight_, number});
      }
    }
    const auto [first, last] = spellings_.equal_range(surface);
    for (auto spelling = first; spelling != last; ++spelling) {
      const std::string other(analyzer_.stem(spelling->second));
      found.push_back(term(indexing::stem_term(prefix, other)));
      if (!wanted) continue;
      score(found.back().term, kVariantWeight, number);
      highlighted_.add_stem(other, number);
    }
    return any(std::move(found));
  }

  // With the other spellings of a name.
  [[nodiscard]] Node at_place(const analysis::Word& word, const Clause& clause) {
    const std::string surface(words_.surface(word));
    Node node{.kind = Node::Kind::word, .words = {surface}, .part = part_of(clause)};
    if (strict_) return node;
    node.term = words_.stem(word);
    std::vector<Node> spellings;
    const auto [first, last] = spellings_.equal_range(surface);
    for (auto spelling = first; spelling != last; ++spelling) {
      Node other = node;
      other.term = analyzer_.stem(spelling->second);
      other.words = {spelling->second};
      spellings.push_back(std::move(other));
    }
    if (spellings.empty()) return node;
    spellings.insert(spellings.begin(), std::move(node));
    return any(std::move(spellings));
  }

  void score(std::string term, double factor, std::size_t number) {
    scores_.push_back({std::move(term), factor * weight_, number});
  }

  std::size_t number_of(const std::string& term, const Node& at) {
    const std::size_t number = highlighted_.number_of(term);
    if (words_at_.size() <= number) words_at_.resize(number + 1);
    if (words_at_[number].empty()) words_at_[number] = at;
    return number;
  }

  [[nodiscard]] Node as_typed(const analysis::Word& word, const Clause& clause) const {
    const std::string surface(words_.surface(word));
    const auto exact = words_.exact(word);
    Node form = exact.empty() ? Node{.kind = Node::Kind::unaccented, .term = surface}
                              : term(indexing::form_term(surface, exact));
    const auto part = part_of(clause);
    if (!part) return form;
    return all({Node{.kind = Node::Kind::phrase, .words = {surface}, .part = part}, form});
  }

  void score_as_typed(const analysis::Word& word) {
    const std::string surface(words_.surface(word));
    const auto exact = words_.exact(word);
    std::string term =
        exact.empty() ? indexing::surface_term({}, surface) : indexing::form_term(surface, exact);
    const std::size_t number = number_of(term, {.kind = Node::Kind::word, .words = {surface}});
    highlighted_.add_form(exact.empty() ? words_.surface(word) : exact, number);
    score(std::move(term), 1, number);
  }

  Match match_;
  bool strict_;
  const Clause* unfinished_ = nullptr;                 // whose last word is being typed
  std::multimap<std::string, std::string> spellings_;  // of names, by the one typed
  analysis::Analyzer& analyzer_;
  analysis::Words words_;
  MatchWords highlighted_;
  std::vector<Node> words_at_;  // by their numbers
  std::set<std::string> surfaces_;  // of the words that score
  std::vector<ScoredTerm> scores_;
  std::vector<ScoredTerm> forms_;  // of words with their accents, and the weight around them
  double weight_ = 1;
  std::vector<std::string> plain_words_;
  std::string last_stem_;
  int excluded_ = 0;  // excluded groups around what is being read
};

// Digits only: the term of a year, a month or a day.
Node period(const Filter& filter, char prefix, std::size_t digits) {
  std::string value = filter.value;
  std::erase(value, '-');
  if (value.size() != digits || value.find_first_not_of("0123456789") != std::string::npos) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no {}: write 2022, 2022-04 or 2022-04-24", filter.value,
                            filter.field));
  }
  return term(prefix + value);
}

}  // namespace

Compiled compile(const Query& query, const SearchOptions& options, analysis::Analyzer& analyzer,
                 const std::vector<ScoredTerm>& beside) {
  return Compiler(query, options, analyzer).run(query.clauses, beside);
}

Node compile_filter(const Filter& filter) {
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
  return term(indexing::exact_term(*field, filter.value));
}

Node compile_dates(const DateRange& dates) {
  Node node{.kind = Node::Kind::dates};
  node.first = dates.from.empty() ? std::chrono::sys_days::min() : support::require_day(dates.from);
  node.last = dates.to.empty() ? std::chrono::sys_days::max() : support::require_day(dates.to);
  return node;
}

}  // namespace kiosque::querying
