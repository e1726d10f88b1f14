#pragma once
// Facets by plain loops over articles in memory, to hold the real ones against; and articles with
// own fields and with values that lie in one another.

#include <kiosque/kiosque.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/random_press.hpp"

namespace kiosque::testing {

/// desk (keyword), theme (one keyword), words (number), embargo (date).
Schema own_schema();

/// Articles whose values meet: levels, accents, days at both changes of summer time. Half of them
/// have one of a few long texts: those are families.
class FieldPress : public RandomPress {
 public:
  using RandomPress::RandomPress;

  Article article(int number) override;
  Filter filter();
  FacetRequest request();
  /// Options with some of them, and perhaps a sort key.
  SearchOptions options();
};

/// A query and whether an article matches it.
struct PlainQuery {
  std::string text;
  bool (*matches)(const Article& article);
};
const std::vector<PlainQuery>& plain_queries();

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
