#include "analysis/rules.hpp"

namespace kiosque::analysis {
namespace {

constexpr std::size_t kLongestInitials = 3;  // of what stands beside an ampersand: AT&T, R&D, H&M

bool is_letter(const Atom& atom) {
  return atom.fold_size == 1 && !atom.with_digit;
}

bool are_initials(const Atom& atom) {
  return atom.fold_size <= kLongestInitials && !atom.with_digit;
}

// C++ and C#: what is added to the letter.
std::string_view language_mark(const Atoms& atoms, const Atom& atom) {
  const std::string_view rest = atoms.rest(atom.end);
  if (rest.starts_with("++") && !rest.starts_with("+++")) return "++";
  const bool sharp = rest.starts_with('#') && (rest.size() == 1 || rest[1] == ' ' ||
                                               rest[1] == ',' || rest[1] == '.' || rest[1] == '\n');
  return sharp ? "#" : std::string_view();
}

// "St-Étienne", "St Étienne", "Ste. Marie": followed by a name.
bool before_name(const Atoms& atoms, std::size_t i) {
  if (i + 1 == atoms.list.size() || atoms.list[i + 1].with_digit) return false;
  const Gap gap = atoms.list[i + 1].gap;
  if (gap == Gap::hyphen || gap == Gap::space || gap == Gap::dot) return true;
  return atoms.rest(atoms.list[i].end).starts_with(". ");
}

// How many atoms follow the p of "P.-D.G." or "P-DG"; 0 where it is none.
std::size_t director(const Atoms& atoms, std::size_t i) {
  const auto word = [&](std::size_t k) {
    return k < atoms.list.size() ? atoms.fold(atoms.list[k]) : std::string_view();
  };
  const std::string_view rest = atoms.rest(atoms.list[i].end);
  if (!rest.starts_with('-') && !rest.starts_with(".-")) return 0;
  if (word(i + 1) == "dg") return 1;
  const bool dotted = i + 2 < atoms.list.size() && atoms.list[i + 2].gap == Gap::dot;
  return dotted && word(i + 1) == "d" && word(i + 2) == "g" ? 2 : 0;
}

// St, Ste and their plurals before a name, spelt out; empty for any other word.
std::string_view saint(std::string_view word) {
  if (word == "st") return "saint";
  if (word == "ste") return "sainte";
  if (word == "sts") return "saints";
  return word == "stes" ? "saintes" : std::string_view();
}

}  // namespace

void acronyms(Atoms& atoms) {
  auto& list = atoms.list;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if ((list[i].suspicion & kMayBeAcronym) == 0 && atoms.gap_after(i) != Gap::ampersand) {
      keep(list, kept, i);
      continue;
    }
    Atom atom = list[i];
    const auto follows = [&](Gap gap) { return i + 1 < list.size() && list[i + 1].gap == gap; };
    const std::string_view word = atoms.fold(atom);
    if (is_letter(atom) && follows(Gap::dot) && is_letter(list[i + 1])) {
      while (follows(Gap::dot) && is_letter(list[i + 1]) && join(atoms, atom, list[i + 1])) ++i;
      atom.made = true;
    } else if (follows(Gap::ampersand) && are_initials(atom) && are_initials(list[i + 1])) {
      while (follows(Gap::ampersand) && are_initials(list[i + 1]) &&
             join(atoms, atom, list[i + 1], "&")) {
        ++i;
      }
    } else if (is_letter(atom) && !language_mark(atoms, atom).empty()) {
      const std::string_view mark = language_mark(atoms, atom);
      set_fold(atoms, atom, std::string(word) + std::string(mark));
      atom.end += static_cast<std::uint32_t>(mark.size());
    } else if (word == "p" && director(atoms, i) > 0) {
      // "P.-D.G.", "P-DG"
      i += director(atoms, i);
      atom.end = list[i].end;
      set_fold(atoms, atom, "pdg");
    } else if (!saint(word).empty() && before_name(atoms, i)) {
      set_fold(atoms, atom, saint(word));
    }
    list[kept++] = atom;
  }
  list.resize(kept);
}

}  // namespace kiosque::analysis
