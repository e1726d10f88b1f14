#include "random.hpp"

#include <numeric>
#include <utility>

namespace bench {

Weighted::Weighted(std::vector<double> weights)
    : keep_(std::move(weights)), other_(keep_.size(), 0) {
  const double sum = std::accumulate(keep_.begin(), keep_.end(), 0.0);
  std::vector<std::size_t> poor;
  std::vector<std::size_t> rich;
  for (std::size_t i = 0; i < keep_.size(); ++i) {
    keep_[i] *= static_cast<double>(keep_.size()) / sum;
    (keep_[i] < 1 ? poor : rich).push_back(i);
  }
  while (!poor.empty() && !rich.empty()) {
    const std::size_t small = poor.back();
    const std::size_t large = rich.back();
    poor.pop_back();
    other_[small] = large;
    keep_[large] -= 1 - keep_[small];
    if (keep_[large] < 1) {
      rich.pop_back();
      poor.push_back(large);
    }
  }
  // What is left is full but for rounding.
  for (const std::size_t index : poor) keep_[index] = 1;
  for (const std::size_t index : rich) keep_[index] = 1;
}

std::vector<double> zipf(std::size_t count, double exponent, double offset) {
  std::vector<double> weights(count);
  for (std::size_t i = 0; i < count; ++i)
    weights[i] = std::pow(static_cast<double>(i + 1) + offset, -exponent);
  return weights;
}

}  // namespace bench
