#pragma once
// From files to articles: pages of HTML or of text, feeds, JSON, CSV, web archives.
//
//   kiosque::read({"pages/", "feed.xml", "export.jsonl.gz"}, {},
//                 [&](kiosque::Record record) { writer.put(record.article); },
//                 [](const kiosque::Rejected& bad) { fmt::print(stderr, "{}\n", bad.text()); });

#include <cstddef>
#include <cstdint>
#include <functional>
#include <kiosque/article.hpp>
#include <kiosque/export.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kiosque {

enum class Format {
  automatic,  ///< decided from the content, never from the name
  text,       ///< one page scraped to plain text, with whatever surrounds the article
  jsonl,      ///< one JSON object a line, or an array of objects
  html,       ///< one page of HTML
  feed,       ///< RSS or Atom
  csv,        ///< a table whose first row names the columns
  warc,       ///< a web archive: each page of HTML in it
};

/// An article and where it was read.
struct Record {
  Article article = {};
  std::string file = {};  ///< the path as given or found; "-" is standard input
  std::size_t entry = 0;  ///< 1, 2, … in a file that holds several; 0 in one that is a single page
};

/// What could not be read, or not wholly; everything else goes on.
struct Rejected {
  std::string file = {};
  std::size_t line = 0;     ///< or entry, from 1; 0 where the whole file is meant
  std::string code = {};    ///< stable and short, such as "json", "utf8", "empty"
  std::string reason = {};  ///< a sentence
  std::string remedy = {};  ///< a sentence; may be empty
  bool kept = false;        ///< the article was kept, without the value that this is about

  /// "file:line: reason remedy"
  [[nodiscard]] KIOSQUE_EXPORT std::string text() const;
};

/// Where a run stands.
struct Progress {
  std::size_t done = 0;  ///< articles read
  std::size_t rejected = 0;
  std::uint64_t bytes = 0;  ///< read so far
  std::optional<std::uint64_t> total_bytes =
      {};  ///< of all inputs, where known (not for standard input)
};

struct ReadOptions {
  Format format = Format::automatic;
  std::string source = {};                  ///< given to articles that name none
  std::vector<std::string> languages = {};  ///< if any, only articles in them, or in none for sure
  std::string today = {};  ///< the ISO day that "hier" on a page is told from; empty: not at all
  std::string rules = {};  ///< of sites that resist: the text of a file as docs/pages.md has it
  std::size_t max_record_bytes = 64U << 20U;  ///< a longer line, row or feed is rejected, not read
  std::size_t max_page_bytes = 16U << 20U;    ///< a longer page is rejected
  std::function<void(const Progress&)> progress = {};  ///< called at every record and every few MiB
  std::stop_token stop = {};                           ///< checked between records
  /// Names of own fields: members of JSON objects and columns of tables that bear them, as they are
  /// written here, go to Article::fields, beside those of an object `fields`.
  std::vector<std::string> fields = {};
};

struct ReadSummary {
  std::size_t read = 0;
  std::size_t rejected = 0;  ///< articles and paths lost
  std::size_t notices = 0;   ///< articles kept without a value (Rejected::kept)
  std::uint64_t bytes = 0;
  bool stopped = false;
};

/// Reads every path: a file, a folder (walked in the byte order of its paths, hidden entries left
/// out), or "-" for standard input; each may be compressed (gzip, zstd, bzip2, xz). Files are
/// streamed: memory is bounded by `max_record_bytes`. An article without a language gets that of
/// its text, where it is sure. A path that cannot be read is a Rejected like any other. Throws
/// Error(invalid_argument) for rules or a day that are none, and what the callbacks throw.
KIOSQUE_EXPORT ReadSummary read(const std::vector<std::string>& paths, const ReadOptions& options,
                                const std::function<void(Record)>& on_record,
                                const std::function<void(const Rejected&)>& on_rejected);

}  // namespace kiosque
