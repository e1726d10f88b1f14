#include "query/day_numbers.hpp"

#include <array>

namespace kiosque::querying {
namespace {

struct Word {
  std::string_view text;
  std::string_view ordinal;  // what stands before -ième
  int value;
};
// Septante, huitante and nonante are Belgian and Swiss.
constexpr std::array<Word, 31> kWords = {{
    {"un", "un", 1},
    {"une", "", 1},
    {"deux", "deux", 2},
    {"trois", "trois", 3},
    {"quatre", "quatr", 4},
    {"cinq", "cinqu", 5},
    {"six", "six", 6},
    {"sept", "sept", 7},
    {"huit", "huit", 8},
    {"neuf", "neuv", 9},
    {"dix", "dix", 10},
    {"onze", "onz", 11},
    {"douze", "douz", 12},
    {"treize", "treiz", 13},
    {"quatorze", "quatorz", 14},
    {"quinze", "quinz", 15},
    {"seize", "seiz", 16},
    {"vingt", "vingt", 20},
    {"vingts", "", 20},
    {"trente", "trent", 30},
    {"quarante", "quarant", 40},
    {"cinquante", "cinquant", 50},
    {"soixante", "soixant", 60},
    {"septante", "septant", 70},
    {"huitante", "huitant", 80},
    {"octante", "octant", 80},
    {"nonante", "nonant", 90},
    {"cent", "cent", 100},
    {"cents", "", 100},
    {"mille", "mill", 1000},
    {"mil", "", 1000},
}};

struct Value {
  int value = 0;
  bool ordinal = false;
};

std::optional<Value> value_of(std::string_view word) {
  for (const Word& known : kWords) {
    if (word == known.text) return Value{known.value, false};
  }
  constexpr std::string_view kEnding = "ieme";
  if (!word.ends_with(kEnding)) return {};
  word.remove_suffix(kEnding.size());
  for (const Word& known : kWords) {
    if (!word.empty() && word == known.ordinal) return Value{known.value, true};
  }
  return {};
}

// A number that grows word by word: what may follow is less than `room_`.
class Sum {
 public:
  bool add(int value) {
    if (value == 1000) {
      if (thousands_ != 0 || below_ > 9) return false;
      thousands_ = below_ == 0 ? 1 : below_;
      below_ = 0;
      room_ = 1000;
      return true;
    }
    if (value == 100) {
      if (below_ > 9 || below_ == 1) return false;
      below_ = (below_ == 0 ? 1 : below_) * 100;
      room_ = 100;
      return true;
    }
    if (value == 20 && last_ == 4) {  // quatre-vingts
      below_ += 76;
      room_ = 20;
      last_ = 80;
      return true;
    }
    if (value >= room_) return false;
    below_ += value;
    last_ = value;
    room_ = value == 60 ? 20 : value >= 10 && value % 10 == 0 ? 10 : 0;
    return true;
  }

  [[nodiscard]] int value() const { return thousands_ * 1000 + below_; }
  // "et" joins a ten with "un" or "onze".
  [[nodiscard]] bool joins(int value) const {
    return (value == 1 || value == 11) && value < room_ && room_ <= 20;
  }

 private:
  int thousands_ = 0;
  int below_ = 0;
  int last_ = 0;
  int room_ = 10'000;
};

std::optional<Value> take_words(DayCursor& cursor) {
  constexpr int kMostWords = 9;  // mille neuf cent quatre-vingt-dix-neuf has seven
  Sum sum;
  DayCursor end = cursor;
  bool ordinal = false;
  for (int words = 0; words < kMostWords && !ordinal; ++words) {
    DayCursor ahead = end;
    if (words > 0 && ahead.glued() && ahead.is("-")) ahead.skip();
    bool joined = false;
    if (words > 0 && ahead.take("et")) {
      joined = true;
      if (ahead.is("-")) ahead.skip();
    }
    const auto value = value_of(ahead.peek().text);
    if (!value || (joined && !sum.joins(value->value)) || !sum.add(value->value)) break;
    ahead.skip();
    ordinal = value->ordinal;
    end = ahead;
  }
  if (end.at() == cursor.at()) return {};
  cursor = end;
  return Value{sum.value(), ordinal};
}

}  // namespace

std::optional<int> take_number_in_words(DayCursor& cursor) {
  DayCursor ahead = cursor;
  const auto value = take_words(ahead);
  if (!value || value->ordinal) return {};
  cursor = ahead;
  return value->value;
}

std::optional<int> take_number(DayCursor& cursor) {
  constexpr std::size_t kMostDigits = 4;
  if (const std::size_t digits = cursor.digits(); digits > 0 && digits <= kMostDigits) {
    const int value = cursor.peek().value;
    cursor.skip();
    return value;
  }
  return take_number_in_words(cursor);
}

std::optional<int> take_ordinal(DayCursor& cursor) {
  DayCursor ahead = cursor;
  if (ahead.take_any({"premier", "premiere", "premiers", "premieres"})) {
    cursor = ahead;
    return 1;
  }
  if (ahead.take_any({"second", "seconde"})) {
    cursor = ahead;
    return 2;
  }
  if (ahead.digits() > 0 && ahead.digits() <= 2) {
    const int value = ahead.peek().value;
    ahead.skip();
    if (!take_ordinal_ending(ahead)) return {};
    cursor = ahead;
    return value;
  }
  const auto value = take_words(ahead);
  if (!value || !value->ordinal) return {};
  cursor = ahead;
  return value->value;
}

std::optional<int> roman_century(std::string_view word) {
  constexpr std::array<std::string_view, 11> kFromEleven = {
      "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"};
  for (const std::string_view ending : {"e", "eme", "ieme"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view numeral = word.substr(0, word.size() - ending.size());
    for (std::size_t i = 0; i < kFromEleven.size(); ++i) {
      if (kFromEleven[i] == numeral) return static_cast<int>(i) + 11;
    }
  }
  return {};
}

int year_of_two_digits(int digits) {
  constexpr int kLastOfThisCentury = 68;
  return digits <= kLastOfThisCentury ? 2000 + digits : 1900 + digits;
}

bool take_ordinal_ending(DayCursor& cursor) {
  if (cursor.is("er")) {
    cursor.skip();
    return true;
  }
  return cursor.glued() &&
         cursor.take_any({"e", "re", "eme", "ieme", "ere", "nd", "nde", "o", "°"});
}

}  // namespace kiosque::querying
