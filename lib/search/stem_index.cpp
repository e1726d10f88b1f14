#include "search/stem_index.hpp"

#include <algorithm>

#include "index/word_order.hpp"

namespace kiosque::searching {

void StemIndex::make(const indexing::WordList& words, analysis::Analyzer& analyzer) {
  entries_.reserve(words.size());
  for (indexing::WordList::Reader reader(words, 0); reader.good(); reader.next()) {
    const auto hash = static_cast<std::uint32_t>(indexing::word_hash(analyzer.stem(reader.word())));
    entries_.push_back({hash, static_cast<std::uint32_t>(reader.place())});
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.word < b.word;
  });
  made_ = true;
}

std::vector<std::string> StemIndex::words_of(std::string_view stem, const indexing::WordList& words,
                                             analysis::Analyzer& analyzer) {
  {
    const std::scoped_lock lock(mutex_);
    if (!made_) make(words, analyzer);
  }
  // From here on it does not change.
  std::vector<std::string> found;
  const auto hash = static_cast<std::uint32_t>(indexing::word_hash(stem));
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), hash,
                                [](const Entry& a, std::uint32_t b) { return a.hash < b; });
  for (; entry != entries_.end() && entry->hash == hash; ++entry) {
    std::string word = words.word(entry->word);
    if (analyzer.stem(word) == stem) found.push_back(std::move(word));
  }
  return found;
}

std::size_t StemIndex::bytes() const {
  const std::scoped_lock lock(mutex_);
  return entries_.capacity() * sizeof(Entry);
}

}  // namespace kiosque::searching
