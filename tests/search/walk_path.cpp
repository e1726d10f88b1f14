#include "search/walk_path.hpp"

#include "index/archive.hpp"
#include "index/fields.hpp"
#include "search/ranking.hpp"

namespace kiosque::testing {

using namespace searching;

WalkPath::WalkPath(const std::string& archive) {
  seat_.snapshot = std::make_shared<const Snapshot>(indexing::open_commit(archive), nullptr);
  seat_.caches = std::make_shared<Caches>(1U << 22U);
  seat_.databases = indexing::open_databases(seat_.snapshot->commit());
}

WalkPath::Answer WalkPath::search(const std::vector<querying::Node>& nodes,
                                  const std::vector<querying::ScoredTerm>& scored,
                                  const SearchOptions& options) {
  const Limits limits;
  Walk walk(seat_, limits);
  const Matches matches = walk.match(querying::all(nodes));
  Answer answer;
  answer.total = count(matches);
  const bool by_date = options.sort == Sort::relevance && scored.empty();
  const Page page{options.offset, options.limit, by_date ? Sort::newest : options.sort};
  for (const Ranked& ranked : rank(walk, matches, scored, {}, page)) {
    const Xapian::Database& database = seat_.databases[ranked.place.part];
    answer.hits.push_back(
        {database.get_document(ranked.place.document).get_value(indexing::kIdSlot), ranked.score});
  }
  return answer;
}

std::size_t WalkPath::frequency(const std::string& term) {
  const Limits limits;
  return Walk(seat_, limits).look_up(term).frequency;
}

}  // namespace kiosque::testing
