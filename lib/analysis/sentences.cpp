#include "analysis/sentences.hpp"

#include <algorithm>
#include <array>

namespace kiosque::analysis {
namespace {

constexpr std::size_t kShortQuotation = 400;  // bytes
constexpr std::string_view kOpen = "«";
constexpr std::string_view kClose = "»";

// Bytes that may end a sentence or begin a quotation; of … and « the first.
constexpr std::array<bool, 256> kOfInterest = [] {
  std::array<bool, 256> table{};
  for (const char byte : {'\n', '.', '!', '?', std::string_view("…")[0], kOpen[0]})
    table[static_cast<unsigned char>(byte)] = true;
  return table;
}();

// Before a dot that ends no sentence, in lower case; and before one that ends none if a digit
// follows: p. 12, art. 49, but « C’est de l’art. Il signe. »
constexpr std::array<std::string_view, 17> kAbbreviations = {
    "m",  "mm", "mme", "mmes", "mlle", "mlles", "me", "dr", "drs",
    "pr", "st", "ste", "mgr",  "cf",   "bd",    "av", "apr"};
constexpr std::array<std::string_view, 12> kNumbered = {"p",   "pp",  "vol", "fig", "chap", "hab",
                                                        "tél", "tel", "no",  "art", "al",   "n"};

bool is_blank(std::string_view text, std::size_t at) {
  return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
}

// Blanks of any kind, the unbreakable ones included.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_blank(text, at)) {
      ++at;
    } else if (text.substr(at).starts_with("\u00A0")) {
      at += 2;
    } else if (text.substr(at).starts_with("\u202F")) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// » ” " ) ] behind the end of a sentence still belong to it, be there a blank before ».
std::size_t skip_closing(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t next = skip_blanks(text, at);
    const std::string_view rest = text.substr(next);
    if (rest.starts_with(kClose)) {
      at = next + kClose.size();
    } else if (next == at && (rest.starts_with("\"") || rest.starts_with(")") ||
                              rest.starts_with("]") || rest.starts_with("'"))) {
      ++at;
    } else if (next == at && (rest.starts_with("”") || rest.starts_with("’"))) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// Whether a sentence may begin so: by a capital, a digit, an opening quotation or a dash.
bool may_begin(std::string_view rest) {
  if (rest.empty()) return false;
  const auto first = static_cast<unsigned char>(rest[0]);
  if ((first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')) return true;
  if (first < 0x80) return first == '"' || first == '(' || first == '[' || first == '-';
  if (rest.starts_with(kOpen) || rest.starts_with("“") || rest.starts_with("–") ||
      rest.starts_with("—") || rest.starts_with("…") || rest.starts_with("Œ")) {
    return true;
  }
  // À to Þ
  const auto second = static_cast<unsigned char>(rest.size() > 1 ? rest[1] : 0);
  return first == 0xC3 && second >= 0x80 && second <= 0x9E;
}

// The word that ends at `at`: behind a blank, a dot, a hyphen, an apostrophe or what opens.
std::string_view word_before(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  constexpr std::array<std::string_view, 5> kBefore = {"’", "“", kOpen, "\u00A0", "\u202F"};
  const auto is_border = [&](std::size_t end) {
    constexpr std::string_view kSigns = ".-('\"[";
    if (is_blank(text, end - 1) || kSigns.find(text[end - 1]) != std::string_view::npos)
      return true;
    const std::string_view before = text.substr(0, end);
    return std::any_of(kBefore.begin(), kBefore.end(),
                       [&](std::string_view sign) { return before.ends_with(sign); });
  };
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongest && !is_border(begin)) --begin;
  return text.substr(begin, at - begin);
}

// À to Þ, Œ.
bool is_accented_capital(std::string_view letter) {
  if (letter == "Œ") return true;
  return letter.size() == 2 && letter[0] == '\xC3' && static_cast<unsigned char>(letter[1]) <= 0x9E;
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// Whether the dot at `at` stands behind an initial, an abbreviation or the number of an entry, and
// `next` behind it.
bool abbreviates(std::string_view text, std::size_t at, std::string_view next) {
  const std::string_view word = word_before(text, at);
  if (word.empty() || word.size() > 6) return false;
  // J. Dupont, J.-C., É. Zola
  if ((word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') || is_accented_capital(word))
    return true;
  if (std::all_of(word.begin(), word.end(), is_digit)) return begins_line(text, at - word.size());
  std::array<char, 8> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  const auto is_in = [&](const auto& list) {
    return std::find(list.begin(), list.end(), std::string_view(lower.data(), word.size())) !=
           list.end();
  };
  return is_in(kAbbreviations) || (is_in(kNumbered) && is_digit(next[0]));
}

// jeudi.Le, jeudi !Le, parti.À Lyon: two small letters before the mark, behind it a capital and a
// small letter, or a capital that is a word.
bool touches(std::string_view text, std::size_t mark, std::size_t next) {
  const auto is_small = [&](std::size_t at) {
    return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] & 0x80) != 0);
  };
  if (text[mark] == '!' || text[mark] == '?') {
    while (mark > 0 && is_blank(text, mark - 1)) --mark;
  }
  if (mark < 2 || !is_small(mark - 1) || !is_small(mark - 2) || next >= text.size()) return false;
  const std::size_t size = is_accented_capital(text.substr(next, 2)) ? 2 : 1;
  if (size == 1 && (text[next] < 'A' || text[next] > 'Z')) return false;
  const std::string_view rest = text.substr(next);
  return is_small(next + size) || rest.substr(size).starts_with('\'') || rest.starts_with("A ") ||
         rest.starts_with("À ");
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  const std::size_t first = skip_blanks(text, 0);
  if (first == text.size()) return starts;
  starts.push_back(first);
  const auto begin_at = [&](std::size_t at) {
    if (at < text.size() && at > starts.back()) starts.push_back(at);
  };
  for (std::size_t at = first; at < text.size();) {
    const char byte = text[at];
    if (!kOfInterest[static_cast<unsigned char>(byte)]) {
      ++at;
    } else if (byte == '\n') {
      at = skip_blanks(text, at);
      begin_at(at);
    } else if (byte == '.' || byte == '!' || byte == '?' || text.substr(at).starts_with("…")) {
      const bool dot = byte == '.' && !(at + 1 < text.size() && text[at + 1] == '.');
      const std::size_t mark = at;
      while (at < text.size() && (text[at] == '.' || text[at] == '!' || text[at] == '?')) ++at;
      if (at == mark) at += std::string_view("…").size();
      const std::size_t end = skip_closing(text, at);
      const std::size_t next = skip_blanks(text, end);
      if (next == end && touches(text, mark, next)) {
        begin_at(next);
        continue;
      }
      if (next == end || next >= text.size() || !may_begin(text.substr(next))) continue;
      if (dot && end == at && abbreviates(text, mark, text.substr(next))) continue;
      at = next;
      begin_at(at);
    } else if (text.substr(at).starts_with(kOpen)) {
      const std::size_t close = text.substr(at, kShortQuotation).find(kClose);
      const std::size_t line = text.substr(at, kShortQuotation).find('\n');
      if (close != std::string_view::npos && close < line) {
        // The full stop of what is quoted ends the sentence around it too: « Il pleut. » Il sort.
        const std::size_t inside = at + close;
        at = inside + kClose.size();
        std::size_t last = inside;
        while (last > 0 && skip_blanks(text, last - 1) >= inside) --last;
        const bool ended =
            last > 0 && (text[last - 1] == '.' || text[last - 1] == '!' || text[last - 1] == '?');
        const std::size_t next = skip_blanks(text, at);
        if (ended && next > at && next < text.size() && may_begin(text.substr(next))) {
          at = next;
          begin_at(at);
        }
      } else {
        at += kOpen.size();
      }
    } else {
      ++at;
    }
  }
  return starts;
}

bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] != '\n' && is_blank(text, at - 1)) --at;
  return at == 0 || text[at - 1] == '\n';
}

}  // namespace kiosque::analysis
