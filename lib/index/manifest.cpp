#include "index/manifest.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>
#include <kiosque/error.hpp>
#include <sstream>

#include "index/own_fields.hpp"

namespace kiosque::indexing {
namespace {

namespace fs = std::filesystem;

constexpr char kSchemaKey[] = "kiosque.schema";
constexpr char kAnalyzerKey[] = "kiosque.analyzer";
constexpr char kFingerprintKey[] = "kiosque.fingerprint";
constexpr char kArchiveKey[] = "kiosque.archive";
constexpr char kRevisionKey[] = "kiosque.revision";
constexpr char kNextKey[] = "kiosque.next";
constexpr char kSegmentsKey[] = "kiosque.segments";
constexpr char kDeadKey[] = "kiosque.dead";
constexpr char kFieldsKey[] = "kiosque.fields";

// Before the list of the dead: what is empty would be no metadata at all, and a merge bring back
// that of an older segment.
constexpr char kDeadMark = '-';

constexpr std::string_view kSegmentName = "seg-";
constexpr std::string_view kSegmentEnding = ".glass";
constexpr std::string_view kWordsEnding = ".words";

std::string file_name(unsigned number, std::string_view ending) {
  return fmt::format("{}{:06}{}", kSegmentName, number, ending);
}

template <typename Number>
std::optional<Number> to_number(std::string_view digits) {
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return number;
}

[[noreturn]] void damaged(const std::string& archive, const std::string& what) {
  throw Error(ErrorCode::archive_damaged,
              fmt::format("{} is damaged: {}; restore it from a copy, or index its articles again",
                          archive, what));
}

void sync(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return;
  const int failed = ::fsync(file);
  const int reason = errno;
  ::close(file);
  if (failed != 0 && reason != EINVAL) {
    throw Error(ErrorCode::disk, fmt::format("cannot sync {}: {}", path, std::strerror(reason)));
  }
}

}  // namespace

std::string stub_path(const std::string& archive) {
  return archive + "/XAPIANDB";
}
std::string segment_path(const std::string& archive, unsigned number) {
  return archive + '/' + file_name(number, kSegmentEnding);
}
std::string word_order_path(const std::string& archive, unsigned number) {
  return archive + '/' + file_name(number, kWordsEnding);
}
std::string lock_path(const std::string& archive) {
  return archive + "/lock";
}

std::optional<unsigned> segment_number(std::string_view name) {
  if (!name.starts_with(kSegmentName)) return {};
  name.remove_prefix(kSegmentName.size());
  for (const std::string_view ending : {kSegmentEnding, kWordsEnding}) {
    if (name.ends_with(ending))
      return to_number<unsigned>(name.substr(0, name.size() - ending.size()));
  }
  return {};
}

std::optional<std::vector<unsigned>> read_stub(const std::string& archive) {
  std::ifstream file(stub_path(archive));
  if (!file) return {};
  std::vector<unsigned> newest_first;
  constexpr std::string_view kDatabase = "auto ";
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::string_view entry(line);
    const auto number = entry.starts_with(kDatabase) && entry.ends_with(kSegmentEnding)
                            ? segment_number(entry.substr(kDatabase.size()))
                            : std::nullopt;
    if (!number) damaged(archive, fmt::format("XAPIANDB lists \"{}\"", line.substr(0, 80)));
    newest_first.push_back(*number);
  }
  if (newest_first.empty()) damaged(archive, "XAPIANDB lists no segment");
  std::vector<unsigned> sorted = newest_first;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
    damaged(archive, "XAPIANDB lists a segment twice");
  std::reverse(newest_first.begin(), newest_first.end());
  return newest_first;
}

std::string prepare_stub(const std::string& archive, const std::vector<unsigned>& segments) {
  std::string beside = stub_path(archive) + ".new";
  std::ofstream file(beside, std::ios::trunc);
  for (auto number = segments.rbegin(); number != segments.rend(); ++number)
    file << "auto " << file_name(*number, kSegmentEnding) << '\n';
  file.close();
  if (!file) {
    throw Error(ErrorCode::disk, fmt::format("cannot write {}: {}", beside, std::strerror(errno)));
  }
  return beside;
}

void put_stub(const std::string& archive) {
  std::error_code error;
  fs::rename(stub_path(archive) + ".new", stub_path(archive), error);
  if (error) {
    throw Error(ErrorCode::disk,
                fmt::format("cannot write {}: {}", stub_path(archive), error.message()));
  }
  sync_folder(archive);
}

std::map<std::string, std::string> metadata_of(const Manifest& manifest) {
  std::map<std::string, std::string> metadata = {
      {kSchemaKey, manifest.schema},
      {kAnalyzerKey, manifest.analyzer},
      {kFingerprintKey, manifest.fingerprint},
      {kArchiveKey, manifest.archive},
      {kRevisionKey, std::to_string(manifest.revision)},
      {kNextKey, std::to_string(manifest.next_segment)},
      {kSegmentsKey, fmt::format("{}", fmt::join(manifest.segments, " "))},
      {kDeadKey, kDeadMark + manifest.dead.encode()}};
  // They never change: that of an older segment is as good.
  if (!manifest.fields.fields.empty()) metadata[kFieldsKey] = encode_schema(manifest.fields);
  return metadata;
}

Manifest read_metadata(const Xapian::Database& newest, const std::string& archive) {
  Manifest manifest;
  manifest.schema = newest.get_metadata(kSchemaKey);
  if (manifest.schema.empty()) {
    throw Error(ErrorCode::archive_damaged,
                fmt::format("{} is a Xapian database, but no Kiosque archive: choose another path",
                            archive));
  }
  manifest.analyzer = newest.get_metadata(kAnalyzerKey);
  manifest.fingerprint = newest.get_metadata(kFingerprintKey);
  manifest.archive = newest.get_metadata(kArchiveKey);
  manifest.revision = to_number<std::uint64_t>(newest.get_metadata(kRevisionKey)).value_or(0);
  manifest.next_segment = to_number<unsigned>(newest.get_metadata(kNextKey)).value_or(1);
  std::istringstream segments(newest.get_metadata(kSegmentsKey));
  for (unsigned number = 0; segments >> number;) manifest.segments.push_back(number);
  const std::string dead = newest.get_metadata(kDeadKey);
  if (!dead.empty() && (dead.front() != kDeadMark || !manifest.dead.decode(dead.substr(1))))
    damaged(archive, "its list of deleted articles cannot be read");
  try {
    const auto fields = decode_schema(newest.get_metadata(kFieldsKey));
    if (!fields) damaged(archive, "its list of fields cannot be read");
    manifest.fields = FieldTable(*fields).schema();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) throw;
    damaged(archive, "its list of fields cannot be read");
  }
  return manifest;
}

void sync_files(const std::vector<std::string>& paths) {
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < paths.size(); ++i)
    others.push_back(std::async(std::launch::async, sync, paths[i], O_RDONLY));
  if (!paths.empty()) sync(paths[0], O_RDONLY);
  for (auto& other : others) other.get();
}

void sync_folder(const std::string& path) {
  sync(path, O_RDONLY | O_DIRECTORY);
}

}  // namespace kiosque::indexing
