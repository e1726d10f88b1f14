#pragma once
// Where the sentences of a French text begin.

#include <cstddef>
#include <string_view>
#include <vector>

namespace kiosque::analysis {

/// The beginnings of sentences, rising, at a visible character each. A line's end ends one; so do
/// . ! ? and … before a capital, a digit, a quotation or a dash, but not the dot of an abbreviation
/// or an initial (M. Dupont, J.-C.), nor any inside a short quotation « … ». Sentences that touch,
/// as scraped ones do (jeudi.Le), are told apart too.
std::vector<std::size_t> sentence_starts(std::string_view text);

/// Whether only blanks stand between `at` and the line's beginning: a sentence that begins so
/// begins a paragraph.
bool begins_line(std::string_view text, std::size_t at);

}  // namespace kiosque::analysis
