#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "analysis/rules.hpp"
#include "support/utf8.hpp"

namespace kiosque::analysis {
namespace {

// What may touch its number without being a part of a name as the letters of 5G and A380 are.
constexpr std::array<std::string_view, 25> kUnits = {
    "km",  "kg", "cm",  "mm", "m",  "m2",  "m3",  "ha",  "mg",  "ml",  "cl",  "dl", "kw",
    "kwh", "mw", "mwh", "gw", "tw", "twh", "khz", "mhz", "ghz", "ans", "eur", "min"};

bool is_unit(std::string_view word) {
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

std::size_t leading_digits(std::string_view word) {
  return std::min(word.find_first_not_of("0123456789"), word.size());
}

// One blank of any width, on one line.
bool is_one_space(std::string_view between) {
  std::size_t i = 0;
  const std::int32_t c = support::next_code_point(between, i);
  return i == between.size() && c != '\n' && c != '\r' && c != '\t';
}

class Numbers {
 public:
  explicit Numbers(Atoms& atoms) : atoms_(atoms), list_(atoms.list) {}

  void run() {
    auto& out = atoms_.spare;
    if (std::any_of(list_.begin(), list_.end(),
                    [](const Atom& atom) { return atom.with_digit && !atom.digits; })) {
      out.clear();
      for (const Atom& atom : list_) {
        out.push_back(atom);
        if (atom.with_digit && !atom.digits) part_unit(out);
      }
      std::swap(list_, out);
    }
    out.clear();
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (list_[i].digits) {
        i = number(i, out);
      } else {
        out.push_back(list_[i]);
      }
    }
    std::swap(list_, out);
  }

 private:
  [[nodiscard]] bool digits_after(std::size_t i, Gap gap) const {
    return i + 1 < list_.size() && list_[i + 1].digits && list_[i + 1].gap == gap;
  }

  // A group of three after a blank that is one.
  [[nodiscard]] bool group_after(std::size_t i) const {
    if (!digits_after(i, Gap::space) || list_[i + 1].fold_size != 3) return false;
    return is_one_space(atoms_.text.substr(list_[i].end, list_[i + 1].begin - list_[i].end));
  }

  // Four groups that are bytes: 192.168.100.101.
  [[nodiscard]] bool is_address(std::size_t first, std::size_t last) const {
    if (last - first != 3) return false;
    for (std::size_t i = first; i <= last; ++i) {
      const std::string_view group = atoms_.fold(list_[i]);
      if (group.size() > 3 || (group.size() == 3 && group > "255")) return false;
    }
    return true;
  }

  // Reads the number at `i`; the place of its last atom.
  std::size_t number(std::size_t i, std::vector<Atom>& out) {
    Atom atom = list_[i];
    const bool opens_group = atom.fold_size <= 3 && atoms_.fold(atom).front() != '0';
    if (opens_group && group_after(i)) {
      // "75 000 12 000" is no number of groups: whatever follows, the first ones are one.
      while (group_after(i) && join(atoms_, atom, list_[i + 1])) ++i;
    } else {
      std::size_t last = i;
      bool threes = opens_group;
      for (; digits_after(last, Gap::dot); ++last)
        threes = threes && list_[last + 1].fold_size == 3;
      // Groups of three are one number; otherwise one dot is a decimal sign, and several part a
      // date or an address.
      if (threes && !is_address(i, last)) {
        while (i < last && join(atoms_, atom, list_[i + 1])) ++i;
      } else if (last == i + 1) {
        if (join(atoms_, atom, list_[last], ",")) i = last;
      } else {
        for (; i < last; ++i) {
          out.push_back(atom);
          atom = list_[i + 1];
        }
      }
    }
    if (atom.digits && digits_after(i, Gap::comma) && join(atoms_, atom, list_[i + 1], ",")) ++i;
    out.push_back(atom);
    return i;
  }

  // "30km": the last of `out` becomes two.
  void part_unit(std::vector<Atom>& out) const {
    Atom& atom = out.back();
    const std::string_view word = atoms_.fold(atom);
    const std::size_t digits = leading_digits(word);
    // The digits are the bytes that they fold to, but for those of other scripts.
    if (digits == 0 || atom.made || !atoms_.rest(atom.begin).starts_with(word.substr(0, digits))) {
      return;
    }
    if (!is_unit(word.substr(digits))) return;
    Atom unit = atom;
    unit.begin += static_cast<std::uint32_t>(digits);
    unit.fold_begin += static_cast<std::uint32_t>(digits);
    unit.fold_size = static_cast<std::uint16_t>(word.size() - digits);
    unit.gap = Gap::none;
    atom.end = unit.begin;
    atom.fold_size = static_cast<std::uint16_t>(digits);
    atom.digits = true;
    out.push_back(unit);
  }

  Atoms& atoms_;
  std::vector<Atom>& list_;
};

// Up to two digits; -1 where the word is none.
int small_number(std::string_view word) {
  if (word.empty() || word.size() > 2 || leading_digits(word) != word.size()) return -1;
  int value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

constexpr int kHours = 24;
constexpr int kMinutes = 60;

bool is_minutes(std::string_view word) {
  return word.size() == 2 && small_number(word) >= 0 && small_number(word) < kMinutes;
}

bool is_hours(int value) {
  return value >= 0 && value <= kHours;
}

std::string clock(int hour, std::string_view minutes) {
  return std::to_string(hour) + 'h' + std::string(minutes);
}

}  // namespace

void numbers(Atoms& atoms) {
  if (atoms.any_digit) Numbers(atoms).run();
}

void hours(Atoms& atoms) {
  if (!atoms.any_digit) return;
  auto& list = atoms.list;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].with_digit) {
      keep(list, kept, i);
      continue;
    }
    Atom atom = list[i];
    const auto word_at = [&](std::size_t k) {
      return k < list.size() ? atoms.fold(list[k]) : std::string_view();
    };
    const auto gap_at = [&](std::size_t k) { return k < list.size() ? list[k].gap : Gap::other; };
    const auto extend = [&](std::size_t last, int hour, std::string_view minutes) {
      set_fold(atoms, atom, clock(hour, minutes));
      atom.end = list[last].end;
      atom.digits = false;
      i = last;
    };
    const std::string_view word = word_at(i);
    if (atom.digits && word.size() <= 2) {
      const int hour = small_number(word);
      const bool letter = word_at(i + 1) == "h" && gap_at(i + 1) == Gap::space;
      const bool spelt = word_at(i + 1) == "heures" || word_at(i + 1) == "heure";
      const bool minutes = gap_at(i + 2) == Gap::space && is_minutes(word_at(i + 2));
      if (is_hours(hour) && (letter || spelt) && minutes) {
        extend(i + 2, hour, word_at(i + 2));
      } else if (hour >= 0 && letter) {
        extend(i + 1, hour, {});
      } else if (is_hours(hour) && gap_at(i + 1) == Gap::colon && is_minutes(word_at(i + 1)) &&
                 atom.gap != Gap::colon && gap_at(i + 2) != Gap::colon) {
        extend(i + 1, hour, word_at(i + 1));
      }
    } else if (atom.with_digit && word.size() <= 5 && word.find('h') != std::string_view::npos) {
      const std::size_t mark = word.find('h');
      const int hour = small_number(word.substr(0, mark));
      const std::string minutes(word.substr(mark + 1));
      if (is_hours(hour) && minutes.empty() && gap_at(i + 1) == Gap::space &&
          is_minutes(word_at(i + 1)) && list[i + 1].digits) {
        extend(i + 1, hour, word_at(i + 1));
      } else if (hour >= 0 && (minutes.empty() || (is_hours(hour) && is_minutes(minutes)))) {
        extend(i, hour, minutes);
      }
    }
    list[kept++] = atom;
  }
  list.resize(kept);
}

}  // namespace kiosque::analysis
