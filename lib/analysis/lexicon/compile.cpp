// compile_lexicon AFFIXES DICTIONARY SAME OUTPUT: the words whose stem Snowball does not find, from
// a hunspell dictionary, as the file that the library holds (see lexicon.hpp).

#include <marisa.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "analysis/lexicon/format.hpp"
#include "analysis/lexicon/hunspell.hpp"
#include "analysis/snowball.hpp"

using namespace kiosque::analysis;

namespace {

bool is_plain(const std::string& folded) {
  return folded.size() >= 2 && folded.size() <= 40 &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_verb(const HunspellWord& word) {
  return std::any_of(word.kinds.begin(), word.kinds.end(), [](const std::string& kind) {
    return kind.size() > 1 && kind[0] == 'v' && kind[1] >= '0' && kind[1] <= '9';
  });
}

// The lower the likelier: the word itself, nouns and adjectives, auxiliaries, other verbs. A plural
// with a line of its own (les nouvelles) belongs to its singular, where there is one.
int rank(const HunspellWord& word, bool same) {
  if (word.plural) return 4;
  if (same) return 0;
  if (!is_verb(word)) return 1;
  return word.kinds.front().starts_with("v0") ? 2 : 3;
}

bool is_all(const HunspellWord& word, std::initializer_list<std::string_view> kinds) {
  return std::all_of(word.kinds.begin(), word.kinds.end(), [&](const std::string& kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  });
}

std::map<std::string, std::string> read_same(std::istream& file) {
  std::map<std::string, std::string> same;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string from;
    std::string to;
    if (line.starts_with('#') || !(words >> from >> to)) continue;
    same[from] = to;
  }
  return same;
}

// Of the lemmas that share a form: the rank, then the longer common beginning (tues is of tuer
// rather than taire), then the alphabet.
struct Choice {
  int rank = 9;
  std::size_t shared = 0;
  std::string lemma;

  bool operator<(const Choice& other) const {
    if (rank != other.rank) return rank < other.rank;
    if (shared != other.shared) return shared > other.shared;
    return lemma < other.lemma;
  }
};

std::size_t shared_start(const std::string& a, const std::string& b) {
  const auto [end, other] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return static_cast<std::size_t>(end - a.begin());
}

// What the dictionary says of a folded form.
struct Form {
  Choice choice;
  std::set<std::string> spellings;  // with their accents
  bool verb = false;
};

struct Compound {
  std::string spelling;  // with accents, without hyphens
  std::string joined;    // folded
  Parts parts;
};

// A compound in lower case, such as "porte-parole"; nothing where the word is none.
std::optional<Compound> read_compound(const std::string& form) {
  Compound compound;
  for (const char c : fold_value(form)) {
    if (c == '-') {
      if (compound.joined.empty() || compound.parts.count == kMostParts - 1 ||
          compound.joined.size() > kLongestCompound) {
        return {};
      }
      compound.parts.begins[compound.parts.count++] =
          static_cast<std::uint8_t>(compound.joined.size());
    } else if (c >= 'a' && c <= 'z') {
      compound.joined += c;
    } else {
      return {};
    }
  }
  constexpr std::size_t kShortest = 5;
  if (compound.parts.count == 0 || compound.joined.size() < kShortest ||
      compound.joined.size() > kLongestCompound) {
    return {};
  }
  std::remove_copy(form.begin(), form.end(), std::back_inserter(compound.spelling), '-');
  return compound;
}

bool is_lower(const std::string& word) {
  return !word.empty() && !(word[0] >= 'A' && word[0] <= 'Z');
}

void write_number(std::ostream& out, std::uint64_t number) {
  for (int byte = 0; byte < 8; ++byte) out.put(static_cast<char>(number >> (8 * byte)));
}

template <typename Words>
void build(marisa::Trie& trie, const Words& words) {
  marisa::Keyset keys;
  for (const std::string& word : words) keys.push_back(word.data(), word.size());
  trie.build(keys, 1 | MARISA_HUGE_CACHE);  // one level: larger by a third, and looked up faster
}

std::size_t number_in(const marisa::Trie& trie, marisa::Agent& agent, const std::string& word) {
  agent.set_query(word.data(), word.size());
  trie.lookup(agent);
  return agent.key().id();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: compile_lexicon AFFIXES DICTIONARY SAME OUTPUT\n";
    return 2;
  }
  std::ifstream affixes(argv[1]);
  std::ifstream dictionary(argv[2]);
  std::ifstream same_file(argv[3]);
  if (!affixes || !dictionary || !same_file) {
    std::cerr << "compile_lexicon: cannot read " << argv[1] << ", " << argv[2] << " or " << argv[3]
              << '\n';
    return 1;
  }
  const HunspellSuffixes suffixes(affixes);
  const auto same = read_same(same_file);

