#include "index/archive.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <kiosque/analyzer.hpp>
#include <system_error>

#include "index/document.hpp"
#include "index/fields.hpp"

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

constexpr char kSchemaKey[] = "kiosque.schema";
constexpr char kAnalyzerKey[] = "kiosque.analyzer";
constexpr char kFingerprintKey[] = "kiosque.fingerprint";

void check_versions(const std::string& path, const Xapian::Database& database, Versions versions) {
  const std::string schema = database.get_metadata(kSchemaKey);
  if (schema.empty()) {
    throw Error(
        ErrorCode::archive_damaged,
        fmt::format("{} is a Xapian database, but no Kiosque archive: choose another path", path));
  }
  if (versions == Versions::every) return;
  if (schema != kSchemaVersion) {
    throw Error(
        ErrorCode::archive_version,
        fmt::format("{} has schema {}, this library reads schema {}: export it and index it again",
                    path, schema, kSchemaVersion));
  }
  const std::string analyzer = database.get_metadata(kAnalyzerKey);
  const std::string fingerprint = database.get_metadata(kFingerprintKey);
  if (analyzer != analyzer_name() || fingerprint != analyzer_fingerprint()) {
    throw Error(
        ErrorCode::archive_version,
        fmt::format(
            "{} was made by analyzer {} ({}), this library has {} ({}): its words would not "
            "be found; export it and index it again",
            path, analyzer, fingerprint, analyzer_name(), analyzer_fingerprint()));
  }
}

[[noreturn]] void not_an_archive(const std::string& path) {
  throw Error(
      ErrorCode::archive_damaged,
      fmt::format("{} is not a Kiosque archive: give the folder that `kiosque index` made", path));
}

}  // namespace

void rethrow(const std::string& path) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::archive_locked,
                fmt::format("{} is being written by another program: wait until it is done", path));
  } catch (const Xapian::DatabaseNotFoundError&) {
    std::error_code error;
    if (fs::exists(path, error)) not_an_archive(path);
    throw Error(ErrorCode::archive_missing, fmt::format("there is no archive at {}", path));
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::archive_version,
                fmt::format("{} was made by another Xapian: {}", path, error.get_msg()));
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(
        ErrorCode::archive_locked,
        fmt::format("{} changed while it was being read: try again when its writer has done",
                    path));
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(
        ErrorCode::archive_damaged,
        fmt::format("{} is damaged: {}; restore it from a copy, or index its articles again", path,
                    error.get_msg()));
  } catch (const Xapian::Error& error) {
    const char* const reason = error.get_error_string();
    const std::string message =
        fmt::format("{}: {}{}{}", path, error.get_msg(), reason ? ": " : "", reason ? reason : "");
    throw Error(ErrorCode::disk, message);
  }
}

Xapian::Database open_to_read(const std::string& path, Versions versions) {
  return guarded(path, [&] {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      throw Error(ErrorCode::archive_missing, fmt::format("there is no archive at {}", path));
    }
    if (error) throw Error(ErrorCode::disk, fmt::format("{}: {}", path, error.message()));
    if (!fs::is_directory(status)) not_an_archive(path);
    return persist(
        [&] {
          Xapian::Database database(path);
          check_versions(path, database, versions);
          return database;
        },
        [] {});
  });
}

Xapian::WritableDatabase open_to_write(const std::string& path) {
  return guarded(path, [&] {
    std::error_code error;
    const auto status = fs::status(path, error);
    const bool fresh = status.type() == fs::file_type::not_found ||
                       (fs::is_directory(status) && fs::is_empty(path, error));
    if (error && status.type() != fs::file_type::not_found) {
      throw Error(ErrorCode::disk, fmt::format("{}: {}", path, error.message()));
    }
    if (!fresh) {
      // Looked at first without a lock: nothing is left in a folder that is something else.
      if (!fs::is_directory(status)) not_an_archive(path);
      const Xapian::Database present(path);
      // A program killed while it created the archive leaves a database without anything in it.
      const bool unfinished =
          present.get_lastdocid() == 0 && present.get_metadata(kSchemaKey).empty();
      if (!unfinished) {
        check_versions(path, present, Versions::current_only);
        return Xapian::WritableDatabase(path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      }
    }
    if (status.type() == fs::file_type::not_found && !fs::create_directory(path, error) && error) {
      throw Error(ErrorCode::disk, fmt::format("cannot create {}: {}", path, error.message()));
    }
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(kSchemaKey, std::string(kSchemaVersion));
    database.set_metadata(kAnalyzerKey, analyzer_name());
    database.set_metadata(kFingerprintKey, analyzer_fingerprint());
    database.commit();
    sync_folder(path);
    sync_folder(fs::absolute(path).parent_path().string());
    return database;
  });
}

bool is_archive(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(fs::path(path) / "iamglass", error);
}

Xapian::docid find_document(const Xapian::Database& database, std::string_view id) {
  const std::string term = exact_term(*find_field("id"), id);
  if (!database.term_exists(term)) return 0;
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

std::optional<Article> find(const Xapian::Database& database, std::string_view id) {
  const Xapian::docid document = find_document(database, id);
  if (document == 0) return {};
  return from_document(database.get_document(document));
}

void sync_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;  // a parent that may not be read: nothing to be done about it
  const int failed = ::fsync(folder);
  const int reason = errno;
  ::close(folder);
  if (failed != 0 && reason != EINVAL) {
    throw Error(ErrorCode::disk, fmt::format("cannot sync {}: {}", path, std::strerror(reason)));
  }
}

std::string revision_of(const Xapian::Database& database) {
  return fmt::format("{}-{}", database.get_uuid().substr(0, 8), database.get_revision());
}

ArchiveInfo describe(const std::string& path) {
  return guarded(path, [&] {
    const Xapian::Database database = open_to_read(path, Versions::every);
    ArchiveInfo info;
    info.path = path;
    info.articles = database.get_doccount();
    info.schema = database.get_metadata(kSchemaKey);
    info.analyzer = database.get_metadata(kAnalyzerKey);
    info.fingerprint = database.get_metadata(kFingerprintKey);
    info.revision = revision_of(database);
    info.readable = info.schema == kSchemaVersion && info.analyzer == analyzer_name() &&
                    info.fingerprint == analyzer_fingerprint();
    // The bounds of the day slot do not shrink when articles go: the terms are exact.
    const auto to_iso = [](const std::string& term) {
      return term.substr(1, 4) + "-" + term.substr(5, 2) + "-" + term.substr(7, 2);
    };
    for (auto term = database.allterms_begin("D"); term != database.allterms_end("D"); ++term) {
      if ((*term).size() != 9) continue;
      if (info.first_day.empty()) info.first_day = to_iso(*term);
      info.last_day = to_iso(*term);
    }
    const std::string language(find_field("language")->prefix);
    for (auto term = database.allterms_begin(language); term != database.allterms_end(language);
         ++term) {
      info.languages.emplace_back((*term).substr(language.size()), term.get_termfreq());
    }
    std::stable_sort(info.languages.begin(), info.languages.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
      if (entry.is_regular_file(error)) info.bytes += entry.file_size(error);
    }
    return info;
  });
}

}  // namespace kiosque::indexing
