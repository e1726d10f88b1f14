// Lists of postings that are merged are the sum of them.

#include "search/postings.hpp"

#include <map>
#include <memory>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"

using kiosque::searching::Bitmap;
using kiosque::searching::merge;
using kiosque::searching::Postings;
using kiosque::testing::RandomText;

namespace {

using Plain = std::map<std::uint32_t, std::uint32_t>;

std::shared_ptr<const Postings> made(const Plain& plain) {
  auto postings = std::make_shared<Postings>();
  for (const auto& [document, wdf] : plain) {
    postings->documents.push_back(document);
    postings->large.push_back(wdf);
    postings->most = std::max(postings->most, wdf);
  }
  postings->count = plain.size();
  return postings;
}

}  // namespace

TEST_CASE("Merged postings are the sum of all, few or many, in one form or the other") {
  RandomText random(831);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 1 + random.number(5'000);
    const std::size_t most = 1 + random.number(random.number(2) == 0 ? 20 : size);
    Plain expected;
    std::vector<std::shared_ptr<const Postings>> lists;
    for (std::size_t list = random.number(5); list > 0; --list) {
      Plain one;
      for (std::size_t i = random.number(most); i > 0; --i) {
        one[static_cast<std::uint32_t>(1 + random.number(size))] =
            static_cast<std::uint32_t>(1 + random.number(random.number(20) == 0 ? 1'000 : 5));
      }
      for (const auto& [document, wdf] : one) expected[document] += wdf;
      // What was merged before may be merged again.
      lists.push_back(random.number(2) == 0
                          ? made(one)
                          : std::make_shared<const Postings>(merge({made(one)}, size)));
    }
    const Postings all = merge(lists, size);
    Plain found;
    all.for_each([&](std::uint32_t document, std::uint32_t wdf) { found[document] = wdf; });
    REQUIRE(found == expected);
    REQUIRE(all.count == expected.size());
    std::uint32_t largest = 0;
    for (const auto& [document, wdf] : expected) largest = std::max(largest, wdf);
    REQUIRE(all.most == largest);
    std::size_t from = 0;
    for (std::uint32_t document = 1; document <= size; ++document) {
      const auto at = expected.find(document);
      REQUIRE(all.wdf(document, from) == (at == expected.end() ? 0 : at->second));
    }
  }
}
