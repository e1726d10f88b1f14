#pragma once
// Articles with own fields and with values that lie in one another, and questions to them.

#include <kiosque/kiosque.hpp>
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

}  // namespace kiosque::testing
