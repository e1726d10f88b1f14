#pragma once
// The progress bar of a long reading, on standard error.

#include <chrono>
#include <kiosque/read.hpp>
#include <string>

namespace command {

/// Draws nothing where standard error is no terminal.
class ProgressBar {
 public:
  ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { clear(); }

  void update(const kiosque::Progress& progress);
  void clear();

  /// Since the bar was made.
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  const bool shown_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_;
};

/// The bar as one line: "[████▌     ] 45 %  1 204 articles  310 articles/s  reste 0:07".
std::string progress_line(const kiosque::Progress& progress, double seconds, std::size_t width);

}  // namespace command
