#include "index/archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/analyzer.hpp>
#include <map>
#include <system_error>

#include "index/document.hpp"
#include "index/fields.hpp"

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void not_an_archive(const std::string& path) {
  throw Error(
      ErrorCode::archive_damaged,
      fmt::format("{} is not a Kiosque archive: give the folder that `kiosque index` made", path));
}

[[noreturn]] void no_archive(const std::string& path) {
  throw Error(ErrorCode::archive_missing, fmt::format("there is no archive at {}", path));
}

bool is_plain_database(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(fs::path(path) / "iamglass", error);
}

std::shared_ptr<const Commit> open_plain(const std::string& path) {
  auto commit = std::make_shared<Commit>();
  commit->path = path;
  commit->plain = true;
  const Xapian::Database database(path);
  commit->manifest = read_metadata(database, path);
  commit->manifest.archive = database.get_uuid().substr(0, 8);
  commit->manifest.revision = database.get_revision();
  return commit;
}

std::shared_ptr<const Commit> open_segments(const std::string& path,
                                            const std::vector<unsigned>& numbers,
                                            const Commit* known) {
  auto commit = std::make_shared<Commit>();
  commit->path = path;
  for (const unsigned number : numbers) {
    std::shared_ptr<const Segment> segment;
    if (known != nullptr) {
      for (const auto& candidate : known->segments)
        if (candidate->number() == number) segment = candidate;
    }
    commit->segments.push_back(segment ? segment : std::make_shared<const Segment>(path, number));
  }
  commit->manifest = read_metadata(Xapian::Database(commit->segments.back()->path()), path);
  // Another archive's segments have the same names.
  if (known != nullptr && commit->manifest.archive != known->manifest.archive)
    return open_segments(path, numbers, nullptr);
  // A list that was cut would pass for that of a smaller archive.
  if (commit->manifest.segments != numbers) {
    throw Error(
        ErrorCode::archive_damaged,
        fmt::format("{} is damaged: XAPIANDB does not list the segments of the last commit; "
                    "restore it from a copy, or index the articles again",
                    path));
  }
  return commit;
}

// The stub is read again where a writer took away what it listed.
std::shared_ptr<const Commit> open_newest(const std::string& path, const Commit* known) {
  auto numbers = read_stub(path);
  if (!numbers) {
    if (is_plain_database(path)) return open_plain(path);
    not_an_archive(path);
  }
  for (;;) {
    try {
      return open_segments(path, *numbers, known);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::archive_missing) throw;
    } catch (const Xapian::DatabaseNotFoundError&) {
    } catch (const Xapian::DatabaseOpeningError&) {
    }
    const auto newer = read_stub(path);
    if (newer == numbers || !newer) break;
    numbers = newer;
  }
  throw Error(ErrorCode::archive_damaged,
              fmt::format("{} is damaged: a segment that XAPIANDB lists is missing or cannot be "
                          "opened; restore it from a copy, or index its articles again",
                          path));
}

}  // namespace

Segment::Segment(const std::string& archive, unsigned number)
    : number_(number),
      path_(segment_path(archive, number)),
      held_(path_, HeldFile::For::reading),
      words_(word_order_path(archive, number), WordOrderFile::Access::random),
      database_(path_) {}

std::string Commit::revision() const {
  return fmt::format("{}-{}", manifest.archive, manifest.revision);
}

void check_versions(const std::string& path, const Manifest& manifest) {
  if (manifest.schema != kSchemaVersion) {
    throw Error(
        ErrorCode::archive_version,
        fmt::format("{} has schema {}, this library reads schema {}: export it and index it again",
                    path, manifest.schema, kSchemaVersion));
  }
  if (manifest.analyzer != analyzer_name() || manifest.fingerprint != analyzer_fingerprint()) {
    throw Error(
        ErrorCode::archive_version,
        fmt::format(
            "{} was made by analyzer {} ({}), this library has {} ({}): its words would not "
            "be found; export it and index it again",
            path, manifest.analyzer, manifest.fingerprint, analyzer_name(),
            analyzer_fingerprint()));
  }
}

void rethrow(const std::string& path) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::archive_locked,
                fmt::format("{} is being written by another program: wait until it is done", path));
  } catch (const Xapian::DatabaseNotFoundError&) {
    std::error_code error;
    if (fs::exists(path, error)) not_an_archive(path);
    no_archive(path);
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::archive_version,
                fmt::format("{} was made by another Xapian: {}", path, error.get_msg()));
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

std::shared_ptr<const Commit> open_commit(const std::string& path, Versions versions,
                                          const Commit* known) {
  return guarded(path, [&] {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) no_archive(path);
    if (error) throw Error(ErrorCode::disk, fmt::format("{}: {}", path, error.message()));
    if (!fs::is_directory(status)) not_an_archive(path);
    auto commit = open_newest(path, known);
    if (versions == Versions::current_only) check_versions(path, commit->manifest);
    return commit;
  });
}

