#pragma once
// The archive on disk, for readers: a commit is the segments that one stub lists. Archives of the
// schemas before 3 are one plain Xapian database; they open to be looked at and copied.

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <kiosque/error.hpp>
#include <kiosque/search.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/glass/database_file.hpp"
#include "index/held_file.hpp"
#include "index/manifest.hpp"
#include "index/word_order_file.hpp"

namespace kiosque::indexing {

/// Whether an archive of another schema or analyzer may be opened: to look at it and to copy it,
/// yes.
enum class Versions { current_only, every };

/// The files of one segment, held so that no writer sweeps them away. They never change; safe to
/// share between threads.
class Segment {
 public:
  /// Throws Error: archive_missing where a file is not there (any more), archive_damaged, disk.
  Segment(const std::string& archive, unsigned number);

  [[nodiscard]] unsigned number() const { return number_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Documents are numbered from 1 to this, the dead ones included.
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const WordOrderFile& words() const { return words_; }
  /// Its database's file, to be read without Xapian.
  [[nodiscard]] const glass::DatabaseFile& database() const { return database_; }

 private:
  unsigned number_;
  std::string path_;
  HeldFile held_;  // with a shared lock
  WordOrderFile words_;
  glass::DatabaseFile database_;
};

/// An archive as one commit left it. Safe to share between threads.
struct Commit {
  std::string path = {};
  Manifest manifest = {};
  std::vector<std::shared_ptr<const Segment>> segments = {};  // oldest first
  bool plain = false;  // one database of an old schema, without segments

  /// Changes with every commit.
  [[nodiscard]] std::string revision() const;
};

/// The newest commit; segments that `known` has too are taken from there, unless the archive has
/// been made anew since. Throws Error:
/// archive_missing, archive_damaged, archive_version, disk.
std::shared_ptr<const Commit> open_commit(const std::string& path,
                                          Versions versions = Versions::current_only,
                                          const Commit* known = nullptr);

/// The databases of a commit's segments, in their order, for one thread; those of segments that
/// `known` has too are taken from what that thread has opened of it.
std::vector<Xapian::Database> open_databases(const Commit& commit, const Commit* known = nullptr,
                                             const std::vector<Xapian::Database>& opened = {});

/// Whether a folder looks like an archive from outside.
bool is_archive(const std::string& path);

/// The document that holds an id in one database; 0 if there is none.
Xapian::docid find_document(const Xapian::Database& database, std::string_view id);

/// The article under an id.
std::optional<Article> find(const Commit& commit, const std::vector<Xapian::Database>& databases,
                            std::string_view id);

/// Every article that is not dead, in the order in which they came, until `visit` returns false.
void visit_articles(const Commit& commit, const std::function<bool(const Article&)>& visit);

/// Throws Error(archive_version) for what another schema or analyzer made.
void check_versions(const std::string& path, const Manifest& manifest);

ArchiveInfo describe(const std::string& path);

/// Turns the exception in flight into an Error that names the path. Never returns.
[[noreturn]] void rethrow(const std::string& path);

/// Runs `call`; Xapian's exceptions leave it as Errors.
template <typename Call>
auto guarded(const std::string& path, Call&& call) {
  try {
    return std::forward<Call>(call)();
  } catch (const Xapian::Error&) {
    rethrow(path);
  }
}

}  // namespace kiosque::indexing
