#pragma once
// A search by plain loops over articles in memory, to hold the real one against. Of the library it
// uses the analyzer, the folding of values and the query's public form.

#include <kiosque/kiosque.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kiosque::testing {

struct OracleFacet {
  std::map<std::string, std::size_t> counts;  // by folded value
  std::size_t missing = 0;
};

class Oracle {
 public:
  explicit Oracle(std::vector<Article> articles);

  /// The ids that match the query, the filters and the dates of the options.
  [[nodiscard]] std::set<std::string> search(const Query& query,
                                             const SearchOptions& options) const;

  /// The facet of one field over the same articles, its own filters left out.
  [[nodiscard]] OracleFacet facet(const Query& query, SearchOptions options,
                                  const std::string& field) const;

 private:
  std::vector<Article> articles_;
};

}  // namespace kiosque::testing