std::vector<Xapian::Database> open_databases(const Commit& commit, const Commit* known,
                                             const std::vector<Xapian::Database>& opened) {
  const auto known_place = [&](const std::shared_ptr<const Segment>& segment) {
    if (known == nullptr) return opened.size();
    const auto found = std::find(known->segments.begin(), known->segments.end(), segment);
    return found == known->segments.end()
               ? opened.size()
               : static_cast<std::size_t>(found - known->segments.begin());
  };
  return guarded(commit.path, [&] {
    std::vector<Xapian::Database> databases;
    if (commit.plain) databases.emplace_back(commit.path);
    for (const auto& segment : commit.segments) {
      if (const std::size_t place = known_place(segment); place < opened.size()) {
        databases.push_back(opened[place]);
        continue;
      }
      databases.emplace_back(segment->path());
      if (databases.back().get_lastdocid() != segment->size()) {
        throw Error(ErrorCode::archive_damaged,
                    fmt::format("{} and its file of words are not of one making: restore both from "
                                "a copy, or index the articles again",
                                segment->path()));
      }
    }
    return databases;
  });
}

bool is_archive(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(stub_path(path), error) || is_plain_database(path);
}

Xapian::docid find_document(const Xapian::Database& database, std::string_view id) {
  const std::string term = exact_term(*find_field("id"), id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

std::optional<Article> find(const Commit& commit, const std::vector<Xapian::Database>& databases,
                            std::string_view id) {
  const std::string term = exact_term(*find_field("id"), id);
  for (std::size_t i = databases.size(); i-- > 0;) {
    // In one segment an id may stand more than once, dead but for one.
    const unsigned number = commit.plain ? 0 : commit.segments[i]->number();
    for (auto at = databases[i].postlist_begin(term); at != databases[i].postlist_end(term); ++at) {
      if (commit.manifest.dead.contains(number, *at)) continue;
      return from_document(databases[i].get_document(*at));
    }
  }
  return {};
}

void visit_articles(const Commit& commit, const std::function<bool(const Article&)>& visit) {
  guarded(commit.path, [&] {
    const auto databases = open_databases(commit);
    for (std::size_t i = 0; i < databases.size(); ++i) {
      const unsigned number = commit.plain ? 0 : commit.segments[i]->number();
      for (auto at = databases[i].postlist_begin(""); at != databases[i].postlist_end(""); ++at) {
        if (commit.manifest.dead.contains(number, *at)) continue;
        if (!visit(from_document(databases[i].get_document(*at)))) return;
      }
    }
  });
}

ArchiveInfo describe(const std::string& path) {
  return guarded(path, [&] {
    const auto commit = open_commit(path, Versions::every);
    const auto databases = open_databases(*commit);
    ArchiveInfo info;
    info.path = path;
    info.segments = databases.size();
    info.schema = commit->manifest.schema;
    info.analyzer = commit->manifest.analyzer;
    info.fingerprint = commit->manifest.fingerprint;
    info.revision = commit->revision();
    info.deleted = commit->manifest.dead.total();
    info.fields = commit->manifest.fields;
    info.readable = info.schema == kSchemaVersion && info.analyzer == analyzer_name() &&
                    info.fingerprint == analyzer_fingerprint();
    const std::string language(find_field("language")->prefix);
    std::map<std::string, std::uint64_t> languages;
    for (std::size_t i = 0; i < databases.size(); ++i) {
      const Xapian::Database& database = databases[i];
      info.articles += database.get_doccount();
      const auto& dead =
          commit->manifest.dead.of(commit->plain ? 0 : commit->segments[i]->number());
      // How many living articles have a term.
      const auto living = [&](const std::string& term, std::uint64_t frequency) {
        auto at = database.postlist_begin(term);
        for (const auto document : dead) {
          if (at == database.postlist_end(term)) break;
          at.skip_to(document);
          if (at != database.postlist_end(term) && *at == document) --frequency;
        }
        return frequency;
      };
      const auto to_iso = [](const std::string& term) {
        return term.substr(1, 4) + "-" + term.substr(5, 2) + "-" + term.substr(7, 2);
      };
      for (auto term = database.allterms_begin("D"); term != database.allterms_end("D"); ++term) {
        if ((*term).size() != 9 || living(*term, term.get_termfreq()) == 0) continue;
        const std::string day = to_iso(*term);
        if (info.first_day.empty() || day < info.first_day) info.first_day = day;
        info.last_day = std::max(info.last_day, day);
      }
      for (auto term = database.allterms_begin(language); term != database.allterms_end(language);
           ++term) {
        const auto articles = living(*term, term.get_termfreq());
        if (articles > 0) languages[(*term).substr(language.size())] += articles;
      }
    }
    info.articles -= info.deleted;
    info.languages.assign(languages.begin(), languages.end());
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
