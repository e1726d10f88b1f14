// What is kept of what was used last.

#include "search/recent.hpp"

#include <string>

#include "catch.hpp"

using kiosque::searching::Recent;

namespace {

struct Counting {
  Recent<int, std::string> recent;
  int made = 0;

  std::string get(int key, std::size_t size = 100) {
    return *recent.get(
        key,
        [&] {
          ++made;
          return std::make_shared<const std::string>(size, static_cast<char>('a' + key));
        },
        [](const std::string& text) { return text.size(); });
  }
};

}  // namespace

TEST_CASE("What is kept is made once, and what was not used longest goes first") {
  Counting kept{Recent<int, std::string>(1'000)};
  CHECK(kept.get(0) == std::string(100, 'a'));
  CHECK(kept.get(0) == std::string(100, 'a'));
  CHECK(kept.made == 1);
  for (int key = 1; key < 3; ++key) kept.get(key);
  const std::size_t three = kept.recent.bytes();
  CHECK(three >= 300);
  CHECK(three <= 1'000);
  kept.get(0);  // so that 1 is the one not used longest
  kept.get(3);
  CHECK(kept.recent.bytes() <= 1'000);
  const int before = kept.made;
  kept.get(0);
  CHECK(kept.made == before);
  kept.get(1);
  CHECK(kept.made == before + 1);
}

TEST_CASE("One that is larger than all is kept alone, until the next comes") {
  Counting kept{Recent<int, std::string>(1'000)};
  kept.get(0, 5'000);
  kept.get(0, 5'000);
  CHECK(kept.made == 1);
  kept.get(1);
  kept.get(0, 5'000);
  CHECK(kept.made == 3);
}

TEST_CASE("More may be allowed later") {
  Counting kept{Recent<int, std::string>(1)};
  kept.get(0);
  kept.get(1);
  kept.recent.allow(10'000);
  kept.get(0);
  kept.get(1);
  CHECK(kept.made == 3);
}
