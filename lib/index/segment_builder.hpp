#pragma once
// Making segments: of articles, and of other segments.

#include <cstddef>
#include <functional>
#include <kiosque/article.hpp>
#include <string>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/completion_lists.hpp"
#include "index/inverter.hpp"
#include "index/manifest.hpp"
#include "index/own_fields.hpp"
#include "index/word_order_file.hpp"

namespace kiosque::indexing {

/// The two files of a segment, wherever they lie.
struct SegmentFiles {
  std::string database;
  std::string words;
};

/// Holds articles in memory until it writes them.
class SegmentBuilder {
 public:
  /// `fields`, the archive's, has to outlive it.
  explicit SegmentBuilder(const FieldTable& fields = library_fields()) : fields_(&fields) {}

  void add(const Article& article, analysis::Analyzer& analyzer);
  [[nodiscard]] std::size_t size() const { return inverter_.size(); }

  /// Once; with a manifest, the segment's metadata are that. Not synced. Throws Error(disk).
  void write(const SegmentFiles& files, const Manifest* manifest = nullptr);

 private:
  const FieldTable* fields_;
  Inverter inverter_;
  WordOrderBatch words_;
  CompletionBuilder completions_;
};

/// Segments, and articles beside them, on their way into one segment, in the order in which they
/// are added. Of the articles some thousands are held in memory at a time.
class SegmentMerge {
 public:
  /// `temporary` names files that are free for use and are removed by others.
  explicit SegmentMerge(std::function<SegmentFiles()> temporary,
                        const FieldTable& fields = library_fields())
      : temporary_(std::move(temporary)), fields_(&fields), builder_(fields) {}

  void add(const SegmentFiles& segment);
  void add(const Article& article, analysis::Analyzer& analyzer);
  /// As SegmentBuilder::write and compact.
  void write(const SegmentFiles& files, const Manifest* manifest = nullptr);

 private:
  void flush();

  std::function<SegmentFiles()> temporary_;
  const FieldTable* fields_;
  std::vector<SegmentFiles> segments_;
  SegmentBuilder builder_;  // of what comes behind them
};

/// Makes one segment of several, in their order; with a manifest, its metadata are that. Not
/// synced. Throws Error(disk), and Xapian's exceptions.
void compact(const std::vector<SegmentFiles>& sources, const Manifest* manifest,
             const SegmentFiles& target);

}  // namespace kiosque::indexing
