#pragma once
// Reading lists: articles as the files that reference managers (Zotero), spreadsheets and programs
// read.
//
//   kiosque::ReadingList list({.format = kiosque::ListFormat::ris});
//   out << list.begin();
//   searcher.for_each(kiosque::parse("retraites"), {.limit = kiosque::kEveryArticle},
//                     [&](const kiosque::Article& one) { return bool(out << list.add(one)); });
//   out << list.end();
//
// docs/reading-lists.md says where each member of an article goes.

#include <kiosque/article.hpp>
#include <kiosque/export.hpp>
#include <string>

namespace kiosque {

enum class ListFormat {
  jsonl,  ///< `to_json` of each article, a line each
  csv,    ///< RFC 4180, with a header; UTF-8
  ris,    ///< RIS, of type NEWS
  csl,    ///< CSL-JSON: one array of items of type article-newspaper
};

struct ReadingListOptions {
  ListFormat format = ListFormat::jsonl;
  bool body = false;      ///< CSV: the text too, in a last column; RIS and CSL-JSON have no place
                          ///< for it, JSON lines always hold it
  std::string note = {};  ///< stands with each article in RIS (N1) and CSL-JSON (note), such as
                          ///< where the list comes from; the other forms have no place for it
};

/// A list as text, piece by piece; all pieces in their order are the whole file. Nothing is kept
/// but whether an article came yet. Any bytes may stand in an article: broken UTF-8 becomes U+FFFD,
/// and nothing in a value is ever taken for the format's own marks. For one thread at a time.
class KIOSQUE_EXPORT ReadingList {
 public:
  explicit ReadingList(ReadingListOptions options = {});

  [[nodiscard]] std::string begin() const;
  [[nodiscard]] std::string add(const Article& article);
  [[nodiscard]] std::string end() const;

 private:
  ReadingListOptions options_;
  bool empty_ = true;
};

/// The header of `to_csv`, with its line end (CRLF). Here and below the options' format plays no
/// part.
KIOSQUE_EXPORT std::string csv_header(const ReadingListOptions& options = {});

/// One record of RFC 4180, with its line end (CRLF). `tags` and `authors` are parted by semicolons.
/// A value that a spreadsheet would take for a formula (it begins with = + - @, also behind white
/// space) gets an apostrophe in front, the spreadsheets' own mark of a text; `read` takes it off
/// again.
KIOSQUE_EXPORT std::string to_csv(const Article& article, const ReadingListOptions& options = {});

/// One reference in RIS, CRLF at its line ends, and an empty line behind it. Authors that are
/// persons for sure stand as "Family, Given", all others whole.
KIOSQUE_EXPORT std::string to_ris(const Article& article, const ReadingListOptions& options = {});

/// One item of CSL-JSON, on one line without its end. Authors that are persons for sure have
/// `family` and `given`, all others `literal`.
KIOSQUE_EXPORT std::string to_csl_json(const Article& article,
                                       const ReadingListOptions& options = {});

}  // namespace kiosque
