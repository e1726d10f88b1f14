#include "index/workers.hpp"

#include <utility>

namespace kiosque::indexing {

Workers::Workers(std::size_t jobs) {
  for (std::size_t i = 1; i < jobs; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
  }
  news_.notify_all();
  for (auto& thread : threads_) thread.join();
}

std::future<void> Workers::start(std::function<void()> work) {
  std::packaged_task<void()> task(std::move(work));
  std::future<void> done = task.get_future();
  {
    const std::scoped_lock lock(mutex_);
    // One in waiting for each thread: none stands still while this one is at work.
    if (waiting_.size() < threads_.size()) {
      waiting_.push_back(std::move(task));
      news_.notify_one();
      return done;
    }
  }
  task();
  return done;
}

void Workers::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::packaged_task<void()> task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
  }
}

}  // namespace kiosque::indexing
