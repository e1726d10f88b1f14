#include "index/runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

// So many neighbours of one level become one.
constexpr std::size_t kFanIn = 12;

}  // namespace

Runs::AnalyzerLease::AnalyzerLease(Runs& runs) : runs_(runs) {
  const std::scoped_lock lock(runs_.analyzers_mutex_);
  if (runs_.analyzers_.empty()) {
    analyzer_ = std::make_unique<analysis::Analyzer>();
  } else {
    analyzer_ = std::move(runs_.analyzers_.back());
    runs_.analyzers_.pop_back();
  }
}

Runs::AnalyzerLease::~AnalyzerLease() {
  const std::scoped_lock lock(runs_.analyzers_mutex_);
  runs_.analyzers_.push_back(std::move(analyzer_));
}

Runs::Runs(std::string archive, std::size_t jobs, std::function<unsigned()> next_number,
           Tombstones& dead)
    : archive_(std::move(archive)),
      jobs_(std::max<std::size_t>(jobs, 1)),
      next_number_(std::move(next_number)),
      dead_(dead) {}

Runs::~Runs() {
  clear();
}

std::string Runs::folder_of(unsigned number) const {
  return fmt::format("{}/tmp-{:06}", archive_, number);
}

std::size_t Runs::articles() const {
  std::size_t articles = 0;
  for (const Run& run : runs_) articles += run.size;
  return articles;
}

std::size_t Runs::busy() const {
  return static_cast<std::size_t>(
      std::count_if(runs_.begin(), runs_.end(), [](const Run& run) { return !run.ready; }));
}

// In this thread where no other is to be had.
void Runs::start(Run& run, std::function<void()> work) {
  collect(false);
  if (busy() < jobs_) {  // the run itself counts as busy
    run.made = std::async(std::launch::async, std::move(work));
    return;
  }
  std::promise<void> done;
  run.made = done.get_future();
  try {
    work();
    done.set_value();
  } catch (...) {
    done.set_exception(std::current_exception());
  }
}

void Runs::add(std::vector<Article> articles) {
  if (articles.empty()) return;
  Run& run = runs_.emplace_back();
  run.number = next_number_();
  run.size = articles.size();
  const std::string folder = folder_of(run.number);
  run.source = source_in(folder);
  start(run, [this, folder, batch = std::move(articles)] {
    AnalyzerLease analyzer(*this);
    SegmentBuilder builder(folder);
    for (const Article& article : batch) builder.add(article, *analyzer);
    builder.finish();
  });
  collect(false);
  merge_full_levels();
}

void Runs::collect(bool wait_for_all) {
  for (Run& run : runs_) {
    if (run.ready || !run.made.valid()) continue;
    if (!wait_for_all && run.made.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
      continue;
    }
    run.made.get();
    run.database = Xapian::Database(run.source.database);
    run.ready = true;
  }
}

void Runs::wait() {
  collect(true);
  merge_full_levels();
  collect(true);
}

void Runs::merge_full_levels() {
  for (std::size_t first = 0; first < runs_.size(); ++first) {
    std::size_t count = 0;
    while (first + count < runs_.size() && runs_[first + count].ready &&
           runs_[first + count].level == runs_[first].level && count < kFanIn) {
      ++count;
    }
    if (count == kFanIn) merge(first, count);
  }
}

void Runs::merge(std::size_t first, std::size_t count) {
  Run merged;
  merged.number = next_number_();
  merged.level = runs_[first].level + 1;
  const std::string folder = folder_of(merged.number);
  merged.source = {folder + ".glass", folder + ".words"};
  std::vector<SegmentSource> sources;
  for (std::size_t i = first; i < first + count; ++i) {
    dead_.move(runs_[i].number, merged.number, static_cast<std::uint32_t>(merged.size));
    merged.size += runs_[i].size;
    sources.push_back(runs_[i].source);
  }
  const auto begin = runs_.begin() + static_cast<std::ptrdiff_t>(first);
  const SegmentSource target = merged.source;
  *begin = std::move(merged);
  runs_.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(count));
  start(runs_[first], [sources, target, folder] {
    compact(sources, nullptr, target, folder);
    std::error_code error;
    for (const SegmentSource& source : sources) {
      fs::remove_all(source.database, error);
      fs::remove(source.words, error);
    }
  });
}

void Runs::clear() {
  for (Run& run : runs_) {
    try {
      if (run.made.valid()) run.made.get();
    } catch (...) {
      // What it was to make is not wanted any more.
    }
  }
  std::error_code error;
  for (const Run& run : runs_) {
    fs::remove_all(run.source.database, error);
    fs::remove(run.source.words, error);
  }
  runs_.clear();
}

}  // namespace kiosque::indexing
