#include "analysis/lexicon.hpp"

#include <marisa.h>

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
  marisa::Trie words;
  marisa::Trie stems;
  const unsigned char* entries = nullptr;

  Data() {
    const std::size_t words_size = number_at(kiosque_lexicon_begin, 8);
    const std::size_t stems_size = number_at(kiosque_lexicon_begin + 8, 8);
    const unsigned char* const begin = kiosque_lexicon_begin + kLexiconHeader;
    words.map(begin, words_size);
    stems.map(begin + words_size, stems_size);
    entries = begin + words_size + stems_size;
  }
};

const Data& data() {
  static const Data loaded;
  return loaded;
}

}  // namespace

std::string_view lexicon_bytes() {
  const std::size_t size = static_cast<std::size_t>(data().entries - kiosque_lexicon_begin) +
                           data().words.num_keys() * kEntryBytes;
  return {reinterpret_cast<const char*>(kiosque_lexicon_begin), size};
}

struct Lexicon::Lookup {
  marisa::Agent words;
  marisa::Agent stems;
};

Lexicon::Lexicon() : lookup_(std::make_unique<Lookup>()) {}
Lexicon::~Lexicon() = default;

LexiconEntry Lexicon::look(std::string_view word) {
  lookup_->words.set_query(word.data(), word.size());
  if (!data().words.lookup(lookup_->words)) return {};
  const std::size_t number = lookup_->words.key().id();
  const auto entry =
      static_cast<std::uint32_t>(number_at(data().entries + number * kEntryBytes, kEntryBytes));
  if ((entry & kCompound) != 0) return {{}, decode(entry)};
  lookup_->stems.set_query(std::size_t{entry});
  data().stems.reverse_lookup(lookup_->stems);
  const marisa::Key& stem = lookup_->stems.key();
  return {{stem.ptr(), stem.length()}, {}};
}

}  // namespace kiosque::analysis
