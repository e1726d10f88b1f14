#include "index/segment_builder.hpp"

#include <xapian.h>

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace kiosque::indexing {

void SegmentBuilder::add(const Article& article, analysis::Analyzer& analyzer) {
  const IndexedArticle indexed = index_article(article, analyzer, *fields_);
  inverter_.add(indexed);
  words_.records += indexed.order;
  words_.records += indexed.card;
  words_.add(indexed.length, indexed.signature);
  completions_.add(article, analyzer);
}

void SegmentBuilder::write(const SegmentFiles& files, const Manifest* manifest) {
  glass::DatabaseWriter writer(files.database);
  if (manifest != nullptr) {
    for (const auto& [key, value] : metadata_of(*manifest)) writer.add_metadata(key, value);
  }
  inverter_.write(writer, [this](std::string_view term, std::uint32_t count) {
    completions_.add_term(term, count);
  });
  completions_.write(words_.completions);
  write_word_orders(words_, files.words);
}

namespace {

// Where several databases have a key of metadata, Xapian keeps the value of any of them.
class WithMetadata : public Xapian::Compactor {
 public:
  explicit WithMetadata(std::map<std::string, std::string> metadata)
      : metadata_(std::move(metadata)) {}

  std::string resolve_duplicate_metadata(const std::string& key, std::size_t,
                                         const std::string[]) override {
    // Before the key stand two bytes of Xapian's own.
    for (const auto& [name, value] : metadata_) {
      if (key.ends_with(name)) return value;
    }
    return {};
  }

 private:
  std::map<std::string, std::string> metadata_;
};

}  // namespace

void compact(const std::vector<SegmentFiles>& sources, const Manifest* manifest,
             const SegmentFiles& target) {
  Xapian::Database all;
  std::vector<std::shared_ptr<const WordOrderFile>> words;
  // Finished segments take no metadata: they come from a database of their own.
  const SegmentFiles metadata{target.database + ".meta", target.words + ".meta"};
  WithMetadata compactor(manifest == nullptr ? std::map<std::string, std::string>()
                                             : metadata_of(*manifest));
  if (manifest != nullptr) {
    SegmentBuilder().write(metadata, manifest);
    all.add_database(Xapian::Database(metadata.database));
  }
  for (const SegmentFiles& source : sources) {
    all.add_database(Xapian::Database(source.database));
    words.push_back(std::make_shared<const WordOrderFile>(source.words));
  }
  all.compact(target.database, Xapian::DBCOMPACT_SINGLE_FILE, 0, compactor);
  concatenate_word_orders(words, target.words);
  std::remove(metadata.database.c_str());
  std::remove(metadata.words.c_str());
}

void SegmentMerge::add(const SegmentFiles& segment) {
  flush();
  segments_.push_back(segment);
}

void SegmentMerge::add(const Article& article, analysis::Analyzer& analyzer) {
  constexpr std::size_t kMost = 2000;
  builder_.add(article, analyzer);
  if (builder_.size() >= kMost) flush();
}

void SegmentMerge::write(const SegmentFiles& files, const Manifest* manifest) {
  if (segments_.empty()) {
    builder_.write(files, manifest);
    return;
  }
  flush();
  compact(segments_, manifest, files);
}

void SegmentMerge::flush() {
  if (builder_.size() == 0) return;
  segments_.push_back(temporary_());
  builder_.write(segments_.back());
  builder_ = SegmentBuilder(*fields_);
}

}  // namespace kiosque::indexing
