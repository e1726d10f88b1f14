#pragma once
// Words of a sample that are mostly written side by side: gilets jaunes, Coupe du monde.

#include <cstdint>
#include <string>
#include <vector>

#include "search/word_sample.hpp"

namespace kiosque::searching {

/// A word, or several that stand together, as they are written most often.
struct SamplePhrase {
  std::vector<std::uint32_t> numbers;  // of the sample's words, in their order
  std::string text;
};

/// Each of the words once: by itself, or in a phrase where most articles that have any of its words
/// have it, perhaps with little words between. In the order of their first words in `numbers`.
std::vector<SamplePhrase> join_words(const WordSample& sample,
                                     const std::vector<std::uint32_t>& numbers);

}  // namespace kiosque::searching
