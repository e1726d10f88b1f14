#include "index/tiers.hpp"

#include <algorithm>

namespace kiosque::indexing {
namespace {

std::size_t tier(std::size_t size) {
  std::size_t tier = 0;
  for (std::size_t most = kFirstTier; size > most; most *= kTierFanIn) ++tier;
  return tier;
}

}  // namespace

std::size_t merge_count(const std::vector<std::size_t>& sizes) {
  if (sizes.empty()) return 0;
  std::size_t merged = 1;
  std::size_t total = sizes.back();
  const auto before = [&](std::size_t count) { return sizes[sizes.size() - 1 - count]; };
  const auto take = [&](std::size_t count) {
    for (; merged < count; ++merged) total += before(merged);
  };
  while (merged < sizes.size() && before(merged) == 0) take(merged + 1);
  if (sizes.size() - merged + 1 > kMostSegments) take(sizes.size() - kMostSegments + 1);
  for (;;) {
    std::size_t run = merged;
    while (run < sizes.size() && tier(before(run)) <= tier(total)) ++run;
    if (run - merged + 1 < kTierFanIn) break;
    take(run);
  }
  return merged;
}

}  // namespace kiosque::indexing
