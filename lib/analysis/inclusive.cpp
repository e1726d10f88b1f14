#include <algorithm>
#include <array>
#include <string>

#include "analysis/rules.hpp"

namespace kiosque::analysis {
namespace {

// What inclusive writing sets beside a masculine, folded, and what of the masculine it takes the
// place of: heureux·se, directeur·rice, nouveau·elle. The plural's s may follow.
struct Ending {
  std::string_view written;
  std::string_view replaced;
  std::string_view feminine;
};
constexpr std::array<Ending, 38> kEndings = {{
    {"e", "", "e"},
    {"ee", "e", "ee"},
    {"ne", "", "ne"},
    {"le", "", "le"},
    {"te", "", "te"},
    {"se", "x", "se"},
    {"se", "eur", "euse"},
    {"se", "", "se"},
    {"sse", "x", "sse"},
    {"sse", "", "sse"},
    {"ve", "f", "ve"},
    {"fe", "", "fe"},
    {"que", "c", "que"},
    {"que", "", "que"},
    {"he", "", "he"},
    {"ere", "er", "ere"},
    {"iere", "ier", "iere"},
    {"rice", "eur", "rice"},
    {"ice", "eur", "rice"},
    {"trice", "teur", "trice"},
    {"euse", "eur", "euse"},
    {"euse", "eux", "euse"},
    {"teuse", "teur", "teuse"},
    {"esse", "e", "esse"},
    {"elle", "el", "elle"},
    {"elle", "eau", "elle"},
    {"elle", "eaux", "elle"},
    {"eille", "eux", "eille"},
    {"ale", "al", "ale"},
    {"ale", "aux", "ale"},
    {"enne", "en", "enne"},
    {"ienne", "ien", "ienne"},
    {"onne", "on", "onne"},
    {"ive", "if", "ive"},
    {"ine", "ain", "ine"},
    {"ine", "in", "ine"},
    {"igne", "in", "igne"},
    {"oine", "os", "oine"},
}};

// Words whose feminine no ending gives: the masculine and the feminine of each.
struct Pair {
  std::string_view written;
  std::string_view masculine;
  std::string_view feminine;
};
constexpr std::array<Pair, 6> kPairs = {{{"iel", "il", "elle"},
                                         {"iels", "ils", "elles"},
                                         {"ielles", "ils", "elles"},
                                         {"celleux", "ceux", "celles"},
                                         {"ceulles", "ceux", "celles"},
                                         {"toustes", "tous", "toutes"}}};

constexpr std::size_t kLongestEnding = 7;  // with the plural's s

constexpr std::uint32_t kMarks =
    bit(Gap::middot) | bit(Gap::dot) | bit(Gap::hyphen) | bit(Gap::slash) | bit(Gap::open);

bool is_mark(Gap gap) {
  return (kMarks & bit(gap)) != 0;
}

std::string plural_of(const std::string& word) {
  if (word.ends_with('s') || word.ends_with('x')) return word;
  if (word.ends_with("eau")) return word + 'x';
  if (word.ends_with("al")) return word.substr(0, word.size() - 1) + "ux";
  return word == "tout" ? "tous" : word + 's';
}

class Inclusive {
 public:
  Inclusive(Atoms& atoms, Stemmer& stemmer) : atoms_(atoms), list_(atoms.list), stemmer_(stemmer) {}

  // Nothing is copied up to the first inclusive word, which most texts do not have.
  void run() {
    auto& out = atoms_.spare;
    std::size_t i = 0;
    while (i < list_.size() && !may_be_inclusive(i)) ++i;
    if (i == list_.size()) return;
    out.assign(list_.begin(), list_.begin() + static_cast<std::ptrdiff_t>(i));
    while (i < list_.size()) i = may_be_inclusive(i) ? read(i, out) : copy(i, out);
    std::swap(atoms_.list, out);
  }

 private:
  struct Forms {
    std::string masculine;
    std::string feminine;
  };

  [[nodiscard]] bool may_be_inclusive(std::size_t i) const {
    const Atom& base = list_[i];
    if (base.with_digit || base.fold_size < 2) return false;
    if ((base.suspicion & kMayBeInclusive) != 0) return true;
    return i + 1 < list_.size() && is_mark(list_[i + 1].gap) &&
           list_[i + 1].fold_size <= kLongestEnding;
  }

