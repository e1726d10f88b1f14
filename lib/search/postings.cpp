#include "search/postings.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kiosque::searching {
namespace {

// What a bit and a byte for every document cost is made up for from here on.
constexpr std::size_t kDenseShare = 8;
constexpr std::size_t kLeastDense = 512;

}  // namespace

std::size_t Postings::bytes() const {
  return sizeof *this + (documents.capacity() + large.capacity()) * 4 + small.capacity() +
         (dense ? set.bytes() : 0);
}

std::uint32_t Postings::wdf(std::uint32_t document, std::size_t& from) const {
  const auto at = [&](std::size_t i) { return large.empty() ? small[i] : large[i]; };
  if (dense) return at(document);
  // Steps that double, then halves: the next one is near where rising numbers are asked for.
  std::size_t step = 1;
  std::size_t end = from;
  while (end < documents.size() && documents[end] < document) {
    from = end + 1;
    end += step;
    step *= 2;
  }
  end = std::min(end, documents.size());
  from = static_cast<std::size_t>(
      std::lower_bound(documents.begin() + static_cast<std::ptrdiff_t>(from),
                       documents.begin() + static_cast<std::ptrdiff_t>(end), document) -
      documents.begin());
  return from < documents.size() && documents[from] == document ? at(from) : 0;
}

void Postings::add_to(Bitmap& documents_found) const {
  if (dense) {
    documents_found |= set;
  } else {
    for (const std::uint32_t document : documents) documents_found.set(document);
  }
}

std::size_t Postings::count_in(const Bitmap& documents_wanted) const {
  if (dense) return set.count_with(documents_wanted);
  return static_cast<std::size_t>(
      std::count_if(documents.begin(), documents.end(),
                    [&](std::uint32_t document) { return documents_wanted.test(document); }));
}

namespace {

// What `each` calls its argument with, rising: `expected` postings. Nothing where it says that they
// are not as they have to be, or where one is of no article that the segment has.
template <typename Each>
std::optional<Postings> gather(std::size_t expected, std::size_t size, Each&& each) {
  Postings postings;
  postings.dense = expected >= kLeastDense && expected * kDenseShare >= size;
  std::vector<std::pair<std::size_t, std::uint32_t>> large;  // where in `small` one has no room
  std::size_t count = 0;
  std::uint32_t most = 0;
  bool inside = true;
  const auto small = [&](std::size_t at, std::uint32_t wdf) {
    ++count;
    most = std::max(most, wdf);
    if (wdf > 0xFF) large.emplace_back(at, wdf);
    return static_cast<std::uint8_t>(wdf);
  };
  bool whole = false;
  if (postings.dense) {
    postings.set = Bitmap(size);
    postings.small.resize(size + 1);
    whole = each([&](std::uint32_t document, std::uint32_t wdf) {
      if (document > size) {
        inside = false;
        return;
      }
      postings.set.set(document);
      postings.small[document] = small(document, wdf);
    });
  } else {
    postings.documents.reserve(expected);
    postings.small.reserve(expected);
    whole = each([&](std::uint32_t document, std::uint32_t wdf) {
      inside = inside && document <= size;
      postings.documents.push_back(document);
      postings.small.push_back(small(count, wdf));
    });
  }
  if (!whole || !inside) return {};
  postings.count = count;
  postings.most = most;
  if (!large.empty()) {
    postings.large.assign(postings.small.begin(), postings.small.end());
    for (const auto& [at, wdf] : large) postings.large[at] = wdf;
    postings.small = {};
  }
  return postings;
}

std::optional<Postings> from_file(const indexing::Segment& segment, const std::string& term) {
  auto list = segment.database().find(term);
  if (!list || list->count() > segment.size()) return {};
  return gather(list->count(), segment.size(), [&](auto&& visit) { return list->for_each(visit); });
}

// Also says, by throwing, what is wrong with a list.
std::optional<Postings> from_database(const Xapian::Database& database, const std::string& term,
                                      std::size_t size) {
  const std::size_t expected = std::min<std::size_t>(database.get_termfreq(term), size);
  return gather(expected, size, [&](auto&& visit) {
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end && *at <= size; ++at)
      visit(*at, at.get_wdf());
    return true;
  });
}

}  // namespace

Postings decode(const indexing::Segment& segment, const Xapian::Database& database,
                const std::string& term) {
  auto postings = from_file(segment, term);
  if (!postings) postings = from_database(database, term, segment.size());
  return postings && postings->count > 0 ? std::move(*postings) : Postings();
}

Postings merge(const std::vector<std::shared_ptr<const Postings>>& lists, std::size_t size) {
  // So few documents are sorted instead of having room for all.
  constexpr std::size_t kSortedShare = 32;
  std::size_t most = 0;
  for (const auto& list : lists) most += list->count;
  if (most * kSortedShare < size) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    found.reserve(most);
    for (const auto& list : lists)
      list->for_each(
          [&](std::uint32_t document, std::uint32_t wdf) { found.emplace_back(document, wdf); });
    std::sort(found.begin(), found.end());
    std::size_t last = 0;
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (found[i].first == found[last].first) {
        found[last].second += found[i].second;
      } else {
        found[++last] = found[i];
      }
    }
    if (!found.empty()) found.resize(last + 1);
    return *gather(found.size(), size, [&](auto&& visit) {
      for (const auto& [document, wdf] : found) visit(document, wdf);
      return true;
    });
  }
  Bitmap set(size);
  std::vector<std::uint32_t> wdfs(size + 1);
  for (const auto& list : lists) {
    list->add_to(set);
    if (list->dense && list->large.empty()) {
      // Straight through all: several at a time.
      for (std::size_t document = 1; document <= size; ++document)
        wdfs[document] += list->small[document];
    } else {
      list->for_each([&](std::uint32_t document, std::uint32_t wdf) { wdfs[document] += wdf; });
    }
  }
  return *gather(set.count(), size, [&](auto&& visit) {
    set.for_each([&](std::uint32_t document) { visit(document, wdfs[document]); });
    return true;
  });
}

namespace {

// A key of many words is longer than their postings may be.
template <typename Make>
std::shared_ptr<const Postings> kept(PostingCache& cache, const std::string& key, Make&& make) {
  return cache.get(
      key, [&] { return std::make_shared<const Postings>(make()); },
      [&](const Postings& postings) { return postings.bytes() + 2 * key.size(); });
}

}  // namespace

std::shared_ptr<const Postings> postings_of(PostingCache& cache, const indexing::Segment& segment,
                                            const Xapian::Database& database,
                                            const std::string& term) {
  return kept(cache, std::to_string(segment.number()) + ' ' + term,
              [&] { return decode(segment, database, term); });
}

std::shared_ptr<const Postings> postings_of(PostingCache& cache, const indexing::Segment& segment,
                                            const Xapian::Database& database,
                                            const std::vector<std::string>& terms) {
  std::string key = std::to_string(segment.number());
  for (const auto& term : terms) key += '\n' + term;
  return kept(cache, key, [&] {
    std::vector<std::shared_ptr<const Postings>> lists;
    for (const auto& term : terms) lists.push_back(postings_of(cache, segment, database, term));
    return merge(lists, segment.size());
  });
}

}  // namespace kiosque::searching
