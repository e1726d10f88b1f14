#include "index/segment_builder.hpp"

#include <xapian.h>

#include <cstdio>
#include <memory>

namespace kiosque::indexing {

void SegmentBuilder::add(const Article& article, analysis::Analyzer& analyzer) {
  const IndexedArticle indexed = index_article(article, analyzer);
  inverter_.add(indexed);
  words_.records += indexed.order;
  words_.add(indexed.length);
}

void SegmentBuilder::write(const SegmentFiles& files, const Manifest* manifest) {
  glass::DatabaseWriter writer(files.database);
  if (manifest != nullptr) {
    for (const auto& [key, value] : metadata_of(*manifest)) writer.add_metadata(key, value);
  }
  inverter_.write(writer);
  write_word_orders(words_, files.words);
}

void compact(const std::vector<SegmentFiles>& sources, const Manifest* manifest,
             const SegmentFiles& target) {
  Xapian::Database all;
  std::vector<std::shared_ptr<const WordOrderFile>> words;
  // The metadata of the first database are kept, and finished segments take none.
  const SegmentFiles metadata{target.database + ".meta", target.words + ".meta"};
  if (manifest != nullptr) {
    SegmentBuilder().write(metadata, manifest);
    all.add_database(Xapian::Database(metadata.database));
  }
  for (const SegmentFiles& source : sources) {
    all.add_database(Xapian::Database(source.database));
    words.push_back(std::make_shared<const WordOrderFile>(source.words));
  }
  all.compact(target.database, Xapian::DBCOMPACT_SINGLE_FILE);
  concatenate_word_orders(words, target.words);
  std::remove(metadata.database.c_str());
  std::remove(metadata.words.c_str());
}

}  // namespace kiosque::indexing
