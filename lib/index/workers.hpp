#pragma once
// Threads that do what they are given, in that order.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace kiosque::indexing {

/// The calling thread is one of them: with one job there is no other.
class Workers {
 public:
  explicit Workers(std::size_t jobs);
  /// What was given is done first.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// Does `work` in another thread, or, where those have enough to do, in this one. What it throws
  /// comes out of the future.
  std::future<void> start(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable news_;
  std::deque<std::packaged_task<void()>> waiting_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kiosque::indexing
