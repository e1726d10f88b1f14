#include "search/families.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "index/signature.hpp"
#include "support/bytes.hpp"

namespace kiosque::searching {
namespace {

using indexing::Signature;

// Copies agree in some 51 of 64 places and more, articles on one subject in 19 and less
// (docs/decisions/families.md).
constexpr unsigned kLeastAgreement = 36;

// Locality-sensitive hashing by bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
// 3.4): only signatures that have one of sixteen bands of four bytes in common are compared. Of
// pairs that agree in eight places of ten, one in five thousand has none.
constexpr std::size_t kBand = 4;
constexpr std::size_t kBands = Signature::kSize / kBand;
// With how many that have a band in common each is compared, so that thousands of pages from one
// mould take no time that grows with their square.
constexpr std::size_t kMostCompared = 64;

struct Signed {
  std::uint64_t hash = 0;  // of the signature
  DocumentPlace place;
};

// Articles with the very same signature: [begin, end) of all.
struct Twins {
  const std::uint8_t* signature = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Disjoint sets (Tarjan, "Efficiency of a good but not linear set union algorithm", 1975), the
// paths halved.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  std::uint32_t find(std::uint32_t one) {
    while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
    return one;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

const std::uint8_t* signature_of(const std::vector<SignedPart>& parts, const DocumentPlace& place) {
  return parts[place.part].signatures + std::size_t{place.document - 1} * Signature::kSize;
}

// In an order that the signatures alone decide.
std::vector<Signed> sorted(const std::vector<SignedPart>& parts) {
  constexpr Signature kNothing;
  std::vector<Signed> all;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    parts[part].living->for_each([&](std::uint32_t document) {
      const DocumentPlace place{part, document};
      const std::uint8_t* const signature = signature_of(parts, place);
      if (std::memcmp(signature, kNothing.bytes.data(), Signature::kSize) != 0)
        all.push_back({XXH3_64bits(signature, Signature::kSize), place});
    });
  }
  std::sort(all.begin(), all.end(), [](const Signed& a, const Signed& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.place < b.place;
  });
  return all;
}

std::vector<Twins> find_twins(const std::vector<SignedPart>& parts,
                              const std::vector<Signed>& all) {
  std::vector<Twins> twins;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i - 1].hash != all[i].hash)
      twins.push_back({signature_of(parts, all[i].place), i, i});
    twins.back().end = i + 1;
  }
  return twins;
}

// Unites those that agree enough, of those with a band in common.
void unite_copies(const std::vector<Twins>& twins, std::size_t band, DisjointSets& sets) {
  constexpr std::uint32_t kEnd = Families::kNone;
  std::size_t size = 16;
  while (size < twins.size() * 2) size *= 2;
  std::vector<std::uint32_t> heads(size, kEnd);  // the last one seen, by band
  std::vector<std::uint32_t> before(twins.size(), kEnd);
  const auto key_of = [&](std::uint32_t i) {
    return support::load<std::uint32_t>(
        reinterpret_cast<const char*>(twins[i].signature + band * kBand));
  };
  for (std::uint32_t i = 0; i < twins.size(); ++i) {
    const std::uint32_t key = key_of(i);
    std::size_t slot = (key * std::uint64_t{0x9E3779B97F4A7C15U}) >> 32U & (size - 1);
    while (heads[slot] != kEnd && key_of(heads[slot]) != key) slot = (slot + 1) & (size - 1);
    std::size_t compared = 0;
    for (std::uint32_t other = heads[slot]; other != kEnd && compared < kMostCompared;
         other = before[other], ++compared) {
      if (sets.find(i) == sets.find(other)) continue;
      if (indexing::agreement(twins[i].signature, twins[other].signature) >= kLeastAgreement)
        sets.unite(i, other);
    }
    before[i] = std::exchange(heads[slot], i);
  }
}

}  // namespace

Families::Families(const std::vector<SignedPart>& parts,
                   const std::function<bool(const DocumentPlace&, const DocumentPlace&)>& before) {
  const std::vector<Signed> all = sorted(parts);
  const std::vector<Twins> twins = find_twins(parts, all);
  DisjointSets sets(twins.size());
  for (std::size_t band = 0; band < kBands; ++band) unite_copies(twins, band, sets);

  std::vector<std::pair<std::uint32_t, DocumentPlace>> found;  // with its set
  std::vector<std::uint32_t> sizes(twins.size());
  for (std::uint32_t i = 0; i < twins.size(); ++i)
    sizes[sets.find(i)] += twins[i].end - twins[i].begin;
  for (std::uint32_t i = 0; i < twins.size(); ++i) {
    const std::uint32_t set = sets.find(i);
    if (sizes[set] < 2) continue;
    for (std::uint32_t at = twins[i].begin; at < twins[i].end; ++at)
      found.emplace_back(set, all[at].place);
  }
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : before(a.second, b.second);
  });

  std::vector<std::pair<DocumentPlace, std::uint32_t>> families;
  for (const auto& [set, place] : found) {
    if (members_.empty() || found[members_.size() - 1].first != set) ends_.push_back(0);
    members_.push_back(place);
    ends_.back() = static_cast<std::uint32_t>(members_.size());
    families.emplace_back(place, static_cast<std::uint32_t>(ends_.size() - 1));
  }
  std::sort(families.begin(), families.end());
  auto next = families.begin();
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    Part part{*parts[i].living, {}, {}};
    part.within.clear();
    for (; next != families.end() && next->first.part == i; ++next) {
      part.within.set(next->first.document);
      part.ranks.resize(next->first.document / 64 + 1,
                        static_cast<std::uint32_t>(part.families.size()));
      part.families.push_back(next->second);
    }
    parts_.push_back(std::move(part));
  }
}

std::uint32_t Families::of(const DocumentPlace& place) const {
  const Part& part = parts_[place.part];
  if (!part.within.test(place.document)) return kNone;
  return part.families[part.ranks[place.document / 64] + part.within.rank(place.document)];
}

std::span<const DocumentPlace> Families::members(std::uint32_t family) const {
  const std::uint32_t begin = family == 0 ? 0 : ends_[family - 1];
  return std::span(members_).subspan(begin, ends_[family] - begin);
}

std::size_t Families::bytes() const {
  std::size_t bytes = members_.capacity() * sizeof(DocumentPlace) + ends_.capacity() * 4;
  for (const Part& part : parts_)
    bytes += part.within.bytes() + (part.ranks.capacity() + part.families.capacity()) * 4;
  return bytes;
}

}  // namespace kiosque::searching
