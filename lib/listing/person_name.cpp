#include "listing/person_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "analysis/characters.hpp"
#include "corpus/scraped_names.hpp"
#include "support/text.hpp"

extern "C" {
extern const char kiosque_given_names_begin[] __attribute__((visibility("hidden")));
extern const char kiosque_given_names_end[] __attribute__((visibility("hidden")));
}

namespace kiosque::listing {
namespace {

using Words = std::vector<std::string_view>;

// Of the dictionary, folded.
const std::unordered_set<std::string>& given_names() {
  static const auto names = [] {
    std::unordered_set<std::string> all;
    std::string_view rest(
        kiosque_given_names_begin,
        static_cast<std::size_t>(kiosque_given_names_end - kiosque_given_names_begin));
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      all.insert(analysis::fold_value(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return all;
  }();
  return names;
}

// What papers are called behind a given name: Charlie Hebdo.
bool is_paper(std::string_view word) {
  constexpr std::array<std::string_view, 12> kPapers = {"actu",  "agence", "hebdo", "info",
                                                        "infos", "mag",    "match", "media",
                                                        "news",  "presse", "radio", "tv"};
  return std::find(kPapers.begin(), kPapers.end(), analysis::fold_value(word)) != kPapers.end();
}

// "J.", "J.-P."
bool is_initial(std::string_view word) {
  return word.size() > 1 && word.size() <= 6 && word.ends_with('.') &&
         corpus::scraped::starts_upper(word);
}

// A given name, or several with hyphens between them.
bool is_given(std::string_view word) {
  if (is_initial(word)) return true;
  const std::string folded = analysis::fold_value(word);
  if (given_names().contains(folded)) return true;
  std::string_view rest = folded;
  if (rest.find('-') == std::string_view::npos) return false;
  while (true) {
    const std::size_t end = rest.find('-');
    if (!given_names().contains(std::string(rest.substr(0, end)))) return false;
    if (end == std::string_view::npos) return true;
    rest.remove_prefix(end + 1);
  }
}

// "DUPRÉ", not "J."
bool is_in_capitals(std::string_view word) {
  const std::string folded = analysis::fold_value(word);
  if (folded.size() < 2 || is_initial(word)) return false;
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Also "Karim Lestoile d'Aubusset", whose last word begins small.
bool is_person(std::string_view author) {
  std::string shape(author);
  const std::size_t last = shape.rfind(' ') + 1;
  for (const std::string_view elided : {"d'", "d’"}) {
    if (last > 0 && std::string_view(shape).substr(last).starts_with(elided))
      shape.erase(last, elided.size());
  }
  return corpus::scraped::is_person(shape);
}

std::string joined(Words::const_iterator begin, Words::const_iterator end) {
  std::string text;
  for (; begin != end; ++begin) {
    if (!text.empty()) text += ' ';
    text += *begin;
  }
  return text;
}

// "Dupré, Anne"
std::optional<PersonName> already_split(std::string_view author, std::size_t comma) {
  const std::string_view family = support::trim(author.substr(0, comma));
  const std::string_view given = support::trim(author.substr(comma + 1));
  const Words words = corpus::scraped::words_of(given);
  if (words.empty() || !std::all_of(words.begin(), words.end(), is_given)) return {};
  if (!is_person(std::string(given) + ' ' + std::string(family))) return {};
  return PersonName{std::string(family), std::string(given)};
}

}  // namespace

std::optional<PersonName> person_name(std::string_view author) {
  author = support::trim(author);
  if (const std::size_t comma = author.find(','); comma != std::string_view::npos)
    return already_split(author, comma);
  if (!is_person(author)) return {};
  const Words words = corpus::scraped::words_of(author);
  if (std::any_of(words.begin() + 1, words.end(), is_paper)) return {};
  // "DUPRÉ Anne", as registers have it.
  if (is_in_capitals(words.front()) && !is_in_capitals(words.back()) && is_given(words.back()))
    return PersonName{joined(words.begin(), words.end() - 1), std::string(words.back())};
  auto family = words.begin();
  while (family + 1 != words.end() && is_given(*family)) ++family;
  if (family == words.begin()) return {};
  return PersonName{joined(family, words.end()), joined(words.begin(), family)};
}

}  // namespace kiosque::listing
