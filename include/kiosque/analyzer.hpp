#pragma once
// How a text becomes terms: the same chain for articles and for queries.
//
//   for (const auto& token : kiosque::analyze("L’élection présidentielle"))
//     fmt::print("{} {} {}\n", token.position, token.surface, token.stem);  // 1 election elect …

#include <cstddef>
#include <kiosque/export.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque {

/// One word of a text.
struct Token {
  std::string surface;       ///< lower case, accents folded
  std::string stem;          ///< what its inflections have in common, accents folded
  std::string exact;         ///< lower case with its accents; empty where it has none
  std::size_t position = 0;  ///< 1, 2, …: neighbours in the text are neighbours here
  std::size_t begin = 0;     ///< bytes of the original text that the word came from: [begin, end)
  std::size_t end = 0;
  bool alternative = false;  ///< another form of the word before it, as articles have it: the
                             ///< feminine of étudiant·e
};

/// Any bytes are taken; invalid UTF-8 separates words. Positions never fall; offsets lie inside the
/// text.
KIOSQUE_EXPORT std::vector<Token> analyze(std::string_view text);

/// The chain's versioned name, stored in every archive: "fr-1".
KIOSQUE_EXPORT std::string analyzer_name();

/// A hash of the lexicon and of the terms of a fixed text that touches every rule: another ICU,
/// Snowball or dictionary shows.
KIOSQUE_EXPORT std::string analyzer_fingerprint();

}  // namespace kiosque
