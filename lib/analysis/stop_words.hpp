#pragma once
// French words that tell nothing of a subject. Only what describes articles to a reader leaves them
// out: every word can be searched for.

#include <string_view>

namespace kiosque::analysis {

/// Words of grammar, forms of être, avoir, faire and their like, numbers in words, days and months,
/// and words that any article may use of any subject. `folded`: lower case without accents.
bool is_stop_word(std::string_view folded);

}  // namespace kiosque::analysis
