#pragma once
// One hit for each family of matching articles.

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "query/plan.hpp"
#include "search/ranking.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Matching articles by family.
class Collapse {
 public:
  Collapse(Walk& walk, const Matches& matches);

  /// How many families, articles without copies included.
  [[nodiscard]] std::size_t count() const;
  /// What `rank` gives, but that it stands for families: each is shown by the first published of
  /// its matching articles.
  std::vector<Ranked> rank(const std::vector<querying::ScoredTerm>& scores,
                           const std::vector<std::string>& plain_words, const Page& page);
  /// The other matching articles of the family that is shown so, as they were published.
  [[nodiscard]] std::vector<DocumentPlace> copies(const DocumentPlace& shown) const;

  /// The matching articles that no other one is a copy of; and the others, by family.
  [[nodiscard]] const Matches& single() const { return single_; }
  [[nodiscard]] const std::vector<std::vector<DocumentPlace>>& groups() const { return groups_; }

 private:
  [[nodiscard]] const std::vector<DocumentPlace>* group_of(const DocumentPlace& place) const;

  Walk& walk_;
  const Matches& matches_;
  const Families& families_;
  Matches single_;
  std::vector<std::vector<DocumentPlace>> groups_;  // the first published first
  std::vector<std::uint32_t> group_of_;             // of each family; kNone: one article or none
};

/// Of what a list shows: who, when, and how much differs from the first, at most `limit` of them.
std::vector<Copy> describe_copies(Seat& seat, const DocumentPlace& first,
                                  const std::vector<DocumentPlace>& copies, std::size_t limit);

/// As Searcher::family and Searcher::families.
std::vector<Copy> family_of(Seat& seat, std::string_view id);
std::vector<std::vector<std::string>> all_families(const Seat& seat);

}  // namespace kiosque::searching
