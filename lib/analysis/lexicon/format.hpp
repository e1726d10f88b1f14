#pragma once
// The lexicon's file: the bytes of its three tries as 64-bit numbers, low byte first; the tries:
// forms, stems, compounds; and for each form, in the order of its number, the number of its stem. A
// compound is its joined spelling, a bar, and for each part but the first the letter of its
// beginning ('a' is 0): "porteparole|f".

#include <cstddef>

namespace kiosque::analysis {

inline constexpr std::size_t kLexiconTries = 3;
inline constexpr std::size_t kLexiconHeader = 8 * kLexiconTries;
inline constexpr std::size_t kStemBytes = 3;
inline constexpr char kCompoundBar = '|';
inline constexpr std::size_t kMostParts = 4;
inline constexpr std::size_t kLongestCompound = 24;

}  // namespace kiosque::analysis