  std::map<std::string, Form> forms;
  std::map<std::string, std::set<std::string>> inflections_of;
  std::vector<Compound> compounds;
  std::string line;
  std::getline(dictionary, line);  // the number of words
  while (std::getline(dictionary, line)) {
    const HunspellWord word = suffixes.expand(line);
    // Names of people are left to Snowball, and so are words that the dictionary has as errors.
    // Places are themselves (Paris is no plural), but for the shortest (Ans).
    if (is_all(word, {"patr", "prn", "err"})) continue;
    constexpr std::size_t kShortestPlace = 4;
    if (is_all(word, {"npr"}) && word.lemma.size() < kShortestPlace) continue;
    const auto other = same.find(word.lemma);
    const std::string lemma = fold_value(other == same.end() ? word.lemma : other->second);
    for (const std::string& form : word.forms) {
      if (is_lower(word.lemma)) {
        if (auto compound = read_compound(form)) compounds.push_back(std::move(*compound));
      }
      const std::string folded = fold_value(form);
      if (!is_plain(lemma) || !is_plain(folded)) continue;
      Form& entry = forms[folded];
      entry.spellings.insert(form);
      if (!is_verb(word)) inflections_of[lemma].insert(folded);
      const int found = rank(word, folded == lemma);
      entry.verb = entry.verb || is_verb(word);
      Choice& choice = entry.choice;
      const Choice candidate{found, shared_start(folded, lemma), lemma};
      if (candidate < choice) choice = candidate;
    }
  }

  std::set<std::string> apart;
  for (const auto& [from, to] : same) {
    forms[fold_value(from)].choice = {-1, 0, fold_value(to)};
    if (from == to) apart.insert(fold_value(to));
  }

  Snowball snowball;
  std::map<std::string, std::string> corrections;
  std::set<std::string> stem_words;
  for (const auto& [form, entry] : forms) {
    const std::string& lemma = entry.choice.lemma;
    const std::string stem(apart.contains(lemma) ? std::string_view(lemma) : snowball.stem(lemma));
    if (snowball.stem(form) == stem) continue;
    corrections[form] = stem;
    stem_words.insert(stem);
  }
  // A compound's joined spelling may be in the dictionary too, but not as another word: "par-là" is
  // not "parla".
  std::map<std::string, Parts> parts_of;
  for (const Compound& compound : compounds) {
    const auto other = forms.find(compound.joined);
    const bool another =
        other != forms.end() &&
        (other->second.verb || other->second.spellings != std::set{compound.spelling});
    if (!another) parts_of.emplace(compound.joined, compound.parts);
  }
  // "plate-forme" has the plural "plates-formes", but "plateforme" has "plateformes".
  for (const auto& [lemma, inflections] : inflections_of) {
    const auto compound = parts_of.find(lemma);
    if (compound == parts_of.end()) continue;
    const Parts parts = compound->second;
    for (const std::string& form : inflections) {
      if (form.starts_with(lemma)) parts_of.emplace(form, parts);
    }
  }

  marisa::Trie stems;
  build(stems, stem_words);
  std::set<std::string> all_words;
  for (const auto& correction : corrections) all_words.insert(correction.first);
  for (const auto& compound : parts_of) all_words.insert(compound.first);
  marisa::Trie words;
  build(words, all_words);
  std::vector<std::size_t> entries(words.num_keys());
  marisa::Agent agent;
  for (const std::string& word : all_words) {
    const auto compound = parts_of.find(word);
    const std::size_t entry = compound != parts_of.end()
                                  ? encode(compound->second)
                                  : number_in(stems, agent, corrections.at(word));
    entries[number_in(words, agent, word)] = entry;
  }

  std::ofstream out(argv[4], std::ios::binary);
  for (const auto* const trie : {&words, &stems}) write_number(out, trie->io_size());
  out << words << stems;
  for (const std::size_t entry : entries) {
    for (std::size_t byte = 0; byte < kEntryBytes; ++byte)
      out.put(static_cast<char>(entry >> (8 * byte)));
  }
  out.close();
  if (!out) {
    std::cerr << "compile_lexicon: cannot write " << argv[4] << '\n';
    return 1;
  }
  std::cout << "lexicon: " << forms.size() << " forms, " << corrections.size()
            << " of them with a stem that Snowball does not find; " << parts_of.size()
            << " compounds\n";
  return 0;
}
