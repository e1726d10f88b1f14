#include "query/units.hpp"

#include <fmt/format.h>

#include <kiosque/error.hpp>
#include <utility>

#include "analysis/rules.hpp"

namespace kiosque::querying {
namespace {

Node one_or_chain(Node chain) {
  if (chain.children.empty()) return {};
  return chain.children.size() == 1 ? std::move(chain.children.front()) : std::move(chain);
}

}  // namespace

const indexing::Field& field_of(const Clause& clause, const indexing::FieldTable& fields) {
  const indexing::Field* const field = fields.find(clause.field);
  if (field == nullptr) {
    throw Error(ErrorCode::invalid_argument, fmt::format("there is no field \"{}\"", clause.field));
  }
  return *field;
}

std::optional<indexing::TextPart> part_of(const Clause& clause) {
  if (clause.field == "title") return indexing::TextPart::title;
  if (clause.field == "lead") return indexing::TextPart::lead;
  return {};
}

Node phrase_of(const std::vector<Unit>& units, const Clause& clause) {
  Node side_by_side{.kind = Node::Kind::phrase};
  std::vector<Node> all_of;
  for (const Unit& unit : units) {
    side_by_side.words.insert(side_by_side.words.end(), unit.surfaces.begin(), unit.surfaces.end());
    all_of.insert(all_of.end(), unit.as_typed.begin(), unit.as_typed.end());
  }
  side_by_side.part = part_of(clause);
  all_of.push_back(std::move(side_by_side));
  return all(std::move(all_of));
}

UnitReader::UnitReader(const Query& query, bool strict, analysis::Analyzer& analyzer)
    : strict_(strict), analyzer_(analyzer) {
  for (const Variant& variant : query.variants) spellings_.emplace(variant.word, variant.variant);
}

std::vector<Unit> UnitReader::read(std::string_view text, const Clause& clause, bool wanted,
                                   bool hasty) {
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
      unit.query = unit.surfaces.size() > 1 ? phrase_of({unit}, clause) : unit.as_typed[0];
      if (wanted) score_as_typed(word);
    } else {
      Node by_stem = stem(word, prefix, wanted);
      unit.query = unit.surfaces.size() > 1 ? phrase_of({unit}, clause) : std::move(by_stem);
    }
  }
  return units;
}

// toutes beside tous in "tou·te·s": either is meant.
void UnitReader::add_alternative(Unit& unit, const analysis::Word& word, std::string_view prefix,
                                 bool wanted) {
  if (unit.surfaces.size() > 1 || words_.stem(word) == last_stem_) return;
  std::string by_stem = indexing::stem_term(prefix, words_.stem(word));
  unit.query = any({std::move(unit.query), term(by_stem)});
  if (!wanted) return;
  const std::size_t number = number_of(by_stem, {.kind = Node::Kind::word,
                                                 .term = std::string(words_.stem(word)),
                                                 .words = {std::string(words_.surface(word))}});
  highlighted_.add_stem(words_.stem(word), number);
  score(std::move(by_stem), 1, number);
}

// The stem finds a word of French, the surface one of another language; both score.
Node UnitReader::stem(const analysis::Word& word, std::string_view prefix, bool wanted) {
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
Node UnitReader::at_place(const analysis::Word& word, const Clause& clause) {
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

void UnitReader::score(std::string term, double factor, std::size_t number) {
  scores_.push_back({std::move(term), factor * weight_, number});
}

std::size_t UnitReader::number_of(const std::string& term, const Node& at) {
  const std::size_t number = highlighted_.number_of(term);
  if (words_at_.size() <= number) words_at_.resize(number + 1);
  if (words_at_[number].empty()) words_at_[number] = at;
  return number;
}

Node UnitReader::as_typed(const analysis::Word& word, const Clause& clause) const {
  const std::string surface(words_.surface(word));
  const auto exact = words_.exact(word);
  Node form = exact.empty() ? Node{.kind = Node::Kind::unaccented, .term = surface}
                            : term(indexing::form_term(surface, exact));
  const auto part = part_of(clause);
  if (!part) return form;
  return all({Node{.kind = Node::Kind::phrase, .words = {surface}, .part = part}, form});
}

void UnitReader::score_as_typed(const analysis::Word& word) {
  const std::string surface(words_.surface(word));
  const auto exact = words_.exact(word);
  std::string term =
      exact.empty() ? indexing::surface_term({}, surface) : indexing::form_term(surface, exact);
  const std::size_t number = number_of(term, {.kind = Node::Kind::word, .words = {surface}});
  highlighted_.add_form(exact.empty() ? words_.surface(word) : exact, number);
  score(std::move(term), 1, number);
}

void UnitReader::continue_typing(Unit& unit, std::string_view text, const Clause& clause) {
  if (words_.list().back().end != text.size() || !clause.field.empty() || strict_) return;
  const std::string prefix = unit.surfaces.back();
  unit.surfaces.pop_back();  // its nearness tells nothing yet
  std::string all_so = prefix_term(prefix);
  unit.query = any({std::move(unit.query), term(all_so)});
  const std::size_t number = number_of(all_so, {.kind = Node::Kind::prefix, .words = {prefix}});
  highlighted_.add_prefix(prefix, number);
  score(std::move(all_so), kPrefixWeight, number);
}

// Of porte-par* the last word is not finished, and the others stand right before it.
Node UnitReader::prefix(const Clause& clause) {
  const std::vector<Unit> units = read(clause.text, clause, false);
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

Node UnitReader::verbatim(const Clause& clause) {
  Node node{.kind = Node::Kind::verbatim, .term = clause.text, .part = part_of(clause)};
  analyzer_.analyze(clause.text, words_);
  for (const auto& word : words_.list()) {
    if (word.alternative) continue;
    node.words.emplace_back(words_.surface(word));
    if (excluded_ == 0 && clause.occur != Occur::must_not) score_as_typed(word);
  }
  return node.words.empty() ? Node{} : node;
}

// Each word may be spelt otherwise.
Node UnitReader::similar(const Clause& clause) {
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

void UnitReader::finish(Compiled& compiled) {
  const auto words = static_cast<double>(surfaces_.size());
  for (ScoredTerm& form : forms_) {
    form.factor *= kFormWeight / (words * words);
    scores_.push_back(std::move(form));
  }
  for (ScoredTerm& scored : scores_) compiled.scores.push_back(std::move(scored));
  compiled.words = std::move(highlighted_);
  words_at_.resize(compiled.words.terms().size());
  compiled.words_at = std::move(words_at_);
}

}  // namespace kiosque::querying
