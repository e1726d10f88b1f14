#include "analysis/lexicon.hpp"

#include <marisa.h>

#include <algorithm>
#include <cstdint>

#include "analysis/lexicon/format.hpp"

extern "C" {
extern const unsigned char kiosque_lexicon_begin[] __attribute__((visibility("hidden")));
}

namespace kiosque::analysis {
namespace {

std::size_t number_at(const unsigned char* at, std::size_t bytes) {
  std::size_t number = 0;
  for (std::size_t byte = 0; byte < bytes; ++byte) number |= std::size_t{at[byte]} << (8 * byte);
  return number;
}

struct Data {
  marisa::Trie forms;
  marisa::Trie stems;
  marisa::Trie compounds;
  const unsigned char* stem_of = nullptr;

  Data() {
    const unsigned char* at = kiosque_lexicon_begin + kLexiconHeader;
    std::size_t trie = 0;
    for (auto* const member : {&forms, &stems, &compounds}) {
      const std::size_t size = number_at(kiosque_lexicon_begin + 8 * trie++, 8);
      member->map(at, size);
      at += size;
    }
    stem_of = at;
  }
};

const Data& data() {
  static const Data loaded;
  return loaded;
}

}  // namespace

struct Lexicon::Lookup {
  marisa::Agent forms;
  marisa::Agent stems;
  marisa::Agent compounds;
};

Lexicon::Lexicon() : lookup_(std::make_unique<Lookup>()) {}
Lexicon::~Lexicon() = default;

std::string_view Lexicon::stem(std::string_view word) {
  lookup_->forms.set_query(word.data(), word.size());
  if (!data().forms.lookup(lookup_->forms)) return {};
  const std::size_t form = lookup_->forms.key().id();
  lookup_->stems.set_query(number_at(data().stem_of + form * kStemBytes, kStemBytes));
  data().stems.reverse_lookup(lookup_->stems);
  const marisa::Key& stem = lookup_->stems.key();
  return {stem.ptr(), stem.length()};
}

Parts Lexicon::parts(std::string_view word) {
  Parts parts;
  if (word.size() > kLongestCompound) return parts;
  std::array<char, kLongestCompound + 1> query{};
  std::copy(word.begin(), word.end(), query.begin());
  query[word.size()] = kCompoundBar;
  lookup_->compounds.set_query(query.data(), word.size() + 1);
  if (!data().compounds.predictive_search(lookup_->compounds)) return parts;
  const marisa::Key& found = lookup_->compounds.key();
  for (std::size_t i = word.size() + 1; i < found.length(); ++i) {
    parts.begins[parts.count++] = static_cast<std::uint8_t>(found.ptr()[i] - 'a');
  }
  return parts;
}

}  // namespace kiosque::analysis
