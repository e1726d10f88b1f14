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
constexpr std::array<Ending, 31> kEndings = {{
    {"e", "", "e"},          {"ne", "", "ne"},           {"le", "", "le"},
    {"te", "", "te"},        {"se", "x", "se"},          {"se", "", "se"},
    {"sse", "x", "sse"},     {"sse", "", "sse"},         {"ve", "f", "ve"},
    {"fe", "", "fe"},        {"que", "c", "que"},        {"he", "", "he"},
    {"ere", "er", "ere"},    {"iere", "ier", "iere"},    {"rice", "eur", "rice"},
    {"ice", "eur", "rice"},  {"trice", "teur", "trice"}, {"euse", "eur", "euse"},
    {"euse", "eux", "euse"}, {"teuse", "teur", "teuse"}, {"esse", "e", "esse"},
    {"elle", "el", "elle"},  {"elle", "eau", "elle"},    {"ale", "al", "ale"},
    {"ale", "aux", "ale"},   {"enne", "en", "enne"},     {"onne", "on", "onne"},
    {"ive", "if", "ive"},    {"aine", "ain", "aine"},    {"ienne", "ien", "ienne"},
    {"ine", "in", "ine"},
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

bool is_mark(Gap gap) {
  return gap == Gap::middot || gap == Gap::dot || gap == Gap::hyphen || gap == Gap::slash ||
         gap == Gap::open;
}

class Inclusive {
 public:
  Inclusive(Atoms& atoms, Stemmer& stemmer) : atoms_(atoms), list_(atoms.list), stemmer_(stemmer) {}

  void run() {
    auto& out = atoms_.spare;
    out.clear();
    for (std::size_t i = 0; i < list_.size();) i = read(i, out);
    std::swap(atoms_.list, out);
  }

 private:
  // Reads the word at `i`; where the next one begins.
  std::size_t read(std::size_t i, std::vector<Atom>& out) {
    const Atom& base = list_[i];
    const Gap mark = i + 1 < list_.size() ? list_[i + 1].gap : Gap::other;
    if (is_mark(mark) && !base.with_digit && list_[i + 1].fold_size <= kLongestEnding &&
        base.fold_size >= 2) {
      if (const std::size_t next = marked(i, mark, out); next != i) return next;
    }
    out.push_back(base);
    if (const Pair* const pair = pair_of(base)) {
      add_form(out, pair->masculine);
      add_form(out, pair->feminine);
    }
    return i + 1;
  }

  [[nodiscard]] const Pair* pair_of(const Atom& atom) const {
    if (atom.fold_size < 3 || atom.fold_size > 7) return nullptr;
    const std::string_view word = atoms_.fold(atom);
    if (word[0] != 'i' && word[0] != 'c' && word[0] != 't') return nullptr;
    const auto found = std::find_if(kPairs.begin(), kPairs.end(),
                                    [&](const Pair& pair) { return pair.written == word; });
    return found == kPairs.end() ? nullptr : &*found;
  }

  void add_form(std::vector<Atom>& out, std::string_view form) {
    Atom atom = out.back();
    set_fold(atoms_, atom, form);
    atom.accented = false;
    atom.alternative = true;
    out.push_back(atom);
  }

  // étudiant·e·s: the atom after the whole of it, or `i` where it is something else.
  std::size_t marked(std::size_t i, Gap mark, std::vector<Atom>& out) {
    const Atom& base = list_[i];
    const Atom& second = list_[i + 1];
    if (second.upper && !base.upper) return i;
    const std::string masculine(atoms_.fold(base));
    std::string ending(atoms_.fold(second));
    std::size_t last = i + 1;
    std::uint32_t end = second.end;
    const auto closes = [&] {
      if (mark != Gap::open) return true;
      if (!atoms_.rest(end).starts_with(')')) return false;
      ++end;
      return true;
    };
    if (!closes()) return i;
    bool plural = ending.size() > 1 && ending.back() == 's';
    if (ending == "s") {
      // "candidat(s)", "candidat·s"
      if (mark != Gap::open && mark != Gap::middot) return i;
      return write(i, last, end, {masculine, masculine + 's'}, out);
    }
    if (plural) ending.pop_back();
    // The plural's own s: "étudiant·e·s", "étudiant(e)s", "étudiant(e)(s)".
    if (!plural && last + 1 < list_.size()) {
      const Atom& third = list_[last + 1];
      const bool linked =
          third.gap == mark || (mark == Gap::open && third.begin == end) ||
          (mark == Gap::open && atoms_.rest(end).starts_with('(') && third.begin == end + 1);
      if (linked && (atoms_.fold(third) == "s" || atoms_.fold(third) == "x")) {
        ++last;
        end = third.end;
        if (third.begin > list_[last - 1].end && atoms_.rest(end).starts_with(')')) ++end;
        plural = true;
      }
    }
    if (masculine == "tou" && ending == "te") return write(i, last, end, {"tous", "toutes"}, out);
    const std::string feminine = feminine_of(masculine, ending, mark);
    if (feminine.empty()) return i;
    const auto many = [&](const std::string& one) {
      const bool marked_already = one.back() == 's' || one.back() == 'x';
      return plural && !marked_already ? one + 's' : one;
    };
    return write(i, last, end, {many(masculine), many(feminine)}, out);
  }

  // The feminine that the ending stands for; empty where there is none. Dots and hyphens part much
  // else ("exemple.fr", "dis-le"): there the two have to be forms of one word.
  std::string feminine_of(const std::string& masculine, const std::string& ending, Gap mark) {
    const bool sure = mark == Gap::middot || mark == Gap::open;
    std::string base = masculine;
    if (base.size() > 4 && base.back() == 's' && ending != "e" && ending != "se" &&
        ending != "sse") {
      base.pop_back();  // chanteurs·euses
    }
    for (const Ending& candidate : kEndings) {
      if (candidate.written != ending || !base.ends_with(candidate.replaced)) continue;
      std::string feminine = base.substr(0, base.size() - candidate.replaced.size());
      feminine += candidate.feminine;
      if (sure || std::string(stemmer_.stem(feminine)) == stemmer_.stem(masculine)) return feminine;
    }
    return {};
  }

  struct Forms {
    std::string masculine;
    std::string feminine;
  };

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
