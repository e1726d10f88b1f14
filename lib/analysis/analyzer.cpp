#include "analysis/analyzer.hpp"

#include <fmt/format.h>

#include <kiosque/analyzer.hpp>

#include "analysis/characters.hpp"
#include "analysis/rules.hpp"
#include "support/text.hpp"

namespace kiosque::analysis {
namespace {

// Touches every rule: a change of any of them, of ICU's data or of Snowball's changes its terms.
constexpr std::string_view kFingerprintText =
    "L’élection présidentielle d'Île-de-France, aujourd'hui : jusqu’à 1.700 candidat·e·s, 2,5 % "
    "à la S.N.C.F. — l' œuvre d''\"avant-garde\" de N'Golo O'Brien ; McDonald's. Straße, Łódź, "
    "été ÉTÉ e\u0301te\u0301, co\u00ADopération, quelqu'un, 日本語 ภาษาไทย Ελλάς москва "
    "journaux nationaux voulaient épuisées marché généralement heureuse 20h30 XXIe Louis XIV, 1er, "
    "vingt-et-unième, 3 000 €, 30km, 20 h 30, AT&T C++ St-Étienne porteparole yeux directrices "
    "élu(e)s citoyen.ne iel ognons";

}  // namespace

inline Word& Words::add(const Atom& atom, std::uint32_t position, std::string_view stem) {
  Word& word = list_.emplace_back();
  word.begin = atom.begin;
  word.end = atom.end;
  word.position = position;
  word.alternative = atom.alternative;
  word.surface_begin = atom.fold_begin;
  word.surface_size = atom.fold_size;
  word.stem_begin = static_cast<std::uint32_t>(stems_.size());
  word.stem_size = static_cast<std::uint16_t>(stem.size());
  stems_ += stem;
  return word;
}

void Analyzer::analyze(std::string_view text, Words& words) {
  Atoms& atoms = words.atoms_;
  scan(text, atoms);
  apostrophes(atoms);
  inclusive(atoms, stemmer_);
  acronyms(atoms);
  numbers(atoms);
  hours(atoms);
  ordinals(atoms);

  words.list_.clear();
  words.stems_.clear();
  words.exacts_.clear();
  words.list_.reserve(atoms.list.size());
  std::uint32_t position = 0;
  constexpr std::size_t kAhead = 6;
  for (std::size_t i = 0; i < atoms.list.size(); ++i) {
    const Atom& atom = atoms.list[i];
    if (i + kAhead < atoms.list.size()) stemmer_.prefetch(atoms.fold(atoms.list[i + kAhead]));
    if (!atom.alternative) ++position;
    const std::string_view folded = atoms.fold(atom);
    const LexiconEntry known = stemmer_.look(folded);
    if (known.parts.count == 0) {
      Word& word = words.add(atom, position, known.stem);
      if (atom.accented && !atom.made) {
        word.exact_begin = static_cast<std::uint32_t>(words.exacts_.size());
        append_exact(text.substr(atom.begin, atom.end - atom.begin), words.exacts_);
        word.exact_size = static_cast<std::uint16_t>(words.exacts_.size() - word.exact_begin);
      }
      continue;
    }
    // A compound without its hyphens is its parts, each with the bytes of the whole.
    const Parts parts = known.parts;
    for (std::size_t part = 0; part <= parts.count; ++part) {
      const std::size_t begin = part == 0 ? 0 : parts.begins[part - 1];
      const std::size_t end = part == parts.count ? folded.size() : parts.begins[part];
      if (part > 0) ++position;
      Word& word = words.add(atom, position, stemmer_.stem(folded.substr(begin, end - begin)));
      word.surface_begin = atom.fold_begin + static_cast<std::uint32_t>(begin);
      word.surface_size = static_cast<std::uint16_t>(end - begin);
      word.joined = part > 0;
    }
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
                      std::string(words.exact(word)), word.position, word.begin, word.end,
                      word.alternative});
  }
  return tokens;
}

std::string analyzer_name() {
  return std::string(analysis::kAnalyzerName);
}

std::string analyzer_fingerprint() {
  static const std::string fingerprint = [] {
    std::string terms = support::hash_hex(analysis::lexicon_bytes());
    for (const Token& token : analyze(analysis::kFingerprintText)) {
      terms += fmt::format("{} {} {} {} {} {}\n", token.surface, token.stem, token.exact,
                           token.position, token.begin, token.end);
    }
    return support::hash_hex(terms).substr(0, 16);
  }();
  return fingerprint;
}

}  // namespace kiosque
