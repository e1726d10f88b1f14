#pragma once
// Words of a query as what finds them, and what they add to a score and to what is shown.

#include <cstddef>
#include <kiosque/query.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/own_fields.hpp"
#include "query/compile.hpp"
#include "query/match_words.hpp"
#include "query/plan.hpp"

namespace kiosque::querying {

/// What was written as one word: a single one, or the parts of a compound (porteparole), which have
/// to stand side by side.
struct Unit {
  Node query;                         // finds it in any form
  std::vector<Node> as_typed;         // its words, each as it is written (strict)
  std::vector<std::string> surfaces;  // folded, in order
  std::vector<Node> at;               // its words, each as what stands at a place
};

/// Throws Error(invalid_argument) for a clause made by hand whose field does not exist.
const indexing::Field& field_of(const Clause& clause,
                                const indexing::FieldTable& fields = indexing::library_fields());
/// The text that a clause is about, where it is one alone.
std::optional<indexing::TextPart> part_of(const Clause& clause);

/// The units side by side.
Node phrase_of(const std::vector<Unit>& units, const Clause& clause);

/// Reads the words of one query.
class UnitReader {
 public:
  UnitReader(const Query& query, bool strict, analysis::Analyzer& analyzer);

  /// While it lives, what scores counts so many times as much.
  class Weighing {
   public:
    Weighing(UnitReader& reader, double by) : weight_(reader.weight_), before_(weight_) {
      weight_ *= by;
    }
    ~Weighing() { weight_ = before_; }
    Weighing(const Weighing&) = delete;
    Weighing& operator=(const Weighing&) = delete;

   private:
    double& weight_;
    double before_;
  };
  /// While it lives, nothing scores or is shown, if so `excluded`.
  class Excluding {
   public:
    Excluding(UnitReader& reader, bool excluded) : depth_(reader.excluded_), by_(excluded ? 1 : 0) {
      depth_ += by_;
    }
    ~Excluding() { depth_ -= by_; }
    Excluding(const Excluding&) = delete;
    Excluding& operator=(const Excluding&) = delete;

   private:
    int& depth_;
    int by_;
  };

  /// The words of a text in the clause's field; where they are wanted, they score and are
  /// highlighted. In a hasty text, elided words may have lost their apostrophe.
  std::vector<Unit> read(std::string_view text, const Clause& clause, bool wanted,
                         bool hasty = false);
  /// The last word of the text that was read last may go on: all that begin so are meant too.
  void continue_typing(Unit& unit, std::string_view text, const Clause& clause);
  /// Clauses of these kinds, as what stands at places.
  Node prefix(const Clause& clause);
  Node similar(const Clause& clause);
  Node verbatim(const Clause& clause);

  /// Hands over what scores, what is shown, and where it stands.
  void finish(Compiled& compiled);

 private:
  void add_alternative(Unit& unit, const analysis::Word& word, std::string_view prefix,
                       bool wanted);
  Node stem(const analysis::Word& word, std::string_view prefix, bool wanted);
  [[nodiscard]] Node at_place(const analysis::Word& word, const Clause& clause);
  [[nodiscard]] Node as_typed(const analysis::Word& word, const Clause& clause) const;
  void score(std::string term, double factor, std::size_t number);
  void score_as_typed(const analysis::Word& word);
  std::size_t number_of(const std::string& term, const Node& at);

  bool strict_;
  std::multimap<std::string, std::string> spellings_;  // of names, by the one typed
  analysis::Analyzer& analyzer_;
  analysis::Words words_;
  MatchWords highlighted_;
  std::vector<Node> words_at_;      // by their numbers
  std::set<std::string> surfaces_;  // of the words that score
  std::vector<ScoredTerm> scores_;
  std::vector<ScoredTerm> forms_;  // of words with their accents, and the weight around them
  std::string last_stem_;
  double weight_ = 1;
  int excluded_ = 0;  // excluded clauses around what is being read
};

}  // namespace kiosque::querying
