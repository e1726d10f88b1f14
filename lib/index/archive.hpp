#pragma once
// The archive on disk: the only file that knows what lies in its folder. Today that is one Xapian
// database, with the schema and the analyzer in its metadata.

#include <xapian.h>

#include <chrono>
#include <kiosque/error.hpp>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace kiosque::indexing {

/// Whether an archive of another schema or analyzer may be opened: to look at it and to copy it,
/// yes.
enum class Versions { current_only, every };

/// Throws Error: archive_missing, archive_damaged, archive_version.
Xapian::Database open_to_read(const std::string& path, Versions versions = Versions::current_only);

/// Creates the archive if the path is free or an empty folder. Throws Error: archive_locked,
/// archive_damaged, archive_version, disk.
Xapian::WritableDatabase open_to_write(const std::string& path);

/// Whether a folder looks like an archive from outside.
bool is_archive(const std::string& path);

/// The article under an id.
std::optional<Article> find(const Xapian::Database& database, std::string_view id);

/// Its document number; 0 if there is none.
Xapian::docid find_document(const Xapian::Database& database, std::string_view id);

/// Makes the last commit durable: Xapian syncs its files, but never their folder.
void sync_folder(const std::string& path);

/// Changes with every commit.
std::string revision_of(const Xapian::Database& database);

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

/// Runs `call`, and again after `renew` where a writer committed twice meanwhile and took away what
/// was being read.
template <typename Call, typename Renew>
auto persist(Call&& call, Renew&& renew) {
  constexpr int kTries = 50;
  bool stale = false;
  for (int attempt = 1; attempt < kTries; ++attempt) {
    try {
      if (stale) renew();  // which may come too late in turn
      stale = true;
      return call();
    } catch (const Xapian::DatabaseModifiedError&) {
    } catch (const Xapian::DocNotFoundError&) {  // Xapian's other way of saying so
    }
    // A writer that commits without a pause needs to be waited for.
    constexpr int kAtOnce = 5;
    if (attempt > kAtOnce) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  renew();
  return call();
}

}  // namespace kiosque::indexing
