#pragma once
// A single-file glass database, written in one go by what is known in its final order.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass/table_writer.hpp"

namespace kiosque::indexing::glass {

/// One of a term's documents.
struct Posting {
  std::uint32_t document = 0;
  std::uint32_t wdf = 0;
};

/// The calls come in the order in which they stand here, each of them for keys that rise. Documents
/// are numbered from 1 without gaps. Throws Error(disk).
class DatabaseWriter {
 public:
  explicit DatabaseWriter(const std::string& path);

  void add_metadata(std::string_view key, std::string_view value);

  /// Calls its argument with each document that has a value in the slot, rising.
  using Values = std::function<void(
      unsigned slot, const std::function<void(std::uint32_t document, std::string_view value)>&)>;
  /// `slots` rise; `values` is asked twice for each.
  void add_values(const std::vector<unsigned>& slots, const Values& values);

  /// Of document 1, 2, … the sum of its postings' wdf.
  void add_lengths(const std::vector<std::uint32_t>& lengths);

  void add_postings(std::string_view term, std::span<const Posting> postings);

  void add_data(std::uint32_t document, std::string_view data);
  /// Data that a Compressor made small.
  void add_compressed_data(std::uint32_t document, std::string_view data);

  void finish();

 private:
  void add_chunks(std::span<const Posting> postings, std::string_view first_key,
                  std::string_view next_key, std::string&& head);

  BlockFile file_;
  TableWriter terms_;
  TableWriter data_;
  std::uint64_t documents_ = 0;
  std::uint64_t total_length_ = 0;
  std::uint32_t shortest_ = 0;  // but for the empty ones
  std::uint32_t longest_ = 0;
  std::uint32_t largest_wdf_ = 0;
};

}  // namespace kiosque::indexing::glass
