#include "index/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/analyzer.hpp>
#include <random>
#include <set>
#include <system_error>

#include "index/document.hpp"
#include "index/fields.hpp"
#include "index/tiers.hpp"

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemporary = "tmp-";

// Of a segment, the share of dead articles from which on it is written anew.
constexpr std::size_t kDeadShare = 4;

// Segments below this are pieces: of many of them a merge makes a whole.
constexpr std::size_t kPiece = 512;

bool mostly_dead(std::size_t dead, std::size_t size) {
  return dead > 0 && dead * kDeadShare > size;
}

// A program killed while it created the archive leaves a lock and perhaps one empty segment.
bool is_unfinished(const std::string& path) {
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (name != "lock" && name != "XAPIANDB.new" && segment_number(name) != 1U &&
        !name.starts_with(kTemporary)) {
      return false;
    }
  }
  const std::string first = segment_path(path, 1);
  std::error_code error;
  if (!fs::exists(first, error)) return true;
  try {
    return Xapian::Database(first).get_lastdocid() == 0;
  } catch (const Xapian::Error&) {
    return true;  // cut short
  }
}

// Looked at first without a lock: nothing is left in a folder that is something else.
const std::string& checked(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    if (!fs::create_directory(path, error) && error) {
      throw Error(ErrorCode::disk, fmt::format("cannot create {}: {}", path, error.message()));
    }
    sync_folder(fs::absolute(path).parent_path().string());
    return path;
  }
  if (error) throw Error(ErrorCode::disk, fmt::format("{}: {}", path, error.message()));
  if (fs::is_directory(status) && !is_archive(path) && is_unfinished(path)) return path;
  (void)open_commit(path);
  return path;
}

HeldFile locked(const std::string& path) {
  try {
    return {lock_path(path), HeldFile::For::writing};
  } catch (const Error& error) {
    if (error.code() != ErrorCode::archive_locked) throw;
    throw Error(ErrorCode::archive_locked,
                fmt::format("{} is being written by another program: wait until it is done", path));
  }
}

}  // namespace

// What is wrong with the schema is said before anything is made.
Store::Store(std::string path, std::size_t jobs, const Schema& schema)
    : path_(std::move(path)),
      fields_(schema),
      lock_(locked(checked(path_))),
      runs_(
          path_, jobs, [this] { return next_number(); }, dead_, fields_) {
  if (!read_stub(path_)) {
    sweep();
    manifest_ = created();
    publish(0, Dead::where_many, {});
  } else {
    load();
    FieldTable stored(manifest_.fields);
    if (!schema.fields.empty()) require_same(stored);
    fields_ = std::move(stored);
    sweep();
  }
}

void Store::require_same(const FieldTable& stored) const {
  if (same_fields(fields_, stored)) return;
  const std::string has = description(stored.schema());
  throw Error(
      ErrorCode::invalid_argument,
      fmt::format("{} was made with {}, not with the fields {}: leave them out to go on with "
                  "it, or export it and index it into a new archive",
                  path_, has.empty() ? "no fields of its own" : "the fields " + has,
                  description(fields_.schema())));
}

Manifest Store::created() const {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.analyzer = analyzer_name();
  manifest.fingerprint = analyzer_fingerprint();
  manifest.fields = fields_.schema();
  std::random_device random;
  manifest.archive = fmt::format("{:08x}", random());
  return manifest;
}

void Store::load() {
  const auto commit = open_commit(path_);
  manifest_ = commit->manifest;
  dead_ = manifest_.dead;
  for (const unsigned number : manifest_.segments) {
    segments_.push_back(open(number));
    manifest_.next_segment = std::max(manifest_.next_segment, number + 1);
  }
}

Store::Open Store::open(unsigned number) const {
  Open segment{number, 0, Xapian::Database(files_of(number).database)};
  segment.size = segment.database.get_lastdocid();
  return segment;
}

SegmentFiles Store::files_of(unsigned number) const {
  return {segment_path(path_, number), word_order_path(path_, number)};
}

SegmentFiles Store::temporary_files() {
  const std::string name = fmt::format("{}/{}{:06}", path_, kTemporary, next_number());
  return {name + ".glass", name + ".words"};
}

// Everything that no commit lists and nobody reads.
void Store::sweep() const {
  std::set<unsigned> listed;
  for (const Open& segment : segments_) listed.insert(segment.number);
  std::error_code error;
  std::set<unsigned> unlisted;
  for (const auto& entry : fs::directory_iterator(path_, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kTemporary)) {
      fs::remove_all(entry.path(), error);
    } else if (const auto number = segment_number(name); number && !listed.contains(*number)) {
      unlisted.insert(*number);
    }
  }
  for (const unsigned number : unlisted)
    remove_unheld(segment_path(path_, number), word_order_path(path_, number));
}

std::optional<Store::Place> Store::find(std::string_view id) {
  const std::string term = exact_term(*find_field("id"), id);
  const auto in = [&](Xapian::Database& database, unsigned number) -> std::optional<Place> {
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      if (!dead_.contains(number, *at)) return Place{number, *at, &database};
    }
    return {};
  };
  for (auto run = runs_.list().rbegin(); run != runs_.list().rend(); ++run) {
    if (!run->ready) continue;
    if (const auto place = in(run->database, run->number)) return place;
  }
  for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment) {
    if (const auto place = in(segment->database, segment->number)) return place;
  }
  return {};
}

