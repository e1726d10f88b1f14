#include "corpus/scraped_kinds.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/scraped_byline.hpp"
#include "corpus/scraped_names.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::scraped {
namespace {

constexpr std::size_t kLongestShort = 140;  // columns of a headline, a button, a caption's label

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Calls `visit` with every word, split at blanks; stops where it returns false.
void each_word(std::string_view plain, auto&& visit) {
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    if (end > at && !visit(plain.substr(at, end - at))) return;
    at = end + 1;
  }
}

bool all_share_words(std::string_view plain) {
  bool all = true;
  bool any = false;
  each_word(plain, [&](std::string_view word) {
    while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_letter(word.back()) && word.back() != '+') word.remove_suffix(1);
    if (word.empty()) return true;  // a count or an arrow
    any = true;
    return all = kShareWords.match(word);
  });
  return all && any;
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos ||
         word.find("www.") != std::string_view::npos ||
         (word.find('@') != std::string_view::npos && word.find('.') != std::string_view::npos);
}

bool mostly_addresses(std::string_view plain) {
  std::size_t bytes = 0;
  each_word(plain, [&](std::string_view word) {
    if (is_address(word)) bytes += word.size();
    return true;
  });
  return bytes * 2 > plain.size();
}

std::size_t letters_in(std::string_view plain) {
  return static_cast<std::size_t>(std::count_if(
      plain.begin(), plain.end(), [](char c) { return is_letter(c) || c == kForeign; }));
}

// Without arrows, bullets and the like before the words.
std::string_view without_marks(std::string_view plain) {
  const std::size_t at = plain.find_first_not_of(" >*-+|#<=_\x01");
  return at == std::string_view::npos ? std::string_view{} : plain.substr(at);
}

// Without counts and marks at either end: "4 commentaires", "Tags :", "Commentaires (12)".
std::string_view bare_words(std::string_view plain) {
  while (!plain.empty() && !is_letter(plain.back())) plain.remove_suffix(1);
  while (!plain.empty() && !is_letter(plain.front())) plain.remove_prefix(1);
  return plain;
}

bool is_cut(std::string_view plain) {
  return plain.ends_with("...") || plain.ends_with("(...)") || plain.ends_with("[...]");
}

// "Accueil > Sport > Rugby"
bool is_breadcrumb(std::string_view plain) {
  constexpr std::size_t kLongest = 160;
  if (plain.size() > kLongest || ends_sentence(plain)) return false;
  std::size_t steps = 0;
  for (const std::string_view mark : {" > ", " / ", " | "}) {
    for (std::size_t at = plain.find(mark); at != std::string_view::npos;
         at = plain.find(mark, at + 2)) {
      ++steps;
    }
  }
  const bool from_home = plain.starts_with("accueil ");
  return steps >= 3 || (from_home && (steps >= 1 || plain.starts_with("accueil \"")));
}

// "[ ] Recevoir la lettre", "[X] …", "____": what a form leaves.
bool is_form_field(std::string_view plain) {
  return plain.starts_with("[ ]") || plain.starts_with("[x]") || plain.starts_with("[*]") ||
         plain.find("____") != std::string_view::npos ||
         plain.find("[   ") != std::string_view::npos;
}

bool in_brackets(std::string_view plain) {
  return plain.size() > 1 && plain.front() == '[' && plain.back() == ']' &&
         plain.find('[', 1) == std::string_view::npos;
}

bool has_credit(const Block& block) {
  constexpr std::size_t kLongest = 420;
  constexpr std::size_t kTail = 70;
  if (block.columns > kLongest) return false;
  const std::string& text = block.text;
  const std::string_view plain = block.plain;
  const std::size_t sign = text.rfind("©");
  if (sign != std::string::npos && text.size() - sign < 2 * kTail) return true;
  if (plain.starts_with("photo ") || plain.starts_with("photo:") || plain.starts_with("credit")) {
    return true;
  }
  // "… a dit la police. (AFP)": a paragraph and its source.
  const std::size_t bracket = plain.rfind(". (");
  if (bracket != std::string_view::npos && plain.size() - bracket < 20 &&
      plain.find("photo", bracket) == std::string_view::npos) {
    return false;
  }
  const std::string_view tail = plain.size() > kTail ? plain.substr(plain.size() - kTail) : plain;
  return kCredits.occur_in(tail);
}