  std::size_t copy(std::size_t i, std::vector<Atom>& out) const {
    out.push_back(list_[i]);
    return i + 1;
  }

  // Reads the word at `i`; where the next one begins.
  std::size_t read(std::size_t i, std::vector<Atom>& out) {
    const Atom& base = list_[i];
    if (i + 1 < list_.size() && is_mark(list_[i + 1].gap) &&
        list_[i + 1].fold_size <= kLongestEnding) {
      if (const std::size_t next = marked(i, list_[i + 1].gap, out); next != i) return next;
    }
    if (base.mixed && capital(i, out)) return i + 1;
    copy(i, out);
    if (const Pair* const pair = pair_of(base)) {
      add_form(out, pair->masculine);
      add_form(out, pair->feminine);
    }
    return i + 1;
  }

  [[nodiscard]] const Pair* pair_of(const Atom& atom) const {
    if (atom.fold_size < 3 || atom.fold_size > 7) return nullptr;
    const std::string_view word = atoms_.fold(atom);
    const bool like_iel = word[0] == 'i' && word[1] == 'e' && word[2] == 'l';
    if (!like_iel && (word.size() != 7 || (word[0] != 'c' && word[0] != 't'))) return nullptr;
    const auto* const found = std::find_if(kPairs.begin(), kPairs.end(),
                                           [&](const Pair& pair) { return pair.written == word; });
    return found == kPairs.end() ? nullptr : found;
  }

  void add_form(std::vector<Atom>& out, std::string_view form) {
    Atom atom = out.back();
    set_fold(atoms_, atom, form);
    atom.accented = false;
    atom.alternative = true;
    out.push_back(atom);
  }

