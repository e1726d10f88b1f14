#include "search/phrase.hpp"

#include <string_view>

#include "index/document.hpp"

namespace kiosque::searching {
namespace {

bool stands_in_text(std::string_view text, const std::vector<std::string>& words,
                    analysis::Analyzer& analyzer, analysis::Words& analyzed) {
  analyzer.analyze(text, analyzed);
  const auto& list = analyzed.list();
  for (std::size_t first = 0; first < list.size(); ++first) {
    // At each position there may be several forms; they stand behind one another in the list.
    std::size_t at = first;
    std::size_t found = 0;
    while (found < words.size()) {
      const std::uint32_t position = list[first].position + static_cast<std::uint32_t>(found);
      while (at < list.size() && list[at].position < position) ++at;
      bool here = false;
      for (std::size_t i = at; i < list.size() && list[i].position == position; ++i)
        here = here || analyzed.surface(list[i]) == words[found];
      if (!here) break;
      ++found;
    }
    if (found == words.size()) return true;
  }
  return false;
}

}  // namespace

Phrase::Phrase(const std::vector<std::string>& words, std::optional<indexing::TextPart> part)
    : words_(words), part_(part) {
  for (const auto& word : words) hashes_.push_back(indexing::word_hash(word));
}

bool Phrase::stands_in(const indexing::WordOrder& order, const Xapian::Database& database,
                       Xapian::docid document, analysis::Analyzer& analyzer) const {
  if (order.known()) return order.has_phrase(hashes_, part_ ? &*part_ : nullptr);
  return stands_in(indexing::from_document(database.get_document(document)), analyzer);
}

bool Phrase::stands_in(const Article& article, analysis::Analyzer& analyzer) const {
  using indexing::TextPart;
  analysis::Words analyzed;
  const auto in = [&](TextPart part, std::string_view text) {
    return (!part_ || *part_ == part) && stands_in_text(text, words_, analyzer, analyzed);
  };
  return in(TextPart::title, article.title) || in(TextPart::lead, article.lead) ||
         in(TextPart::body, article.body);
}

}  // namespace kiosque::searching
