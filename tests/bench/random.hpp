#pragma once
// Chance that is the same everywhere: the standard's distributions differ between libraries, and a
// corpus or a set of queries has to be made again from its seed alone.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace bench {

/// A well-mixed hash of a number; also the step of Random.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31U);
}

/// splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15ULL); }
  /// In [0, 1).
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  bool chance(double probability) { return unit() < probability; }
  /// In [0, count); the bias is far below what anyone could measure here.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(unit() * static_cast<double>(count));
  }
  /// Log-normal: half of the values are below `median`.
  double around(double median, double sigma) {
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return median * std::exp(sigma * radius * std::cos(2 * std::numbers::pi * unit()));
  }

 private:
  std::uint64_t state_;
};

/// Draws an index by its weight, in constant time (Walker's alias method).
class Weighted {
 public:
  explicit Weighted(std::vector<double> weights);

  std::size_t draw(Random& random) const {
    const double at = random.unit() * static_cast<double>(keep_.size());
    const auto index = static_cast<std::size_t>(at);
    return at - static_cast<double>(index) < keep_[index] ? index : other_[index];
  }

 private:
  std::vector<double> keep_;
  std::vector<std::size_t> other_;
};

/// Weights after Zipf: 1 / (rank + offset)^exponent, rank from 1.
std::vector<double> zipf(std::size_t count, double exponent, double offset = 0);

}  // namespace bench
