#include "progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "charts.hpp"
#include "locale.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

std::string clock_time(double seconds) {
  const auto whole_seconds = static_cast<long>(seconds + 0.5);
  const long minutes = whole_seconds / 60;
  return minutes < 60
             ? fmt::format("{}:{:02}", minutes, whole_seconds % 60)
             : fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, whole_seconds % 60);
}

}  // namespace

ProgressBar::ProgressBar() : shown_(is_terminal(STDERR_FILENO)) {}

double ProgressBar::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressBar::update(const kiosque::Progress& progress) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (now < next_) return;  // ten times a second is as often as an eye needs
  next_ = now + std::chrono::milliseconds(100);
  // One column is left free: some terminals wrap a line that fills the last one.
  const std::string line = progress_line(progress, seconds(), columns(STDERR_FILENO) - 1);
  std::fprintf(stderr, "\r%s\033[K", line.c_str());
  std::fflush(stderr);
  progress_is_drawn();
}

void ProgressBar::clear() {
  if (shown_) wipe_progress();
}

std::string progress_line(const kiosque::Progress& progress, double seconds, std::size_t width) {
  std::string line;
  const bool known = progress.total_bytes && *progress.total_bytes > 0;
  const double part = known ? std::min(1.0, static_cast<double>(progress.bytes) /
                                                static_cast<double>(*progress.total_bytes))
                            : 0;
  if (known) {
    const std::string filled = bar(part, 20);
    line = fmt::format("[{}] {:>3} %  ", padded(filled, 20), static_cast<int>(part * 100));
  }
  line += counted(progress.done, text::article, text::articles);
  if (progress.rejected > 0)
    line += "  " + counted(progress.rejected, text::rejected, text::rejected_many);
  if (seconds >= 0.5) {
    const auto each_second =
        static_cast<std::uint64_t>(static_cast<double>(progress.done) / seconds);
    line += "  " + counted(each_second, text::rate, text::rate_many);
    if (part > 0) line += "  " + say(text::time_left, clock_time(seconds * (1 - part) / part));
  }
  return fitted(line, width);
}

}  // namespace command
