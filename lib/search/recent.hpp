#pragma once
// What was used last, kept within a number of bytes.

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace kiosque::searching {

/// Safe to share between threads.
template <typename Key, typename Value>
class Recent {
 public:
  explicit Recent(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// What is kept under a key, else what `make` makes, kept from now on. It takes `size_of` it
  /// beside what the cache itself needs. Two threads may make the same.
  template <typename Make, typename SizeOf>
  std::shared_ptr<const Value> get(const Key& key, Make&& make, SizeOf&& size_of) {
    {
      const std::scoped_lock lock(mutex_);
      if (const auto found = places_.find(key); found != places_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->value;
      }
    }
    std::shared_ptr<const Value> value = make();
    const std::size_t bytes = size_of(*value) + kEntry;
    const std::scoped_lock lock(mutex_);
    if (places_.contains(key)) return value;
    entries_.push_front({key, value, bytes});
    places_.emplace(key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > most_bytes_ && entries_.size() > 1) {
      bytes_ -= entries_.back().bytes;
      places_.erase(entries_.back().key);
      entries_.pop_back();
    }
    return value;
  }

  [[nodiscard]] std::size_t bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
  }
  /// From now on it keeps up to so many.
  void allow(std::size_t most_bytes) {
    const std::scoped_lock lock(mutex_);
    most_bytes_ = most_bytes;
  }

 private:
  // What the cache has of a value beside it, about.
  static constexpr std::size_t kEntry = 200;

  struct Entry {
    Key key;
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };

  mutable std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // the last used first
  std::unordered_map<Key, typename std::list<Entry>::iterator> places_;
};

}  // namespace kiosque::searching
