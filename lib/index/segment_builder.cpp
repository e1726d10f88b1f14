#include "index/segment_builder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <kiosque/error.hpp>
#include <system_error>

#include "index/document.hpp"

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

// Without a list of terms for each article: segments never change, and nothing else asks for it.
constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                       Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  if (!fs::create_directory(folder, error)) {
    throw Error(ErrorCode::disk, fmt::format("cannot create {}: {}", folder, error.message()));
  }
}

}  // namespace

SegmentSource source_in(const std::string& folder) {
  return {folder, folder + "/words"};
}

SegmentBuilder::SegmentBuilder(std::string folder)
    : folder_((make_folder(folder), std::move(folder))), database_(folder_, kFlags) {}

void SegmentBuilder::add(const Article& article, analysis::Analyzer& analyzer) {
  Indexed indexed = to_document(article, analyzer);
  database_.add_document(indexed.document);
  words_.records += indexed.order;
  words_.add(indexed.length);
}

void SegmentBuilder::finish() {
  database_.commit();
  database_.close();
  write_word_orders(words_, source_in(folder_).words);
}

void compact(const std::vector<SegmentSource>& sources, const Manifest* manifest,
             const SegmentSource& target, const std::string& folder) {
  Xapian::Database all;
  std::vector<std::shared_ptr<const WordOrderFile>> words;
  if (manifest != nullptr) {
    // The metadata of the first database are kept, and finished segments take none.
    make_folder(folder);
    Xapian::WritableDatabase metadata(folder, kFlags);
    put_metadata(metadata, *manifest);
    metadata.commit();
    metadata.close();
    all.add_database(Xapian::Database(folder));
  }
  for (const SegmentSource& source : sources) {
    all.add_database(Xapian::Database(source.database));
    words.push_back(std::make_shared<const WordOrderFile>(source.words));
  }
  all.compact(target.database, Xapian::DBCOMPACT_SINGLE_FILE);
  concatenate_word_orders(words, target.words);
  std::error_code error;
  fs::remove_all(folder, error);
}

}  // namespace kiosque::indexing
