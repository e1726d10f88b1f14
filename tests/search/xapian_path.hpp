#pragma once
// The simple way to search: Xapian's own matcher, which finds one article after the other. To hold
// the walk against; it shares with it the plan and the segments, and nothing of how they are read.

#include <xapian.h>

#include <kiosque/analyzer.hpp>
#include <kiosque/search.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "query/compile.hpp"

namespace kiosque::testing {

class XapianPath {
 public:
  /// An archive without dead articles: Xapian would find them.
  explicit XapianPath(const std::string& archive);

  struct Answer {
    std::map<std::string, double> scores;  // of all that match, by id; before nearness
    std::size_t total = 0;
  };
  /// What matches all of `nodes`, under the scores of `scored`.
  Answer search(const std::vector<querying::Node>& nodes,
                const std::vector<querying::ScoredTerm>& scored);

  /// By id; -infinity where there is no date.
  [[nodiscard]] const std::map<std::string, double>& instants() const { return instants_; }

 private:
  struct Read {
    std::string id;
    std::vector<std::vector<Token>> texts;  // title, lead, body
    Article article;
  };

  Xapian::Query query(const querying::Node& node);
  Xapian::Query combine(Xapian::Query::op op, const std::vector<querying::Node>& nodes);
  // Articles chosen by their texts, as an OR of their ids.
  template <typename Chosen>
  Xapian::Query by_text(const std::string& key, Chosen&& chosen);
  bool stands_in(const querying::Node& phrase, const Read& read);

  Xapian::Database database_;
  analysis::Analyzer analyzer_;
  std::vector<Read> articles_;
  std::vector<std::string> ids_;  // by Xapian's number
  std::map<std::string, double> instants_;
  std::map<std::string, Xapian::Query> chosen_;
};

/// The plans of a search: its query, its dates, and of each field the filters on it.
std::vector<querying::Node> plans(const querying::Compiled& compiled, const SearchOptions& options);

}  // namespace kiosque::testing
