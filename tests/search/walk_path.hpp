#pragma once
// The walk without what is around it: which articles match, and their order before nearness.

#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "query/compile.hpp"
#include "search/snapshot.hpp"
#include "search/walk.hpp"

namespace kiosque::testing {

class WalkPath {
 public:
  explicit WalkPath(const std::string& archive);

  struct Hit {
    std::string id;
    double score = 0;

    bool operator==(const Hit&) const = default;
  };
  struct Answer {
    std::vector<Hit> hits;
    std::size_t total = 0;
  };
  /// Of the options `limit`, `offset` and `sort` are looked at, as Searcher does.
  Answer search(const std::vector<querying::Node>& nodes,
                const std::vector<querying::ScoredTerm>& scored, const SearchOptions& options);

  /// In living articles.
  std::size_t frequency(const std::string& term);

  searching::Seat& seat() { return seat_; }

 private:
  searching::Seat seat_;
};

}  // namespace kiosque::testing
