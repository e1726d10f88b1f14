#pragma once
// Facets by plain loops over articles in memory, to hold the real ones against.

#include <kiosque/kiosque.hpp>
#include <string>
#include <utility>
#include <vector>

#include "search/field_press.hpp"

namespace kiosque::testing {

class FacetOracle {
 public:
  explicit FacetOracle(std::vector<Article> articles) : articles_(std::move(articles)) {}

  /// What matches the query and the filters, but for those on `without`.
  [[nodiscard]] std::vector<const Article*> matching(const PlainQuery& query,
                                                     const SearchOptions& options,
                                                     const std::string& without = {}) const;

  /// By families where these are counted, else each article alone.
  [[nodiscard]] static std::vector<std::vector<const Article*>> counted(
      const std::vector<const Article*>& articles, const SearchOptions& options);

  /// What is wrong with a facet of a search; empty: nothing.
  [[nodiscard]] std::string difference(const Facet& facet, const FacetRequest& request,
                                       const PlainQuery& query, const SearchOptions& options) const;

  /// The ids in the order of an own field.
  [[nodiscard]] std::vector<std::string> sorted(const PlainQuery& query,
                                                const SearchOptions& options) const;

 private:
  std::vector<Article> articles_;
};

}  // namespace kiosque::testing
