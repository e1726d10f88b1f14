#pragma once
// The readers: each one function from a stream to records, and a row of the table.

#include <functional>
#include <istream>
#include <kiosque/read.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/html/rules.hpp"
#include "corpus/json.hpp"

namespace kiosque::corpus {

/// What a reader is given, and where it puts what it finds.
struct Input {
  std::istream& stream;
  std::string_view head;  ///< how the stream begins, up to 64 KiB
  std::size_t max_record_bytes;
  std::size_t max_page_bytes;
  const html::Rules& rules;
  std::string today;  ///< an ISO day that "hier" is told from, or empty
  std::function<void(Article article, std::size_t entry)> record;
  /// `file` is filled in by the caller.
  std::function<void(Rejected rejected)> reject;
  /// Called with the bytes just read; false: stop.
  std::function<bool(std::size_t bytes)> advance;
  std::span<const std::string> fields = {};  ///< names of own fields
};

struct Reader {
  Format format;
  std::string_view name;
  /// Whether a stream that begins so (up to 64 KiB) is of this format.
  bool (*accepts)(std::string_view head);
  void (*read)(Input& input);
};

/// The first that accepts a stream reads it.
std::span<const Reader> readers();

bool is_csv(std::string_view head);
bool is_feed(std::string_view head);
bool is_html(std::string_view head);
bool is_json(std::string_view head);
bool is_warc(std::string_view head);

void read_csv(Input& input);
void read_feed(Input& input);
void read_html(Input& input);
void read_jsonl(Input& input);
void read_text(Input& input);
void read_warc(Input& input);

/// The rest of the stream, for formats that are read whole; nothing where it was longer than `most`
/// bytes or could not be read, which was rejected, or where the run is to stop.
std::optional<std::string> read_whole(Input& input, std::size_t most);

/// Reads one page of HTML and records its article, or rejects it. `url` is what it was fetched
/// from, or empty.
void record_page(Input& input, std::string bytes, const std::string& url, std::size_t entry);

/// Records an article that came as JSON or as a row of a table, with what was left out of it; or
/// rejects it. `line` is where it stands, `entry` which of the file's it is.
void record_parsed(Input& input, std::variant<JsonArticle, JsonProblem> parsed, std::size_t line,
                   std::size_t entry);

/// Rejects the record at `line` for a stream that failed.
void reject_unreadable(Input& input, std::size_t line);

}  // namespace kiosque::corpus
