#pragma once
// Completions of each kind, out of the lists beside the segments. `suggest.hpp` mixes them.

#include <kiosque/suggest.hpp>
#include <string>
#include <vector>

#include "search/snapshot.hpp"
#include "search/typed.hpp"

namespace kiosque::searching {

struct Found {
  std::string text;  // of a word: what stands before it; of a phrase: nothing yet
  CompletionKind kind = CompletionKind::word;
  std::size_t count = 0;
  std::string folded;  // which of several kinds with the same text is known by
  std::string id = {};
};

/// Each gives at most `limit`, the more used first, of equals the first by letter; counts are of
/// the living. Work is bounded: of what begins with a single letter the most used are looked at.

/// One word: those that begin so. Several: the last one completed, where articles have them side by
/// side.
std::vector<Found> complete_words(Seat& seat, const Typed& typed, std::size_t limit);
/// Of a kind that is a field's.
std::vector<Found> complete_values(Seat& seat, const Typed& typed, CompletionKind kind,
                                   std::size_t limit);
/// What begins with the words typed and stands in headlines, up to the first word that is complete
/// and does not only join (`joins`), of two words at least.
std::vector<Found> complete_phrases(Seat& seat, const Typed& typed, std::size_t limit);
/// Headlines in which the words stand side by side, then those that have them in any order; the
/// last that came first.
std::vector<Found> complete_headlines(Seat& seat, const Typed& typed, std::size_t limit);

/// Words and phrases come folded, what stands before them as it was typed. Of a phrase that is
/// shown, the text as headlines mostly write it; of a word, see written_form.hpp.
std::string spelled_phrase(Seat& seat, const std::string& folded);

}  // namespace kiosque::searching
