// Which segments a commit merges: whatever comes, few segments and little rewriting.

#include "index/tiers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::indexing::kFirstTier;
using kiosque::indexing::kMostSegments;
using kiosque::indexing::kTierFanIn;
using kiosque::indexing::merge_count;
using kiosque::testing::RandomText;
using Sizes = std::vector<std::size_t>;

namespace {

// An archive of nothing but sizes.
struct Simulated {
  Sizes segments = {};
  std::size_t articles = 0;
  std::size_t written = 0;  // articles, each time that a commit writes them
  std::size_t most_segments = 0;

  void commit(std::size_t added) {
    Sizes sizes = segments;
    sizes.push_back(added);
    const std::size_t merged = merge_count(sizes);
    REQUIRE(merged >= 1);
    REQUIRE(merged <= sizes.size());
    const auto first = sizes.end() - static_cast<std::ptrdiff_t>(merged);
    const std::size_t size = std::accumulate(first, sizes.end(), std::size_t{0});
    sizes.erase(first, sizes.end());
    sizes.push_back(size);
    segments = std::move(sizes);
    articles += added;
    written += size;
    most_segments = std::max(most_segments, segments.size());
    REQUIRE(segments.size() <= kMostSegments);
  }

  [[nodiscard]] double writes_an_article() const {
    return static_cast<double>(written) / static_cast<double>(articles);
  }
  // How many tiers there are.
  [[nodiscard]] double tiers() const {
    const double smallest = static_cast<double>(articles) / static_cast<double>(kFirstTier);
    return 1 + std::max(0.0, std::log(smallest) / std::log(static_cast<double>(kTierFanIn)));
  }
};

}  // namespace

TEST_CASE("What is merged: four neighbours of one tier, and what is empty") {
  struct Row {
    Sizes sizes;
    std::size_t merged;
  };
  const std::vector<Row> rows = {
      {{}, 0},
      {{0}, 1},
      {{1}, 1},
      {{0, 1}, 2},
      {{1, 1}, 1},
      {{1, 1, 1}, 1},
      {{1, 1, 1, 1}, 4},
      {{2, 1, 3, 1}, 4},
      {{4, 1, 1, 1}, 1},           // 4 are of the next tier
      {{4, 4, 4, 1, 1, 1, 1}, 7},  // one leads to the next
      {{5, 1}, 1},
      {{1, 1, 3, 31}, 4},  // what is larger takes the smaller along
      {{1, 5, 31}, 1},
      {{4, 4, 4, 4, 4}, 5},
      {{4, 4, 4, 1, 0, 1}, 2},
      {{24, 4, 4, 4, 4, 1}, 1},  // a later commit of its tier takes them
      {{97, 97, 97, 97, 97, 97}, 6},
      {{576, 97, 97, 97, 97, 97}, 5},
      {{193, 97, 97, 97}, 1},  // not one tier
      {{192, 97, 97, 97}, 4},  // 48 < 97, 192 <= 48 * 4: one tier
      {{100000, 97, 97, 97, 97, 97, 97}, 6},
      {{600, 600, 600, 600, 600, 97, 97, 97, 97, 97, 97}, 11},
      {{1000000, 0}, 1},
      {{1000000, 0, 0}, 2},
  };
  for (const Row& row : rows) {
    INFO(Catch::StringMaker<Sizes>::convert(row.sizes));
    CHECK(merge_count(row.sizes) == row.merged);
  }
}

TEST_CASE("Of any sizes at least one is merged, and never too many segments are left") {
  RandomText random(401);
  for (int round = 0; round < 20'000; ++round) {
    Sizes sizes(1 + random.number(60));
    for (auto& size : sizes) size = random.number(std::size_t{1} << (1 + random.number(24)));
    const std::size_t merged = merge_count(sizes);
    INFO(Catch::StringMaker<Sizes>::convert(sizes));
    REQUIRE(merged >= 1);
    REQUIRE(merged <= sizes.size());
    REQUIRE(sizes.size() - merged + 1 <= kMostSegments);
  }
}

TEST_CASE("One article a commit: each is rewritten once a tier") {
  Simulated archive;
  for (int i = 0; i < 100'000; ++i) archive.commit(1);
  CAPTURE(archive.segments);
  CHECK(archive.writes_an_article() <= 1 + archive.tiers());
  CHECK(static_cast<double>(archive.most_segments) <=
        archive.tiers() * static_cast<double>(kTierFanIn));
}

TEST_CASE("Commits of one size: each article is rewritten once a tier, up to millions") {
  const std::size_t size = GENERATE(as<std::size_t>(), 16, 17, 128, 300, 1000, 5000, 20'000);
  Simulated archive;
  for (std::size_t done = 0; done < 4'000'000; done += size) archive.commit(size);
  CAPTURE(size, archive.articles, archive.segments);
  CHECK(archive.writes_an_article() <= 1 + archive.tiers());
}

TEST_CASE("Commits of any size: little rewriting") {
  RandomText random(402);
  for (int round = 0; round < 20; ++round) {
    Simulated archive;
    const std::size_t widest = 8 + random.number(10);
    while (archive.articles < 2'000'000)
      archive.commit(kFirstTier + random.number(std::size_t{1} << (1 + random.number(widest))));
    CAPTURE(round, widest, archive.articles, archive.segments);
    CHECK(archive.writes_an_article() <= 2 * (1 + archive.tiers()));
  }
}
