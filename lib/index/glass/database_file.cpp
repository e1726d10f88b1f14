#include "index/glass/database_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "index/glass/keys.hpp"
#include "index/glass/table_writer.hpp"
#include "index/mapping_advice.hpp"

namespace kiosque::indexing::glass {

DatabaseFile::DatabaseFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size > 0) {
    const auto bytes = static_cast<std::size_t>(status.st_size);
    void* const mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) {
      // A term here, a text there: what the system would read around them is wasted.
      advise(static_cast<const char*>(mapped), 0, bytes, MADV_RANDOM);
      file_ = std::string_view(static_cast<const char*>(mapped), bytes);
      terms_ = root_of(Table::terms, file_);
      data_ = root_of(Table::data, file_);
    }
  }
  ::close(file);
}

DatabaseFile::~DatabaseFile() {
  if (!file_.empty()) ::munmap(const_cast<char*>(file_.data()), file_.size());
}

// Has the system read a long list at once, where it is not in memory: its leaves lie one behind
// the other.
void DatabaseFile::expect(std::string_view beginning, std::size_t postings) const {
  constexpr std::size_t kLong = 16'384;
  constexpr std::size_t kBytesOfPosting = 2;
  const std::size_t bytes = postings * kBytesOfPosting;
  // What was put together of several parts is not in the file.
  const std::less<> before;
  const char* const end = file_.data() + file_.size();
  if (bytes < kLong || before(beginning.data(), file_.data()) || !before(beginning.data(), end))
    return;
  const auto offset = static_cast<std::size_t>(beginning.data() - file_.data());
  advise(file_.data(), offset, std::min(offset + bytes, file_.size()), MADV_WILLNEED);
}

std::optional<PostingList> DatabaseFile::find(std::string_view term) const {
  if (!terms_ || term.empty()) return {};
  TableCursor cursor(file_, *terms_);
  std::string key = term_key(term);
  if (!cursor.find(key) || cursor.compressed()) return {};
  auto tag = cursor.tag();
  const auto count = tag ? take_number(*tag) : std::nullopt;
  if (!count) return {};
  expect(*tag, *count);
  return PostingList(std::move(cursor), std::move(key), *count);
}

std::optional<std::string> DatabaseFile::data(std::uint32_t document) const {
  if (!data_) return {};
  TableCursor cursor(file_, *data_);
  std::string key;
  append_sorting(key, document);
  if (!cursor.find(key)) return {};
  const auto tag = cursor.tag();
  if (!tag) return {};
  if (!cursor.compressed()) return std::string(*tag);
  return inflate(*tag);
}

// The first chunk has its first document less one behind its head, the others have theirs in their
// key.
std::optional<PostingList::Chunk> PostingList::next_chunk() {
  Chunk chunk;
  if (begun_) {
    if (!cursor_.next() || cursor_.compressed()) return {};
    const std::string_view key = cursor_.key();
    if (key.size() <= key_.size() || !key.starts_with(key_) || key[key_.size()] != '\0') return {};
    const auto first = sorting_number(key.substr(key_.size() + 1));
    if (!first) return {};
    chunk.first = *first;
  }
  auto tag = cursor_.tag();
  if (!tag) return {};
  if (!begun_) {
    begun_ = true;
    const auto documents = take_number(*tag);
    const auto occurrences = documents ? take_number(*tag) : std::nullopt;
    const auto before = occurrences ? take_number(*tag) : std::nullopt;
    if (!before || *before == 0xFFFFFFFFU) return {};
    chunk.first = *before + 1;
  }
  if (tag->empty() || (tag->front() != '0' && tag->front() != '1')) return {};
  chunk.last = tag->front() == '1';
  tag->remove_prefix(1);
  if (!take_number(*tag)) return {};  // how far its last document is
  chunk.bytes = *tag;
  return chunk;
}

}  // namespace kiosque::indexing::glass
