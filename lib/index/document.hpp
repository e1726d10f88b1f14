#pragma once
// An article as a Xapian document, and back.

#include <xapian.h>

#include <cstdint>
#include <kiosque/article.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.hpp"
#include "index/own_fields.hpp"
#include "index/signature.hpp"

namespace kiosque::indexing {

/// How much a word counts by where it stands. Integers: Xapian's wdf increments.
struct TextWeights {
  unsigned title = 4;
  unsigned lead = 3;
  unsigned opening = 2;  // the first `opening_words` of the body
  unsigned opening_words = 100;
  unsigned body = 1;
};

/// What is stored of an article: a Xapian document in the making.
class IndexedArticle {
 public:
  struct Term {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t wdf = 0;
  };

  void add_term(std::string_view term, std::uint32_t wdf);
  void add_value(unsigned slot, std::string value);
  [[nodiscard]] std::string_view text(const Term& term) const {
    return std::string_view(spelled_).substr(term.begin, term.size);
  }

  std::vector<Term> terms;  // unsorted; the wdf of those that come several times add up
  std::vector<std::pair<unsigned, std::string>> values;  // by slot
  std::string data;
  std::uint32_t length = 0;  // the sum of the terms' wdf
  std::string order;         // its words in their order: a record of word_order.hpp
  std::string card;          // all but its texts, as data: what a list of articles shows
  Signature signature;

 private:
  std::string spelled_;
};

/// `article` is normalised (see normalise in merge.hpp) and has an id.
IndexedArticle index_article(const Article& article, analysis::Analyzer& analyzer,
                             const FieldTable& fields = library_fields());

/// Whether the words of an article have stems: those of another language are found as they stand.
bool is_french(const Article& article);

/// What `index_article` stored, all of it. Throws Xapian::DatabaseCorruptError where that is lost.
Article from_document(const Xapian::Document& document);

/// The article as the document's data, in Omega's form: one `name=value` a line; a text of several
/// lines, and a list, take a line with the name for each; a value of an own field is `field=`, its
/// name, the separator of lists, and the value.
std::string encode_article(const Article& article);
/// The same without lead and body.
std::string encode_card(const Article& article);
Article decode_article(std::string_view data);
/// The id of what `decode_article` would give.
std::string id_in(std::string_view data);

/// Several values in one slot; one is stored as it is. `\x1f` (unit separator) parts them.
inline constexpr char kListSeparator = '\x1f';
std::string encode_list(const std::vector<std::string>& values);

}  // namespace kiosque::indexing
