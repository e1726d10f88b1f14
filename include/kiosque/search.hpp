#pragma once
// Asking an archive.
//
//   const kiosque::Searcher searcher("presse.kiosque");
//   const auto results = searcher.search("élection", {.limit = 5, .facets = {{"tag"}, {"year"}}});
//   for (const auto& hit : results.hits) fmt::print("{:5.2f} {}\n", hit.score, hit.title);

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <kiosque/article.hpp>
#include <kiosque/error.hpp>
#include <kiosque/explain.hpp>
#include <kiosque/export.hpp>
#include <kiosque/family.hpp>
#include <kiosque/query.hpp>
#include <kiosque/schema.hpp>
#include <kiosque/span.hpp>
#include <kiosque/suggest.hpp>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosque {

enum class Sort { relevance, newest, oldest };  ///< articles without a date come last both ways
enum class Match { any, all };  ///< of the plain words: any may match, or all have to
enum class Counting { articles, families };
enum class DateUnit { year, month, week, day, hour };  ///< weeks begin on Monday

/// How the values of a facet are ordered, and which come first where `limit` cuts them.
enum class FacetOrder {
  usual,  ///< by count, then by value; dates and numbers by themselves, the most frequent kept
  count,  ///< the most frequent first
  value,  ///< by value: in the order of the alphabet, accents aside, of time, of numbers
};

/// `field` is a facet field (section tag author source language), an own field, or year, month,
/// day, weekday (from 1, Monday, to 7).
struct FacetRequest {
  std::string field = {};
  std::size_t limit = 10;  ///< how many values; selected ones are listed in any case
  FacetOrder order = FacetOrder::usual;
  /// Only values one of whose words begins so, case and accents aside; empty: all.
  std::string prefix = {};
  /// Only values that lie directly in this one (`Monde > Afrique` in `Monde`); "": those that lie
  /// in none. Not given: all levels.
  std::optional<std::string> parent = {};
  /// Of an own number or date: these ranges, both ends included, instead of values: `300..800`,
  /// `..300`, `2021..2022`. All are listed, in this order; an article counts in each that holds it.
  std::vector<std::string> ranges = {};
  /// Of an own date: what it is counted by: year, month or day.
  DateUnit unit = DateUnit::day;
};

/// Two filters on one field mean either value; filters on different fields all hold. A value finds
/// what lies in it too: `Monde` also `Monde > Afrique`. A weekday is 1 (Monday) to 7, or its name
/// in French or English. Of an own number: 512, 300..800, 300.. or ..800; of an own date what a
/// `date:` clause takes: 2022, 2022-04, 2021..2022, avril 2022.
struct Filter {
  std::string field = {};
  std::string value = {};
};

enum class Direction { rising, falling };

/// The order of an own number or date; articles without one come last both ways.
struct FieldSort {
  std::string field = {};
  Direction direction = Direction::rising;
};

/// As `SearchOptions::limit`: no limit.
inline constexpr std::size_t kEveryArticle = static_cast<std::size_t>(-1);

struct SearchOptions {
  std::size_t limit = 10;
  std::size_t offset = 0;
  Sort sort = Sort::relevance;
  Match match = Match::any;
  bool typing = false;  ///< the last plain word is being typed: it stands for all that begin so
  bool strict = false;  ///< words as typed: accents and endings count, capitals do not
  bool expand = false;  ///< also what the best articles have in common, where any word may match:
                        ///< more is found, less sharply
  bool correct =
      false;            ///< words that the archive lacks: what they are likely to stand for instead
  bool suggest = true;  ///< look for a `Results::suggestion` (with `correct` there is one anyway)
  double half_life = 0;  ///< days after which an article's score counts half, sorted by relevance;
                         ///< one without a date is one half-life old; 0: age does not count
  std::string today = {};  ///< ISO day that ages count from; empty: the system's, in Paris
  std::vector<Filter> filters = {};
  DateRange dates = {};
  std::vector<FacetRequest> facets = {};
  std::optional<DateUnit> histogram = {};
  std::size_t snippet_length = 240;       ///< in characters; 0: no snippet
  std::size_t snippet_passages = 1;       ///< that share the length; at most 10
  std::chrono::milliseconds deadline{0};  ///< 0: none; what it cuts short is marked partial
  std::stop_token stop = {};              ///< likewise
  /// One hit for each family (family.hpp), where its best article stands, or, sorted by date, where
  /// the one that is shown does: of those that match, the first published.
  bool collapse = false;
  std::size_t copies = 5;  ///< of each hit's other articles, so many are listed (collapse)
  /// What facets and histograms count: a family comes once in each value that any of its matching
  /// articles has. `Results::total` counts articles all the same.
  Counting counting = Counting::articles;
  /// Whose days, and hours, all dates are: those of the query, of `dates`, of filters and facets by
  /// year, month or day, and of the histogram. An IANA name; empty: Europe/Paris. A bare day is
  /// that day in every zone. The first search with the dates of another zone than Paris reads them
  /// (some .1 µs an article).
  std::string zone = {};
  std::optional<FieldSort> sort_by = {};  ///< instead of `sort`; of equals the newest come first
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, the offset included
  double score = 0;      ///< comparable within one result only
  std::string id = {};
  std::string title = {};
  std::vector<Span> title_spans = {};    ///< the matches in `title`
  std::string snippet = {};              ///< HTML: & < > " escaped, the matches in <mark>
  std::string snippet_text = {};         ///< the same passage, plain
  std::vector<Span> snippet_spans = {};  ///< the matches in `snippet_text`
  std::string published = {};
  std::string section = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> authors = {};
  std::string source = {};
  std::string url = {};
  std::size_t copies = 0;            ///< other matching articles of its family (collapse)
  std::vector<Copy> copied_by = {};  ///< the first of them, as they were published
  std::map<std::string, std::vector<std::string>> fields = {};  ///< Article::fields
};

