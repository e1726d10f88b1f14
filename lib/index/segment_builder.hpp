#pragma once
// Making segments: of articles, and of other segments.

#include <cstddef>
#include <kiosque/article.hpp>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/inverter.hpp"
#include "index/manifest.hpp"
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
  void add(const Article& article, analysis::Analyzer& analyzer);
  [[nodiscard]] std::size_t size() const { return inverter_.size(); }

  /// Once; with a manifest, the segment's metadata are that. Not synced. Throws Error(disk).
  void write(const SegmentFiles& files, const Manifest* manifest = nullptr);

 private:
  Inverter inverter_;
  WordOrderBatch words_;
};

/// Makes one segment of several, in their order; with a manifest, its metadata are that. Not
/// synced. Throws Error(disk), and Xapian's exceptions.
void compact(const std::vector<SegmentFiles>& sources, const Manifest* manifest,
             const SegmentFiles& target);

}  // namespace kiosque::indexing
