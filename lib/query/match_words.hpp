#pragma once
// Which words of a text a query matched, and how much each tells.

#include <bitset>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::querying {

/// The words to highlight. Each word of the query has a number, under which go all the ways to
/// write it.
class MatchWords {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// The number of the word whose frequency is that of `term`.
  std::size_t number_of(const std::string& term);
  void add_surface(std::string_view surface, std::size_t number) {
    surfaces_.emplace(surface, number);
  }
  void add_stem(std::string_view stem, std::size_t number) { stems_.emplace(stem, number); }
  /// With its accents, in lower case.
  void add_form(std::string_view form, std::size_t number) { forms_.emplace(form, number); }
  /// All words that begin so, folded.
  void add_prefix(std::string_view prefix, std::size_t number) {
    prefixes_.emplace(prefix, number);
  }
  /// All words that are spelt nearly so: whoever knows them adds their surfaces.
  void add_similar(std::string_view word, std::size_t number) { similar_.emplace(word, number); }
  [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& similar() const {
    return similar_;
  }
  /// To be called when all words are in, with what each tells, by number. Words that tell little
  /// beside the others are not looked for, but where they are seen they are highlighted too.
  void prepare(std::vector<double> worth);

  /// The number of the word that it is one of the ways to write; kNone: of none. `exact` is empty
  /// where it is the surface. Words are told apart by their beginning first: of a text nearly all
  /// are others.
  [[nodiscard]] std::size_t match(std::string_view surface, std::string_view stem,
                                  std::string_view exact) const;
  /// False: one of the words that tell may well begin otherwise than it is typed (yeux, œil; 21e,
  /// XXIe), so that `may_begin` is not to be asked.
  [[nodiscard]] bool by_beginning() const { return by_beginning_; }
  /// Whether a word that begins with these two folded characters (0: it has but one) may be one
  /// that tells.
  [[nodiscard]] bool may_begin(unsigned char first, unsigned char second) const {
    return telling_.test(key(first, second));
  }

  /// By number: the term whose frequency is the word's, and what the word tells.
  [[nodiscard]] const std::vector<std::string>& terms() const { return terms_; }
  [[nodiscard]] double worth(std::size_t number) const { return worth_[number]; }

 private:
  using Numbers = std::map<std::string, std::size_t, std::less<>>;
  using Beginnings = std::bitset<4096>;

  static std::size_t key(unsigned char first, unsigned char second) {
    return first % 64U * 64U + second % 64U;
  }
  static std::size_t beginning(std::string_view word);
  void set_all(char first);

  Numbers surfaces_;
  Numbers stems_;
  Numbers forms_;
  Numbers prefixes_;
  Numbers similar_;
  std::vector<std::string> terms_;
  std::vector<double> worth_;
  Beginnings beginnings_;  // of any of the words
  Beginnings telling_;     // of those that tell
  bool by_beginning_ = true;
};

}  // namespace kiosque::querying
