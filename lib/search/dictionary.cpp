#include "search/dictionary.hpp"

#include <algorithm>
#include <limits>

#include "index/word_order.hpp"

namespace kiosque::searching {
namespace {

// Words are at most 240 bytes long (fields.hpp): a byte says how long.
char size_byte(std::size_t size) {
  return static_cast<char>(static_cast<unsigned char>(size));
}
std::size_t size_at(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

void WordList::add(std::string_view word, std::uint32_t count) {
  word = word.substr(0, std::numeric_limits<unsigned char>::max());
  if (counts_.size() % kBlock == 0) {
    blocks_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += size_byte(word.size());
    bytes_ += word;
  } else {
    const auto most = std::min(word.size(), last_.size());
    std::size_t shared = 0;
    while (shared < most && word[shared] == last_[shared]) ++shared;
    bytes_ += size_byte(shared);
    bytes_ += size_byte(word.size() - shared);
    bytes_ += word.substr(shared);
  }
  counts_.push_back(count);
  last_ = word;
}

void WordList::finish() {
  bytes_.shrink_to_fit();
  blocks_.shrink_to_fit();
  counts_.shrink_to_fit();
  last_ = {};
}

std::string_view WordList::head(std::size_t block) const {
  const std::size_t at = blocks_[block];
  return std::string_view(bytes_).substr(at + 1, size_at(bytes_, at));
}

std::string WordList::word(std::size_t i) const {
  std::string word(head(i / kBlock));
  std::size_t at = blocks_[i / kBlock] + 1 + word.size();
  for (std::size_t step = i % kBlock; step > 0; --step) {
    const std::size_t own = size_at(bytes_, at + 1);
    word.resize(size_at(bytes_, at));
    word.append(bytes_, at + 2, own);
    at += 2 + own;
  }
  return word;
}

std::size_t WordList::lower_bound(std::string_view bound) const {
  // The last block whose head is below the bound.
  std::size_t low = 0;
  std::size_t high = blocks_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (head(middle) < bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return 0;
  const std::size_t first = (low - 1) * kBlock;
  const std::size_t last = std::min(first + kBlock, size());
  std::size_t i = first + 1;
  while (i < last && word(i) < bound) ++i;
  return i;
}

std::pair<std::size_t, std::size_t> WordList::range(std::string_view prefix) const {
  const std::size_t first = lower_bound(prefix);
  // Behind every word with the prefix: its last byte that can grow, grown.
  std::string bound(prefix);
  while (!bound.empty() && static_cast<unsigned char>(bound.back()) == 0xFF) bound.pop_back();
  if (bound.empty()) return {first, size()};
  bound.back() = static_cast<char>(static_cast<unsigned char>(bound.back()) + 1);
  return {first, lower_bound(bound)};
}

std::uint32_t WordList::count_of(std::string_view word) const {
  const std::size_t at = lower_bound(word);
  return at < size() && this->word(at) == word ? count(at) : 0;
}

void WordList::Cursor::skip(std::size_t size) {
  // Within the block, how much each word shares with the one before it says whether it begins so.
  for (++at_; at_ < list_.size() && at_ % kBlock != 0; ++at_) {
    const std::size_t shared = size_at(list_.bytes_, byte_);
    const std::size_t own = size_at(list_.bytes_, byte_ + 1);
    byte_ += 2 + own;
    if (shared >= size) continue;
    word_.resize(shared);
    word_.append(list_.bytes_, byte_ - own, own);
    shared_ = shared;
    return;
  }
  if (done()) return;
  // Whole blocks that begin so are gone over in steps that double, then halve.
  std::size_t block = at_ / kBlock;
  const std::string prefix = word_.substr(0, size);
  const auto begins_so = [&](std::size_t i) {
    return size <= prefix.size() && i < list_.blocks_.size() && list_.head(i).starts_with(prefix);
  };
  if (!begins_so(block)) {
    enter(block);
    return;
  }
  std::size_t step = 1;
  while (begins_so(block + step)) {
    block += step;
    step *= 2;
  }
  for (; step > 0; step /= 2) {
    if (begins_so(block + step)) block += step;
  }
  enter(block);  // the last head that begins so
  skip(size);
}

// At the head of a block.
void WordList::Cursor::enter(std::size_t block) {
  at_ = block * kBlock;
  if (done()) return;
  const std::string_view head = list_.head(block);
  const std::size_t most = std::min(head.size(), word_.size());
  shared_ = 0;
  while (shared_ < most && head[shared_] == word_[shared_]) ++shared_;
  word_ = head;
  byte_ = list_.blocks_[block] + 1 + head.size();
}

std::size_t WordList::bytes() const {
  return bytes_.capacity() + (blocks_.capacity() + counts_.capacity()) * sizeof(std::uint32_t);
}

const WordList& SegmentWords::list(const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  if (list_) return *list_;
  auto list = std::make_unique<WordList>();
  // Terms with a prefix begin with a capital, and a word never does.
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end;) {
    const std::string& text = *term;
    if (text.front() >= 'A' && text.front() <= 'Z') {
      term.skip_to("[");
      continue;
    }
    list->add(text, term.get_termfreq());
    ++term;
  }
  list->finish();
  list_ = std::move(list);
  return *list_;
}

StemIndex::StemIndex(const WordList& words, analysis::Analyzer& analyzer) {
  entries_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    entries_.push_back({static_cast<std::uint32_t>(indexing::word_hash(analyzer.stem(words.word(i)))),
                        static_cast<std::uint32_t>(i)});
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.word < b.word;
  });
}

std::vector<std::string> StemIndex::words_of(std::string_view stem, const WordList& words,
                                             analysis::Analyzer& analyzer) const {
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

std::vector<std::string> SegmentWords::words_of(std::string_view stem,
                                                const Xapian::Database& database,
                                                analysis::Analyzer& analyzer) {
  const WordList& words = list(database);
  const std::scoped_lock lock(mutex_);
  if (!stems_) stems_ = std::make_unique<const StemIndex>(words, analyzer);
  return stems_->words_of(stem, words, analyzer);
}

std::size_t SegmentWords::bytes() const {
  const std::scoped_lock lock(mutex_);
  return (list_ ? list_->bytes() : 0) + (stems_ ? stems_->bytes() : 0);
}

}  // namespace kiosque::searching
