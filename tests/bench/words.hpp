#pragma once
// Words, as plainly as a bench needs them: runs of letters of the Latin script. No system's own
// analysis is asked, so that none is favoured.

#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Pieces of `text`, in order.
std::vector<std::string_view> words_of(std::string_view text);

/// Capitals of ASCII and Latin-1, and Œ, made small.
std::string lowered(std::string_view word);

/// The first letter made a capital, where it is of ASCII or Latin-1.
void capitalise(std::string& text, std::size_t at);

/// How many letters, not bytes.
std::size_t letters(std::string_view word);

}  // namespace bench