struct FacetValue {
  std::string value = {};  ///< the spelling most used
  std::size_t count = 0;
  bool selected = false;  ///< one of the filters
};

struct Facet {
  std::string field = {};
  std::vector<FacetValue> values = {};  ///< as FacetRequest::order has it
  std::size_t distinct = 0;  ///< how many values there are, of those that the request lets through
  std::size_t missing = 0;   ///< matching articles without any
};

struct HistogramBucket {
  /// The ISO day it begins on; of an hour "2020-10-25T02:00+02:00": the one that the end of summer
  /// time repeats is two buckets, the one that its beginning skips is none.
  std::string from = {};
  std::size_t count = 0;
  std::size_t all = 0;  ///< articles of the archive then, whatever the query
  double share = 0;  ///< `count` of `all`: a subject's part of the attention, whether the archive
                     ///< has many articles of then or few
};

/// Every period from the first to the last with a match, the empty ones included. At most 100,000:
/// where there would be more, `unit` is a coarser one than was asked for, and
/// Results::warnings has "coarse_histogram".
struct Histogram {
  DateUnit unit = DateUnit::month;
  std::vector<HistogramBucket> buckets = {};
  std::size_t missing = 0;  ///< articles without a date, and by hour those with a bare day
};

/// A word of the query and the archive's own that it is likely to stand for.
struct Correction {
  std::string word = {};        ///< as typed
  std::string correction = {};  ///< with its accents as most articles have them; may be two words
  Span span = {};               ///< bytes of the query's text; empty where the query was not typed
  bool applied = false;  ///< the results are those for the correction (SearchOptions::correct)

  bool operator==(const Correction&) const = default;
};

struct Results {
  std::size_t total = 0;  ///< matching articles, exact unless `partial`
  bool partial = false;   ///< a deadline or a stop came first
  std::vector<Hit> hits = {};
  std::vector<Facet> facets = {};  ///< in the order asked for
  std::optional<Histogram> histogram = {};
  std::string revision = {};    ///< of the archive that answered; changes with every commit
  std::string understood = {};  ///< the query as read
  std::vector<Warning> warnings = {};
  std::vector<Variant> variants = {};  ///< spellings of names that were looked for too
  std::vector<Interpretation> interpretations = {};  ///< dates that may be meant; none was applied
  /// The query as typed but for words that are likely to be misspelt; empty where there are none.
  /// It finds at least as many articles, and some.
  std::string suggestion = {};
  std::vector<Correction> corrections = {};  ///< what differs in `suggestion`, in its order
  double took_ms = 0;
  /// Matching families, articles without copies included, where they were asked for (collapse,
  /// Counting::families).
  std::optional<std::size_t> families = {};
};

/// What `info` tells of an archive.
struct ArchiveInfo {
  std::string path = {};
  std::uint64_t articles = 0;
  std::string schema = {};
  std::string analyzer = {};
  std::string fingerprint = {};
  std::string revision = {};   ///< changes with every commit
  std::string first_day = {};  ///< of publication
  std::string last_day = {};
  std::uint64_t bytes = 0;     ///< on disk
  std::uint64_t segments = 0;  ///< that it consists of
  std::uint64_t deleted = 0;   ///< or replaced articles that still take room on disk
  /// Bytes that a Searcher holds once every facet and date has been asked for; the postings of
  /// words that it keeps come to at most 160 bytes an article, or 64 MiB. 0: not readable.
  std::uint64_t memory = 0;
  /// Articles in each language ("fr"), the most first; those without a language are not among them.
  std::vector<std::pair<std::string, std::uint64_t>> languages = {};
  bool readable = true;  ///< by this version of the library: else rebuild it
  Schema fields = {};    ///< of the application's own
};

