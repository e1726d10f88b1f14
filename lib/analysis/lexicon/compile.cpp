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

using Corrections = std::map<std::string, std::string>;

Corrections read_same(std::istream& file) {
  Corrections same;
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

void write_number(std::ostream& out, std::uint64_t number, std::size_t bytes) {
  for (std::size_t byte = 0; byte < bytes; ++byte) out.put(static_cast<char>(number >> (8 * byte)));
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

// What of the dictionary is looked at.
struct Dictionary {
  std::map<std::string, Form> forms;                            // folded
  std::map<std::string, std::set<std::string>> inflections_of;  // of lemmas that are no verbs
  std::vector<Compound> compounds;
};

// Names of people are left to Snowball, and so are words that the dictionary has as errors. Places
// are themselves (Paris is no plural), but for the shortest (Ans).
bool is_left_out(const HunspellWord& word) {
  constexpr std::size_t kShortestPlace = 4;
  return is_all(word, {"patr", "prn", "err"}) ||
         (is_all(word, {"npr"}) && word.lemma.size() < kShortestPlace);
}

void add_word(Dictionary& dictionary, const HunspellWord& word, const Corrections& same) {
  const auto other = same.find(word.lemma);
  const std::string lemma = fold_value(other == same.end() ? word.lemma : other->second);
  for (const std::string& form : word.forms) {
    if (is_lower(word.lemma)) {
      if (auto compound = read_compound(form)) dictionary.compounds.push_back(std::move(*compound));
    }
    const std::string folded = fold_value(form);
    if (!is_plain(lemma) || !is_plain(folded)) continue;
    Form& entry = dictionary.forms[folded];
    entry.spellings.insert(form);
    entry.verb = entry.verb || is_verb(word);
    if (!is_verb(word)) dictionary.inflections_of[lemma].insert(folded);
    const Choice candidate{rank(word, folded == lemma), shared_start(folded, lemma), lemma};
    if (candidate < entry.choice) entry.choice = candidate;
  }
}

Dictionary read_dictionary(std::istream& words, const HunspellSuffixes& suffixes,
                           const Corrections& same) {
  Dictionary dictionary;
  std::string line;
  std::getline(words, line);  // the number of words
  while (std::getline(words, line)) {
    const HunspellWord word = suffixes.expand(line);
    if (!is_left_out(word)) add_word(dictionary, word, same);
  }
  for (const auto& [from, to] : same) {
    dictionary.forms[fold_value(from)].choice = {-1, 0, fold_value(to)};
  }
  return dictionary;
}

// The stems of the forms that Snowball stems otherwise than their lemma.
std::map<std::string, std::string> stems_of(const Dictionary& dictionary, const Corrections& same) {
  std::set<std::string> apart;
  for (const auto& [from, to] : same) {
    if (from == to) apart.insert(fold_value(to));
  }
  Snowball snowball;
  std::map<std::string, std::string> stems;
  for (const auto& [form, entry] : dictionary.forms) {
    const std::string& lemma = entry.choice.lemma;
    const std::string stem(apart.contains(lemma) ? std::string_view(lemma) : snowball.stem(lemma));
    if (snowball.stem(form) != stem) stems[form] = stem;
  }
  return stems;
}

// The parts of compounds by their joined spelling.
std::map<std::string, Parts> parts_of(const Dictionary& dictionary) {
  std::map<std::string, Parts> parts;
  for (const Compound& compound : dictionary.compounds) {
    // The joined spelling may be in the dictionary too, but not as another word: "par-là" is not
    // "parla".
    const auto other = dictionary.forms.find(compound.joined);
    const bool another =
        other != dictionary.forms.end() &&
        (other->second.verb || other->second.spellings != std::set{compound.spelling});
    if (!another) parts.emplace(compound.joined, compound.parts);
  }
  // "plate-forme" has the plural "plates-formes", but "plateforme" has "plateformes".
  for (const auto& [lemma, inflections] : dictionary.inflections_of) {
    const auto compound = parts.find(lemma);
    if (compound == parts.end()) continue;
    for (const std::string& form : inflections) {
      if (form.starts_with(lemma)) parts.emplace(form, compound->second);
    }
  }
  return parts;
}

void write(std::ostream& out, const std::map<std::string, std::string>& stem_of,
           const std::map<std::string, Parts>& parts) {
  std::set<std::string> all_stems;
  std::set<std::string> all_words;
  for (const auto& [word, stem] : stem_of) {
    all_stems.insert(stem);
    all_words.insert(word);
  }
  for (const auto& compound : parts) all_words.insert(compound.first);
  marisa::Trie stems;
  build(stems, all_stems);
  marisa::Trie words;
  build(words, all_words);
  std::vector<std::size_t> entries(words.num_keys());
  marisa::Agent agent;
  for (const std::string& word : all_words) {
    const auto compound = parts.find(word);
    const std::size_t entry = compound != parts.end() ? encode(compound->second)
                                                      : number_in(stems, agent, stem_of.at(word));
    entries[number_in(words, agent, word)] = entry;
  }
  for (const auto* const trie : {&words, &stems}) write_number(out, trie->io_size(), 8);
  out << words << stems;
  for (const std::size_t entry : entries) write_number(out, entry, kEntryBytes);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: compile_lexicon AFFIXES DICTIONARY SAME OUTPUT\n";
    return 2;
  }
  std::ifstream affixes(argv[1]);
  std::ifstream words(argv[2]);
  std::ifstream same_file(argv[3]);
  if (!affixes || !words || !same_file) {
    std::cerr << "compile_lexicon: cannot read " << argv[1] << ", " << argv[2] << " or " << argv[3]
              << '\n';
    return 1;
  }
  const Corrections same = read_same(same_file);
  const Dictionary dictionary = read_dictionary(words, HunspellSuffixes(affixes), same);
  const auto stems = stems_of(dictionary, same);
  const auto parts = parts_of(dictionary);
  std::ofstream out(argv[4], std::ios::binary);
  write(out, stems, parts);
  out.close();
  if (!out) {
    std::cerr << "compile_lexicon: cannot write " << argv[4] << '\n';
    return 1;
  }
  std::cout << "lexicon: " << dictionary.forms.size() << " forms, " << stems.size()
            << " of them with a stem that Snowball does not find; " << parts.size()
            << " compounds\n";
  return 0;
}
