#include "search/postings.hpp"

#include <algorithm>
#include <type_traits>

namespace kiosque::searching {
namespace {

// What a bit and a byte for every document cost is made up for from here on.
constexpr std::size_t kDenseShare = 8;
constexpr std::size_t kLeastDense = 512;

// What the cache has of a term beside its postings, about.
constexpr std::size_t kEntry = 200;

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

Postings decode(const Xapian::Database& database, const std::string& term, std::size_t size) {
  Postings postings;
  auto at = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (at == end) return postings;
  std::vector<std::uint32_t> wdfs;
  const std::size_t expected = database.get_termfreq(term);
  postings.documents.reserve(expected);
  wdfs.reserve(expected);
  for (; at != end; ++at) {
    const Xapian::docid document = *at;
    if (document > size) break;  // of no article that the archive has
    postings.documents.push_back(document);
    wdfs.push_back(at.get_wdf());
  }
  postings.count = postings.documents.size();
  if (postings.count == 0) return postings;
  postings.most = *std::max_element(wdfs.begin(), wdfs.end());
  postings.dense = postings.count >= kLeastDense && postings.count * kDenseShare >= size;
  const auto keep = [&](auto& kept) {
    kept.resize(postings.dense ? size + 1 : postings.count);
    using Kept = typename std::remove_reference_t<decltype(kept)>::value_type;
    for (std::size_t i = 0; i < postings.count; ++i)
      kept[postings.dense ? postings.documents[i] : i] = static_cast<Kept>(wdfs[i]);
  };
  if (postings.most <= 0xFF) {
    keep(postings.small);
  } else {
    keep(postings.large);
  }
  if (postings.dense) {
    postings.set = Bitmap(size);
    for (const std::uint32_t document : postings.documents) postings.set.set(document);
    postings.documents = {};
  }
  return postings;
}

std::shared_ptr<const Postings> PostingCache::get(unsigned segment, std::size_t size,
                                                  const Xapian::Database& database,
                                                  const std::string& term) {
  std::string key = std::to_string(segment) + ' ' + term;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = places_.find(key); found != places_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->postings;
    }
  }
  auto postings = std::make_shared<const Postings>(decode(database, term, size));
  const std::scoped_lock lock(mutex_);
  if (places_.contains(key)) return postings;
  entries_.push_front({key, postings});
  places_.emplace(std::move(key), entries_.begin());
  bytes_ += postings->bytes() + kEntry;
  while (bytes_ > most_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().postings->bytes() + kEntry;
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }
  return postings;
}

std::size_t PostingCache::bytes() const {
  const std::scoped_lock lock(mutex_);
  return bytes_;
}

}  // namespace kiosque::searching
