#pragma once
// The postings of a term in a segment, decoded, and kept from query to query: those of frequent
// words are most of the work of every query, and a reader asks for the same words again, with
// another facet or another letter.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/archive.hpp"
#include "search/bitmap.hpp"
#include "search/recent.hpp"

namespace kiosque::searching {

/// Either `documents` with the wdf of each, or, where an eighth of the segment or more has the
/// term, a set and a wdf for every document.
struct Postings {
  std::size_t count = 0;   // dead articles included
  std::uint32_t most = 0;  // the largest wdf
  bool dense = false;
  std::vector<std::uint32_t> documents;  // rising; empty if dense
  Bitmap set;                            // if dense
  // Of `documents`, or if dense of every document, where none is above 255; else the other.
  std::vector<std::uint8_t> small;
  std::vector<std::uint32_t> large;

  [[nodiscard]] std::size_t bytes() const;
  /// The wdf in a document; 0 where the term is not. `from` is where to begin to look in
  /// `documents`, and moves on: ask with rising documents.
  [[nodiscard]] std::uint32_t wdf(std::uint32_t document, std::size_t& from) const;
  void add_to(Bitmap& documents_found) const;
  /// How many of the documents have the term.
  [[nodiscard]] std::size_t count_in(const Bitmap& documents_wanted) const;

  /// Calls `visit` with each document and its wdf, rising.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    const auto all = [&](const auto* wdfs) {
      if (dense) {
        set.for_each(
            [&](std::uint32_t document) { visit(document, std::uint32_t{wdfs[document]}); });
      } else {
        for (std::size_t i = 0; i < documents.size(); ++i)
          visit(documents[i], std::uint32_t{wdfs[i]});
      }
    };
    if (large.empty()) {
      all(small.data());
    } else {
      all(large.data());
    }
  }
};

/// A term's postings in a segment: from its file, and where they cannot be read there from its
/// database.
Postings decode(const indexing::Segment& segment, const Xapian::Database& database,
                const std::string& term);

/// Several terms as if they were one; each wdf is the sum of theirs. `size` is the segment's.
Postings merge(const std::vector<std::shared_ptr<const Postings>>& lists, std::size_t size);

/// By the segment's number and the term, or the terms that were merged; also that a term is not
/// there.
using PostingCache = Recent<std::string, Postings>;

/// From the cache, or decoded, and kept.
std::shared_ptr<const Postings> postings_of(PostingCache& cache, const indexing::Segment& segment,
                                            const Xapian::Database& database,
                                            const std::string& term);
/// The same of several terms, merged.
std::shared_ptr<const Postings> postings_of(PostingCache& cache, const indexing::Segment& segment,
                                            const Xapian::Database& database,
                                            const std::vector<std::string>& terms);

}  // namespace kiosque::searching
