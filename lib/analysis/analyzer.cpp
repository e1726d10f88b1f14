#include "analysis/analyzer.hpp"

#include <fmt/format.h>

#include <kiosque/analyzer.hpp>

#include "analysis/rules.hpp"
#include "support/text.hpp"

namespace kiosque::analysis {
namespace {

// Touches every rule: a change of any of them, of ICU's data or of Snowball's changes its terms.
constexpr std::string_view kFingerprintText =
    "L’élection présidentielle d'Île-de-France, aujourd'hui : jusqu’à 1.700 candidat·e·s, 2,5 % "
    "à la S.N.C.F. — l' œuvre d''\"avant-garde\" de N'Golo O'Brien ; McDonald's. Straße, Łódź, "
    "été ÉTÉ e\u0301te\u0301, co\u00ADopération, quelqu'un, 日本語 ภาษาไทย Ελλάς москва "
    "journaux nationaux voulaient épuisées marché généralement heureuse 20h30 XXIe";

}  // namespace

void Analyzer::analyze(std::string_view text, Words& words) {
  Atoms& atoms = words.atoms_;
  scan(text, atoms);
  apostrophes(atoms);
  acronyms(atoms);
  numbers(atoms);

  words.list_.clear();
  words.stems_.clear();
  words.list_.reserve(atoms.list.size());
  std::uint32_t position = 0;
  for (const Atom& atom : atoms.list) {
    position += atom.step;
    Word word;
    word.begin = atom.begin;
    word.end = atom.end;
    word.position = position;
    word.surface_begin = atom.fold_begin;
    word.surface_size = atom.fold_size;
    const std::string_view stem = stemmer_.stem(atoms.fold(atom));
    word.stem_begin = static_cast<std::uint32_t>(words.stems_.size());
    word.stem_size = static_cast<std::uint16_t>(stem.size());
    words.stems_ += stem;
    words.list_.push_back(word);
  }
}

Analyzer& thread_analyzer() {
  thread_local Analyzer analyzer;
  return analyzer;
}

}  // namespace kiosque::analysis

namespace kiosque {

std::vector<Token> analyze(std::string_view text) {
  analysis::Words words;
  analysis::thread_analyzer().analyze(text, words);
  std::vector<Token> tokens;
  tokens.reserve(words.list().size());
  for (const auto& word : words.list()) {
    tokens.push_back({std::string(words.surface(word)), std::string(words.stem(word)),
                      word.position, word.begin, word.end});
  }
  return tokens;
}

std::string analyzer_name() {
  return std::string(analysis::kAnalyzerName);
}

std::string analyzer_fingerprint() {
  static const std::string fingerprint = [] {
    std::string terms;
    for (const Token& token : analyze(analysis::kFingerprintText)) {
      terms += fmt::format("{} {} {} {} {}\n", token.surface, token.stem, token.position,
                           token.begin, token.end);
    }
    return support::hash_hex(terms).substr(0, 16);
  }();
  return fingerprint;
}

}  // namespace kiosque
