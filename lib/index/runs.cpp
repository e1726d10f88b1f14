#include "index/runs.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace kiosque::indexing {
namespace {

// So many neighbours of one level become one.
constexpr std::size_t kFanIn = 24;

void remove(const SegmentFiles& files) {
  std::remove(files.database.c_str());
  std::remove(files.words.c_str());
}

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
           Tombstones& dead, const FieldTable& fields)
    : archive_(std::move(archive)),
      next_number_(std::move(next_number)),
      dead_(dead),
      fields_(fields),
      workers_(jobs) {}

Runs::~Runs() {
  clear();
}

SegmentFiles Runs::files_of(unsigned number) const {
  const std::string name = fmt::format("{}/tmp-{:06}", archive_, number);
  return {name + ".glass", name + ".words"};
}

std::size_t Runs::articles() const {
  std::size_t articles = 0;
  for (const Run& run : runs_) articles += run.size;
  return articles;
}

void Runs::add(std::vector<Article> articles) {
  if (articles.empty()) return;
  Run& run = runs_.emplace_back();
  run.number = next_number_();
  run.size = articles.size();
  run.files = files_of(run.number);
  run.made = workers_.start([this, files = run.files, batch = std::move(articles)] {
    AnalyzerLease analyzer(*this);
    SegmentBuilder builder(fields_);
    for (const Article& article : batch) builder.add(article, *analyzer);
    builder.write(files);
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
    run.database = Xapian::Database(run.files.database);
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
  merged.files = files_of(merged.number);
  std::vector<SegmentFiles> sources;
  for (std::size_t i = first; i < first + count; ++i) {
    dead_.move(runs_[i].number, merged.number, static_cast<std::uint32_t>(merged.size));
    merged.size += runs_[i].size;
    sources.push_back(runs_[i].files);
  }
  const auto begin = runs_.begin() + static_cast<std::ptrdiff_t>(first);
  const SegmentFiles target = merged.files;
  *begin = std::move(merged);
  runs_.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(count));
  runs_[first].made = workers_.start([sources, target] {
    compact(sources, nullptr, target);
    for (const SegmentFiles& source : sources) remove(source);
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
  for (const Run& run : runs_) remove(run.files);
  runs_.clear();
}

}  // namespace kiosque::indexing
