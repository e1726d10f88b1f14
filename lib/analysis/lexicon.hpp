#pragma once
// French words that Snowball does not stem as their lemma (yeux, travaux, directrice, veulent), and
// compounds written as one word (porteparole). From the hunspell dictionary of the Grammalecte
// project (MPL 2.0), compiled when the library is built and held in it as read-only data.

#include <memory>
#include <string_view>

#include "analysis/lexicon/format.hpp"

namespace kiosque::analysis {

/// What is known of a word; nothing where Snowball knows better.
struct LexiconEntry {
  std::string_view stem;
  Parts parts;  // of a compound without its hyphens
};

/// The compiled lexicon itself, for a fingerprint: another dictionary gives other stems.
std::string_view lexicon_bytes();

/// For one thread at a time: looking up needs room of its own. All share the data.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// A folded word. The stem is good until the next call.
  LexiconEntry look(std::string_view word);

 private:
  struct Lookup;
  std::unique_ptr<Lookup> lookup_;
};

}  // namespace kiosque::analysis
