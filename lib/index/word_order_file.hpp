#pragma once
// The file beside a segment: each article's words in their order with its card, its length, and the
// lists that completions are looked up in.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/completion_lists.hpp"
#include "index/signature.hpp"
#include "index/word_order.hpp"

namespace kiosque::indexing {

/// What is being written: records, signatures and article lengths, by document number from 1 on.
struct WordOrderBatch {
  std::vector<std::uint32_t> lengths;
  std::vector<std::uint64_t> ends;
  std::vector<Signature> signatures;
  std::string records;
  std::string completions;  // completion_lists.hpp

  void add(std::uint32_t length, const Signature& signature = {}) {
    lengths.push_back(length);
    signatures.push_back(signature);
    ends.push_back(records.size());
  }
};

/// A file of records, mapped into memory. Safe to share between threads.
class WordOrderFile {
 public:
  /// Whether records are read one here and one there, or from the first to the last: what the
  /// system reads around one of them would be wasted, or not.
  enum class Access { random, sequential };
  /// Throws Error(archive_damaged, disk): a file that is cut or not one of these.
  explicit WordOrderFile(const std::string& path, Access access = Access::sequential);
  ~WordOrderFile();
  WordOrderFile(const WordOrderFile&) = delete;
  WordOrderFile& operator=(const WordOrderFile&) = delete;

  [[nodiscard]] std::size_t size() const { return count_; }
  /// Of document `number`, 1 to size(). Its length is the sum of its terms' wdf, as in Xapian.
  [[nodiscard]] std::uint32_t length(std::size_t number) const { return lengths_[number - 1]; }
  [[nodiscard]] const std::uint32_t* lengths() const { return lengths_; }
  /// Signature::kSize bytes.
  [[nodiscard]] const std::uint8_t* signature(std::size_t number) const {
    return signatures_ + (number - 1) * Signature::kSize;
  }
  [[nodiscard]] WordOrder at(std::size_t number) const;
  [[nodiscard]] const CompletionLists& completions() const { return completions_; }
  /// Has the system read these and all between them, the first time that they are asked for.
  void expect(std::size_t first, std::size_t last) const;
  /// Begin to fetch, each when what is above it is there by now: where a record lies; its
  /// beginning; its second row of codes; what was put behind it.
  void prefetch_place(std::size_t number) const { __builtin_prefetch(ends_ + number - 1); }
  void prefetch(std::size_t number) const {
    const char* const record = records_ + begin_of(number);
    __builtin_prefetch(record);
    __builtin_prefetch(record + 64);
  }
  void prefetch_second_row(std::size_t number) const {
    const WordOrder order = at(number);
    __builtin_prefetch(order.second_row());
    __builtin_prefetch(order.second_row() + 64);
  }
  void prefetch_card(std::size_t number) const {
    constexpr std::size_t kMost = 512;
    const std::string_view card = at(number).card().substr(0, kMost);
    for (std::size_t line = 0; line < card.size(); line += 64)
      __builtin_prefetch(card.data() + line);
  }

 private:
  friend void concatenate_word_orders(
      const std::vector<std::shared_ptr<const WordOrderFile>>& files, const std::string& path);

  [[nodiscard]] std::uint64_t begin_of(std::size_t number) const {
    return number <= 1 ? 0 : ends_[number - 2];
  }

  static constexpr std::size_t kTogether = 1024;

  std::string path_;
  const char* data_ = nullptr;
  std::size_t bytes_ = 0;
  std::size_t count_ = 0;
  const std::uint64_t* ends_ = nullptr;
  const std::uint32_t* lengths_ = nullptr;
  const std::uint8_t* signatures_ = nullptr;
  const char* records_ = nullptr;
  CompletionLists completions_;
  mutable std::vector<std::atomic<bool>> expected_;  // by kTogether records
};

/// Not synced: see sync_files. Throws Error(disk).
void write_word_orders(const WordOrderBatch& batch, const std::string& path);
/// The records of `files`, one after the other, as Xapian's compact numbers documents, and their
/// lists merged.
void concatenate_word_orders(const std::vector<std::shared_ptr<const WordOrderFile>>& files,
                             const std::string& path);

}  // namespace kiosque::indexing
