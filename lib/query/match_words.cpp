#include "query/match_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/characters.hpp"

namespace kiosque::querying {
namespace {

// Of the most that a word of the query tells.
constexpr double kTelling = 0.35;

// Stems of words that begin in several ways: yeux; va, ira; est, sera; eu; messieurs; mesdames;
// 1er, Ier; St, Ste.
constexpr std::array<std::string_view, 9> kIrregular = {
    "oeil", "aller", "etre", "avoir", "monsieur", "madame", "mademoisel", "premi", "saint"};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// 21e is also written XXIe and vingt et unième.
bool is_ordinal(std::string_view word) {
  return word.size() > 1 && word.back() == 'e' &&
         std::all_of(word.begin(), word.end() - 1, is_digit);
}

}  // namespace

std::size_t MatchWords::number_of(const std::string& term) {
  const auto found = std::find(terms_.begin(), terms_.end(), term);
  if (found != terms_.end()) return static_cast<std::size_t>(found - terms_.begin());
  terms_.push_back(term);
  return terms_.size() - 1;
}

// Its first two bytes.
std::size_t MatchWords::beginning(std::string_view word) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(i < word.size() ? word[i] : 0);
  };
  return key(byte(0), byte(1));
}

void MatchWords::prepare(std::vector<double> worth) {
  worth_ = std::move(worth);
  const double most = worth_.empty() ? 0 : *std::max_element(worth_.begin(), worth_.end());
  const auto tells = [&](std::size_t number) { return worth_[number] >= most * kTelling; };
  for (const auto* const words : {&surfaces_, &stems_, &forms_}) {
    for (const auto& [word, number] : *words) {
      beginnings_.set(beginning(word));
      if (!tells(number)) continue;
      by_beginning_ = by_beginning_ && !is_ordinal(word) &&
                      std::find(kIrregular.begin(), kIrregular.end(), word) == kIrregular.end();
      telling_.set(beginning(analysis::fold_value(word)));
      // 9 000 begins with a word of one digit; 14 may be written XIV.
      if (!is_digit(word[0])) continue;
      set_all(word[0]);
      if (word.size() > 2) continue;
      for (const char roman : {'i', 'v', 'x'}) set_all(roman);
    }
  }
  for (const auto& [prefix, number] : prefixes_) {
    if (prefix.size() > 1) {
      telling_.set(beginning(prefix));
    } else {
      set_all(prefix[0]);
    }
  }
}

// All beginnings with this character.
void MatchWords::set_all(char first) {
  for (unsigned char second = 0; second < 64; ++second)
    telling_.set(key(static_cast<unsigned char>(first), second));
}

std::size_t MatchWords::match(std::string_view surface, std::string_view stem,
                              std::string_view exact) const {
  const auto find = [&](const Numbers& words, std::string_view word) {
    if (!beginnings_.test(beginning(word))) return kNone;
    const auto found = words.find(word);
    return found == words.end() ? kNone : found->second;
  };
  std::size_t number = find(stems_, stem);
  if (number == kNone) number = find(surfaces_, surface);
  if (number == kNone && !forms_.empty()) number = find(forms_, exact.empty() ? surface : exact);
  if (number != kNone) return number;
  for (const auto& [prefix, of] : prefixes_) {
    if (surface.starts_with(prefix)) return of;
  }
  return kNone;
}

}  // namespace kiosque::querying
