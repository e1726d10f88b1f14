#pragma once
// Filling an archive.
//
//   kiosque::Writer writer("presse.kiosque");
//   writer.put({.id = "a1", .title = "L’élection", .body = "Le second tour a lieu dimanche."});
//   writer.commit();

#include <cstddef>
#include <functional>
#include <kiosque/article.hpp>
#include <kiosque/error.hpp>
#include <kiosque/export.hpp>
#include <kiosque/read.hpp>
#include <kiosque/schema.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque {

/// What happens when an id comes again.
enum class OnDuplicate {
  merge,  ///< what is absent never erases, a body that merely opens the stored one does not replace
          ///< it, otherwise the later `modified`, or the later arrival, wins
  replace,  ///< the newcomer takes the place as it is
  keep,     ///< the first stays
};

enum class Put { added, updated, unchanged };

struct WriterOptions {
  OnDuplicate on_duplicate = OnDuplicate::merge;
  /// Threads that analyze and index, the calling one included. What they make is the same for any
  /// number.
  std::size_t jobs = 1;
  /// Of text, after which the writer commits of itself, so that little is lost in a crash; 0: only
  /// `commit()` does.
  std::size_t commit_bytes = 64U << 20U;
  /// Fields of the application's own, where the archive is made; empty: those that it has.
  Schema schema = {};
};

/// The one writer of an archive, for one thread. Every `commit_bytes` of text it commits of itself;
/// destroyed, it drops what came after the last commit, without throwing.
class KIOSQUE_EXPORT Writer {
 public:
  /// Creates the archive if there is none. Throws Error: archive_locked, archive_damaged,
  /// archive_version, disk, or invalid_argument: a schema that is none, or another than the
  /// archive's.
  explicit Writer(std::string path, const WriterOptions& options = {});
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  /// Stores an article under its id (or the derived one). Throws Error(invalid_argument) if it has
  /// neither title nor body, or a `published` or `modified` that is no date; Error(disk). Values of
  /// own fields are kept whatever they are (see unfit_values).
  Put put(const Article& article);

  /// False if there is none such.
  bool remove(std::string_view id);

  /// Durable when it returns.
  void commit();

  /// Commits, and makes one segment of the archive without what was deleted or replaced. An archive
  /// needs this only to be as small as can be, or for other Xapian tools, which see the deleted.
  void compact();

  /// The archive's.
  [[nodiscard]] Schema schema() const;

  /// Changes since the last commit.
  [[nodiscard]] std::size_t pending() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct IndexSummary {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t rejected = 0;
  std::size_t notices = 0;  ///< articles kept without a value
  bool stopped = false;
};

/// Reads the paths into the writer and commits; what cannot be read or stored goes to
/// `on_rejected`, and so does what is no value of an own field. Members of JSON objects and columns
/// of tables that bear an own field's name are its values.
KIOSQUE_EXPORT IndexSummary index(Writer& writer, const std::vector<std::string>& paths,
                                  const ReadOptions& options = {},
                                  const std::function<void(const Rejected&)>& on_rejected = {});

}  // namespace kiosque
