#pragma once
// The readers: each one function from a stream to records, and a row of the table.

#include <functional>
#include <istream>
#include <kiosque/read.hpp>
#include <span>
#include <string_view>

namespace kiosque::corpus {

/// What a reader is given, and where it puts what it finds.
struct Input {
  std::istream& stream;
  std::size_t max_record_bytes;
  std::function<void(Article article, std::size_t entry)> record;
  /// `file` is filled in by the caller.
  std::function<void(Rejected rejected)> reject;
  /// Called with the bytes just read; false: stop.
  std::function<bool(std::size_t bytes)> advance;
};

struct Reader {
  Format format;
  std::string_view name;
  /// Whether a stream that begins so (up to 4 KiB) is of this format.
  bool (*accepts)(std::string_view head);
  void (*read)(Input& input);
};

/// The first that accepts a stream reads it.
std::span<const Reader> readers();

void read_jsonl(Input& input);
void read_text(Input& input);

}  // namespace kiosque::corpus