void Store::visit_id_hashes(const std::function<void(std::uint64_t)>& visit) const {
  const std::string prefix(find_field("id")->prefix);
  for (const Open& segment : segments_) {
    const auto end = segment.database.allterms_end(prefix);
    for (auto term = segment.database.allterms_begin(prefix); term != end; ++term)
      visit(word_hash(*term));
  }
}

// The living articles of a database once more, by their texts: what has a dead one cannot be cut
// out of a segment, and what is in many small pieces is slow to read.
void Store::add_living(const Xapian::Database& database, unsigned number, SegmentMerge& merge) {
  Runs::AnalyzerLease analyzer(runs_);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    if (dead_.contains(number, *at)) continue;
    merge.add(from_document(database.get_document(*at)), *analyzer);
  }
}

// Segments that are to stay, but for too many dead articles.
void Store::rewrite_the_dead(std::vector<Open>& segments, Tombstones& dead) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const unsigned old = segments[i].number;
    if (!mostly_dead(dead.count(old), segments[i].size)) continue;
    if (dead.count(old) == segments[i].size) {
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i--));
    } else {
      SegmentMerge merge([this] { return temporary_files(); }, fields_);
      add_living(segments[i].database, old, merge);
      const unsigned number = next_number();
      merge.write(files_of(number));
      sync_files({files_of(number).database, files_of(number).words});
      segments[i] = open(number);
    }
    dead.forget(old);
  }
}

void Store::commit(const std::vector<Article>& last) {
  runs_.wait();
  if (runs_.empty() && last.empty() && dead_ == manifest_.dead) return;
  std::vector<std::size_t> sizes;
  for (const Open& segment : segments_) sizes.push_back(segment.size);
  sizes.push_back(runs_.articles() + last.size());
  publish(merge_count(sizes) - 1, Dead::where_many, last);
}

void Store::commit_compacted(const std::vector<Article>& last) {
  runs_.wait();
  if (runs_.empty() && last.empty() && dead_.total() == 0 && segments_.size() == 1) return;
  publish(segments_.size(), Dead::all, last);
}

// Writes what is pending and the last `merged` segments as one, with the metadata of all, and lists
// it.
void Store::publish(std::size_t merged, Dead drop, const std::vector<Article>& last) {
  struct Source {
    unsigned number = 0;
    std::size_t size = 0;
    SegmentFiles files = {};
    const Xapian::Database* database = nullptr;
  };
  std::vector<Source> sources;
  for (std::size_t i = segments_.size() - merged; i < segments_.size(); ++i) {
    const Open& segment = segments_[i];
    sources.push_back({segment.number, segment.size, files_of(segment.number), &segment.database});
  }
  for (const auto& run : runs_.list()) {
    if (!run.ready) {
      throw Error(ErrorCode::disk,
                  fmt::format("{}: what came after the last commit could not be written", path_));
    }
    sources.push_back({run.number, run.size, run.files, &run.database});
  }
  std::size_t articles = last.size();
  for (const Source& source : sources) articles += source.size;
  // Many small ones are written from their texts, to be whole again.
  const bool in_pieces = articles < sources.size() * kPiece;

  // Until the commit is made, what is known of the archive stays as it was.
  std::vector<Open> segments(segments_.begin(),
                             segments_.end() - static_cast<std::ptrdiff_t>(merged));
  Tombstones dead = dead_;
  const unsigned number = next_number();
  std::uint32_t size = 0;
  SegmentMerge merge([this] { return temporary_files(); }, fields_);
  for (const Source& source : sources) {
    const std::size_t gone = dead.count(source.number);
    const bool rewritten = mostly_dead(gone, source.size) || (drop == Dead::all && gone > 0) ||
                           (in_pieces && source.size < kPiece);
    if (!rewritten) {
      merge.add(source.files);
      dead.move(source.number, number, size);
      size += static_cast<std::uint32_t>(source.size);
      continue;
    }
    add_living(*source.database, source.number, merge);
    size += static_cast<std::uint32_t>(source.size - gone);
    dead.forget(source.number);
  }
  {
    Runs::AnalyzerLease analyzer(runs_);
    for (const Article& article : last) merge.add(article, *analyzer);
  }
  rewrite_the_dead(segments, dead);

  Manifest manifest = manifest_;
  manifest.dead = dead;
  ++manifest.revision;
  manifest.segments.clear();
  for (const Open& segment : segments) manifest.segments.push_back(segment.number);
  manifest.segments.push_back(number);
  merge.write(files_of(number), &manifest);
  sync_files(
      {files_of(number).database, files_of(number).words, prepare_stub(path_, manifest.segments)});
  sync_folder(path_);  // no list may be there before what it lists
  segments.push_back(open(number));
  put_stub(path_);

  segments_ = std::move(segments);
  dead_ = std::move(dead);
  manifest_ = manifest;
  runs_.clear();
  sweep();
}

}  // namespace kiosque::indexing
