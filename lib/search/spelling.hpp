#pragma once
// What may have been meant by a word that the archive does not have: its own words.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/snapshot.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// Words of the archive that may have been meant.
struct Spelling {
  std::vector<std::string> words = {};  // folded: one, or two that were run together
  std::string elided = {};              // folded: the l of lelection
  std::size_t frequency = 0;  // in living articles: of the word, or of the two side by side
  std::size_t edits = 0;
  double cost = 0;     // of the slip (typing_cost.hpp)
  double context = 0;  // what the rest of the query says for it
  double score = 0;    // natural logarithm of the odds that it was meant; see kMeant
};

/// Looks for spellings in one search's archive. Its time is that of a walk along the sorted words,
/// nearly all of which are left out (neighbours.hpp), and of a dozen posting lists a word.
class Speller {
 public:
  /// `context`: the best articles for what else is asked, best first; none where nothing is.
  Speller(Walk& walk, const std::vector<DocumentPlace>& context);

  /// The spellings of a folded word, typed with a capital or not, the likeliest first; none for
  /// what is no word of letters, or shorter than kShortest.
  std::vector<Spelling> spellings(const std::string& word, bool capital);
  /// That two words are one that came apart: `prési dent`. Its frequency is 0 where they are not.
  Spelling joined(const std::string& left, const std::string& right);

 private:
  struct Context {
    std::size_t part = 0;
    std::uint32_t document = 0;
    double weight = 0;
  };

  void add_neighbours(const std::string& word, std::vector<Spelling>& found);
  void add_run_together(const std::string& word, std::vector<Spelling>& found);
  std::size_t side_by_side(const std::string& left, const std::string& right);
  double context_of(const std::string& word);
  void judge(Spelling& spelling, std::size_t letters, bool capital);

  Walk& walk_;
  std::vector<Context> context_;  // in the order of documents
};

/// Shorter words have too many neighbours to tell which was meant.
inline constexpr std::size_t kShortest = 4;

/// The score from which on a spelling is believed. docs/quality.md has the figures behind it.
inline constexpr double kMeant = -1;

}  // namespace kiosque::searching
