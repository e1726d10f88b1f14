#pragma once
// Making segments: of articles, and of other segments.

#include <xapian.h>

#include <cstddef>
#include <kiosque/article.hpp>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/manifest.hpp"
#include "index/word_order.hpp"

namespace kiosque::indexing {

/// A database and its words, wherever they lie: a segment, or a folder that a builder made.
struct SegmentSource {
  std::string database;
  std::string words;
};

/// What a builder makes in `folder`.
SegmentSource source_in(const std::string& folder);

/// Turns articles into a small database in a folder of its own, without syncing anything: it is to
/// be compacted into a segment. Xapian's inverter is fastest with few articles at a time.
class SegmentBuilder {
 public:
  /// Makes the folder. Throws Error(disk), and Xapian's exceptions.
  explicit SegmentBuilder(std::string folder);
  void add(const Article& article, analysis::Analyzer& analyzer);
  void finish();
  [[nodiscard]] std::size_t size() const { return words_.lengths.size(); }

 private:
  std::string folder_;
  Xapian::WritableDatabase database_;
  WordOrderBatch words_;
};

/// Makes one segment of several, in their order; with a manifest, its metadata are that. Not
/// synced. `folder` is free to work in and gone at the end. Throws Error(disk), and Xapian's
/// exceptions.
void compact(const std::vector<SegmentSource>& sources, const Manifest* manifest,
             const SegmentSource& target, const std::string& folder);

}  // namespace kiosque::indexing
