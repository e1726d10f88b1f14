#include "search/list_counts.hpp"

#include "search/postings.hpp"

namespace kiosque::searching {

Best best_of(const indexing::WordList& list, std::size_t first, std::size_t last,
             std::size_t most) {
  using Entry = std::pair<std::uint32_t, std::size_t>;
  // The least of those kept is on top: of equals the one farther on.
  const auto better = [](const Entry& a, const Entry& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  std::vector<Entry> heap;
  Best best;
  for (std::size_t place = first; place < last; ++place) {
    const std::uint32_t count = list.count(place);
    if (heap.size() < most) {
      heap.emplace_back(count, place);
      std::push_heap(heap.begin(), heap.end(), better);
      continue;
    }
    if (heap.empty() || count <= heap.front().first) continue;
    std::pop_heap(heap.begin(), heap.end(), better);
    heap.back() = {count, place};
    std::push_heap(heap.begin(), heap.end(), better);
  }
  if (last - first > heap.size() && !heap.empty()) best.rest = heap.front().first;
  for (const Entry& entry : heap) best.places.push_back(entry.second);
  return best;
}

std::size_t living_count(Seat& seat, std::size_t part, const std::string& term) {
  const auto& one = seat.snapshot->parts()[part];
  const auto postings =
      postings_of(seat.caches->postings, *one.segment, seat.databases[part], term);
  return postings->count_in(one.living);
}

}  // namespace kiosque::searching
