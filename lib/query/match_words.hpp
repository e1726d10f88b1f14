#pragma once
// Which words of a text a query matched.

#include <bitset>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace kiosque::querying {

/// The words to highlight.
struct MatchWords {
  std::set<std::string, std::less<>> surfaces;
  std::set<std::string, std::less<>> stems;
  std::set<std::string, std::less<>>
      forms;           ///< with their accents; where there are any, only these
  std::string prefix;  ///< of the word that is being typed, folded; empty: none is

  /// `exact` is empty where it is the surface. Words are told apart by their beginning first: of a
  /// text nearly all are others.
  [[nodiscard]] bool match(std::string_view surface, std::string_view stem,
                           std::string_view exact) const;
  /// To be called when all words are in.
  void prepare();

 private:
  static std::size_t beginning(std::string_view word);
  std::bitset<4096> beginnings_;  // of any of the words
};

}  // namespace kiosque::querying
