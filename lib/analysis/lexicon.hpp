#pragma once
// French words that Snowball does not stem as their lemma (yeux, travaux, directrice, veulent), and
// compounds written as one word (porteparole). From the hunspell dictionary of the Grammalecte
// project (MPL 2.0), compiled when the library is built and held in it as read-only data.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "analysis/lexicon/format.hpp"

namespace kiosque::analysis {

/// Where the parts of a compound begin, but for the first; `count` is 0 for a word that is none.
struct Parts {
  std::uint8_t count = 0;
  std::array<std::uint8_t, kMostParts - 1> begins{};
};

/// For one thread at a time: looking up needs room of its own. All share the data.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// The stem of a folded word; empty where Snowball knows better. Good until the next call.
  std::string_view stem(std::string_view word);

  /// The parts of a folded word that is a compound without its hyphens.
  Parts parts(std::string_view word);

 private:
  struct Lookup;
  std::unique_ptr<Lookup> lookup_;
};

}  // namespace kiosque::analysis
