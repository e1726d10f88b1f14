#pragma once
// Exact counts of the matching articles: by a field's values, by year, month or day, and over time.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <kiosque/search.hpp>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kiosque::searching {

/// Counts what one slot holds, value by value as stored. Each distinct stored value is looked into
/// only once, when the match is over. Give it to one match, and that match `check_at_least` of all
/// documents.
class SlotCounter : public Xapian::MatchSpy {
 public:
  struct Count {
    std::size_t articles = 0;
    Xapian::docid first = 0;
  };

  explicit SlotCounter(unsigned slot) : slot_(slot) {}
  void operator()(const Xapian::Document& document, double weight) override;

  [[nodiscard]] const std::unordered_map<std::string, Count>& counts() const { return counts_; }
  [[nodiscard]] std::size_t missing() const { return missing_; }
  [[nodiscard]] unsigned slot() const { return slot_; }

 private:
  unsigned slot_;
  std::size_t missing_ = 0;
  std::unordered_map<std::string, Count> counts_;
};

/// The slot that a facet is counted by. Throws Error(invalid_argument) for a field that is none.
unsigned facet_slot(std::string_view field);

/// The field's own name, whichever way it was typed.
std::string facet_name(std::string_view field);

Facet make_facet(const FacetRequest& request, const SlotCounter& counter,
                 const std::vector<Filter>& filters);

/// `counter` counts the day slot.
Histogram make_histogram(DateUnit unit, const SlotCounter& counter);

}  // namespace kiosque::searching
