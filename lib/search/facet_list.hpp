#pragma once
// Which of a facet's values are listed, and in what order.

#include <kiosque/search.hpp>
#include <string>
#include <string_view>

namespace kiosque::searching {

/// What a request asks of a value.
class FacetSieve {
 public:
  explicit FacetSieve(const FacetRequest& request);

  /// Whether it is to be among the values, by its folded form.
  [[nodiscard]] bool lets_through(std::string_view folded) const;

 private:
  std::string prefix_;  // folded
  bool one_level_;
  std::string parent_;  // folded
};

/// Of values in their own order (of time, of numbers), selected ones marked, those that the request
/// lists, in the order that it asks for. Sets `distinct`.
void list_values(const FacetRequest& request, Facet& facet);

}  // namespace kiosque::searching
