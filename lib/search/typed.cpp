#include "search/typed.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/characters.hpp"
#include "support/text.hpp"
#include "support/utf8.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLongest = 1000;  // bytes

constexpr std::array<std::string_view, 81> kJoining = {
    "a",     "apres", "au",    "aux",   "avant",  "avec", "c",     "ce",   "ces",
    "cet",   "cette", "chez",  "comme", "contre", "d",    "dans",  "de",   "depuis",
    "des",   "dont",  "du",    "elle",  "elles",  "en",   "entre", "est",  "et",
    "il",    "ils",   "j",     "je",    "l",      "la",   "le",    "les",  "leur",
    "leurs", "lui",   "m",     "mais",  "mes",    "mon",  "n",     "ne",   "ni",
    "nos",   "notre", "nous",  "on",    "ont",    "ou",   "par",   "pas",  "pendant",
    "pour",  "qu",    "quand", "que",   "qui",    "s",    "sa",    "sans", "se",
    "selon", "ses",   "si",    "son",   "sont",   "sous", "sur",   "t",    "tes",
    "ton",   "tu",    "un",    "une",   "vers",   "vos",  "votre", "vous", "y"};

// How far from `begin` so many folded bytes reach.
std::size_t reach(std::string_view text, std::size_t begin, std::size_t end, std::size_t folded) {
  const auto size_of = [](std::int32_t c) -> std::size_t {
    const auto character = analysis::character(c);
    return character.fold_size == analysis::kLongFold ? analysis::fold_slowly(c).size()
                                                      : character.fold_size;
  };
  std::size_t at = begin;
  for (std::size_t seen = 0; at < end;) {
    std::size_t next = at;
    const std::size_t size = size_of(support::next_code_point(text, next));
    if (seen >= folded && size > 0) break;  // what folds to nothing goes with the letter before
    seen += size;
    at = next;
  }
  return std::min(at, end);
}

}  // namespace

std::string Typed::pattern() const {
  std::string pattern;
  for (const auto& word : words) pattern += word + ' ';
  return pattern + prefix;
}

std::string Typed::whole_words() const {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

Typed read_typed(std::string_view text, analysis::Analyzer& analyzer) {
  Typed typed;
  if (text.size() > kLongest) return typed;
  analysis::Words analyzed;
  analyzer.analyze(text, analyzed);
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (const auto& word : analyzed.list()) {
    if (word.alternative) continue;
    typed.words.emplace_back(analyzed.surface(word));
    begin = word.begin;
    end = word.end;
  }
  if (end == text.size() && !typed.words.empty()) {
    typed.prefix = std::move(typed.words.back());
    typed.words.pop_back();
  } else {
    begin = text.size();
  }
  typed.before = text.substr(0, begin);
  const std::size_t blank = typed.before.find_first_not_of(" \t\r\n");
  typed.before.erase(0, std::min(blank, typed.before.size()));
  return typed;
}

std::vector<Span> find_typed(std::string_view text, const Typed& typed,
                             analysis::Analyzer& analyzer) {
  analysis::Words analyzed;
  analyzer.analyze(text, analyzed);
  std::vector<analysis::Word> words;
  for (const auto& word : analyzed.list()) {
    if (!word.alternative) words.push_back(word);
  }
  const std::size_t whole = typed.words.size();
  const std::size_t wanted = whole + (typed.prefix.empty() ? 0 : 1);
  const auto matches = [&](std::size_t at, std::size_t which) {
    const std::string_view surface = analyzed.surface(words[at]);
    return which < whole ? surface == typed.words[which] : surface.starts_with(typed.prefix);
  };
  std::vector<std::size_t> places;  // of each word that was typed, words.size() where it is not
  for (std::size_t first = 0; first + wanted <= words.size() && places.empty(); ++first) {
    std::size_t found = 0;
    while (found < wanted && matches(first + found, found)) ++found;
    if (found < wanted) continue;
    for (std::size_t i = 0; i < wanted; ++i) places.push_back(first + i);
  }
  if (places.empty()) {
    for (std::size_t i = 0; i < wanted; ++i) {
      std::size_t at = 0;
      while (at < words.size() && !matches(at, i)) ++at;
      places.push_back(at);
    }
  }
  std::vector<Span> spans;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (places[i] == words.size()) continue;
    const auto& word = words[places[i]];
    spans.push_back({word.begin, i < whole
                                     ? word.end
                                     : reach(text, word.begin, word.end, typed.prefix.size())});
  }
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  // The parts of a compound have the bytes of the whole.
  std::vector<Span> apart;
  for (const Span& span : spans) {
    if (!apart.empty() && span.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, span.end);
    } else {
      apart.push_back(span);
    }
  }
  return apart;
}

bool joins(std::string_view word) {
  return std::binary_search(kJoining.begin(), kJoining.end(), word);
}

std::string in_small_letters(std::string_view text) {
  std::string small;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = support::next_code_point(text, at);
    if (c < 0) continue;
    if (u_isUWhiteSpace(c)) {
      if (!small.ends_with(' ')) small += ' ';
    } else if (c == '\'') {
      small += "’";
    } else {
      support::append_code_point(u_tolower(c), small);
    }
  }
  return small;
}

}  // namespace kiosque::searching
