#pragma once
// What was added since the last commit: small databases built by several threads, merged as they
// become many, in the order in which their articles came.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <kiosque/article.hpp>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/segment_builder.hpp"
#include "index/tombstones.hpp"
#include "index/workers.hpp"

namespace kiosque::indexing {

/// For one thread at a time, which is the one that may wait for the others.
class Runs {
 public:
  struct Run {
    unsigned number = 0;  // a segment number
    std::size_t size = 0;
    unsigned level = 0;  // how often it was merged
    SegmentFiles files = {};
    std::future<void> made = {};
    bool ready = false;
    Xapian::Database database = {};  // once ready
  };

  /// `next_number` gives segment numbers; what is merged moves in `dead`. `fields` are looked at
  /// when something is added.
  Runs(std::string archive, std::size_t jobs, std::function<unsigned()> next_number,
       Tombstones& dead, const FieldTable& fields);
  ~Runs();
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;

  /// Builds a run of them, in another thread where there is one free. Throws what building the
  /// earlier ones threw.
  void add(std::vector<Article> articles);
  /// Until everything is built and merged as far as it goes by itself.
  void wait();
  /// All ready, oldest first: call `wait` before.
  [[nodiscard]] std::deque<Run>& list() { return runs_; }
  [[nodiscard]] bool empty() const { return runs_.empty(); }
  [[nodiscard]] std::size_t articles() const;
  /// Forgets and removes them.
  void clear();

  /// For the calling thread; give it back by leaving the lease.
  class AnalyzerLease {
   public:
    explicit AnalyzerLease(Runs& runs);
    ~AnalyzerLease();
    analysis::Analyzer& operator*() { return *analyzer_; }

   private:
    Runs& runs_;
    std::unique_ptr<analysis::Analyzer> analyzer_;
  };

 private:
  void collect(bool wait_for_all);
  void merge_full_levels();
  void merge(std::size_t first, std::size_t count);
  [[nodiscard]] SegmentFiles files_of(unsigned number) const;

  std::string archive_;
  std::function<unsigned()> next_number_;
  Tombstones& dead_;
  const FieldTable& fields_;
  std::deque<Run> runs_;
  std::mutex analyzers_mutex_;
  std::vector<std::unique_ptr<analysis::Analyzer>> analyzers_;
  Workers workers_;  // the first to go: it works with all the others
};

}  // namespace kiosque::indexing
