#pragma once
// The posting lists and the data of a glass database, read straight from its file.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "index/glass/table_reader.hpp"

namespace kiosque::indexing::glass {

/// A term's documents and their wdf. For one thread, and good as long as its file.
class PostingList {
 public:
  /// How many there are, as the list's head says; `for_each` gives no more.
  [[nodiscard]] std::size_t count() const { return count_; }

  /// Calls `visit` with each document and its wdf, rising; once. False where the list is not as it
  /// has to be: what came until then is not to be believed.
  template <typename Visit>
  [[nodiscard]] bool for_each(Visit&& visit) {
    std::uint64_t document = 0;
    std::size_t seen = 0;
    for (bool more = true; more;) {
      const auto chunk = next_chunk();
      if (!chunk || chunk->first <= document) return false;
      document = chunk->first;
      const char* at = chunk->bytes.data();
      const char* const end = at + chunk->bytes.size();
      for (;;) {
        std::uint32_t wdf = 0;
        if (++seen > count_ || !take(at, end, wdf)) return false;
        visit(static_cast<std::uint32_t>(document), wdf);
        if (at == end) break;
        std::uint32_t gap = 0;
        if (!take(at, end, gap)) return false;
        document += std::uint64_t{gap} + 1;
        if (document > 0xFFFFFFFFU) return false;
      }
      more = !chunk->last;
    }
    return seen == count_;
  }

 private:
  friend class DatabaseFile;
  struct Chunk {
    std::uint32_t first = 0;
    bool last = false;
    std::string_view bytes;  // a wdf, then gaps and wdf in turn
  };

  PostingList(TableCursor cursor, std::string key, std::size_t count)
      : cursor_(std::move(cursor)), key_(std::move(key)), count_(count) {}
  std::optional<Chunk> next_chunk();

  // Nearly all numbers are below 128.
  static bool take(const char*& at, const char* end, std::uint32_t& number) {
    if (at == end) return false;
    number = static_cast<unsigned char>(*at);
    if (number < 0x80) {
      ++at;
      return true;
    }
    std::string_view bytes(at, static_cast<std::size_t>(end - at));
    const auto longer = take_number(bytes);
    at = bytes.data();
    number = longer.value_or(0);
    return longer.has_value();
  }

  TableCursor cursor_;
  std::string key_;
  std::size_t count_ = 0;
  bool begun_ = false;
};

/// A database's file, mapped. Safe to share between threads.
class DatabaseFile {
 public:
  /// Never throws for what the file is: of one that is missing or of another form, no list is
  /// found.
  explicit DatabaseFile(const std::string& path);
  ~DatabaseFile();
  DatabaseFile(const DatabaseFile&) = delete;
  DatabaseFile& operator=(const DatabaseFile&) = delete;

  /// Nothing for a term that is not there, or whose list cannot be read here: Xapian is to be asked
  /// then.
  [[nodiscard]] std::optional<PostingList> find(std::string_view term) const;
  /// A document's data; nothing where it cannot be read here, likewise.
  [[nodiscard]] std::optional<std::string> data(std::uint32_t document) const;

 private:
  void expect(std::string_view beginning, std::size_t postings) const;

  std::string_view file_;
  std::optional<TreeRoot> terms_;
  std::optional<TreeRoot> data_;
};

}  // namespace kiosque::indexing::glass