  [[nodiscard]] bool all_capitals(const Atom& atom) const {
    const std::string_view bytes = atoms_.text.substr(atom.begin, atom.end - atom.begin);
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // An address and not a word: "www.citoyen.ne", "moi@citoyen.ne".
  [[nodiscard]] bool in_address(const Atom& base, Gap mark) const {
    if (mark != Gap::dot || base.begin == 0) return false;
    const char before = atoms_.text[base.begin - 1];
    return before == '.' || before == '@' || before == '/';
  }

  // étudiant·e·s: the atom after the whole of it, or `i` where it is something else.
  std::size_t marked(std::size_t i, Gap mark, std::vector<Atom>& out) {
    const Atom& base = list_[i];
    const Atom& second = list_[i + 1];
    if (second.upper && !(all_capitals(base) && all_capitals(second))) return i;
    if (in_address(base, mark)) return i;
    const std::string masculine(atoms_.fold(base));
    std::string ending(atoms_.fold(second));
    std::size_t last = i + 1;
    std::uint32_t end = second.end;
    if (mark == Gap::open) {
      if (!atoms_.rest(end).starts_with(')')) return i;
      ++end;
    }
    if (masculine == "tou") {
      // "tou·te·s", "tou·s·tes", "tou(s)tes"
      const bool all = ending == "te" || ending == "tes" ||
                       (ending == "s" && part_after(last, end, mark) == "tes");
      if (all) {
        if (ending == "s") take_part(last, end);
        if (ending == "te" && part_after(last, end, mark) == "s") take_part(last, end);
        return write(i, last, end, {"tous", "toutes"}, out);
      }
    }
    if (masculine == "tous" && ending == "tes") return write(i, last, end, {"tous", "toutes"}, out);
    if (ending == "s") {
      // "candidat(s)", "candidat·s"
      if (mark != Gap::open && mark != Gap::middot) return i;
      return write(i, last, end, {masculine, plural_of(masculine)}, out);
    }
    bool plural = ending.size() > 1 && ending.back() == 's';
    if (plural) {
      ending.pop_back();
    } else if (const auto part = part_after(last, end, mark); part == "s" || part == "x") {
      // The plural's own s: "étudiant·e·s", "étudiant(e)s", "étudiant(e)(s)".
      take_part(last, end);
      plural = true;
    }
    const std::string feminine = feminine_of(masculine, ending, plural, mark);
    if (feminine.empty()) return i;
    if (!plural) return write(i, last, end, {masculine, feminine}, out);
    return write(i, last, end, {plural_of(masculine), plural_of(feminine)}, out);
  }

  // The atom behind `last`, where it belongs to the same word, which reaches to `end` so far.
  [[nodiscard]] std::string_view part_after(std::size_t last, std::uint32_t end, Gap mark) const {
    if (last + 1 >= list_.size()) return {};
    const Atom& part = list_[last + 1];
    const bool touches = mark == Gap::open && part.begin == end;
    const bool opens = mark == Gap::open && part.begin == end + 1 && atoms_.text[end] == '(';
    const bool same = mark != Gap::open && part.gap == mark;
    return touches || opens || same ? atoms_.fold(part) : std::string_view();
  }

  void take_part(std::size_t& last, std::uint32_t& end) const {
    const bool opens = list_[last + 1].begin > end;
    end = list_[++last].end;
    if (opens && atoms_.rest(end).starts_with(')')) ++end;
  }

  // étudiantEs: the ending is in capitals behind small letters.
  bool capital(std::size_t i, std::vector<Atom>& out) {
    const Atom& atom = list_[i];
    std::string_view bytes = atoms_.text.substr(atom.begin, atom.end - atom.begin);
    std::string_view word = atoms_.fold(atom);
    const bool plural = bytes.back() == 's';
    if (plural) bytes.remove_suffix(1);
    std::size_t capitals = 0;
    while (capitals < bytes.size() && bytes[bytes.size() - 1 - capitals] >= 'A' &&
           bytes[bytes.size() - 1 - capitals] <= 'Z') {
      ++capitals;
    }
    const std::size_t added = capitals + (plural ? 1 : 0);
    if (capitals == 0 || capitals > kLongestEnding || word.size() < added + 2) return false;
    const std::string ending(word.substr(word.size() - added, capitals));
    const std::string masculine(word.substr(0, word.size() - added));
    const std::string feminine = feminine_of(masculine, ending, plural, Gap::none);
    if (feminine.empty()) return false;
    if (plural) {
      write(i, i, atom.end, {plural_of(masculine), plural_of(feminine)}, out);
    } else {
      write(i, i, atom.end, {masculine, feminine}, out);
    }
    return true;
  }

  // The feminine singular that the ending stands for; empty where there is none. Where several
  // endings fit, the one that gives a form of the same word. Dots and hyphens part much else
  // ("exemple.fr", "dis-le"): there it has to.
  std::string feminine_of(const std::string& masculine, const std::string& ending, bool plural,
                          Gap mark) {
    const bool sure = mark == Gap::middot || mark == Gap::open;
    const std::string stem(stemmer_.stem(masculine));
    std::string first;
    for (const Ending& candidate : kEndings) {
      if (candidate.written != ending) continue;
      for (const bool singular : {true, false}) {  // chanteurs·euses
        std::string base = masculine;
        if (singular) {
          if (!plural || base.size() < 4 || base.back() != 's') continue;
          base.pop_back();
        }
        if (!base.ends_with(candidate.replaced)) continue;
        std::string feminine = base.substr(0, base.size() - candidate.replaced.size());
        feminine += candidate.feminine;
        if (feminine != masculine && stemmer_.stem(feminine) == stem) return feminine;
        if (first.empty()) first = std::move(feminine);
      }
    }
    return sure ? first : std::string();
  }

  std::size_t write(std::size_t i, std::size_t last, std::uint32_t end, const Forms& forms,
                    std::vector<Atom>& out) {
    Atom atom = list_[i];
    atom.end = end;
    set_fold(atoms_, atom, forms.masculine);
    out.push_back(atom);
    add_form(out, forms.feminine);
    return last + 1;
  }

  Atoms& atoms_;
  std::vector<Atom>& list_;
  Stemmer& stemmer_;
};

}  // namespace

void inclusive(Atoms& atoms, Stemmer& stemmer) {
  Inclusive(atoms, stemmer).run();
}

}  // namespace kiosque::analysis
