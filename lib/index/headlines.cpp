#include "index/headlines.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "support/bytes.hpp"

namespace kiosque::indexing {
namespace {

using support::append;
using support::load;

// How many places and bytes of text (32 bits each), where each headline begins (32 bits), each
// place (its document in 32 bits, its offset in 8), the text.
constexpr std::size_t kHead = 2 * sizeof(std::uint32_t);
constexpr std::size_t kPlace = 5;
// Words that begin farther on are in no list: no headline is that long.
constexpr std::size_t kLastOffset = std::numeric_limits<std::uint8_t>::max();
constexpr std::size_t kMostText = std::numeric_limits<std::uint32_t>::max();

void append_place(std::string& out, std::uint32_t document, std::size_t offset) {
  append(out, document);
  append(out, static_cast<std::uint8_t>(offset));
}

// Whether what is between two words parts them.
bool has_break(std::string_view between) {
  if (between == " ") return false;
  for (const std::string_view mark :
       {".", ":", ";", "!", "?", ",", "\"", "(", ")", "|", "«", "»", "“", "”", "–", "—", "…"}) {
    if (between.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string fold_headline(std::string_view title, const analysis::Words& words) {
  std::string folded;
  std::size_t end = 0;
  for (const auto& word : words.list()) {
    if (word.alternative) continue;
    if (!folded.empty()) {
      const std::size_t gap = word.begin > end ? word.begin - end : 0;
      folded += has_break(title.substr(end, gap)) ? kBreak : kWordGap;
    }
    folded += words.surface(word);
    end = word.end;
  }
  return folded;
}

Headlines::Headlines(std::string_view bytes, std::size_t documents) : documents_(documents) {
  if (bytes.size() < kHead) return;
  const std::size_t size = load<std::uint32_t>(bytes.data());
  const std::size_t text = load<std::uint32_t>(bytes.data() + sizeof(std::uint32_t));
  const std::size_t before = kHead + documents * sizeof(std::uint32_t) + size * kPlace;
  if (bytes.size() < before || bytes.size() - before < text) return;
  size_ = size;
  begins_ = bytes.data() + kHead;
  places_ = begins_ + documents * sizeof(std::uint32_t);
  text_ = bytes.substr(before, text);
}

std::uint32_t Headlines::document(std::size_t place) const {
  return load<std::uint32_t>(places_ + place * kPlace);
}

std::size_t Headlines::offset(std::size_t place) const {
  return load<std::uint8_t>(places_ + place * kPlace + sizeof(std::uint32_t));
}

std::string_view Headlines::headline(std::size_t document) const {
  if (begins_ == nullptr || document == 0 || document > documents_) return {};
  const auto begin_of = [&](std::size_t i) -> std::size_t {
    return load<std::uint32_t>(begins_ + i * sizeof(std::uint32_t));
  };
  const std::size_t begin = begin_of(document - 1);
  const std::size_t end = document == documents_ ? text_.size() : begin_of(document);
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

std::string_view Headlines::text(std::size_t place) const {
  const std::string_view whole = headline(document(place));
  return whole.substr(std::min(offset(place), whole.size()));
}

std::size_t Headlines::lower_bound(std::string_view bound, std::size_t first,
                                   std::size_t last) const {
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (text(middle) < bound) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

std::pair<std::size_t, std::size_t> Headlines::range(std::string_view prefix) const {
  const std::size_t first = lower_bound(prefix, 0, size_);
  std::size_t low = first;
  std::size_t high = size_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (text(middle).starts_with(prefix)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {first, low};
}

std::pair<std::size_t, std::size_t> Headlines::range_of_words(std::string_view words,
                                                              std::size_t first,
                                                              std::size_t last) const {
  first = lower_bound(words, first, last);
  return {first, end_of_words(words, first, last)};
}

// Both by steps that double: nearly all phrases come a few times.
std::pair<std::size_t, std::size_t> Headlines::range_around(std::string_view words,
                                                            std::size_t place, std::size_t first,
                                                            std::size_t last) const {
  std::size_t begin = place;
  for (std::size_t step = 1; begin > first; step *= 2) {
    const std::size_t probe = place - first > step ? place - step : first;
    if (text(probe) < words) {
      first = probe + 1;
      break;
    }
    begin = probe;
  }
  return {lower_bound(words, first, begin), end_of_words(words, place + 1, last)};
}

std::size_t Headlines::end_of_words(std::string_view words, std::size_t first,
                                    std::size_t last) const {
  // Behind both gaps, before what a word is made of.
  const std::string bound = std::string(words) + '!';
  for (std::size_t step = 1; first < last; step *= 2) {
    const std::size_t probe = last - first > step ? first + step - 1 : last - 1;
    if (text(probe) < bound) {
      first = probe + 1;
    } else {
      last = probe;
      break;
    }
  }
  return lower_bound(bound, first, last);
}

void HeadlinesBuilder::add(std::string_view headline) {
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  if (headline.size() <= kMostText - text_.size()) text_ += headline;
}

void HeadlinesBuilder::write(std::string& out) const {
  struct Place {
    std::string_view text;
    std::uint32_t document = 0;
    std::size_t offset = 0;
  };
  std::vector<Place> places;
  const std::string_view all = text_;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1] : all.size();
    const std::string_view headline = all.substr(begins_[i], end - begins_[i]);
    for (std::size_t at = 0; at < headline.size() && at <= kLastOffset; ++at) {
      if (at > 0 && headline[at - 1] != kWordGap && headline[at - 1] != kBreak) continue;
      places.push_back({headline.substr(at), static_cast<std::uint32_t>(i + 1), at});
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.text < b.text; });
  append(out, static_cast<std::uint32_t>(places.size()));
  append(out, static_cast<std::uint32_t>(text_.size()));
  for (const std::uint32_t begin : begins_) append(out, begin);
  for (const Place& place : places) append_place(out, place.document, place.offset);
  out += text_;
}

void merge_headlines(const std::vector<Headlines>& sources, std::ostream& out) {
  // What would not fit into the numbers is left out: no segment has four gigabytes of headlines.
  std::size_t text = 0;
  std::size_t size = 0;
  for (const Headlines& source : sources) {
    text += source.text_.size();
    size += source.size_;
  }
  const bool fits = text <= kMostText && size <= kMostText;
  if (!fits) text = size = 0;

  std::string buffer;
  const auto flush = [&](std::size_t most) {
    if (buffer.size() <= most) return;
    out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    buffer.clear();
  };
  constexpr std::size_t kBuffer = 1U << 16U;
  append(buffer, static_cast<std::uint32_t>(size));
  append(buffer, static_cast<std::uint32_t>(text));
  std::uint32_t base = 0;
  for (const Headlines& source : sources) {
    for (std::size_t i = 0; i < source.documents_; ++i) {
      const bool known = fits && source.begins_ != nullptr;
      append(buffer, base + (known ? load<std::uint32_t>(source.begins_ + i * sizeof base) : 0));
      flush(kBuffer);
    }
    if (fits) base += static_cast<std::uint32_t>(source.text_.size());
  }

  struct Next {
    std::string_view text;
    std::size_t source = 0;
    std::size_t place = 0;
  };
  const auto behind = [](const Next& a, const Next& b) {
    return a.text != b.text ? a.text > b.text : a.source > b.source;
  };
  std::vector<Next> heap;
  std::vector<std::uint32_t> first;  // of each source's documents, the number before
  std::uint32_t documents = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    first.push_back(documents);
    documents += static_cast<std::uint32_t>(sources[i].documents_);
    if (fits && sources[i].size() > 0) heap.push_back({sources[i].text(0), i, 0});
  }
  std::make_heap(heap.begin(), heap.end(), behind);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), behind);
    Next& next = heap.back();
    const Headlines& source = sources[next.source];
    append_place(buffer, first[next.source] + source.document(next.place),
                 source.offset(next.place));
    flush(kBuffer);
    if (++next.place < source.size()) {
      next.text = source.text(next.place);
      std::push_heap(heap.begin(), heap.end(), behind);
    } else {
      heap.pop_back();
    }
  }
  flush(0);
  for (const Headlines& source : sources) {
    if (fits) out.write(source.text_.data(), static_cast<std::streamsize>(source.text_.size()));
  }
}

}  // namespace kiosque::indexing