// "Le titre d'une vidéopar BFMTV": what a player leaves of its title and channel.
bool is_player_title(std::string_view plain) {
  constexpr std::size_t kFewWords = 5;
  const std::size_t at = plain.rfind("par ");
  if (at == std::string_view::npos || at < 2 || plain.size() > 2 * kLongestShort) return false;
  const char before = plain[at - 1];
  const bool glued = is_letter(before) || (before >= '0' && before <= '9') || before == '"';
  const auto words = std::count(plain.begin() + static_cast<std::ptrdiff_t>(at), plain.end(), ' ');
  return glued && words <= static_cast<std::ptrdiff_t>(kFewWords) && !ends_sentence(plain);
}

// "12:50 FranceLes profs…": an entry of a news ticker.
bool is_ticker(std::string_view plain) {
  const auto digit = [&](std::size_t at) { return plain[at] >= '0' && plain[at] <= '9'; };
  if (plain.size() < 5 || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
  return plain[2] == ':' || plain[2] == 'h';
}

// "— Nom (@compte) June 1, 2018", "pic.twitter.com/…": the post of a network.
bool is_post(std::string_view plain) {
  return kPostMarks.occur_in(plain) || (plain.starts_with('@') && plain.find(' ') == plain.npos);
}

// The share of the words of a printed text that open with a capital.
double capital_share(std::string_view text) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  each_word(text, [&](std::string_view word) {
    constexpr std::size_t kEnough = 400;
    ++words;
    if (starts_upper(word)) ++capitals;
    return words < kEnough;
  });
  return words == 0 ? 0.0 : static_cast<double>(capitals) / static_cast<double>(words);
}

// A line that gives a date and little else: what announces it, names, a reading time.
bool is_dated(const Block& block) {
  constexpr std::size_t kLongest = 170;
  constexpr std::size_t kMostBeside = 120;
  constexpr std::size_t kFewBeside = 12;
  if (block.columns > kLongest) return false;
  const auto found = find_date(block.text);
  if (!found) {
    static constexpr std::string_view kAnyDay = "2000-01-02";
    return kAnnouncements.open(block.plain) &&
           parse_date(block.text, {.today = std::string(kAnyDay)});
  }
  const std::size_t beside =
      columns(block.text.substr(0, found->begin)) + columns(block.text.substr(found->end));
  if (beside <= kFewBeside) return true;
  if (kAnnouncements.open(block.plain)) return beside <= kMostBeside;
  if (ends_sentence(block.plain)) return false;
  if (kAnnouncements.occur_in(block.plain)) return beside <= kMostBeside;
  // "AFP 30 avril 2015", "jeudi 13 juin 2019, par Anne Legrand": names alone stand beside the date;
  // a caption ("Anne Legrand à Lyon, le 13 juin 2019") says more.
  const std::string rest =
      fold(block.text.substr(0, found->begin)) + fold(block.text.substr(found->end));
  for (const std::string_view place : {" a ", " en ", " au ", " aux ", " dans ", " lors "}) {
    if (rest.find(place) != std::string::npos) return false;
  }
  std::size_t names = kFewBeside;
  for (const auto& name : authors_in(block.text, BylinePlace::beside_date)) names += columns(name);
  return names > kFewBeside && beside <= names + kFewBeside;
}

bool is_notice(std::string_view plain) {
  constexpr std::size_t kShort = 200;
  if (kNotices.occur_in(plain)) return true;
  // Quoted speech also says "vous".
  if (plain.find('"') != std::string_view::npos) return false;
  const std::size_t least = plain.size() <= kShort ? 1 : 2;
  return kReaderWords.occur_in(plain) && kNoticeMatters.count_in(plain) >= least;
}

}  // namespace

bool ends_sentence(std::string_view plain) {
  while (!plain.empty() && (plain.back() == ' ' || plain.back() == '"' || plain.back() == ')' ||
                            plain.back() == '\'' || plain.back() == ']' || plain.back() == '-')) {
    plain.remove_suffix(1);
  }
  return !plain.empty() && (plain.back() == '.' || plain.back() == '!' || plain.back() == '?');
}

