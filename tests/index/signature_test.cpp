// What articles are recognised by.

#include "index/signature.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"

using kiosque::indexing::agreement;
using kiosque::indexing::Signature;
using kiosque::indexing::signature_of;

namespace {

using Words = std::vector<std::uint64_t>;

Words random_words(std::mt19937_64& random, std::size_t count) {
  Words words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(random());
  return words;
}

unsigned agreement_of(const Signature& a, const Signature& b) {
  return agreement(a.bytes.data(), b.bytes.data());
}

}  // namespace

TEST_CASE("Signatures agree in about as many places as texts have shingles in common") {
  std::mt19937_64 random(7);
  // How many of 400 words are others: of 396 shingles of five words about five go with each.
  struct Row {
    std::size_t changed;
    double resemblance;
  };
  const Row row = GENERATE(Row{0, 1.0}, Row{4, 0.905}, Row{16, 0.66}, Row{40, 0.33}, Row{400, 0.0});
  CAPTURE(row.changed);
  double agreements = 0;
  constexpr int kRounds = 60;
  for (int round = 0; round < kRounds; ++round) {
    const Words text = random_words(random, 400);
    Words copy = text;
    for (std::size_t i = 0; i < row.changed; ++i) copy[i * 400 / row.changed] = random();
    agreements += agreement_of(signature_of({}, text), signature_of({}, copy));
  }
  const double share = agreements / kRounds / Signature::kSize;
  CHECK(std::abs(share - row.resemblance) < 0.03);
}

TEST_CASE("A text with a little before or behind it keeps its signature, nearly") {
  std::mt19937_64 random(8);
  const Words text = random_words(random, 300);
  Words longer = random_words(random, 20);
  longer.insert(longer.end(), text.begin(), text.end());
  CHECK(agreement_of(signature_of({}, text), signature_of({}, longer)) > 50);
}

TEST_CASE("Of a short text the headline tells too") {
  std::mt19937_64 random(9);
  const Words barrier = random_words(random, 14);
  const Words one = random_words(random, 9);
  const Words other = random_words(random, 9);
  CHECK(agreement_of(signature_of(one, barrier), signature_of(other, barrier)) < 36);
  CHECK(signature_of(one, barrier) == signature_of(one, barrier));
  const Words text = random_words(random, 200);
  CHECK(signature_of(one, text) == signature_of(other, text));
}

TEST_CASE("A few words have no signature, and any that are enough have one") {
  std::mt19937_64 random(10);
  const Words title = random_words(random, 10);
  for (std::size_t count = 0; count < 12; ++count)
    CHECK(signature_of(title, random_words(random, count)).empty());
  for (std::size_t count = 12; count < 200; ++count)
    CHECK_FALSE(signature_of(title, random_words(random, count)).empty());
  CHECK_FALSE(signature_of({}, Words(500, 3)).empty());
}
