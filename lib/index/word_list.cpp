#include "index/word_list.hpp"

#include <algorithm>

#include "support/bytes.hpp"

namespace kiosque::indexing {
namespace {

using support::append;
using support::load;

// A list: how many words, the size of their text, the counts, where each block begins (numbers of
// 32 bits), the text.
constexpr std::size_t kHead = 2 * sizeof(std::uint32_t);

char size_byte(std::size_t size) {
  return static_cast<char>(static_cast<unsigned char>(size));
}
std::size_t size_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}
std::string_view cut(std::string_view text, std::size_t begin, std::size_t size) {
  return text.substr(std::min(begin, text.size()), size);
}

}  // namespace

WordList::WordList(std::string_view bytes) {
  if (bytes.size() < kHead) return;
  const std::size_t size = load<std::uint32_t>(bytes.data());
  const std::size_t text = load<std::uint32_t>(bytes.data() + sizeof(std::uint32_t));
  const std::size_t blocks = (size + kBlock - 1) / kBlock;
  const std::size_t before = kHead + (size + blocks) * sizeof(std::uint32_t);
  if (bytes.size() < before || bytes.size() - before < text) return;
  size_ = size;
  bytes_ = before + text;
  counts_ = bytes.data() + kHead;
  begins_ = counts_ + size * sizeof(std::uint32_t);
  text_ = bytes.substr(before, text);
}

std::uint32_t WordList::count(std::size_t i) const {
  return load<std::uint32_t>(counts_ + i * sizeof(std::uint32_t));
}

std::size_t WordList::begin_of(std::size_t block) const {
  return load<std::uint32_t>(begins_ + block * sizeof(std::uint32_t));
}

std::string_view WordList::head(std::size_t block) const {
  const std::size_t at = begin_of(block);
  return cut(text_, at + 1, size_at(text_, at));
}

WordList::Reader::Reader(const WordList& list, std::size_t i) : list_(&list), i_(i) {
  if (!good()) return;
  enter(i / kBlock);
  while (i_ < i) next();
}

void WordList::Reader::skip(std::size_t size) {
  if (!good()) return;
  const std::string_view text = list_->text_;
  // Within the block, how much each word shares with the one before it says whether it begins so.
  for (++i_; i_ < list_->size_ && i_ % kBlock != 0; ++i_) {
    const std::size_t shared = std::min(size_at(text, at_), word_.size());
    const std::size_t own = size_at(text, at_ + 1);
    const std::string_view bytes = cut(text, at_ + 2, own);
    at_ += 2 + own;
    if (shared >= size) continue;
    word_.resize(shared);
    word_ += bytes;
    shared_ = shared;
    return;
  }
  if (!good()) return;
  // Whole blocks that begin so are gone over in steps that double, then halve.
  std::size_t block = i_ / kBlock;
  const std::string prefix = word_.substr(0, size);
  const auto begins_so = [&](std::size_t one) {
    return size <= prefix.size() && one < list_->blocks() && list_->head(one).starts_with(prefix);
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

void WordList::Reader::enter(std::size_t block) {
  i_ = block * kBlock;
  if (!good()) return;
  const std::string_view head = list_->head(block);
  const std::size_t most = std::min(head.size(), word_.size());
  shared_ = 0;
  while (shared_ < most && head[shared_] == word_[shared_]) ++shared_;
  word_ = head;
  at_ = list_->begin_of(block) + 1 + head.size();
}

std::string WordList::word(std::size_t i) const {
  return Reader(*this, i).word();
}

WordList::Reader WordList::from(std::string_view bound) const {
  // The last block whose head is below the bound.
  std::size_t low = 0;
  std::size_t high = blocks();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (head(middle) < bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return {*this, 0};
  Reader reader(*this, (low - 1) * kBlock);
  while (reader.good() && reader.word() < bound) reader.next();
  return reader;
}

std::size_t WordList::lower_bound(std::string_view bound) const {
  return from(bound).place();
}

std::optional<std::size_t> WordList::find(std::string_view word) const {
  const Reader reader = from(word);
  if (reader.good() && reader.word() == word) return reader.place();
  return {};
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

void WordListBuilder::add(std::string_view word, std::uint32_t count) {
  word = word.substr(0, WordList::kLongest);
  if (counts_.size() % WordList::kBlock == 0) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += size_byte(word.size());
    text_ += word;
  } else {
    const auto most = std::min(word.size(), last_.size());
    std::size_t shared = 0;
    while (shared < most && word[shared] == last_[shared]) ++shared;
    text_ += size_byte(shared);
    text_ += size_byte(word.size() - shared);
    text_ += word.substr(shared);
  }
  counts_.push_back(count);
  last_ = word;
}

void WordListBuilder::write(std::string& out) const {
  append(out, static_cast<std::uint32_t>(counts_.size()));
  append(out, static_cast<std::uint32_t>(text_.size()));
  for (const auto* numbers : {&counts_, &begins_})
    out.append(reinterpret_cast<const char*>(numbers->data()),
               numbers->size() * sizeof(std::uint32_t));
  out += text_;
}

WordListBuilder merge(const std::vector<WordList>& lists) {
  std::vector<WordList::Reader> readers;
  readers.reserve(lists.size());
  std::vector<std::size_t> heap;  // the reader with the first word on top
  const auto behind = [&](std::size_t a, std::size_t b) {
    return readers[a].word() > readers[b].word();
  };
  for (const WordList& list : lists) {
    readers.emplace_back(list, 0);
    if (readers.back().good()) heap.push_back(readers.size() - 1);
  }
  std::make_heap(heap.begin(), heap.end(), behind);
  WordListBuilder merged;
  std::string word;
  std::uint32_t count = 0;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), behind);
    WordList::Reader& reader = readers[heap.back()];
    if (count > 0 && reader.word() != word) {
      merged.add(word, count);
      count = 0;
    }
    if (count == 0) word = reader.word();
    count += reader.count();
    reader.next();
    if (reader.good()) {
      std::push_heap(heap.begin(), heap.end(), behind);
    } else {
      heap.pop_back();
    }
  }
  if (count > 0) merged.add(word, count);
  return merged;
}

}  // namespace kiosque::indexing
