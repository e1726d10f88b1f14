#pragma once
// When a search has to stop.

#include <chrono>
#include <optional>
#include <stop_token>

namespace kiosque::searching {

struct Limits {
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
  std::stop_token stop = {};

  [[nodiscard]] bool over() const {
    return stop.stop_requested() || (deadline && std::chrono::steady_clock::now() >= *deadline);
  }
};

}  // namespace kiosque::searching
