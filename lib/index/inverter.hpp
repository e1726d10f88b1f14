#pragma once
// Articles by term: what each has, turned round in memory and written as a database.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/document.hpp"
#include "index/glass/database_writer.hpp"

namespace kiosque::indexing {

/// For one thread at a time. Takes some eight bytes for each different term of each article, and
/// twice that while it writes.
class Inverter {
 public:
  Inverter();

  /// The next document.
  void add(const IndexedArticle& article);
  [[nodiscard]] std::size_t size() const { return lengths_.size(); }

  /// Everything that was added, behind what the writer has of metadata; the writer is finished.
  /// `visit` is called with each term, in their order, and how many documents have it.
  using Visit = std::function<void(std::string_view term, std::uint32_t count)>;
  void write(glass::DatabaseWriter& writer, const Visit& visit = {});

 private:
  // A term, and where its text lies.
  struct Term {
    std::uint64_t hash = 0;
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t last = 0;  // its last entry, counted from 1
    std::uint32_t count = 0;
  };
  // That a document has a term: they come in the order of documents.
  struct Entry {
    std::uint32_t term = 0;
    std::uint32_t wdf = 0;
  };

  std::uint32_t number_of(std::string_view term);
  void grow();
  [[nodiscard]] std::string_view text(const Term& term) const {
    return std::string_view(spelled_).substr(term.begin, term.size);
  }
  [[nodiscard]] std::vector<std::uint32_t> sorted_terms() const;

  std::vector<Term> terms_;
  std::vector<std::uint32_t> table_;  // open addressing: the number of a term
  std::string spelled_;
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> ends_;  // of each document's entries
  std::vector<std::uint32_t> lengths_;
  std::vector<std::vector<std::pair<std::uint32_t, std::string>>> values_;  // by slot
  // The data, small where that is smaller.
  struct Data {
    std::uint64_t end = 0;
    bool compressed = false;
  };
  std::string data_;
  std::vector<Data> data_ends_;
  glass::Compressor compressor_;
};

}  // namespace kiosque::indexing