bool says_modified(std::string_view plain) {
  return kModified.occur_in(plain);
}

double function_word_share(std::string_view plain) {
  std::size_t words = 0;
  std::size_t hits = 0;
  each_word(plain, [&](std::string_view word) {
    constexpr std::size_t kEnough = 400;
    ++words;
    if (kFunctionWords.match(word) || (word.size() > 2 && word[1] == '\'')) ++hits;
    return words < kEnough;
  });
  return words == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(words);
}

bool is_bare_credit(const Block& block) {
  constexpr std::size_t kLongest = 70;
  if (block.columns > kLongest || !has_credit(block)) return false;
  return block.text.starts_with("©") || block.plain.starts_with("photo") ||
         block.plain.starts_with("credit") || function_word_share(block.plain) == 0.0;
}

std::optional<Kind> told_by_words(const Block& block) {
  constexpr std::size_t kLongestEnd = 100;
  constexpr std::size_t kLongestNotice = 450;
  constexpr std::size_t kLongestTeaser = 320;
  const std::string_view plain = without_marks(block.plain);
  const std::string_view words = bare_words(plain);
  if (kBoxLines.match(words)) return Kind::related;
  if (kAsideOpenings.open(plain)) return Kind::aside;
  if (is_dated(block)) return Kind::dated;
  if (letters_in(plain) < 2 || in_brackets(block.plain) || is_form_field(block.plain) ||
      is_breadcrumb(plain)) {
    return Kind::noise;
  }
  if (kEndLines.match(words)) return Kind::end;
  if (block.columns <= kLongestEnd && kEndOpenings.open(plain)) return Kind::end;
  if (kNoiseLines.match(words) || all_share_words(plain)) return Kind::noise;
  if (mostly_addresses(plain) || is_post(plain)) return Kind::noise;
  if (is_ticker(plain) && !ends_sentence(plain)) return Kind::noise;
  if (block.columns <= kLongestShort && kNoiseOpenings.open(plain)) return Kind::noise;
  if (block.columns <= kLongestNotice && is_notice(plain)) return Kind::noise;
  if (is_player_title(plain)) return Kind::credit;
  if (!authors_in(block.text, BylinePlace::anywhere).empty()) return Kind::byline;
  if (has_credit(block)) return Kind::credit;
  if (is_cut(plain) && !block.heading && block.columns <= kLongestTeaser) return Kind::teaser;
  return {};
}

Kind kind_of(const Block& block) {
  constexpr std::size_t kLongLine = 100;
  constexpr std::size_t kShortSentence = 36;
  constexpr std::size_t kLongestHeading = 60;
  constexpr double kMostCapitals = 0.35;
  constexpr double kProseShare = 0.16;
  if (const auto kind = told_by_words(block)) return *kind;
  const std::string_view plain = without_marks(block.plain);
  const double share = function_word_share(plain);
  // A list of sentences is text, a list of headlines is not.
  const bool headline = block.bullet && plain.find_last_of(".;,:") != plain.size() - 1;
  if (block.columns >= kLongLine) {
    // A row of menu entries is all capitals and never ends.
    const bool row = !ends_sentence(plain) && capital_share(block.text) > kMostCapitals;
    if (share < kProseShare || row) return Kind::noise;
    return headline ? Kind::line : Kind::prose;
  }
  // What is drawn as a heading and ends in a point is a lead.
  const bool headed = block.heading && (block.columns < kLongestHeading || !plain.ends_with('.'));
  const bool sentence = ends_sentence(plain) && share > 0.0 && !headed && !headline;
  return sentence && block.columns >= kShortSentence ? Kind::prose : Kind::line;
}

std::string_view reason_of(Kind kind) {
  switch (kind) {
    case Kind::prose:
    case Kind::line:
      return "outside the article";
    case Kind::noise:
      return "furniture";
    case Kind::teaser:
      return "teaser";
    case Kind::dated:
      return "date";
    case Kind::byline:
      return "byline";
    case Kind::credit:
      return "credit";
    case Kind::aside:
      return "link to another article";
    case Kind::related:
      return "box of links";
    case Kind::end:
      return "head of what follows the article";
  }
  return {};
}

}  // namespace kiosque::corpus::scraped
