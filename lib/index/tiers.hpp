#pragma once
// Which segments a commit merges with what it adds.

#include <cstddef>
#include <vector>

namespace kiosque::indexing {

/// So many segments of about one size become one.
inline constexpr std::size_t kTierFanIn = 4;
/// The first tier is below that: four commits of an article each make the first of the next.
inline constexpr std::size_t kFirstTier = kTierFanIn - 1;
/// And there are never more than these: each costs every query some microseconds a word.
inline constexpr std::size_t kMostSegments = 24;

/// `sizes` in articles, oldest first, the last that of what is being added. How many of the last
/// ones become one segment: at least 1. Only neighbours are merged, so that articles keep the order
/// in which they came; each article is rewritten about once for each tier, of which there are as
/// many as the logarithm of the archive's size to the base kTierFanIn.
std::size_t merge_count(const std::vector<std::size_t>& sizes);

}  // namespace kiosque::indexing
