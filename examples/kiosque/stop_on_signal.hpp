#pragma once
// Ctrl-C and kill, turned into a std::stop_token.

#include <stop_token>
#include <thread>

namespace command {

/// While it lives, the first SIGINT or SIGTERM asks for a stop and ends standard input (a read that
/// waits there comes back); the second one ends the process as usual. One at a time.
class StopOnSignal {
 public:
  StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal();

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
  [[nodiscard]] bool requested() const { return source_.stop_requested(); }

  /// For other reasons to stop, such as a closed pipe.
  void request() { source_.request_stop(); }

 private:
  std::stop_source source_;
  std::jthread watcher_;
};

}  // namespace command