// Of bursts.hpp and related.hpp.
struct Bursts;
struct BurstOptions;
struct Related;
struct RelatedOptions;
struct Similar;
struct SimilarOptions;

struct SearcherOptions {
  /// Bytes of what is kept decoded of words between queries, by all threads together; it is filled
  /// as words are asked for. 0: 512 for each article, and at least 64 MiB. With less, frequent
  /// words are decoded again and again, which may take three times as long. Beside them 8 MiB are
  /// for the texts of articles that were shown last.
  std::size_t cache_bytes = 0;
};

/// An archive opened for reading: any number of threads may use one. It sees one commit until
/// `refresh()`.
class KIOSQUE_EXPORT Searcher {
 public:
  /// Throws Error: archive_missing, archive_damaged or archive_version.
  explicit Searcher(std::string path, const SearcherOptions& options = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Throws Error(invalid_argument) for an unknown facet or filter field, a day that is none or an
  /// unknown zone, and Error(archive_damaged, disk) where the archive cannot be read.
  [[nodiscard]] Results search(const Query& query, const SearchOptions& options = {}) const;
  /// Typed text, read with the archive's schema and otherwise the default ParseOptions.
  [[nodiscard]] Results search(std::string_view text, const SearchOptions& options = {}) const;

  /// Why the article of this id stands where it does, or is not found; without an id, the
  /// conditions alone. Of the query as it is: `correct` and `expand` are left out. Searches two or
  /// three times for each condition. Throws as `search` does.
  [[nodiscard]] Explanation explain(const Query& query, std::string_view id = {},
                                    const SearchOptions& options = {}) const;
  /// Completions of what is being typed: its last word is the beginning of one, those before it
  /// narrow. Accents and capitals do not matter. Any bytes are taken.
  ///
  /// Words and phrases come first, in turn, then values of fields, then headlines (the last that
  /// came first); each of the three gets a third of the places, and what one does not fill goes to
  /// the others. Within them the more used come first. Each text comes once. What holds a typing
  /// error comes last. Throws Error(archive_damaged, disk) where the archive cannot be read.
  [[nodiscard]] std::vector<Completion> suggest(std::string_view typed,
                                                const SuggestOptions& options = {}) const;

  /// When the query stands out of the archive's news, and what explains it (bursts.hpp). Throws as
  /// `search` does, and Error(invalid_argument) for bursts by the hour.
  [[nodiscard]] Bursts bursts(const Query& query) const;
  [[nodiscard]] Bursts bursts(const Query& query, const BurstOptions& options) const;

  /// What the best articles of the query have in common (related.hpp). Throws as `search` does.
  [[nodiscard]] Related related(const Query& query) const;
  [[nodiscard]] Related related(const Query& query, const RelatedOptions& options) const;

  /// Articles on the same subject as the one of this id (related.hpp). Throws as `search` does.
  [[nodiscard]] Similar similar(std::string_view id) const;
  [[nodiscard]] Similar similar(std::string_view id, const SimilarOptions& options) const;

  /// The archive's own fields, for ParseOptions.
  [[nodiscard]] Schema schema() const;

  /// The article stored under this id.
  [[nodiscard]] std::optional<Article> get(std::string_view id) const;

  /// The articles that are the same dispatch as this one, itself included, the first published
  /// first (without a date: last; equal: by id); each with its difference from that one. Empty
  /// where there are none. Families are found when they are first asked for.
  [[nodiscard]] std::vector<Copy> family(std::string_view id) const;
  /// The ids of every family's articles, as `family` lists them.
  [[nodiscard]] std::vector<std::vector<std::string>> families() const;

  /// The articles that `search` would give as hits, whole and in their order, one at a time, until
  /// `visit` returns false: a reading list, of every match with `limit = kEveryArticle`. What comes
  /// back has no hits. Memory: some 250 bytes an article that matches, and one article. A deadline
  /// or a stop also ends the visits. Throws as `search` does, and what `visit` throws.
  Results for_each(const Query& query, const SearchOptions& options,
                   const std::function<bool(const Article&)>& visit) const;

  /// Goes to the last commit; true if there was news. Searches under way go on with what they see.
  bool refresh();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Opens archives of every version. Throws Error: archive_missing or archive_damaged.
KIOSQUE_EXPORT ArchiveInfo info(const std::string& path);

/// Every article, oldest arrival first, until `visit` returns false; of every version, as `info`.
KIOSQUE_EXPORT void for_each(const std::string& path,
                             const std::function<bool(const Article&)>& visit);

/// One article of an archive of any version.
KIOSQUE_EXPORT std::optional<Article> get(const std::string& path, std::string_view id);

}  // namespace kiosque
