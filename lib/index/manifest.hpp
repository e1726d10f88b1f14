#pragma once
// What a commit says: which segments there are, which of their articles are dead, by which schema
// and analyzer they were made. The list is a Xapian stub file, the rest is metadata of the newest
// segment.

#include <xapian.h>

#include <cstdint>
#include <kiosque/schema.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "index/tombstones.hpp"

namespace kiosque::indexing {

struct Manifest {
  std::vector<unsigned> segments = {};  // oldest first
  Tombstones dead = {};
  std::string schema = {};
  std::string analyzer = {};
  std::string fingerprint = {};
  std::string archive = {};    // the archive's own id
  std::uint64_t revision = 0;  // of commits
  unsigned next_segment = 1;   // numbers are never used again
  Schema fields = {};          // the archive's own
};

/// The files of an archive.
std::string stub_path(const std::string& archive);
std::string segment_path(const std::string& archive, unsigned number);
std::string word_order_path(const std::string& archive, unsigned number);
std::string lock_path(const std::string& archive);

/// The number in a file's name, whichever of a segment's files it is.
std::optional<unsigned> segment_number(std::string_view file_name);

/// The segments that the stub lists; nothing if there is no stub. Throws Error(archive_damaged) for
/// one that Kiosque never writes.
std::optional<std::vector<unsigned>> read_stub(const std::string& archive);

/// Writes the next stub beside the one there is, and returns its path. Throws Error(disk).
std::string prepare_stub(const std::string& archive, const std::vector<unsigned>& segments);
/// The next stub, which is synced by now, takes its place, and that is durable when it returns.
/// Throws Error(disk).
void put_stub(const std::string& archive);

/// By key, rising.
std::map<std::string, std::string> metadata_of(const Manifest& manifest);
/// Throws Error(archive_damaged) where there is nothing of Kiosque's.
Manifest read_metadata(const Xapian::Database& newest, const std::string& archive);

/// All at once: a journal writes what several wait for together. Both throw Error(disk).
void sync_files(const std::vector<std::string>& paths);
/// A folder that may not be read is left alone.
void sync_folder(const std::string& path);

}  // namespace kiosque::indexing
